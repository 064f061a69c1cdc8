package app.linden.calendar.port;

import java.time.Instant;

/**
 * A device that is signed in to somebody's account.
 *
 * @param id the server's
 * @param name what it called itself
 * @param used when it last renewed its sign-in
 * @param current whether it is this one
 */
public record OwnDevice(String id, String name, Instant used, boolean current) {}
