package app.linden.server;

import app.linden.db.Sql;
import app.linden.model.Json;
import app.linden.model.Rights;
import app.linden.wire.Capability;
import app.linden.wire.Session;

import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says who somebody is and what the server offers them: the session object (RFC 8620, 2). */
final class Sessions {
    static final String API = "/jmap/api";
    static final String SESSION = "/jmap/session";
    static final String WELL_KNOWN = "/.well-known/jmap";
    static final String EVENTS = "/jmap/events";
    static final String SOCKET = "/jmap/ws";

    private Sessions() {}

    /**
     * The session of a principal.
     *
     * @param base scheme and authority at which the client reached this server
     */
    static Session of(Sql sql, Principal principal, String base) {
        Map<String, Session.Account> accounts = new LinkedHashMap<>();
        // First the state: what changes after it makes another one.
        String state = Principal.sessionState(sql, principal.id());
        accounts(sql, principal).forEach((id, a) -> accounts.put(id, account(principal, a)));
        Map<String, String> primary = new TreeMap<>();
        for (String capability :
                List.of(
                        Capability.CALENDARS,
                        Capability.PRINCIPALS,
                        Capability.SPACES,
                        Capability.COMMENTS,
                        Capability.INVITATIONS)) {
            primary.put(capability, principal.id());
        }
        return new Session(
                capabilities(base),
                accounts,
                primary,
                principal.login(),
                base + API,
                base + "/jmap/download/{accountId}/{blobId}/{name}?type={type}",
                base + "/jmap/upload/{accountId}/",
                base + EVENTS + "?types={types}&closeafter={closeafter}&ping={ping}",
                state);
    }

    private static Map<String, ObjectNode> capabilities(String base) {
        Map<String, ObjectNode> capabilities = new LinkedHashMap<>();
        String socket = "ws" + base.substring("http".length()) + SOCKET;
        capabilities.put(Capability.CORE, Limits.CORE.toJson());
        capabilities.put(Capability.ACCOUNTS, Welcome.addresses(base));
        capabilities.put(
                Capability.WEBSOCKET, Json.object().put("url", socket).put("supportsPush", true));
        capabilities.put(Capability.CALENDARS, Json.object());
        capabilities.put(Capability.PRINCIPALS, Json.object());
        capabilities.put(Capability.AVAILABILITY, Json.object());
        capabilities.put(Capability.PARSE, Json.object());
        capabilities.put(Capability.SPACES, Json.object());
        capabilities.put(Capability.COMMENTS, Json.object());
        capabilities.put(Capability.INVITATIONS, Json.object());
        return capabilities;
    }

    /** The accounts that somebody sees: their own and those in which something is shared. */
    static Map<String, AccountRows.Stored> accounts(Sql sql, Principal principal) {
        Map<String, AccountRows.Stored> accounts = new LinkedHashMap<>();
        AccountRows.find(sql, principal.id()).ifPresent(a -> accounts.put(a.id(), a));
        for (AccountRows.Stored shared : AccountRows.sharedWith(sql, principal.id())) {
            Map<String, Rights> rights = ShareRows.of(sql, principal.id(), shared.id());
            if (rights.values().stream().anyMatch(Access::maySee)) {
                accounts.put(shared.id(), shared);
            }
        }
        return accounts;
    }

    static Session.Account account(Principal principal, AccountRows.Stored account) {
        boolean own = principal.id().equals(account.ownerId());
        Map<String, ObjectNode> capabilities = new LinkedHashMap<>();
        ObjectNode calendars = Json.object();
        calendars
                .putNull("maxCalendarsPerEvent")
                .put("minDateTime", "0001-01-01T00:00:00Z")
                .put("maxDateTime", "9999-12-31T23:59:59Z")
                .put("maxExpandedQueryDuration", "P" + ExpandedQuery.LONGEST.toDays() + "D")
                .putNull("maxParticipantsPerEvent")
                .put("mayCreateCalendar", own);
        capabilities.put(Capability.CALENDARS, calendars);
        if (own) {
            capabilities.put(
                    Capability.PRINCIPALS,
                    Json.object().put("currentUserPrincipalId", principal.id()));
            capabilities.put(
                    Capability.AVAILABILITY,
                    Json.object()
                            .put(
                                    "maxAvailabilityDuration",
                                    "P" + Availability.LONGEST.toDays() + "D"));
            capabilities.put(Capability.SPACES, Json.object());
        }
        capabilities.put(Capability.PARSE, Json.object());
        capabilities.put(Capability.INVITATIONS, Json.object());
        capabilities.put(
                Capability.COMMENTS,
                Json.object()
                        .put("maxSizeText", CommentSet.LONGEST_TEXT)
                        .put("maxAttachments", CommentSet.MOST_ATTACHMENTS));
        if (account.ownerId() != null) {
            capabilities.put(
                    Capability.PRINCIPALS_OWNER,
                    Json.object()
                            .put("accountIdForPrincipal", principal.id())
                            .put("principalId", account.ownerId()));
        }
        // Everybody may set what is their own, whether a calendar is shown say, so no account is
        // read-only as a whole; each calendar's myRights say what one may do in it.
        return new Session.Account(account.name(), own, false, capabilities);
    }
}
