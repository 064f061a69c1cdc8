package app.linden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;

import org.junit.jupiter.api.Test;

/** {@code convert}, as somebody pipes files through it. */
final class ConvertTest {
    private static final String ICS =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//x//y//EN
            BEGIN:VEVENT
            UID:a
            DTSTAMP:20260102T030405Z
            DTSTART;TZID=Europe/Berlin:20260304T100000
            DTEND;TZID=Europe/Berlin:20260304T113000
            SUMMARY:Zahnärztin
            X-ODD;X-P=1:as it was
            END:VEVENT
            END:VCALENDAR
            """;

    private final Typed typed = new Typed();

    private int convert(String input, String... more) {
        typed.answers(input);
        String[] words = new String[more.length + 1];
        words[0] = "convert";
        System.arraycopy(more, 0, words, 1, more.length);
        return typed.run(words);
    }

    @Test
    void toJsCalendarAndBackByWhatComesIn() {
        assertEquals(0, convert(ICS), typed.err());
        var group = Json.parse(typed.bytes());
        assertEquals("Group", group.path("@type").asString());
        assertEquals("Zahnärztin", group.path("entries").path(0).path("title").asString());

        assertEquals(0, convert("\n " + typed.bytes()), typed.err());
        String ics = typed.bytes();
        assertTrue(ics.startsWith("BEGIN:VCALENDAR\r\n"), ics);
        for (String line : ICS.lines().filter(l -> !l.startsWith("BEGIN:VC")).toList()) {
            assertTrue(ics.contains("\r\n" + line + "\r\n"), line + " in\n" + ics);
        }
        assertTrue(ics.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n"), ics);
        assertEquals("", typed.err());
    }

    @Test
    void oneEventAloneIsConvertedToo() {
        String event = "{\"@type\":\"Event\",\"uid\":\"a\",\"start\":\"2026-03-04T10:00:00\"}";
        assertEquals(0, convert(event, "--to", "ics"), typed.err());
        assertTrue(typed.bytes().contains("DTSTART:20260304T100000\r\n"), typed.bytes());
    }

    @Test
    void whatIsLeftOutIsToldAndTheRestIsThere() {
        assertEquals(
                1,
                convert(
                        ICS.replace("UID:a", "UID:a\nDTSTART:x")
                                .replace(";TZID=Europe/Berlin:20260304T100000", ":y")));
        assertTrue(typed.err().startsWith("line 4 (a): "), typed.err());

        String group =
                """
                {"@type":"Group","uid":"g","entries":[
                 {"@type":"Event","uid":"bad","start":"tomorrow"}, 7,
                 {"@type":"Event","uid":"good","start":"2026-03-04T10:00:00"}]}
                """;
        assertEquals(1, convert(group));
        assertTrue(typed.err().contains("(bad) This event was left out"), typed.err());
        assertTrue(typed.err().contains("no Event and no Task"), typed.err());
        assertTrue(typed.bytes().contains("UID:good\r\n"), typed.bytes());
    }

    @Test
    void whatIsNothingIsOneSentenceAndNothingIsWritten() {
        assertEquals(1, convert("{\"@type\":\"Group\",\"entries\":[{}"));
        assertTrue(typed.err().startsWith("linden: This is not valid JSON"), typed.err());
        assertEquals("", typed.bytes());
        assertEquals(1, convert("{\"a\":1}"));
        assertTrue(typed.err().contains("no Group, Event or Task"), typed.err());
        assertEquals(1, convert("hello"));
        assertTrue(typed.err().contains("not an iCalendar file"), typed.err());
        assertEquals(2, convert(ICS, "--to", "xml"));
    }
}
