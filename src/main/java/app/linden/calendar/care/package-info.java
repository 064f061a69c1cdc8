/** Looks after a person's data and the program itself: backups, diagnostics, notices of updates. */
@NullMarked
package app.linden.calendar.care;

import org.jspecify.annotations.NullMarked;
