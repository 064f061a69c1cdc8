package app.linden.server;

import app.linden.base.Problem;
import app.linden.db.Sql;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Rights;
import app.linden.model.Rights.Right;
import app.linden.wire.MethodProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Principal/getAvailability (jmap-calendars 2.2): when somebody is busy, as far as one may know.
 */
final class Availability {
    static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_EVENTS = 20_000;

    /** Floating times are at most this far from those of UTC. */
    private static final long FLOATS = Duration.ofHours(15).toSeconds();

    private final ServerData data;

    Availability(ServerData data) {
        this.data = data;
    }

    /**
     * Whose availability somebody may ask for: their own, and that of whoever has a calendar that
     * shows them when it is busy.
     */
    static Set<String> open(Sql sql, Principal me) {
        Set<String> open = new HashSet<>(List.of(me.id()));
        String busy = "%" + Right.READ_FREE_BUSY.property() + "%";
        sql.list(
                "SELECT a.owner_id FROM share s JOIN account a ON a.id = s.account_id WHERE"
                        + " s.principal_id = ? AND s.rights LIKE ? AND a.owner_id IS NOT NULL",
                r -> open.add(r.text(1)),
                me.id(),
                busy);
        sql.list(
                "SELECT o.principal_id FROM share s JOIN share o ON o.calendar_id = s.calendar_id"
                        + " WHERE s.principal_id = ? AND s.rights LIKE ?",
                r -> open.add(r.text(1)),
                me.id(),
                busy);
        sql.list(
                "SELECT principal_id FROM share WHERE account_id = ?",
                r -> open.add(r.text(1)),
                me.id());
        return open;
    }

