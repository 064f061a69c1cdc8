package app.linden.server;

import java.util.Locale;

/** Who may make an account on a server by themselves, as its host chose. */
public enum Registration {
    /** Everybody. */
    OPEN,
    /** Whoever has an invitation, to the server or to a calendar. */
    INVITATION,
    /** Nobody; the host makes accounts. */
    CLOSED;

    /** As it stands in JSON. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
