/** iCalendar to and from the model; the only room that touches biweekly and its parser. */
@NullMarked
package app.linden.ical;

import org.jspecify.annotations.NullMarked;
