/** Reminders as a person sees them: cards in the window, notifications of the system. */
@NullMarked
package app.linden.ui.remind;

import org.jspecify.annotations.NullMarked;
