package app.linden.model;

import java.time.LocalDateTime;

/**
 * A hand-made exception that has no place in a series any more.
 *
 * @param at when it took place, in the wall time of the series
 * @param override what differed from the series
 */
public record Lost(LocalDateTime at, Patch override) {}
