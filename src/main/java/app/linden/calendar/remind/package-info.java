/** Reminders: which alerts are due, which stand open, and how a person answers them. */
@NullMarked
package app.linden.calendar.remind;

import org.jspecify.annotations.NullMarked;
