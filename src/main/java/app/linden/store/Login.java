package app.linden.store;

/**
 * A sign-in to a server; its secret is kept elsewhere, under the same id.
 *
 * @param id local id
 * @param url what the person gave, or the address of the session
 */
public record Login(String id, String url, String username) {}
