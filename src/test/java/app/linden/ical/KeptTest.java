package app.linden.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.linden.ical.CalendarFile.Whole;
import app.linden.model.Json;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What JSCalendar has no place for is kept for the way back. */
final class KeptTest {
    private static ByteArrayInputStream bytes(String... lines) {
        String text =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//A//B\r\n"
                        + String.join("\r\n", lines)
                        + "\r\nEND:VCALENDAR\r\n";
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Whole whole(String... lines) {
        return CalendarFile.readGroup(bytes(lines));
    }

    private static JsonNode event(String... lines) {
        Whole whole = whole("BEGIN:VEVENT", "UID:u", String.join("\r\n", lines), "END:VEVENT");
        assertEquals(List.of(), whole.unreadable());
        return whole.group().path("entries").path(0);
    }

    private static List<String> properties(JsonNode object) {
        return object.path("iCalendar")
                .path("properties")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
    }

    private static String converted(JsonNode object) {
        return object.path("iCalendar").path("convertedProperties").toString();
    }

    @Test
    void propertiesOfEveryTypeAreJcal() {
        Whole whole =
                whole(
                        "BEGIN:VEVENT",
                        "UID:u",
                        "DTSTART:20240101T100000Z",
                        "DTSTAMP:20240304T132000Z",
                        "LAST-MODIFIED:20240914T231257Z",
                        "COMMENT;LANGUAGE=de:Eins\\, zwei",
                        "RESOURCES:Beamer,Tafel",
                        "REQUEST-STATUS:2.0;Success;x",
                        "X-N;VALUE=INTEGER:7",
                        "X-U;VALUE=URI;A=1;B=\"2,3\",4:https://example.com/",
                        "X-ODD;VALUE=INTEGER:seven",
                        "EXRULE:FREQ=WEEKLY;BYDAY=MO,TU;COUNT=3",
                        "END:VEVENT");

        assertEquals(
                List.of(
                        "[\"last-modified\",{},\"date-time\",\"2024-09-14T23:12:57Z\"]",
                        "[\"comment\",{\"language\":\"de\"},\"text\",\"Eins, zwei\"]",
                        "[\"resources\",{},\"text\",\"Beamer\",\"Tafel\"]",
                        "[\"request-status\",{},\"text\",[\"2.0\",\"Success\",\"x\"]]",
                        "[\"x-n\",{},\"integer\",7]",
                        "[\"x-u\",{\"a\":\"1\",\"b\":[\"2,3\",\"4\"]},\"uri\",\"https://example.com/\"]",
                        "[\"x-odd\",{\"value\":\"INTEGER\"},\"unknown\",\"seven\"]",
                        "[\"exrule\",{},\"recur\",{\"freq\":\"WEEKLY\",\"byday\":[\"MO\",\"TU\"],\"count\":3}]"),
                properties(whole.group().path("entries").path(0)));
        assertEquals(
                List.of("A rule of exceptions (EXRULE) was left out; those occurrences are shown."),
                whole.unreadable().stream().map(CalendarFile.Unreadable::reason).toList());
    }

    @Test
    void parametersThatNobodyKnowsStayWithWhatWasConverted() {
        JsonNode event =
                event(
                        "DTSTART:20240101T100000Z",
                        "DESCRIPTION;ALTREP=\"cid:1\":Text",
                        "ATTENDEE;CN=A;X-NUM-GUESTS=0;CUTYPE=X-ROBOT:mailto:a@example.com");

        assertEquals(
                "{\"description\":{\"@type\":\"ICalProperty\",\"name\":\"description\",\"parameters\":"
                    + "{\"altrep\":\"cid:1\"}},\"participants/"
                        + Keys.of("mailto:a@example.com")
                        + "/calendarAddress\":{\"@type\":\"ICalProperty\",\"name\":\"attendee\","
                        + "\"parameters\":{\"cutype\":\"X-ROBOT\",\"x-num-guests\":\"0\"}}}",
                converted(event));
    }

    @Test
    void theCalendarItselfItsTasksJournalsAndOwnTimeZones() {
        Whole whole =
                whole(
                        "X-WR-CALNAME:Familie",
                        "X-WR-TIMEZONE:Europe/Berlin",
                        "METHOD:PUBLISH",
                        "REFRESH-INTERVAL;VALUE=DURATION:P1W",
                        "COLOR:red",
                        "BEGIN:VTIMEZONE",
                        "TZID:W. Europe Standard Time",
                        "END:VTIMEZONE",
                        "BEGIN:VTODO",
                        "UID:t",
                        "DUE:20240101T100000Z",
                        "STATUS:IN-PROCESS",
                        "END:VTODO",
                        "BEGIN:VJOURNAL",
                        "UID:j",
                        "BEGIN:X-IN",
                        "X-A:1",
                        "END:X-IN",
                        "END:VJOURNAL",
                        "BEGIN:VEVENT",
                        "UID:e",
                        "DTSTART;TZID=W. Europe Standard Time:20240101T100000",
                        "END:VEVENT");
        JsonNode group = whole.group();

        assertEquals(List.of(), whole.unreadable());
        assertEquals("Familie", group.path("title").asString());
        assertEquals("red", group.path("color").asString());
        assertEquals(
                List.of("Task in-process publish", "Event  publish"),
                group.path("entries")
                        .valueStream()
                        .map(e ->
                                e.path("@type").asString()
                                        + " "
                                        + e.path("progress").asString("")
                                        + " "
                                        + e.path("method").asString())
                        .toList());
        assertEquals(
                List.of(
                        "[\"x-wr-timezone\",{},\"unknown\",\"Europe/Berlin\"]",
                        "[\"refresh-interval\",{},\"duration\",\"P1W\"]"),
                properties(group));
        assertEquals(
                "[[\"vtimezone\",[[\"tzid\",{},\"text\",\"W. Europe Standard Time\"]],[]],"
                        + "[\"vjournal\",[[\"uid\",{},\"text\",\"j\"]],[[\"x-in\",[[\"x-a\",{},"
                        + "\"unknown\",\"1\"]],[]]]]]",
                group.path("iCalendar").path("components").toString());
        JsonNode event = group.path("entries").path(1);
        assertEquals("Europe/Berlin", event.path("timeZone").asString());
        assertEquals(
                "{\"start\":{\"@type\":\"ICalProperty\",\"name\":\"dtstart\",\"parameters\":"
                        + "{\"tzid\":\"W. Europe Standard Time\"}}}",
                converted(event));
    }

    @Test
    void anExceptionInUtcHitsTheHourThatSummerTimeLeavesOut() {
        JsonNode event =
                event(
                        "DTSTART;TZID=Europe/Berlin:20270327T023000",
                        "RRULE:FREQ=DAILY;COUNT=3",
                        "EXDATE:20270328T013000Z");

        assertEquals(
                "{\"2027-03-28T02:30:00\":{\"excluded\":true}}",
                event.path("recurrenceOverrides").toString());
    }

    @Test
    void whatAChangeSaysForAllLaterOnesIsKept() {
        Whole whole =
                whole(
                        "BEGIN:VEVENT",
                        "UID:u",
                        "DTSTART:20240101T100000Z",
                        "RRULE:FREQ=DAILY",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:u",
                        "RECURRENCE-ID;RANGE=THISANDFUTURE:20240105T100000Z",
                        "DTSTART:20240105T110000Z",
                        "END:VEVENT");

        assertEquals(1, whole.unreadable().size());
        JsonNode override =
                whole.group()
                        .path("entries")
                        .path(0)
                        .path("recurrenceOverrides")
                        .path("2024-01-05T10:00:00");
        assertEquals("2024-01-05T11:00:00", override.path("start").asString());
        assertEquals(
                "{\"recurrenceId\":{\"@type\":\"ICalProperty\",\"name\":\"recurrence-id\","
                        + "\"parameters\":{\"range\":\"THISANDFUTURE\"}}}",
                converted(override));
    }

    @Test
    void whatCannotBeReadIsKeptAsItStands() {
        Whole whole =
                whole(
                        "BEGIN:VEVENT",
                        "UID:u",
                        "DTSTART:20240101T100000Z",
                        "RRULE:FREQ=NEVER",
                        "RRULE:FREQ=DAILY",
                        "BEGIN:VALARM",
                        "ACTION:DISPLAY",
                        "END:VALARM",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:v",
                        "DTSTART:20240230T100000Z",
                        "END:VEVENT");
        JsonNode event = whole.group().path("entries").path(0);

        assertEquals(4, whole.unreadable().size());
        assertFalse(event.has("recurrenceRule"));
        assertEquals(2, properties(event).size());
        assertEquals(
                "[[\"valarm\",[[\"action\",{},\"text\",\"DISPLAY\"]],[]]]",
                event.path("iCalendar").path("components").toString());
        assertEquals(
                "[[\"vevent\",[[\"uid\",{},\"text\",\"v\"],[\"dtstart\",{},\"date-time\","
                        + "\"2024-02-30T10:00:00Z\"]],[]]]",
                whole.group().path("iCalendar").path("components").toString());
    }

    @Test
    void theTextOfAGroupIsTheGroup() {
        String[] lines = {
            "NAME:N",
            "BEGIN:VEVENT",
            "UID:a",
            "DTSTART:20240101T100000Z",
            "SUMMARY:Ä \uD83C\uDF82",
            "END:VEVENT",
            "BEGIN:VTODO",
            "UID:a",
            "END:VTODO"
        };
        ByteArrayOutputStream text = new ByteArrayOutputStream();

        assertEquals(List.of(), CalendarFile.convert(bytes(lines), text));

        assertEquals(
                Json.canonical(whole(lines).group()),
                Json.canonical(Json.parse(text.toString(StandardCharsets.UTF_8))));
        text.reset();
        CalendarFile.convert(bytes("NAME:N"), text);
        assertEquals(
                "{\"@type\":\"Group\",\"version\":\"2.0\",\"title\":\"N\",\"prodId\":\"-//A//B\"}",
                text.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anEventTooLargeForLindenIsToldAndKept() {
        StringBuilder lines = new StringBuilder("DTSTART:20240101T100000Z");
        for (int i = 0; i < 10_000; i++) {
            lines.append("\r\nATTENDEE:mailto:p").append(i).append("@example.com");
        }

        Whole whole = whole("BEGIN:VEVENT", "UID:u", lines.toString(), "END:VEVENT");

        assertEquals(
                List.of("This event was left out: it is larger than an event in Linden can be."),
                whole.unreadable().stream().map(CalendarFile.Unreadable::reason).toList());
        assertEquals(
                10_002, whole.group().path("iCalendar").path("components").path(0).path(1).size());
    }
}
