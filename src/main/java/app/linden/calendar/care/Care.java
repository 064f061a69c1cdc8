package app.linden.calendar.care;

import org.jspecify.annotations.Nullable;

/**
 * What looks after the data and the program of one device.
 *
 * @param updates null where this build names no place that tells of newer ones
 */
public record Care(Backups backups, Diagnostics diagnostics, @Nullable Updates updates) {}
