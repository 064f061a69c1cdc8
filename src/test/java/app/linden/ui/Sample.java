package app.linden.ui;

import app.linden.base.Ids;
import app.linden.calendar.Agenda;
import app.linden.calendar.Commands;
import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Occurrence;
import app.linden.model.Rule;
import app.linden.model.Type;
import app.linden.model.When;
import app.linden.store.Pulled;
import app.linden.store.Store;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A real store in a folder of the test with Anna's account on a server, an account that is shared
 * with her, and the local one; the clock stands in the week of Tuesday, November 24, 2026.
 */
public final class Sample implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    public static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-24T09:20:00Z"));

    public final Store store;
    public final Commands commands;
    public final Agenda agenda;
    private final Ids ids = new Ids(CLOCK, new Random(1));

    /**
     * With calendars: Family (default), Work, Birthdays; Hockey club, read-only; Personal, local.
     */
    public Sample(Path folder) {
        this(folder, true);
    }

    public static Sample empty(Path folder) {
        return new Sample(folder, false);
    }

    private Sample(Path folder, boolean full) {
        store = Store.open(folder, CLOCK, ids);
        if (full) {
            store.serverSide()
                    .acceptAccounts(
                            "login",
                            List.of(
                                    new Account(ids.next(), "login", "a1", "Anna", true, false),
                                    new Account(
                                            ids.next(), "login", "a2", "Hockey club", false, true)))
                    .join();
            Map<String, ObjectNode> mine = new HashMap<>();
            mine.put("family", calendarJson("Family", "#2f9e63", 0).put("isDefault", true));
            mine.put("work", calendarJson("Work", "#3b6fd4", 1));
            mine.put("birthdays", calendarJson("Birthdays of everybody we know", "#c2487e", 2));
            pull("a1", Type.CALENDAR, mine);
            ObjectNode club = calendarJson("Hockey club", "#d9822b", 0);
            club.putObject("myRights").put("mayReadFreeBusy", true).put("mayReadItems", true);
            pull("a2", Type.CALENDAR, Map.of("club", club));
            store.localAccount("On this computer", "Personal").join();
        }
        commands = new Commands(store, ids);
        agenda = new Agenda(store, CLOCK);
    }

    private static ObjectNode calendarJson(String name, String color, int order) {
        return Json.object().put("name", name).put("color", color).put("sortOrder", order);
    }

    /** Gives objects of the server, by server id, to the cache. */
    public void pull(String accountServerId, Type type, Map<String, ObjectNode> objects) {
        store.serverSide()
                .accept(new Pulled(account(accountServerId), type, objects, List.of(), ids.next()))
                .join();
    }

    /** The local id of the account with that server id. */
    public String account(String serverId) {
        return store.accounts().stream()
                .filter(a -> serverId.equals(a.serverId()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** A calendar by the beginning of its name. */
    public Calendar calendar(String name) {
        return store.calendars().stream()
                .filter(c -> c.name().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    /** A new event from one time to another of a day, such as "18:00". */
    public String add(String calendar, String title, LocalDate day, String from, String to) {
        return add(event(calendar, title, day, from, to));
    }

    public String add(Event event) {
        return commands.create(event).join();
    }

    public Event event(String calendar, String title, LocalDate day, String from, String to) {
        When when =
                When.timed(
                        day.atTime(java.time.LocalTime.parse(from)),
                        day.atTime(java.time.LocalTime.parse(to)),
                        ZONE);
        return Event.create("", calendar(calendar).id(), title, when);
    }

    public String addDays(String calendar, String title, LocalDate first, LocalDate last) {
        return add(Event.create("", calendar(calendar).id(), title, When.days(first, last)));
    }

    /** An event of the server in one of Anna's calendars: "family", "work", "birthdays". */
    public String arrive(String serverId, String calendarServerId, Event event) {
        ObjectNode wire = event.json().deepCopy().put("id", serverId).put("uid", serverId);
        wire.putObject("calendarIds").put(calendarServerId, true);
        pull("a1", Type.EVENT, Map.of(serverId, wire));
        return store.findByUid(account("a1"), List.of(serverId)).get(serverId).getFirst().id();
    }

    /** What a day holds, earliest first. */
    public List<Occurrence> on(LocalDate day) {
        return store.occurrences(day, day.plusDays(1), ZONE).stream()
                .sorted(java.util.Comparator.comparingLong(o -> o.span().start()))
                .toList();
    }

    /** The only occurrence of a day with that title. */
    public Occurrence find(LocalDate day, String title) {
        return on(day).stream().filter(o -> o.title().equals(title)).findFirst().orElseThrow();
    }

    /** Believable events around today. */
    public Sample fill() {
        LocalDate monday = TODAY.with(DayOfWeek.MONDAY);
        add(
                event("Work", "Stand-up", monday.minusWeeks(2), "09:00", "09:15")
                        .with(
                                Rule.every(1, Rule.Frequency.WEEKLY)
                                        .on(
                                                List.of(
                                                        DayOfWeek.MONDAY,
                                                        DayOfWeek.TUESDAY,
                                                        DayOfWeek.WEDNESDAY,
                                                        DayOfWeek.THURSDAY,
                                                        DayOfWeek.FRIDAY))));
        add(
                event("Family", "Swimming", monday.minusWeeks(3).plusDays(2), "16:30", "17:30")
                        .with(Rule.every(1, Rule.Frequency.WEEKLY))
                        .withPlace("Pool in the park"));
        add("Work", "Quarterly planning with the whole team", monday, "10:00", "12:00");
        add("Work", "Review", monday, "11:00", "12:30");
        add(
                event("Family", "Dentist, Ben", TODAY, "15:30", "16:15")
                        .withPlace("Dr. Sommer, Gartenstrasse 12")
                        .withText("description", "Bring the insurance card."));
        add("Work", "Lunch with Mira", TODAY, "12:00", "13:00");
        add("Work", "Customer call", TODAY, "12:30", "13:15");
        add("Family", "Parents' evening", TODAY.plusDays(1), "19:30", "21:00");
        add("Work", "Release", TODAY.plusDays(2), "14:00", "14:45");
        add("Family", "Dinner at Luigi's", TODAY.plusDays(3), "18:30", "21:30");
        addDays("Family", "Grandma visits", TODAY.plusDays(3), TODAY.plusDays(6));
        addDays("Birthdays", "Jonas", TODAY.plusDays(1), TODAY.plusDays(1));
        addDays("Work", "Trade fair, Hanover", TODAY.minusDays(8), TODAY.minusDays(5));
        addDays("Family", "First Advent", LocalDate.of(2026, 11, 29), LocalDate.of(2026, 11, 29));
        return this;
    }

    @Override
    public void close() {
        agenda.close();
        store.close();
    }
}
