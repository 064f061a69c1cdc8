package app.linden.sync;

import static app.linden.sync.World.BERLIN;
import static app.linden.sync.World.DAY;
import static app.linden.sync.World.event;
import static app.linden.sync.World.find;
import static app.linden.sync.World.id;
import static app.linden.sync.World.titles;
import static app.linden.sync.World.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.calendar.Change;
import app.linden.calendar.Target;
import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Length;
import app.linden.model.Patch;
import app.linden.model.Rights;
import app.linden.model.Rule;
import app.linden.model.Scope;
import app.linden.model.SyncState;
import app.linden.model.Type;
import app.linden.model.When;
import app.linden.store.Intent;
import app.linden.store.Pulled;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What Linden asks of a server, held by real devices with real caches and sockets: Alice with a
 * laptop and a phone, and Bob. The servers differ in what they are able to keep; what a person sees
 * is the same.
 */
abstract class RemoteContract {
    static final String HOME = "Home";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @TempDir private Path folder;
    private final Map<String, Device> devices = new TreeMap<>();
    private Host host;
    private Raw alice;
    private Raw bob;
    Device laptop;
    private Device phone;

    abstract Host host(Path folder);

    @BeforeEach
    void start() {
        host = host(folder);
        alice = new Raw(host, "alice");
        bob = new Raw(host, "bob");
        alice.clear();
        bob.clear();
        laptop = device("laptop", "alice");
        phone = device("phone", "alice");
        laptop.commands().createCalendar(own(laptop).accountId(), HOME, "#224466").join();
        until("the phone has the calendar", () -> find(phone, HOME) != null);
        until("the calendar is sent", () -> laptop.store().waiting().isEmpty());
    }

    @AfterEach
    void stop() {
        devices.values().forEach(Device::close);
        if (host != null) {
            alice.clear();
            alice.close();
            bob.close();
            host.close();
        }
    }

    Device device(String name, String person) {
        Device device = offline(name);
        online(name, person);
        return device;
    }

    /** A device, opened or opened anew, that no network reaches. */
    private Device offline(String name) {
        Device before = devices.remove(name);
        if (before != null) {
            before.close();
        }
        Device device = Device.open(folder.resolve(name), new SecretsOfThisRun());
        devices.put(name, device);
        return device;
    }

