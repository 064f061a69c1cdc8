/** What a person can do and see: commands in, agenda snapshots out. */
@NullMarked
package app.linden.calendar;

import org.jspecify.annotations.NullMarked;
