package app.linden.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.calendar.Imports.Report;
import app.linden.ical.CalendarFile;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Mark;
import app.linden.model.Merge;
import app.linden.model.Occurrence;
import app.linden.model.Patch;
import app.linden.store.Store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * Files that mean harm or mean nothing, all the way into the cache: whatever comes, the event is
 * listed, the event after it too, and the cache is sound. Numbers are those of the table of faults.
 */
final class InputFaultsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));
    private static final String START = "DTSTART;TZID=Europe/Berlin:20261124T090000";

    @TempDir private Path folder;
    private Store store;
    private Imports imports;
    private String account;
    private String calendar;

    @BeforeEach
    void open() {
        Ids ids = new Ids(CLOCK, new Random(1));
        store = Store.open(folder, CLOCK, ids);
        imports = new Imports(store, ids);
        account = store.localAccount("This computer", "Private").join().id();
        calendar = store.calendars().getFirst().id();
    }

    @AfterEach
    void close() {
        assertTrue(store.check().join().isRight());
        store.close();
    }

    private Report file(byte[] bytes) {
        return imports.importInto(calendar, new ByteArrayInputStream(bytes)).join();
    }

    private Report event(String... lines) {
        return file(
                ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:First\r\n"
                                + String.join("\r\n", lines)
                                + "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Next\r\n"
                                + "DTSTART:20261124\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Event only(String uid) {
        return store.findByUid(account, List.of(uid)).get(uid).getFirst().event();
    }

    private List<Occurrence> on(LocalDate day) {
        return store.occurrences(day, day.plusDays(1), BERLIN);
    }

    private List<LocalDateTime> starts(LocalDate day) {
        return on(day).stream()
                .filter(o -> !o.is(Mark.ALL_DAY))
                .map(o -> o.span().startIn(BERLIN))
                .toList();
    }

    private void assertBothListed() {
        List<String> titles = on(DAY).stream().map(Occurrence::title).distinct().sorted().toList();
        assertEquals(List.of("First", "Next"), titles);
    }

    /** Fault 61. */
    @Test
    void anUnknownZoneIsListedAtItsWallTime() {
        event("DTSTART;TZID=Mars/Olympus:20261124T090000");
        assertBothListed();
        assertEquals(List.of(DAY.atTime(9, 0)), starts(DAY));
    }

    /** Fault 62. */
    @Test
    void aStartThatSummerTimeSkipsAndOneThatComesTwice() {
        event("DTSTART;TZID=Europe/Berlin:20260329T023000");
        LocalDate spring = LocalDate.of(2026, 3, 29);
        assertEquals(List.of(spring.atTime(3, 30)), starts(spring));
        event("DTSTART;TZID=Europe/Berlin:20261025T023000");
        LocalDate autumn = LocalDate.of(2026, 10, 25);
        assertEquals(
                List.of(Instant.parse("2026-10-25T00:30:00Z").getEpochSecond()),
                on(autumn).stream().map(o -> o.span().start()).toList());
        assertEquals("2026-10-25T02:30:00", only("a").json().path("start").asString());
    }

    /** Fault 63. */
    @Test
    void theTwentyNinthOfFebruaryAndTheFirstAndLastYear() {
        event("DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY");
        assertEquals(1, on(LocalDate.of(2028, 2, 29)).size());
        assertEquals(0, on(LocalDate.of(2027, 3, 1)).size());
        event("DTSTART;VALUE=DATE:00010101");
        assertEquals(1, on(LocalDate.of(1, 1, 1)).size());
        event("DTSTART;VALUE=DATE:99991230");
        assertEquals(1, on(LocalDate.of(9999, 12, 30)).size());
    }

    /** Faults 63 (COUNT with UNTIL), 64, 65, 67 and 68. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;COUNT=3;UNTIL=20270101T000000Z",
                "FREQ=DAILY;COUNT=1000000000",
                "FREQ=SECONDLY",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "BYMONTH"
            })
    void anEvilRuleIsListedWithTheEventAfterIt(String rule) {
        event(START, "RRULE:" + (rule.equals("BYMONTH") ? everything() : rule));
        assertBothListed();
    }

    private static String everything() {
        return "FREQ=YEARLY;BYMONTH="
                + list(1, 12)
                + ";BYMONTHDAY="
                + list(1, 31)
                + ";BYHOUR="
                + list(0, 23)
                + ";BYMINUTE="
                + list(0, 59)
                + ";BYSECOND="
                + list(0, 59);
    }

    private static String list(int from, int to) {
        return String.join(",", IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList());
    }

    /** Fault 66. */
    @Test
    void aRuleThatIsWhollyExcludedHasNoOccurrenceAndIsKept() {
        event(
                START,
                "RRULE:FREQ=DAILY;COUNT=2",
                "EXDATE;TZID=Europe/Berlin:20261124T090000,20261125T090000");
        assertEquals(List.of(), starts(DAY));
        assertEquals("First", only("a").title());
    }

    /** Fault 70. */
    @Test
    void charactersThatAreNoneAndThoseThatTurnTheLine() {
        event(START, "DESCRIPTION:a\u0000b\u202Ec\uD800d");
        assertBothListed();
        byte[] utf16 =
                "BEGIN:VCALENDAR\rBEGIN:VEVENT\rUID:c\rDTSTART:20261201\rEND:VEVENT\rEND:VCALENDAR\r"
                        .getBytes(StandardCharsets.UTF_16);
        assertEquals(1, file(utf16).created());
    }

    /** Fault 71. */
    @Test
    void jsonThatIsTooDeepOrTooLongOrSaysThingsTwiceIsRefused() {
        for (String json :
                List.of(
                        "{\"a\":".repeat(1_001) + "1" + "}".repeat(1_001),
                        "{\"a\":" + "9".repeat(100_000) + "}",
                        "{\"a\":1,\"a\":2}")) {
            assertThrows(Problem.class, () -> Json.parseObject(json), json.substring(0, 7));
        }
    }

    /** Fault 72. */
    @Test
    void oneUidTenTimesIsOneEvent() {
        String one = "BEGIN:VEVENT\r\nUID:x\r\nDTSTART:20261124\r\nEND:VEVENT\r\n";
        file(
                ("BEGIN:VCALENDAR\r\n" + one.repeat(10) + "END:VCALENDAR\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(1, store.findByUid(account, List.of("x")).get("x").size());
        assertEquals(1, on(DAY).size());
    }

    /** Fault 76. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title/x\":\"x\"}",
                "{\"nowhere/deep/down\":\"x\"}",
                "{\"recurrenceRule/byDay/0/day\":\"mo\"}",
                "{\"title\":\"a\",\"title/x\":\"b\"}",
                "{\"\":\"x\"}",
            })
    void pointersThatReachWhereTheyMayNotAreRefusedAsOnTheServer(String patch) {
        event(START, "RRULE:FREQ=WEEKLY;BYDAY=TU");
        Event before = only("a");
        assertThrows(
                Problem.class, () -> Patch.of(Json.parseObject(patch)).apply(before.json()), patch);
        assertEquals(before, only("a"));
    }

    /** Fault 76: names with the characters of pointers, and id and uid, which no change reaches. */
    @Test
    void escapesAndWhatNoChangeReaches() {
        event(START);
        Event before = only("a");
        Event named = before.with("a/b~c", Json.text("x"));
        assertEquals("x", named.json().path("a/b~c").asString());
        assertEquals("a~1b~0c", before.changesTo(named).changes().firstKey());
        Event other = before.with("uid", Json.text("other")).with("id", Json.text("other"));
        assertTrue(Merge.changesToSend(before.json(), other.json()).isEmpty());
    }

    /** Fault 77. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DURATION:-PT5H",
                "DURATION:P999999999W",
                "DURATION:P99999999999999999999D",
                "DTEND;TZID=Europe/Berlin:20261123T090000"
            })
    void lengthsThatCannotBe(String line) {
        event(START, line);
        assertBothListed();
    }

    /** Fault 78. */
    @Test
    void aZipThatIsNamedAsACalendarIsRefusedInASentence() {
        CompletionException refused =
                assertThrows(
                        CompletionException.class,
                        () -> file(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}));
        assertTrue(refused.getCause() instanceof Problem);
    }

    /** Fault 74: links are text; nothing is fetched, and none but those of the web is opened. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "smb://host/share",
                "javascript:alert(1)",
                "\\\\host\\share"
            })
    void linksThatMeanHarmAreKeptAsTheyStand(String href) {
        event(START, "ATTACH:" + href, "URL:" + href, "CONFERENCE;VALUE=URI:" + href);
        assertBothListed();
        assertTrue(
                only("a").details().links().values().stream()
                        .anyMatch(link -> link.href().equals(href)),
                only("a").json().toString());
    }

    /** Fault 74: what is attached is too large for an event, which is listed without it. */
    @Test
    void anAttachmentThatIsTooLargeIsLeftOutWithASentence() {
        Report report =
                event(START, "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD".repeat(500_000));
        assertTrue(report.firstUnreadable().contains("left out"), report.firstUnreadable());
        assertBothListed();
        assertEquals(0, only("a").details().links().size());
    }

    /** Fault 75. */
    @Test
    void endsOfLinesInNamesStartNoLineOfAnExport() {
        event(START);
        Event evil =
                only("a")
                        .with(
                                "participants",
                                Json.parse(
                                        "{\"p\":{\"@type\":\"Participant\",\"name\":\"x\\r\\n"
                                            + "BEGIN:VEVENT\",\"calendarAddress\":\"mailto:a@b\\r\\n"
                                            + "X-EVIL:1\"}}"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CalendarFile.write(out, "n", List.of(evil));
        String text = out.toString(StandardCharsets.UTF_8).replace("\r\n ", "");
        assertEquals(1, text.split("\r\nBEGIN:VEVENT", -1).length - 1, text);
        assertFalse(text.contains("\r\nX-EVIL"), text);
    }

    /** Fault 79: in one file, ten thousand people at one event, and the event after it. */
    @Test
    void tenThousandPeopleAreTooManyForOneEvent() {
        event(START);
        StringBuilder people = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            people.append("ATTENDEE;CN=Person ").append(i).append(";PARTSTAT=ACCEPTED:mailto:p");
            people.append(i).append("@example.org\r\n");
        }
        Event before = only("a");
        Report report = event(START, people + "SEQUENCE:1");
        assertTrue(report.firstUnreadable().contains("larger than"), report.firstUnreadable());
        assertEquals(before, only("a"));
        assertBothListed();
    }

    /** Fault 79: as many as an event can hold are all there. */
    @Test
    void aThousandPeopleAreThere() {
        StringBuilder people = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            people.append("ATTENDEE:mailto:p").append(i).append("@example.org\r\n");
        }
        event(START, people + "SEQUENCE:1");
        assertBothListed();
        assertEquals(1_000, only("a").details().participants().size());
    }

    /** Fault 80: a title of a megabyte leaves its event out; a shorter one is cut only in lists. */
    @Test
    void titlesOfAMegabyteAndOfHalfOne() {
        Report report = titled("t".repeat(1_000_000));
        assertTrue(report.firstUnreadable().contains("larger than"), report.firstUnreadable());
        assertEquals(List.of("Next"), on(DAY).stream().map(Occurrence::title).toList());

        titled("t".repeat(500_000));
        assertEquals(500_000, only("long").title().length());
        String shown =
                on(DAY).stream()
                        .map(Occurrence::title)
                        .max((x, y) -> x.length() - y.length())
                        .orElseThrow();
        assertTrue(shown.length() <= 1_001 && shown.startsWith("ttt"), "shown " + shown.length());
    }

    private Report titled(String title) {
        return file(
                ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:long\r\n"
                                + START
                                + "\r\nSUMMARY:"
                                + title
                                + "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Next\r\n"
                                + "DTSTART:20261124\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
