package app.linden.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.ical.CalendarFile.Reading;
import app.linden.model.Event;
import app.linden.model.Recurrence;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;

/** What the parts of a VEVENT become, by the conversion draft. */
final class CalendarFileTest {
    static Reading read(String text) {
        return CalendarFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A calendar of these lines. */
    static Reading calendar(String... lines) {
        return read(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                        + String.join("\r\n", lines)
                        + "\r\nEND:VCALENDAR\r\n");
    }

    /** The only event of a calendar with one event of these lines. */
    private static Event event(String... lines) {
        Reading reading = calendarOf(lines);
        assertEquals(List.of(), reading.unreadable());
        assertEquals(1, reading.events().size());
        return reading.events().getFirst();
    }

    private static Reading calendarOf(String... lines) {
        return calendar("BEGIN:VEVENT", "UID:u", String.join("\r\n", lines), "END:VEVENT");
    }

    private static String json(Event event, String property) {
        return event.json().path(property).toString();
    }

    private static List<String> starts(Event event) {
        return Recurrence.expand(
                        event,
                        LocalDateTime.MIN,
                        LocalDateTime.of(2100, 1, 1, 0, 0),
                        Recurrence.Budget.USUAL)
                .starts()
                .stream()
                .map(Event::write)
                .toList();
    }

    @Test
    void timesWithZoneInUtcAndFloating() {
        assertEquals(
                "{\"@type\":\"Event\",\"start\":\"2024-09-21T10:53:02\",\"timeZone\":\"Europe/Berlin\","
                    + "\"duration\":\"PT1H\",\"uid\":\"u\"}",
                event("DTSTART;TZID=Europe/Berlin:20240921T105302", "DURATION:PT1H")
                        .json()
                        .toString());
        assertEquals("\"Etc/UTC\"", json(event("DTSTART:20240921T105302Z"), "timeZone"));
        assertNull(event("DTSTART:20240921T105302").when().zone());
    }

    @Test
    void wholeDaysCountTheLastOneOnce() {
        Event event = event("DTSTART;VALUE=DATE:20240102", "DTEND;VALUE=DATE:20240107");

        assertEquals("\"P5D\"", json(event, "duration"));
        assertTrue(event.when().allDay());
        assertEquals("\"P1D\"", json(event("DTSTART;VALUE=DATE:20240102"), "duration"));
        assertEquals(
                "\"P1D\"",
                json(event("DTSTART;VALUE=DATE:20240102", "DURATION:PT24H"), "duration"));
    }

    @Test
    void aFlightEndsInAnotherZone() {
        Event flight =
                event(
                        "DTSTART;TZID=Europe/Berlin:20241017T130000",
                        "DTEND;TZID=Asia/Bangkok:20241018T040000");

        assertEquals("\"PT10H\"", json(flight, "duration"));
        assertEquals("\"Asia/Bangkok\"", json(flight, "endTimeZone"));
    }

    @Test
    void theLengthOfANightAcrossSummerTimeIsThatOfItsInstants() {
        Event night =
                event(
                        "DTSTART;TZID=Europe/Berlin:20270327T220000",
                        "DTEND;TZID=Europe/Berlin:20270328T060000");

        assertEquals("\"PT7H\"", json(night, "duration"));
        assertEquals(LocalDateTime.of(2027, 3, 28, 6, 0), night.when().end());
    }

    @Test
    void theExampleRuleOfTheDraft() {
        Event event =
                event(
                        "DTSTART;TZID=Europe/Berlin:20240101T010000",
                        "RRULE:FREQ=YEARLY",
                        " ;INTERVAL=2",
                        " ;BYMONTH=1",
                        " ;BYDAY=SU",
                        " ;BYHOUR=8,9",
                        " ;BYMINUTE=30",
                        " ;UNTIL=20240930T120000Z");

        assertEquals(
                "{\"@type\":\"RecurrenceRule\",\"frequency\":\"yearly\",\"interval\":2,\"byMonth\":[\"1\"],"
                    + "\"byDay\":[{\"@type\":\"NDay\",\"day\":\"su\"}],\"byHour\":[8,9],\"byMinute\":[30],"
                    + "\"until\":\"2024-09-30T14:00:00\"}",
                json(event, "recurrenceRule"));
    }

    @Test
    void exceptionsAsDatesInUtcAndInAnotherZoneHitTheirOccurrences() {
        Event event =
                event(
                        "DTSTART;TZID=Europe/Berlin:20261102T090000",
                        "RRULE:FREQ=DAILY;COUNT=6",
                        "EXDATE;VALUE=DATE:20261102",
                        "EXDATE:20261103T080000Z,20261104T080000Z",
                        "EXDATE;TZID=America/New_York:20261105T030000");

        assertEquals(List.of("2026-11-06T09:00:00", "2026-11-07T09:00:00"), starts(event));
    }

    @Test
    void additionalOccurrencesWithoutAnyRule() {
        Event event =
                event(
                        "DTSTART;TZID=Europe/Berlin:20261102T090000",
                        "DTEND;TZID=Europe/Berlin:20261102T100000",
                        "RDATE;TZID=Europe/Berlin:20261102T090000,20261110T090000",
                        "RDATE;VALUE=PERIOD:20261120T080000Z/PT2H");

        assertEquals(
                List.of("2026-11-02T09:00:00", "2026-11-10T09:00:00", "2026-11-20T09:00:00"),
                starts(event));
        assertEquals(
                "{\"2026-11-02T09:00:00\":{},\"2026-11-10T09:00:00\":{},"
                        + "\"2026-11-20T09:00:00\":{\"duration\":\"PT2H\"}}",
                json(event, "recurrenceOverrides"));
    }

    @Test
    void ofCountAndUntilTheOneThatEndsEarlierStays() {
        assertEquals(
                3,
                starts(event("DTSTART:20261102T090000Z", "RRULE:FREQ=DAILY;COUNT=3;UNTIL=20270101"))
                        .size());
        assertEquals(
                2,
                starts(
                                event(
                                        "DTSTART:20261102T090000Z",
                                        "RRULE:FREQ=DAILY;COUNT=99;UNTIL=20261103T090000Z"))
                        .size());
    }

    @Test
    void aDateAsUntilOfATimedSeriesMeansThatWholeDay() {
        assertEquals(
                3,
                starts(event("DTSTART:20261102T090000Z", "RRULE:FREQ=DAILY;UNTIL=20261104"))
                        .size());
    }

    @Test
    void changedOccurrencesAreTheSmallestPatches() {
        Reading reading =
                calendar(
                        "BEGIN:VEVENT",
                        "UID:u",
                        "RECURRENCE-ID;TZID=Europe/Berlin:20261103T090000",
                        "DTSTART;TZID=Europe/Berlin:20261103T110000",
                        "DURATION:PT1H",
                        "SUMMARY:Later",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:u",
                        "DTSTART;TZID=Europe/Berlin:20261102T090000",
                        "DURATION:PT1H",
                        "RRULE:FREQ=DAILY;COUNT=3",
                        "SUMMARY:Usual",
                        "LOCATION:Home",
                        "END:VEVENT");

        assertEquals(List.of(), reading.unreadable());
        assertEquals(
                "{\"2026-11-03T09:00:00\":{\"locations\":null,\"start\":\"2026-11-03T11:00:00\",\"title\":\"Later\"}}",
                json(reading.events().getFirst(), "recurrenceOverrides"));
    }

    @Test
    void anOccurrenceWithoutItsSeriesSaysWhichOneItIs() {
        Event event =
                event(
                        "RECURRENCE-ID;TZID=Europe/Berlin:20240202T140000",
                        "DTSTART;TZID=Europe/Berlin:20240202T160000");

        assertEquals("\"2024-02-02T14:00:00\"", json(event, "recurrenceId"));
        assertEquals("\"Europe/Berlin\"", json(event, "recurrenceIdTimeZone"));
    }

    @Test
    void theExamplePeopleOfTheDraft() {
        Event event =
                event(
                        "DTSTART:20240101T100000Z",
                        "ATTENDEE;RSVP=TRUE;PARTSTAT=TENTATIVE;CN=Henry"
                                + " Cabot:mailto:hcabot@example.com",
                        "ORGANIZER:mailto:organizer@example.com");

        assertEquals(
                "{\"0b235cc4-f04d-5fc4-98a3-c066650b3fbf\":{\"@type\":\"Participant\",\"calendarAddress\":\"mailto:hcabot@example.com\",\"name\":\"Henry"
                    + " Cabot\",\"participationStatus\":"
                    + "\"tentative\",\"expectReply\":true},\"251d3e9f-d83f-534c-8c45-c2896c75670c\":{"
                    + "\"@type\":\"Participant\",\"calendarAddress\":\"mailto:organizer@example.com\","
                    + "\"roles\":{\"owner\":true}}}",
                json(event, "participants"));
    }

    @Test
    void wordsTextsAndPlaces() {
        Event event =
                event(
                        "DTSTART:20240101T100000Z",
                        "SUMMARY:Tea\\, cake\\; and \\\\ more\\nsoon",
                        "LOCATION:Conference Room - F123\\, Bldg. 002",
                        "GEO:+45.5;-93.3",
                        "STATUS:TENTATIVE",
                        "CLASS:CONFIDENTIAL",
                        "TRANSP:TRANSPARENT",
                        "PRIORITY:1",
                        "SEQUENCE:3",
                        "COLOR:maroon",
                        "CATEGORIES:Work,Sport",
                        "CATEGORIES:Ärzte",
                        "URL:https://example.com/myurl",
                        "LAST-MODIFIED:20240304T132000Z");

        assertEquals("Tea, cake; and \\ more\nsoon", event.title());
        assertEquals("Conference Room - F123, Bldg. 002", event.place());
        assertEquals(
                "{\"adde7a5b-2fb5-52aa-b760-595ea9edb80a\":{\"@type\":\"Location\",\"name\":\"Conference"
                    + " Room - F123, Bldg. 002\",\"coordinates\":\"geo:45.5,-93.3\"}}",
                json(event, "locations"));
        assertEquals("tentative", event.status());
        assertEquals("secret", event.privacy());
        assertTrue(event.isFree());
        assertEquals("maroon", event.color());
        assertEquals("{\"Work\":true,\"Sport\":true,\"Ärzte\":true}", json(event, "keywords"));
        assertEquals(
                "{\"6669391a-2c73-5b89-9cfe-7a6c95a855e3\":{\"@type\":\"Link\",\"href\":"
                        + "\"https://example.com/myurl\",\"rel\":\"describedby\"}}",
                json(event, "links"));
        assertEquals("\"2024-03-04T13:20:00Z\"", json(event, "updated"));
    }

    @Test
    void alertsBeforeTheStartAfterTheEndAndAtAnInstant() {
        Event event =
                event(
                        "DTSTART:20240101T100000Z",
                        "BEGIN:VALARM",
                        "UID:1",
                        "ACTION:DISPLAY",
                        "TRIGGER:-PT15M",
                        "END:VALARM",
                        "BEGIN:VALARM",
                        "UID:2",
                        "ACTION:DISPLAY",
                        "TRIGGER;RELATED=END:PT5M",
                        "END:VALARM",
                        "BEGIN:VALARM",
                        "UID:3",
                        "ACTION:DISPLAY",
                        "TRIGGER;VALUE=DATE-TIME:20250302T010203Z",
                        "END:VALARM");

        assertEquals(
                List.of(
                        "{\"@type\":\"OffsetTrigger\",\"offset\":\"-PT15M\"}",
                        "{\"@type\":\"OffsetTrigger\",\"offset\":\"PT5M\",\"relativeTo\":\"end\"}",
                        "{\"@type\":\"AbsoluteTrigger\",\"when\":\"2025-03-02T01:02:03Z\"}"),
                event.json()
                        .path("alerts")
                        .valueStream()
                        .map(a -> a.path("trigger").toString())
                        .toList());
    }

    @Test
    void whatHasNoPlaceIsKeptInTheFormOfJCal() {
        Event event =
                event(
                        "DTSTART:20240101T100000Z",
                        "X-BAR;X-FOO=1:bam",
                        "BEGIN:X-BAZ",
                        "UID:507A",
                        "END:X-BAZ");

        assertEquals(
                "{\"@type\":\"ICalComponent\",\"name\":\"vevent\",\"properties\":[[\"x-bar\",{\"x-foo\":\"1\"},"
                    + "\"unknown\",\"bam\"]],\"components\":[[\"x-baz\",[[\"uid\",{},\"text\",\"507A\"]],[]]]}",
                json(event, "iCalendar"));
    }

    @Test
    void ofTwoVersionsTheNewerStays() {
        Reading reading =
                calendar(
                        "BEGIN:VEVENT",
                        "UID:u",
                        "SEQUENCE:2",
                        "DTSTART:20240101T100000Z",
                        "SUMMARY:New",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:u",
                        "SEQUENCE:1",
                        "DTSTART:20240101T100000Z",
                        "SUMMARY:Old",
                        "END:VEVENT");

        assertEquals(List.of("New"), reading.events().stream().map(Event::title).toList());
        assertEquals(1, reading.unreadable().size());
    }

    @Test
    void tenEventsOfOneUidAreTenEvents() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            lines.append("BEGIN:VEVENT\r\nUID:u\r\nDTSTART:2024010")
                    .append(i + (i == 0 ? 1 : 0))
                    .append("T100000Z\r\nSUMMARY:Number ")
                    .append(i)
                    .append("\r\nEND:VEVENT\r\n");
        }