    private void online(String name, String person) {
        devices.get(name)
                .accounts()
                .signIn(host.address(), person, host.passwords().get(person))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    /** Some calendar that everybody has of their own. */
    private static Calendar own(Device device) {
        List<String> personal =
                device.store().accounts().stream()
                        .filter(a -> a.personal() && !a.isLocal())
                        .map(a -> a.id())
                        .toList();
        return device.store().calendars().stream()
                .filter(c -> personal.contains(c.accountId()))
                .findFirst()
                .orElseThrow();
    }

    private static Event found(Device device, String title) {
        return device.store().findEvent(id(device, HOME, title)).orElseThrow();
    }

    private static void edit(Device device, String title, Event after) {
        device.commands()
                .edit(Target.whole(id(device, HOME, title)), found(device, title), after)
                .join();
    }

    private static void retitle(Device device, String from, String to) {
        edit(device, from, found(device, from).with("title", Json.text(to)));
    }

    private void bothHave(String... titles) {
        List<String> wanted = List.of(titles);
        until(
                "both have " + wanted,
                () -> titles(laptop, HOME).equals(wanted) && titles(phone, HOME).equals(wanted));
        agree();
    }

    /** Nothing waits, and Alice's devices know the same. */
    private void agree() {
        until(
                "nothing waits",
                () ->
                        devices.values().stream()
                                .allMatch(d ->
                                        d.store().waiting().stream().allMatch(w -> w.isParked())));
        if (host.isOurs()) {
            until("both know the same", () -> known(laptop).equals(known(phone)));
        }
    }

    private static Map<String, Object> known(Device device) {
        Map<String, Object> known = new TreeMap<>();
        device.store()
                .eventsIn(find(device, HOME).id())
                .forEach(f -> {
                    ObjectNode json = f.event().json().deepCopy();
                    json.remove("calendarIds");
                    known.put(f.event().uid(), Json.canonical(json));
                });
        return known;
    }

    private static void noConflicts(Device... devices) {
        for (Device device : devices) {
            assertEquals(List.of(), device.store().conflicts());
        }
    }

    @Test
    void signingInFindsTheAccountAndItsCalendars() {
        until("it is well", () -> World.phase(laptop) == SyncState.Phase.IDLE);
        assertTrue(own(laptop).rights().may(Rights.Right.WRITE_ALL));
        assertTrue(own(laptop).rights().may(Rights.Right.SHARE));
        assertEquals("#224466", find(phone, HOME).color());
    }

    @Test
    void aliceFindsBobToShareWith() {
        until(
                "Bob is in the directory",
                () ->
                        laptop.store().directory().servers().values().stream()
                                .anyMatch(s ->
                                        s.me().equals(alice.principal())
                                                && s.lists()
                                                && s.people().containsKey(bob.principal())
                                                && s.people().get(bob.principal()).shareable()
                                                && s.people()
                                                        .get(bob.principal())
                                                        .shown()
                                                        .startsWith("bob")));
    }

    @Test
    void createsEditsAndDeletesGoBothWays() {
        laptop.commands().create(event(find(laptop, HOME), "Dinner", 18)).join();
        bothHave("Dinner");
        retitle(phone, "Dinner", "Supper");
        bothHave("Supper");
        Event placed = found(laptop, "Supper").withPlace("Luigi’s").withText("description", "a\nb");
        edit(laptop, "Supper", placed);
        until("the place is there", () -> "Luigi’s".equals(found(phone, "Supper").place()));
        assertEquals("a\nb", found(phone, "Supper").description());
        edit(phone, "Supper", found(phone, "Supper").withPlace(null));
        until("it is gone", () -> found(laptop, "Supper").place() == null);
        assertEquals("a\nb", found(laptop, "Supper").description());
        phone.commands().delete(Target.whole(id(phone, HOME, "Supper"))).join();
        bothHave();
        noConflicts(laptop, phone);
    }

    @Test
    void anEditReachesTheOtherDeviceByTheLiveChannel() {
        // Nobody asks for a minute at least, and this waits a quarter of that.
        laptop.commands().create(event(find(laptop, HOME), "Dinner", 18)).join();
        until("it is there", () -> titles(phone, HOME).equals(List.of("Dinner")));
        phone.commands()
                .move(
                        Target.whole(id(phone, HOME, "Dinner")),
                        DAY.atTime(20, 0),
                        DAY.atTime(21, 0),
                        false,
                        BERLIN)
                .join();
        until(
                "it is moved",
                () -> found(laptop, "Dinner").when().start().equals(DAY.atTime(20, 0)));
    }

    @Test
    void offlineEditsOfDifferentThingsMerge() {
        laptop.commands().create(event(find(laptop, HOME), "Dinner", 18)).join();
        bothHave("Dinner");
        laptop = offline("laptop");
        phone = offline("phone");
        retitle(laptop, "Dinner", "Supper");
        edit(phone, "Dinner", found(phone, "Dinner").withPlace("Luigi’s"));
        laptop.commands().create(event(find(laptop, HOME), "From the laptop", 8)).join();
        phone.commands().create(event(find(phone, HOME), "From the phone", 9)).join();
        online("laptop", "alice");
        online("phone", "alice");
        bothHave("From the laptop", "From the phone", "Supper");
        until("the place too", () -> "Luigi’s".equals(found(laptop, "Supper").place()));
        assertEquals("Luigi’s", found(phone, "Supper").place());
        noConflicts(laptop, phone);
    }

    @Test
    void offlineEditsOfTheSameConflictAndThePersonChooses() {
        laptop.commands().create(event(find(laptop, HOME), "Dinner", 18)).join();
        bothHave("Dinner");
        laptop = offline("laptop");
        phone = offline("phone");
        retitle(laptop, "Dinner", "Laptop’s");
        retitle(phone, "Dinner", "Phone’s");
        online("laptop", "alice");
        until("the laptop’s is sent", () -> laptop.store().waiting().isEmpty());
        online("phone", "alice");
        bothHave("Laptop’s");
        assertEquals(1, phone.store().conflicts().size());
        noConflicts(laptop);
        phone.commands().useMine(phone.store().conflicts().getFirst().id()).join();
        bothHave("Phone’s");
        noConflicts(laptop, phone);
    }

    @Test
    void deletedThereAndEditedHereIsOnACard() {
        laptop.commands().create(event(find(laptop, HOME), "Dinner", 18)).join();
        bothHave("Dinner");
        phone = offline("phone");
        retitle(phone, "Dinner", "Supper");
        laptop.commands().delete(Target.whole(id(laptop, HOME, "Dinner"))).join();
        until("it is deleted", () -> laptop.store().waiting().isEmpty());
        online("phone", "alice");
        bothHave();
        assertEquals(1, phone.store().conflicts().size());
        phone.commands().useMine(phone.store().conflicts().getFirst().id()).join();
        bothHave("Supper");
    }

    private Event training(int count) {
        return event(find(laptop, HOME), "Training", 17)
                .with(Rule.every(1, Rule.Frequency.WEEKLY).withCount(count));
    }

    private static Target week(Device device, int week) {
        return new Target(id(device, HOME, "Training"), DAY.plusWeeks(week).atTime(17, 0));
    }

    private static Event occurrence(Device device, int week) {
        return device.agenda().find(week(device, week)).join();
    }

    private static void editOne(Device device, int week, Event after) {
        device.commands().edit(week(device, week), occurrence(device, week), after).join();
    }

    @Test
    void aSeriesKeepsWhatItsOccurrencesHaveOfTheirOwn() {
        laptop.commands().create(training(6)).join();
        bothHave("Training");
        editOne(laptop, 1, occurrence(laptop, 1).with("title", Json.text("Match")));
        editOne(laptop, 2, occurrence(laptop, 2).withPlace("Elsewhere"));
        phone.commands().delete(week(phone, 3)).join();
        phone.commands()
                .change(
                        week(phone, 4),
                        Scope.OCCURRENCE,
                        new Change.Moved(
                                DAY.plusWeeks(4).plusDays(1).atTime(19, 0),
                                DAY.plusWeeks(4).plusDays(1).atTime(21, 0),
                                false,
                                BERLIN))
                .join();
        agree();
        String extra = Event.write(DAY.plusDays(3).atTime(10, 0));
        laptop.store()
                .edits()
                .apply(
                        List.of(
                                new Intent.Update(
                                        id(laptop, HOME, "Training"),
                                        Patch.of(
                                                "recurrenceOverrides/" + extra,
                                                Json.object().put("title", "Extra")))))
                .join();
        until(
                "all exceptions are everywhere",
                () ->
                        List.of(laptop, phone).stream()
                                .allMatch(d -> found(d, "Training").overrides().size() == 5));
        agree();
        for (Device device : List.of(laptop, phone)) {
            assertEquals("Match", occurrence(device, 1).title());
            assertEquals("Elsewhere", occurrence(device, 2).place());
            assertEquals("Training", occurrence(device, 2).title());
            List<String> seen =
                    device.store().occurrences(DAY, DAY.plusWeeks(8), BERLIN).stream()
                            .map(o -> o.span().startIn(BERLIN) + " " + o.title())
                            .sorted()
                            .toList();
            assertEquals(
                    List.of(
                            DAY.atTime(17, 0) + " Training",
                            DAY.plusDays(3).atTime(10, 0) + " Extra",
                            DAY.plusWeeks(1).atTime(17, 0) + " Match",
                            DAY.plusWeeks(2).atTime(17, 0) + " Training",
                            DAY.plusWeeks(4).plusDays(1).atTime(19, 0) + " Training",
                            DAY.plusWeeks(5).atTime(17, 0) + " Training"),
                    seen);
        }
        noConflicts(laptop, phone);
    }

    @Test
    void exceptionsMadeOfflineOnTwoDevicesMerge() {
        laptop.commands().create(training(6)).join();
        bothHave("Training");
        laptop = offline("laptop");
        phone = offline("phone");
        editOne(laptop, 1, occurrence(laptop, 1).with("title", Json.text("Match")));
        editOne(phone, 2, occurrence(phone, 2).with("title", Json.text("Party")));
        edit(phone, "Training", found(phone, "Training").withPlace("Hall"));
        laptop.commands().delete(week(laptop, 3)).join();
        online("laptop", "alice");
        online("phone", "alice");
        until(
                "all of it is everywhere",
                () ->
                        List.of(laptop, phone).stream()
                                .allMatch(d ->
                                        found(d, "Training").overrides().size() == 3
                                                && "Hall".equals(found(d, "Training").place())));
        agree();
        for (Device device : List.of(laptop, phone)) {
            assertEquals("Match", occurrence(device, 1).title());
            assertEquals("Party", occurrence(device, 2).title());
        }
        noConflicts(laptop, phone);
    }

    @Test
    void aSeriesIsDividedFromHereOn() {
        laptop.commands().create(training(10)).join();
        bothHave("Training");
        Event series = found(laptop, "Training");
        Event one = occurrence(laptop, 4);
        laptop.commands()
                .change(
                        week(laptop, 4),
                        Scope.FOLLOWING,
                        new Change.Edited(
                                one,
                                one.with("title", Json.text("Match")),
                                series,
                                series.with("title", Json.text("Match"))))
                .join();
        bothHave("Match", "Training");
        until(
                "the first has ended",
                () -> Integer.valueOf(4).equals(found(phone, "Training").rule().count()));
        assertEquals(6, found(phone, "Match").rule().count());
        assertEquals(DAY.plusWeeks(4).atTime(17, 0), found(phone, "Match").when().start());
        assertTrue(
                found(phone, "Training").json().path("relatedTo").has(found(phone, "Match").uid()));
        noConflicts(laptop, phone);
    }

    @Test
    void rulesOfEachKindComeBackAsTheyWent() {
        Rule monthly =
                new Rule(
                        Json.parseObject(
                                """
                                {"@type":"RecurrenceRule","frequency":"monthly","interval":2,
                                 "byDay":[{"@type":"NDay","day":"fr","nthOfPeriod":-1}],
                                 "until":"2027-11-24T18:00:00"}\
                                """));
        Rule yearly =
                new Rule(
                        Json.parseObject(
                                """
                                {"@type":"RecurrenceRule","frequency":"yearly","byMonth":["11","3"],
                                 "byMonthDay":[24,-1],"count":8,"firstDayOfWeek":"su"}\
                                """));
        Event event = event(find(laptop, HOME), "Monthly", 18);
        laptop.commands().create(event.with(monthly)).join();
        laptop.commands().create(event(find(laptop, HOME), "Yearly", 8).with(yearly)).join();
        bothHave("Monthly", "Yearly");
        for (String title : List.of("Monthly", "Yearly")) {
            String id = id(laptop, HOME, title);
            String there = id(phone, HOME, title);
            assertEquals(starts(laptop, id).toString(), starts(phone, there).toString(), title);
            assertTrue(starts(phone, there).size() > 3);
        }
        // A rule taken away is gone there too.
        edit(phone, "Yearly", found(phone, "Yearly").with((Rule) null));
        until("it repeats no more", () -> !found(laptop, "Yearly").repeats());
        agree();
        noConflicts(laptop, phone);
    }

    private static List<Object> starts(Device device, String id) {
        List<Object> starts = new ArrayList<>();
        device.store().indexedTo(DAY.plusYears(3)).join();
        device.store().occurrences(DAY, DAY.plusYears(3), BERLIN).stream()
                .filter(o -> o.eventId().equals(id))
                .forEach(o -> starts.add(o.span().startIn(BERLIN)));
        return starts;
    }

    @Test
    void allDayFloatingAndTwoZonesComeBackAsTheyWent() {
        Map<String, When> whens =
                Map.of(
                        "All day", When.days(DAY, DAY.plusDays(2)),
                        "Flight", When.timed(DAY.atTime(9, 0), BERLIN, DAY.atTime(12, 0), NEW_YORK),
                        "Floating",
                                new When(DAY.atTime(7, 0), null, null, new Length(0, 1800), false),
                        "Point", When.timed(DAY.atTime(7, 0), DAY.atTime(7, 0), NEW_YORK));
        whens.forEach((title, when) ->
                laptop.commands().create(event(find(laptop, HOME), title, 1).with(when)).join());
        bothHave("All day", "Flight", "Floating", "Point");
        whens.forEach((title, when) -> {
            assertEquals(when, found(phone, title).when());
            assertEquals(when, found(laptop, title).when());
        });
        edit(phone, "All day", found(phone, "All day").with(whens.get("Flight")));
        edit(phone, "Flight", found(phone, "Flight").with(whens.get("All day")));
        until(
                "they changed places",
                () ->
                        found(laptop, "All day").when().equals(whens.get("Flight"))
                                && found(laptop, "Flight").when().equals(whens.get("All day")));
        agree();
        noConflicts(laptop, phone);
    }

    private static final String RICH =
            """
            {"description":"Bring\\nthe map","color":"tomato","priority":3,"privacy":"private",
             "freeBusyStatus":"free","status":"tentative","keywords":{"trip":true},
             "categories":{"http://example.org/categories/walk":true},
             "locations":{"a":{"@type":"Location","name":"Hut","coordinates":"geo:47.4,11.1",
                               "example.org:height":1820},
                          "b":{"@type":"Location","name":"Station"}},
             "mainLocationId":"b",
             "virtualLocations":{"v":{"@type":"VirtualLocation","name":"Call",
                                      "uri":"https://call.example/1","features":{"video":true}}},
             "links":{"l":{"@type":"Link","href":"https://example.org/map","rel":"describedby",
                           "title":"Map"}},
             "alerts":{"one":{"@type":"Alert","trigger":{"@type":"OffsetTrigger","offset":"-PT15M"}},
                       "two":{"@type":"Alert","action":"email","trigger":
                             {"@type":"AbsoluteTrigger","when":"2026-11-23T10:00:00Z"}}},
             "organizerCalendarAddress":"mailto:alice@example.com",
             "participants":{
               "me":{"@type":"Participant","name":"Alice",
                     "calendarAddress":"mailto:alice@example.com","roles":{"owner":true,"chair":true},
                     "participationStatus":"accepted"},
               "dora":{"@type":"Participant","name":"Dora","email":"dora@example.org",
                       "calendarAddress":"mailto:dora@example.org","kind":"individual",
                       "roles":{"optional":true},"expectReply":true,
                       "example.org:shoe":42}},
             "example.org:mood":{"is":"good","numbers":[1,2]}}\
            """;

    @Test
    void alertsPeopleAndWhatNobodyKnowsSurviveEditsFromBothSides() {
        Event plain = event(find(laptop, HOME), "Hike", 8);
        ObjectNode rich = plain.json().deepCopy();
        rich.setAll(Json.parseObject(RICH));
        laptop.commands().create(Event.of(rich)).join();
        bothHave("Hike");
        Event there = found(phone, "Hike");
        assertEquals(List.of(), different(Event.of(rich), there));

        // The phone changes what it sees; the laptop loses nothing of what it knows.
        edit(phone, "Hike", there.with("title", Json.text("Walk")).withPlace("Valley"));
        until("the laptop hears", () -> titles(laptop, HOME).equals(List.of("Walk")));
        agree();
        ObjectNode here = found(laptop, "Walk").json();
        assertEquals("good", here.path("example.org:mood").path("is").asString());
        assertTrue(here.path("categories").has("http://example.org/categories/walk"));
        assertEquals(42, here.path("participants").path("dora").path("example.org:shoe").asInt());
        assertEquals(1820, here.path("locations").path("a").path("example.org:height").asInt());
        assertEquals("Valley", found(laptop, "Walk").place());

        // What only this device keeps can be changed, with and without anything else.
        edit(laptop, "Walk", found(laptop, "Walk").with("example.org:mood", Json.text("better")));
        agree();
        edit(
                laptop,
                "Walk",
                found(laptop, "Walk")
                        .with("example.org:mood", Json.text("best"))
                        .with("priority", Json.parse("1")));
        until(
                "the priority is there",
                () -> found(phone, "Walk").json().path("priority").asInt() == 1);
        agree();
        assertEquals("best", found(laptop, "Walk").json().path("example.org:mood").asString());
        assertEquals(2, found(laptop, "Walk").json().path("participants").size());
        assertEquals(2, found(phone, "Walk").json().path("alerts").size());
        noConflicts(laptop, phone);
    }

    /** Properties that a person can see and that came otherwise than they went. */
    private static List<String> different(Event sent, Event came) {
        List<String> different = new ArrayList<>();
        for (String property :
                List.of(
                        "description",
                        "color",
                        "priority",
                        "privacy",
                        "freeBusyStatus",
                        "status",
                        "keywords",
                        "start",
                        "organizerCalendarAddress")) {
            if (!sent.json().path(property).equals(came.json().path(property))) {
                different.add(property + ": " + came.json().path(property));
            }
        }
        for (String[] pointer :
                new String[][] {
                    {"locations", "a", "name"},
                    {"locations", "a", "coordinates"},
                    {"locations", "b", "name"},
                    {"virtualLocations", "v", "uri"},
                    {"virtualLocations", "v", "name"},
                    {"virtualLocations", "v", "features"},
                    {"links", "l", "href"},
                    {"links", "l", "title"},
                    {"alerts", "one", "trigger", "offset"},
                    {"alerts", "two", "trigger", "when"},
                    {"alerts", "two", "action"},
                    {"participants", "me", "calendarAddress"},
                    {"participants", "me", "participationStatus"},
                    {"participants", "me", "roles"},
                    {"participants", "dora", "name"},
                    {"participants", "dora", "email"},
                    {"participants", "dora", "calendarAddress"},
                    {"participants", "dora", "roles"},
                    {"participants", "dora", "kind"},
                    {"participants", "dora", "expectReply"}
                }) {
            String at = app.linden.model.Pointers.of(pointer);
            var was = app.linden.model.Pointers.get(sent.json(), at);
            var is = app.linden.model.Pointers.get(came.json(), at);
            if (!was.equals(is)) {
                different.add(at + ": " + is);
            }
        }
        return different;
    }

    @Test
    void calendarsAreMadeNamedColouredHiddenAndDeleted() {
        String id =
                laptop.commands().createCalendar(own(laptop).accountId(), "Club", "#808080").join();
        laptop.commands().create(event(find(laptop, "Club"), "Meeting", 19)).join();
        until("it is there with its event", () -> titles(phone, "Club").equals(List.of("Meeting")));
        laptop.commands().renameCalendar(id, "Chess club").join();
        laptop.commands().colorCalendar(id, "#ff0000").join();
        until(
                "name and colour are there",
                () ->
                        find(phone, "Chess club") != null
                                && find(phone, "Chess club").color().equals("#ff0000"));
        phone.commands().showCalendar(find(phone, "Chess club").id(), false).join();
        until("it is hidden", () -> !find(laptop, "Chess club").visible());
        phone.commands().deleteCalendar(find(phone, "Chess club").id()).join();
        until("it is gone", () -> find(laptop, "Chess club") == null);
        agree();
        assertEquals(List.of(), alice.all("CalendarEvent"));
    }

    void share(Rights rights) {
        laptop.store()
                .edits()
                .apply(
                        List.of(
                                new Intent.Update(
                                        find(laptop, HOME).id(),
                                        Patch.of(
                                                "shareWith/" + bob.principal(),
                                                rights == null ? Json.nil() : rights.toJson()))))
                .join();
        until("the share is sent", () -> laptop.store().waiting().isEmpty());
    }

    /** Bob looks, since not every server tells him by itself. */
    private static void untilBob(Device bobs, String what, java.util.function.BooleanSupplier is) {
        long[] last = {System.nanoTime() - TimeUnit.DAYS.toNanos(1)};
        until(
                what,
                () -> {
                    if (System.nanoTime() - last[0] > TimeUnit.MILLISECONDS.toNanos(700)) {
                        last[0] = System.nanoTime();
                        bobs.accounts().syncNow();
                    }
                    return is.getAsBoolean();
                });
    }

    @Test
    void whatAliceSharesForReadingBobSeesAndCannotChange() {
        laptop.commands().create(event(find(laptop, HOME), "Dinner", 18)).join();
        bothHave("Dinner");
        Device bobs = device("bobs", "bob");
        share(Rights.READ);
        untilBob(bobs, "Bob sees it", () -> titles(bobs, HOME).equals(List.of("Dinner")));
        assertFalse(find(bobs, HOME).rights().mayWrite());
        assertTrue(
                bobs.store().accounts().stream().allMatch(a -> a.takesCalendars() == a.personal()));
        retitle(laptop, "Dinner", "Supper");
        untilBob(bobs, "Bob sees the edit", () -> titles(bobs, HOME).equals(List.of("Supper")));

        // His program would not offer it; what goes nevertheless is refused and set aside.
        retitle(bobs, "Supper", "Bob’s");
        bobs.commands().create(event(own(bobs), "Bob’s own", 9)).join();
        untilBob(
                bobs,
                "it is parked",
                () ->
                        bobs.store().waiting().size() == 1
                                && bobs.store().waiting().getFirst().isParked());
        until("Bob’s program is well", () -> World.phase(bobs) == SyncState.Phase.IDLE);
        assertEquals(List.of("Supper"), titles(laptop, HOME));

        share(null);
        untilBob(bobs, "Bob sees it no more", () -> find(bobs, HOME) == null);
        until("Bob’s program is well", () -> World.phase(bobs) == SyncState.Phase.IDLE);
    }

    @Test
    void whatAliceSharesForWritingBobChanges() {
        laptop.commands().create(training(4)).join();
        laptop.commands().create(event(find(laptop, HOME), "Dinner", 18)).join();
        bothHave("Dinner", "Training");
        Device bobs = device("bobs", "bob");
        share(Rights.EDIT);
        untilBob(bobs, "Bob sees it", () -> titles(bobs, HOME).size() == 2);
        assertTrue(find(bobs, HOME).rights().mayWrite());
        retitle(bobs, "Dinner", "Supper");
        bobs.commands().create(event(find(bobs, HOME), "Bob’s", 9)).join();
        editOne(bobs, 1, occurrence(bobs, 1).with("title", Json.text("Match")));
        bothHave("Bob’s", "Supper", "Training");
        until("the exception too", () -> occurrence(phone, 1).title().equals("Match"));
        laptop.commands().delete(Target.whole(id(laptop, HOME, "Bob’s"))).join();
        untilBob(
                bobs, "it is gone", () -> titles(bobs, HOME).equals(List.of("Supper", "Training")));
        bobs.commands().delete(Target.whole(id(bobs, HOME, "Supper"))).join();
        bothHave("Training");
        noConflicts(laptop, phone, bobs);
    }

    @Test
    void aStateThatTheServerDoesNotKnowMeansToListEverything() {
        for (int i = 0; i < 5; i++) {
            laptop.commands().create(event(find(laptop, HOME), "Event " + i, 8 + i)).join();
        }
        bothHave("Event 0", "Event 1", "Event 2", "Event 3", "Event 4");
        phone = offline("phone");
        laptop.commands().delete(Target.whole(id(laptop, HOME, "Event 1"))).join();
        retitle(laptop, "Event 2", "Event two");
        until("it is sent", () -> laptop.store().waiting().isEmpty());
        retitle(phone, "Event 3", "Event three");
        phone.commands().create(event(find(phone, HOME), "Event 9", 20)).join();
        for (Type type : Type.values()) {
            phone.store()
                    .serverSide()
                    .accept(
                            new Pulled(
                                    find(phone, HOME).accountId(),
                                    type,
                                    Map.of(),
                                    List.of(),
                                    "no such state"))
                    .join();
        }
        online("phone", "alice");
        bothHave("Event 0", "Event 4", "Event 9", "Event three", "Event two");
        noConflicts(laptop, phone);
    }

    @Test
    void threeHundredEventsMadeOfflineArriveOnce() {
        laptop = offline("laptop");
        List<CompletableFuture<?>> made = new ArrayList<>();
        Calendar home = find(laptop, HOME);
        for (int i = 0; i < 300; i++) {
            made.add(laptop.commands().create(event(home, "Event %03d".formatted(i), i % 23)));
        }
        made.forEach(CompletableFuture::join);
        online("laptop", "alice");
        until("they are sent", () -> laptop.store().waiting().isEmpty());
        until("they are there", () -> titles(phone, HOME).size() == 300);
        agree();
        assertEquals(titles(laptop, HOME), titles(phone, HOME));
        assertEquals(300, alice.all("CalendarEvent").size());
        noConflicts(laptop, phone);
    }

    @Test
    void aWriteThatIsBasedOnAnOldStateIsRefusedAndTriedAgain() {
        ObjectNode stale = Json.object().put("ifInState", "no such state");
        stale.putObject("create");
        assertEquals(
                "stateMismatch",
                alice.call("CalendarEvent/set", stale).arguments().path("type").asString());
        List<CompletableFuture<?>> made = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            made.add(laptop.commands().create(event(find(laptop, HOME), "Laptop " + i, 8)));
            made.add(phone.commands().create(event(find(phone, HOME), "Phone " + i, 9)));
        }
        made.forEach(CompletableFuture::join);
        until(
                "all are everywhere",
                () -> titles(laptop, HOME).size() == 40 && titles(phone, HOME).size() == 40);
        agree();
        assertEquals(40, alice.all("CalendarEvent").size());
        noConflicts(laptop, phone);
    }

