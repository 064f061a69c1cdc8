/** Beside the calendar: a small month and the calendars with their colours. */
@NullMarked
package app.linden.ui.sidebar;

import org.jspecify.annotations.NullMarked;