        Reading reading = calendar(lines.toString().strip());

        assertEquals(10, reading.events().stream().map(Event::uid).distinct().count());
        assertEquals(
                calendar(lines.toString().strip()).events().stream().map(Event::uid).toList(),
                reading.events().stream().map(Event::uid).toList());
    }

    @Test
    void anEventWithoutUidHasTheSameOneNextTime() {
        String[] lines = {"BEGIN:VEVENT", "DTSTART:20240101T100000Z", "SUMMARY:A", "END:VEVENT"};

        String uid = calendar(lines).events().getFirst().uid();

        assertFalse(uid.isEmpty());
        assertEquals(uid, calendar(lines).events().getFirst().uid());
    }

    @Test
    void rulesOfVCalendarOneAreRead() {
        Reading reading =
                read(
                        "BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nUID:u\r\n"
                                + "DTSTART:20261102T090000Z\r\nRRULE:W1 MO WE #4\r\n"
                                + "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf=C3=A9\r\n"
                                + "END:VEVENT\r\nEND:VCALENDAR\r\n");

        assertEquals(List.of(), reading.unreadable());
        assertEquals("Café", reading.events().getFirst().title());
        assertEquals(
                List.of(
                        "2026-11-02T09:00:00",
                        "2026-11-04T09:00:00",
                        "2026-11-09T09:00:00",
                        "2026-11-11T09:00:00"),
                starts(reading.events().getFirst()));
    }

    @Test
    void theNameOfTheCalendar() {
        assertEquals("Family", calendar("X-WR-CALNAME:Family").name());
        assertEquals("Family", calendar("NAME:Family").name());
        assertNull(calendar("CALSCALE:GREGORIAN").name());
    }
}
