package app.linden.server;

import app.linden.db.Sql;
import app.linden.model.Rights;
import app.linden.model.Rights.Right;
import app.linden.wire.MethodProblem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The one place that decides what a principal may do in an account. Made anew for each call, in its
 * transaction where it writes, so that no right outlives its revocation.
 */
final class Access {
    /** What somebody wants to do with an event. */
    enum Act {
        READ,
        WRITE,
        /** Change what only oneself sees of it (jmap-calendars 5.4). */
        WRITE_PERSONAL
    }

    final Principal principal;
    final AccountRows.Stored account;
    private final Map<String, Rights> calendars;

    private Access(Principal principal, AccountRows.Stored account, Map<String, Rights> calendars) {
        this.principal = principal;
        this.account = account;
        this.calendars = calendars;
    }

    /**
     * What the principal may do in an account.
     *
     * @throws MethodProblem accountNotFound when there is no such account or nothing in it to see
     */
    static Access of(Sql sql, Principal principal, String accountId) {
        AccountRows.Stored account =
                AccountRows.find(sql, accountId).orElseThrow(Access::accountNotFound);
        Access access = new Access(principal, account, rights(sql, principal, account));
        if (!access.isOwner() && access.visible().isEmpty()) {
            throw accountNotFound();
        }
        return access;
    }

    private static Map<String, Rights> rights(
            Sql sql, Principal principal, AccountRows.Stored account) {
        if (!principal.id().equals(account.ownerId())) {
            return ShareRows.of(sql, principal.id(), account.id());
        }
        Map<String, Rights> all = new TreeMap<>();
        sql.list("SELECT id FROM calendar WHERE account_id = ?", r -> r.text(1), account.id())
                .forEach(c -> all.put(c, Rights.ALL));
        return all;
    }

    private static MethodProblem accountNotFound() {
        return new MethodProblem("accountNotFound", "There is no such account.");
    }

    /** The calendar is the principal's own from now on: just made in this transaction. */
    void made(String calendarId) {
        calendars.put(calendarId, Rights.ALL);
    }

    void destroyed(String calendarId) {
        calendars.remove(calendarId);
    }

    boolean isOwner() {
        return principal.id().equals(account.ownerId());
    }

    boolean mayCreateCalendar() {
        return isOwner();
    }

    Rights rights(String calendarId) {
        return calendars.getOrDefault(calendarId, Rights.NONE);
    }

    /** Whether somebody with these rights sees the calendar itself (jmap-calendars 4.1). */
    static boolean maySee(Rights rights) {
        return rights.granted().stream().anyMatch(r -> r != Right.READ_FREE_BUSY);
    }

    static boolean mayRead(Rights rights) {
        return rights.may(Right.READ_ITEMS);
    }

    boolean maySee(String calendarId) {
        return maySee(rights(calendarId));
    }

    /** The calendars that show themselves. */
    Set<String> visible() {
        return calendars.keySet().stream().filter(this::maySee).collect(Collectors.toSet());
    }

    /** The calendars that show their events. */
    Set<String> readable() {
        return calendars.keySet().stream()
                .filter(c -> mayRead(rights(c)))
                .collect(Collectors.toSet());
    }

    /** The calendars to look into for objects of a type. */
    Set<String> open(String type) {
        return type.equals(Types.CALENDAR) ? visible() : readable();
    }

    boolean mayShare(String calendarId) {
        return rights(calendarId).may(Right.SHARE);
    }

    boolean mayDelete(String calendarId) {
        return rights(calendarId).may(Right.DELETE);
    }

    /**
     * Whether changes of name, colour and zone are meant for all: the owner's, a space's host's.
     */
    boolean mayDescribe(String calendarId) {
        return isOwner() || (account.isSpace() && mayShare(calendarId));
    }

    /** Whether an act on an event is allowed that stands in these calendars. */
    boolean may(Act act, ObjectNode event, Collection<String> in, boolean secret) {
        return switch (act) {
            case READ ->
                    Where.isSeen(
                            new Where(java.util.List.copyOf(in), secret), readable(), isOwner());
            case WRITE ->
                    !in.isEmpty()
                            && in.stream().allMatch(c -> mayWrite(rights(c), event))
                            && (isOwner() || isPublic(event));
            case WRITE_PERSONAL ->
                    in.stream()
                                    .anyMatch(c ->
                                            rights(c).may(Right.UPDATE_PRIVATE)
                                                    || mayWrite(rights(c), event))
                            && (isOwner() || isPublic(event));
        };
    }

    /** Whether somebody sees all of an event, and so what belongs to it. */
    boolean mayReadWhole(EventRows.Stored event) {
        return Where.isSeen(event.whereWhole(), readable(), isOwner());
    }

    /**
     * Whether somebody may say something about an event: who may change or answer it, and who takes
     * part in it. Who reads along only, in a calendar that a whole school reads say, may not.
     */
    boolean mayComment(EventRows.Stored event) {
        return mayReadWhole(event)
                && (isOwner()
                        || takesPart(event.json())
                        || event.where().calendars().stream()
                                .map(this::rights)
                                .anyMatch(r ->
                                        mayRead(r)
                                                && (r.may(Right.RSVP)
                                                        || mayWrite(r, event.json()))));
    }

    /** Whether somebody may delete what others said about an event: who manages its calendar. */
    boolean mayModerate(EventRows.Stored event) {
        return isOwner() || event.where().calendars().stream().anyMatch(this::mayShare);
    }

    private boolean takesPart(ObjectNode event) {
        return event.path("participants").valueStream().anyMatch(this::isMe);
    }

    private boolean isMe(JsonNode participant) {
        return participant
                .path("calendarAddress")
                .asString("")
                .toLowerCase(Locale.ROOT)
                .equals(principal.address());
    }

    private boolean mayWrite(Rights rights, ObjectNode event) {
        return rights.may(Right.WRITE_ALL)
                || (rights.may(Right.WRITE_OWN) && (hasNoOwner(event) || owns(event)));
    }

    static boolean isPublic(ObjectNode event) {
        return event.path("privacy").asString("public").equals("public");
    }

    private static boolean hasNoOwner(ObjectNode event) {
        return event.path("participants").valueStream().noneMatch(Access::isOwnerRole);
    }

    private boolean owns(ObjectNode event) {
        return event.path("participants")
                .valueStream()
                .filter(Access::isOwnerRole)
                .anyMatch(this::isMe);
    }

    private static boolean isOwnerRole(JsonNode participant) {
        return participant.path("roles").path("owner").asBoolean(false);
    }
}
