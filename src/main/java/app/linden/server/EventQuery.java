package app.linden.server;

import app.linden.db.Sql;
import app.linden.wire.MethodProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * CalendarEvent/query (jmap-calendars 5.11). Filter and order are SQL's. Going through everything
 * by uid and anchor reads one page of the index each time, however many events there are.
 */
record EventQuery(ServerData data) implements Method {
    private static final Map<String, String> COLUMNS =
            Map.of(
                    "uid", "e.uid",
                    "start", "e.start",
                    "created", "e.created",
                    "updated", "e.updated",
                    "recurrenceId", "e.recurrence_id");
    private static final String BY_UID = "e.account_id, e.uid, e.id";
    private static final String CASEMAP = "i;unicode-casemap";
    private static final int MOST_COMPARATORS = 10;

    @Override
    public ObjectNode run(Call call) {
        Arguments arguments = call.arguments();
        String accountId = arguments.accountId();
        Page page = Page.of(arguments);
        String order = order(arguments.value("sort"));
        String zoneName = arguments.text("timeZone");
        if (zoneName != null && !CalendarRules.isZone(zoneName)) {
            throw Arguments.invalid("The time zone is not known.");
        }
        ZoneId zone = zoneName == null ? ZoneOffset.UTC : ZoneId.of(zoneName);
        ExpandedQuery expanded =
                arguments.flag("expandRecurrences") ? ExpandedQuery.of(arguments, zone) : null;
        return data.database()
                .read(sql -> {
                    String state = States.text(sql, accountId, Types.EVENT);
                    Access access = Access.of(sql, call.principal(), accountId);
                    Condition where =
                            seen(sql, access)
                                    .and(EventFilter.of(arguments.value("filter"), access, zone));
                    if (expanded == null) {
                        return find(sql, accountId, state, page, order, where);
                    }
                    List<String> events = ids(sql, where, BY_UID, Integer.MAX_VALUE, 0);
                    return page.of(accountId, state, expanded.run(sql, access, events));
                });
    }

    private static ObjectNode find(
            Sql sql, String accountId, String state, Page page, String order, Condition where) {
        long total = page.calculateTotal() ? count(sql, where) : 0;
        String anchor = page.anchor();
        if (anchor == null && page.position() >= 0) {
            List<String> ids = ids(sql, where, order, page.limit(), page.position());
            return page.answer(accountId, state, page.position(), ids, total);
        }
        if (anchor == null || page.anchorOffset() < 1 || !order.equals(BY_UID)) {
            return page.of(accountId, state, ids(sql, where, order, Integer.MAX_VALUE, 0));
        }
        String uid =
                sql.one(
                                "SELECT e.uid FROM event e WHERE e.id = ? AND " + where.sql(),
                                r -> r.text(1),
                                with(where, anchor))
                        .orElseThrow(Page::anchorNotFound);
        Condition before = Condition.of("e.uid <= ? AND (e.uid < ? OR e.id < ?)", uid, uid, anchor);
        Condition behind = Condition.of("e.uid >= ? AND (e.uid > ? OR e.id > ?)", uid, uid, anchor);
        long start = count(sql, where.and(before)) + page.anchorOffset();
        List<String> ids =
                ids(sql, where.and(behind), order, page.limit(), page.anchorOffset() - 1);
        return page.answer(accountId, state, start, ids, total);
    }

    /** The events of the account that the caller may see. */
    private static Condition seen(Sql sql, Access access) {
        Condition inAccount = Condition.of("e.account_id = ?", access.account.id());
        if (access.isOwner()) {
            return inAccount;
        }
        Set<String> readable = access.readable();
        long calendars =
                sql.number(
                        "SELECT COUNT(*) FROM calendar WHERE account_id = ?", access.account.id());
        Condition open = inAccount.and(Condition.of("e.secret = FALSE"));
        return calendars == readable.size()
                ? open
                : open.and(
                        Condition.of(
                                // COALESCE keeps the planner from one look-up for each calendar.
                                "EXISTS (SELECT 1 FROM event_calendar v WHERE v.event_id = e.id AND"
                                        + " COALESCE(v.calendar_id, '') = ANY(?))",
                                (Object) readable.toArray()));
    }

    private static long count(Sql sql, Condition where) {
        return sql.number(
                "SELECT COUNT(*) FROM event e WHERE " + where.sql(), where.parameters().toArray());
    }

    private static List<String> ids(
            Sql sql, Condition where, String order, int limit, long offset) {
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(limit);
        parameters.add(offset);
        return sql.list(
                "SELECT e.id FROM event e WHERE "
                        + where.sql()
                        + " ORDER BY "
                        + order
                        + " LIMIT ? OFFSET ?",
                r -> r.text(1),
                parameters.toArray());
    }

    private static Object[] with(Condition where, String first) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(first);
        parameters.addAll(where.parameters());
        return parameters.toArray();
    }

    private static String order(@Nullable JsonNode sort) {
        if (sort == null || (sort.isArray() && sort.isEmpty())) {
            return BY_UID;
        }
        if (sort.size() > MOST_COMPARATORS) {
            throw new MethodProblem("unsupportedSort", "There are too many comparators.");
        }
        List<String> columns = new ArrayList<>();
        for (JsonNode comparator : sort) {
            columns.add(column(comparator));
        }
        return columns.equals(List.of("e.uid")) ? BY_UID : String.join(", ", columns) + ", e.id";
    }

    private static String column(JsonNode comparator) {
        JsonNode ascending = comparator.path("isAscending");
        String column = COLUMNS.get(comparator.path("property").asString());
        if (column == null) {
            throw new MethodProblem("unsupportedSort", "Linden does not sort by this property.");
        }
        JsonNode collation = comparator.path("collation");
        if (collation.isString()) {
            if (!collation.asString().equals(CASEMAP)) {
                throw new MethodProblem("unsupportedSort", "This collation is not known.");
            }
            column = "UPPER(" + column + ")";
        }
        return column + (ascending.isBoolean() && !ascending.asBoolean() ? " DESC" : "");
    }
}
