package app.linden.calendar.port;

/**
 * A sign-in of this device.
 *
 * @param id local id; accounts that came with it name it as their login
 * @param server what the person gave as its address
 * @param unsent how many changes the server does not have yet
 * @param signedOut whether it waits for the person to sign in again
 */
public record SignedIn(String id, String server, String username, int unsent, boolean signedOut) {}
