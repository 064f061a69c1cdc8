/** What commands need from outside: implemented by remote and desktop, wired by Main. */
@NullMarked
package app.linden.calendar.port;

import org.jspecify.annotations.NullMarked;
