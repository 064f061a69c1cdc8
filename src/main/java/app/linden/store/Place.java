package app.linden.store;

/**
 * Where a calendar is on its server.
 *
 * @param loginId local id of the sign-in
 * @param accountId the server's
 * @param calendarId the server's
 */
public record Place(String loginId, String accountId, String calendarId) {}
