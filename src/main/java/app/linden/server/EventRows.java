package app.linden.server;

import app.linden.db.Sql;
import app.linden.model.Event;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of events, of the calendars that hold them, and of what principals keep for themselves. */
final class EventRows {
    private static final int CHUNK = 500;

    /**
     * An event as all share it.
     *
     * @param json the document without its id and without per-user properties; never changed
     */
    record Stored(String id, String accountId, ObjectNode json) {

        Where where() {
            return new Where(
                    Event.of(json).calendarIds(),
                    json.path("privacy").asString("public").equals("secret"));
        }

        /** Who sees all of it, and so what belongs to it: of a private one the owner alone. */
        Where whereWhole() {
            return new Where(where().calendars(), !Access.isPublic(json));
        }

        Stored without(String calendarId) {
            ObjectNode next = json.deepCopy();
            if (next.get("calendarIds") instanceof ObjectNode calendars) {
                calendars.remove(calendarId);
            }
            return new Stored(id, accountId, next);
        }
    }

    private static final String COLUMNS = "SELECT e.id, e.account_id, e.json FROM event e ";

    private EventRows() {}

    /** The events of an account with these ids, in no order. */
    static Map<String, Stored> find(Sql sql, String accountId, Collection<String> ids) {
        Map<String, Stored> found = new LinkedHashMap<>();
        for (List<String> chunk : chunks(ids)) {
            sql
                    .list(
                            COLUMNS + "WHERE e.id = ANY(?)",
                            EventRows::read,
                            (Object) chunk.toArray())
                    .stream()
                    .filter(e -> e.accountId.equals(accountId))
                    .forEach(e -> found.put(e.id, e));
        }
        return found;
    }

    static List<Stored> in(Sql sql, String calendarId) {
        return sql.list(
                COLUMNS + "JOIN event_calendar c ON c.event_id = e.id WHERE c.calendar_id = ?",
                EventRows::read,
                calendarId);
    }

    /** Events of a calendar that are not secret and have occurrences around a time, in seconds. */
    static List<Stored> busy(Sql sql, String calendarId, long from, long to, int most) {
        return sql.list(
                COLUMNS
                        + "JOIN event_calendar c ON c.event_id = e.id WHERE c.calendar_id = ? AND"
                        + " e.ends > ? AND e.begins < ? AND e.secret = FALSE LIMIT ?",
                EventRows::read,
                calendarId,
                from,
                to,
                most);
    }

    static boolean isAnyIn(Sql sql, String calendarId) {
        return sql.one(
                        "SELECT 1 FROM event_calendar WHERE calendar_id = ? LIMIT 1",
                        r -> true,
                        calendarId)
                .orElse(false);
    }

    /** For each of these uids that is taken, the recurrence ids in use; empty for a base event. */
    static Map<String, List<String>> takenUids(Sql sql, Access access, Collection<String> uids) {
        if (!access.isOwner()) {
            return seenUids(sql, access, uids);
        }
        String accountId = access.account.id();
        Map<String, List<String>> taken = new HashMap<>();
        for (List<String> chunk : chunks(uids)) {
            // By uid alone, or the planner walks through the whole account.
            sql.list(
                    "SELECT uid, recurrence_id, account_id FROM event WHERE uid = ANY(?)",
                    r ->
                            r.text(3).equals(accountId)
                                    && taken.computeIfAbsent(r.text(1), k -> new ArrayList<>())
                                            .add(r.text(2)),
                    (Object) chunk.toArray());
        }
        return taken;
    }

    /** Only what one sees counts: a refusal would tell of an event that is hidden. */
    private static Map<String, List<String>> seenUids(
            Sql sql, Access access, Collection<String> uids) {
        List<String> ids = new ArrayList<>();
        for (List<String> chunk : chunks(uids)) {
            ids.addAll(
                    sql.list(
                            "SELECT id FROM event WHERE uid = ANY(?)",
                            r -> r.text(1),
                            (Object) chunk.toArray()));
        }
        Map<String, List<String>> taken = new HashMap<>();
        for (Stored event : find(sql, access.account.id(), ids).values()) {
            Where where = event.where();
            if (access.may(Access.Act.READ, event.json, where.calendars(), where.secret())) {
                taken.computeIfAbsent(event.json.path("uid").asString(""), k -> new ArrayList<>())
                        .add(event.json.path("recurrenceId").asString(""));
            }
        }
        return taken;
    }