    ObjectNode get(Call call) {
        Arguments arguments = call.arguments();
        String accountId = arguments.accountId();
        String id = arguments.need("id");
        Instant from = instant(arguments.need("utcStart"));
        Instant to = instant(arguments.need("utcEnd"));
        List<String> properties = arguments.texts("eventProperties");
        boolean details = arguments.flag("showDetails");
        if (to.isAfter(from.plus(LONGEST))) {
            throw new MethodProblem(
                    "tooLarge", "At most " + LONGEST.toDays() + " days can be asked for.");
        }
        return data.database()
                .read(sql -> {
                    PrincipalMethods.checkOwn(sql, call.principal(), accountId);
                    Principal whose =
                            Principal.find(sql, id)
                                    .orElseThrow(() ->
                                            new MethodProblem(
                                                    "notFound", "There is no such principal."));
                    if (!open(sql, call.principal()).contains(id)) {
                        throw new MethodProblem("forbidden", "You may not see when they are busy.");
                    }
                    Question question =
                            new Question(
                                    sql, call.principal(), whose, from, to, details, properties);
                    question.run();
                    ObjectNode answer = Json.object().put("accountId", accountId);
                    answer.set("list", question.periods.list());
                    return answer;
                });
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Arguments.invalid("“" + text + "” is no time in UTC.");
        }
    }

    /** One answer under way. */
    private static final class Question {
        private final Sql sql;
        private final Principal me;
        private final Principal whose;
        private final Instant from;
        private final Instant to;
        private final boolean details;
        private final @Nullable List<String> properties;
        private final Map<String, Access> mine = new HashMap<>();
        private final Set<String> done = new HashSet<>();
        private final BusyPeriods periods = new BusyPeriods();

        Question(
                Sql sql,
                Principal me,
                Principal whose,
                Instant from,
                Instant to,
                boolean details,
                @Nullable List<String> properties) {
            this.sql = sql;
            this.me = me;
            this.whose = whose;
            this.from = from;
            this.to = to;
            this.details = details;
            this.properties = properties;
        }

        void run() {
            for (AccountRows.Stored account : Sessions.accounts(sql, whose).values()) {
                Access theirs = Access.of(sql, whose, account.id());
                Map<String, ObjectNode> own = CalendarRows.personal(sql, account.id(), whose.id());
                for (CalendarRows.Stored calendar : CalendarRows.ofAccount(sql, account.id())) {
                    if (theirs.maySee(calendar.id())
                            && rights(account, calendar).may(Right.READ_FREE_BUSY)) {
                        look(
                                theirs,
                                CalendarView.of(
                                        calendar, own.get(calendar.id()), Map.of(), theirs));
                    }
                }
            }
        }

        private Rights rights(AccountRows.Stored account, CalendarRows.Stored calendar) {
            return me.id().equals(account.ownerId())
                    ? Rights.ALL
                    : ShareRows.ofCalendar(sql, calendar.id()).getOrDefault(me.id(), Rights.NONE);
        }

        private void look(Access theirs, ObjectNode calendar) {
            String counts = calendar.path("includeInAvailability").asString("none");
            if (!calendar.path("isSubscribed").asBoolean(true) || counts.equals("none")) {
                return;
            }
            String zone = calendar.path("timeZone").asString("");
            ZoneId floating = CalendarRules.isZone(zone) ? ZoneId.of(zone) : ZoneOffset.UTC;
            List<EventRows.Stored> rows =
                    EventRows.busy(
                            sql,
                            calendar.path("id").asString(""),
                            from.getEpochSecond() - FLOATS,
                            to.getEpochSecond() + FLOATS,
                            MOST_EVENTS + 1);
            if (rows.size() > MOST_EVENTS) {
                throw new MethodProblem("tooLarge", "There are too many events in this time.");
            }
            Map<String, ObjectNode> own =
                    EventRows.personal(
                            sql, whose.id(), rows.stream().map(EventRows.Stored::id).toList());
            for (EventRows.Stored row : rows) {
                if (!done.contains(row.id())) {
                    Event view = Event.of(EventView.of(row, own.get(row.id()), theirs));
                    expand(row, view, floating, counts.equals("attending"));
                }
            }
        }

        private void expand(
                EventRows.Stored row, Event event, ZoneId floating, boolean attendingOnly) {
            Occurrences.Window window =
                    new Occurrences.Window(
                            LocalDateTime.ofInstant(from, ZoneOffset.UTC).minusDays(1),
                            LocalDateTime.ofInstant(to, ZoneOffset.UTC).plusDays(1),
                            ZoneOffset.UTC);
            List<Occurrences.Found> all;
            try {
                all = Occurrences.in(window, row.id(), event);
            } catch (Problem tooMany) {
                // Somebody who does something every second is busy all the time.
                periods.add(
                        from.getEpochSecond(), to.getEpochSecond(), BusyPeriods.Status.UNAVAILABLE);
                return;
            }
            for (Occurrences.Found found : all) {
                ObjectNode json = found.event().json();
                String answer = answer(json);
                boolean attends = answer.equals("accepted") || answer.equals("tentative");
                if (json.path("freeBusyStatus").asString("busy").equals("busy")
                        && !json.path("status").asString("").equals("cancelled")
                        && (attends || !attendingOnly)) {
                    done.add(row.id());
                    tell(row, found, status(json, answer), floating);
                }
            }
        }

        private String answer(ObjectNode event) {
            for (JsonNode participant : event.path("participants")) {
                if (participant
                        .path("calendarAddress")
                        .asString("")
                        .equalsIgnoreCase(whose.address())) {
                    return participant.path("participationStatus").asString("needs-action");
                }
            }
            return "";
        }

        private static BusyPeriods.Status status(ObjectNode event, String answer) {
            String status = event.path("status").asString("confirmed");
            if (status.equals("tentative") || answer.equals("tentative")) {
                return BusyPeriods.Status.TENTATIVE;
            }
            return status.equals("confirmed") && answer.equals("accepted")
                    ? BusyPeriods.Status.CONFIRMED
                    : BusyPeriods.Status.UNAVAILABLE;
        }

        private void tell(
                EventRows.Stored row,
                Occurrences.Found found,
                BusyPeriods.Status status,
                ZoneId floating) {
            ObjectNode times = found.event().json().deepCopy();
            Occurrences.addUtc(times, floating);
            long start = Instant.parse(times.path("utcStart").asString("")).getEpochSecond();
            long end = Instant.parse(times.path("utcEnd").asString("")).getEpochSecond();
            if (end <= from.getEpochSecond() || start >= to.getEpochSecond()) {
                return;
            }
            ObjectNode shown = details ? shown(row, found.id()) : null;
            if (shown == null) {
                periods.add(start, end, status);
            } else {
                periods.add(start, end, status, row.accountId(), shown);
            }
        }

        /** The event as the one who asks sees it; null when they do not. */
        private @Nullable ObjectNode shown(EventRows.Stored row, Occurrences.@Nullable Id id) {
            if (!Access.isPublic(row.json())) {
                return null;
            }
            Where where = row.where();
            Access access;
            try {
                access = mine.computeIfAbsent(row.accountId(), a -> Access.of(sql, me, a));
            } catch (MethodProblem notVisible) {
                return null;
            }
            if (!access.may(Access.Act.READ, row.json(), where.calendars(), where.secret())) {
                return null;
            }
            ObjectNode own = EventRows.personal(sql, me.id(), List.of(row.id())).get(row.id());
            ObjectNode view = EventView.of(row, own, access);
            ObjectNode one = id == null ? view : Occurrences.view(view, id);
            if (one == null || properties == null) {
                return one;
            }
            ObjectNode some = one.deepCopy();
            some.retain(properties);
            return some;
        }
    }
}
