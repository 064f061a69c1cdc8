/**
 * The calendar in plain values: events, occurrences, patches, merge, recurrence. No I/O, no clocks,
 * no threads.
 */
@NullMarked
package app.linden.model;

import org.jspecify.annotations.NullMarked;
