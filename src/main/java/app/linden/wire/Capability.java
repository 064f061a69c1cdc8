package app.linden.wire;

/**
 * The names of the capabilities that Linden knows (RFC 8620, 2; RFC 8887; RFC 9670; jmap-calendars
 * 1.5; its own).
 */
public final class Capability {
    public static final String CORE = "urn:ietf:params:jmap:core";
    public static final String WEBSOCKET = "urn:ietf:params:jmap:websocket";
    public static final String CALENDARS = "urn:ietf:params:jmap:calendars";
    public static final String PRINCIPALS = "urn:ietf:params:jmap:principals";
    public static final String PARSE = "urn:ietf:params:jmap:calendars:parse";
    public static final String AVAILABILITY = "urn:ietf:params:jmap:principals:availability";
    public static final String PRINCIPALS_OWNER = "urn:ietf:params:jmap:principals:owner";

    /** A calendar made for a group lives in an account of its own: {@code Space/set}. */
    public static final String SPACES = "urn:linden:params:jmap:spaces";

    /** Devices that sign in with tokens, and what people do with their accounts. */
    public static final String ACCOUNTS = "urn:linden:params:jmap:accounts";

    /** Sharing a calendar by a link: {@code Invitation/get}, {@code /set}, {@code /accept}. */
    public static final String INVITATIONS = "urn:linden:params:jmap:invitations";

    /** What people say about events: {@code Comment}. */
    public static final String COMMENTS = "urn:linden:params:jmap:comments";

    private Capability() {}
}