    @Test
    void whatTheServerRefusesIsSetAsideAndTheRestGoesOn() {
        String id = laptop.store().serverSide().ids().next();
        ObjectNode bad =
                event(find(laptop, HOME), "Bad", 8).json().deepCopy().put("start", "not a time");
        bad.put("uid", id);
        laptop.store()
                .edits()
                .apply(
                        List.of(
                                new Intent.Create(
                                        id, find(laptop, HOME).accountId(), Type.EVENT, bad)))
                .join();
        laptop.commands().create(event(find(laptop, HOME), "Good", 9)).join();
        until("the good one is there", () -> titles(phone, HOME).equals(List.of("Good")));
        until(
                "the bad one is parked",
                () ->
                        laptop.store().waiting().size() == 1
                                && laptop.store().waiting().getFirst().isParked());
        String reason = String.valueOf(laptop.store().waiting().getFirst().reason());
        assertTrue(reason.contains("start"), reason);
        until("the rest is well", () -> World.phase(laptop) == SyncState.Phase.IDLE);
        laptop.commands().discard(laptop.store().waiting().getFirst().seq()).join();
        bothHave("Good");
    }

    @Test
    void anEventChangesItsCalendar() {
        String club =
                laptop.commands().createCalendar(own(laptop).accountId(), "Club", "#808080").join();
        laptop.commands().create(event(find(laptop, HOME), "Meeting", 19)).join();
        bothHave("Meeting");
        Event meeting = found(laptop, "Meeting");
        edit(
                laptop,
                "Meeting",
                meeting.inCalendar(find(laptop, HOME).id(), club).with("title", Json.text("Gone")));
        until("it is there", () -> titles(phone, "Club").equals(List.of("Gone")));
        assertEquals(List.of(), titles(phone, HOME));
        agree();
        assertEquals(1, alice.all("CalendarEvent").size());
        noConflicts(laptop, phone);
    }

    @Test
    void whatWasDeletedComesBackByUndo() {
        laptop.commands().create(event(find(laptop, HOME), "Dinner", 18)).join();
        bothHave("Dinner");
        String uid = found(phone, "Dinner").uid();
        laptop.commands().delete(Target.whole(id(laptop, HOME, "Dinner"))).join();
        bothHave();
        laptop.commands().undo().join();
        bothHave("Dinner");
        assertEquals(uid, found(phone, "Dinner").uid());
        noConflicts(laptop, phone);
    }
}