    static void insert(Sql sql, List<Stored> events) {
        sql.batch(
                "INSERT INTO event (account_id, uid, recurrence_id, secret, open_text, start,"
                    + " created, updated, floating, begins, ends, title, words, json, id) VALUES"
                    + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                events.stream().map(EventRows::columns).toList());
        insertCalendars(sql, events);
    }

    static void update(Sql sql, Collection<Stored> events) {
        sql.batch(
                "UPDATE event SET account_id = ?, uid = ?, recurrence_id = ?, secret = ?, open_text"
                    + " = ?, start = ?, created = ?, updated = ?, floating = ?, begins = ?, ends ="
                    + " ?, title = ?, words = ?, json = ? WHERE id = ?",
                events.stream().map(EventRows::columns).toList());
        sql.batch(
                "DELETE FROM event_calendar WHERE event_id = ?",
                rows(events.stream().map(Stored::id).toList()));
        insertCalendars(sql, events);
    }

    static void delete(Sql sql, List<String> ids) {
        for (String table :
                List.of(
                        "event_calendar WHERE event_id",
                        "event_personal WHERE event_id",
                        "event WHERE id")) {
            sql.batch("DELETE FROM " + table + " = ?", rows(ids));
        }
    }

    /** What a principal keeps for itself of these events, by event. */
    static Map<String, ObjectNode> personal(
            Sql sql, String principalId, Collection<String> eventIds) {
        Map<String, ObjectNode> personal = new HashMap<>();
        for (List<String> chunk : chunks(eventIds)) {
            // By event alone, or the planner walks through all that this principal keeps.
            sql.list(
                    "SELECT event_id, principal_id, json FROM event_personal WHERE event_id ="
                            + " ANY(?)",
                    r ->
                            r.text(2).equals(principalId)
                                    && personal.put(r.text(1), Json.parseObject(r.text(3))) == null,
                    (Object) chunk.toArray());
        }
        return personal;
    }

    /** Saves what a principal keeps for itself; an empty object removes the row. */
    static void savePersonal(Sql sql, String principalId, Map<String, ObjectNode> personal) {
        List<@Nullable Object[]> kept = new ArrayList<>();
        List<@Nullable Object[]> old = new ArrayList<>();
        personal.forEach((event, json) -> {
            old.add(new Object[] {event, principalId});
            if (!json.isEmpty()) {
                kept.add(new Object[] {event, principalId, Json.write(json)});
            }
        });
        sql.batch("DELETE FROM event_personal WHERE event_id = ? AND principal_id = ?", old);
        sql.batch(
                "INSERT INTO event_personal (event_id, principal_id, json) VALUES (?, ?, ?)", kept);
    }

    private static void insertCalendars(Sql sql, Collection<Stored> events) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Stored event : events) {
            event.where().calendars().forEach(c -> rows.add(new Object[] {c, event.id}));
        }
        sql.batch("INSERT INTO event_calendar (calendar_id, event_id) VALUES (?, ?)", rows);
    }

    private static @Nullable Object[] columns(Stored event) {
        ObjectNode json = event.json;
        EventTimes times = EventTimes.of(Event.of(json));
        EventWords words = EventWords.of(json);
        return new @Nullable Object[] {
            event.accountId,
            json.path("uid").asString(""),
            json.path("recurrenceId").asString(""),
            event.where().secret(),
            Access.isPublic(json),
            json.path("start").asString(""),
            json.path("created").asString(""),
            json.path("updated").asString(""),
            times.floating(),
            times.begins(),
            times.ends(),
            words.title(),
            words.all(),
            Json.write(json),
            event.id
        };
    }

    private static List<@Nullable Object[]> rows(List<String> ids) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        ids.forEach(id -> rows.add(new Object[] {id}));
        return rows;
    }

    private static List<List<String>> chunks(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += CHUNK) {
            chunks.add(all.subList(i, Math.min(all.size(), i + CHUNK)));
        }
        return chunks;
    }

    private static Stored read(Sql.Row row) {
        return new Stored(row.text(1), row.text(2), Json.parseObject(row.text(3)));
    }
}
