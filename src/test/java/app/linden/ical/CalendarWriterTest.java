package app.linden.ical;

import static org.assertj.core.api.Assertions.assertThat;

import app.linden.ical.SmallParser.Part;
import app.linden.model.Event;
import app.linden.model.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is written is strict iCalendar that says what the event says. */
class CalendarWriterTest {
    private static final String BASE =
            "'@type':'Event','uid':'u','updated':'2026-01-02T03:04:05Z','start':'2026-03-04T10:00:00'";

    static byte[] bytes(String name, String... events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Event> all =
                java.util.Arrays.stream(events)
                        .map(e -> Event.of(Json.parseObject(e.replace('\'', '"'))))
                        .toList();
        assertThat(CalendarFile.write(out, name, all)).isEmpty();
        return out.toByteArray();
    }

    private static Part event(String members) {
        byte[] bytes = bytes("n", "{" + BASE + "," + members + "}");
        return SmallParser.parse(bytes).getFirst().parts("VEVENT").getFirst();
    }

    private static String line(String members, String property) {
        byte[] bytes = bytes("n", "{" + BASE + "," + members + "}");
        String text = new String(bytes, StandardCharsets.UTF_8).replace("\r\n ", "");
        return text.substring(text.indexOf("BEGIN:VEVENT"))
                .lines()
                .filter(l -> l.startsWith(property + ":") || l.startsWith(property + ";"))
                .findFirst()
                .orElse("");
    }

    @Test
    void timesHaveTheFormThatTheDraftAsksFor() {
        assertThat(line("'timeZone':'Europe/Berlin','duration':'PT1H30S'", "DTSTART"))
                .isEqualTo("DTSTART;TZID=Europe/Berlin:20260304T100000");
        assertThat(line("'timeZone':'Europe/Berlin','duration':'PT1H30S'", "DURATION"))
                .isEqualTo("DURATION:PT1H0M30S");
        assertThat(line("'timeZone':'Etc/UTC'", "DTSTART")).isEqualTo("DTSTART:20260304T100000Z");
        assertThat(line("'title':'floats'", "DTSTART")).isEqualTo("DTSTART:20260304T100000");
        assertThat(
                        new String(
                                bytes(
                                        "n",
                                        "{'@type':'Event','uid':'u','start':'2026-03-04T00:00:00',"
                                                + "'duration':'P2D','showWithoutTime':true}"),
                                StandardCharsets.UTF_8))
                .contains("DTSTART;VALUE=DATE:20260304\r\nDURATION:P2D\r\n");
        assertThat(line("'showWithoutTime':true", "SHOW-WITHOUT-TIME"))
                .isEqualTo("SHOW-WITHOUT-TIME;VALUE=BOOLEAN:TRUE");
        String flight =
                "'timeZone':'Europe/Berlin','endTimeZone':'Asia/Bangkok','duration':'PT10H'";
        assertThat(line(flight, "DTEND")).isEqualTo("DTEND;TZID=Asia/Bangkok:20260305T020000");
        assertThat(event(flight).all("DURATION")).isEmpty();
    }

    @Test
    void aSeriesHasItsRuleExceptionsAndChangedOccurrences() {
        String series =
                "'timeZone':'Europe/Berlin','duration':'PT1H','recurrenceRule':{'@type':"
                        + "'RecurrenceRule','frequency':'weekly','until':'2026-05-01T10:00:00',"
                        + "'byDay':[{'@type':'NDay','day':'we'}]},'recurrenceOverrides':{"
                        + "'2026-03-11T10:00:00':{'excluded':true},'2026-03-12T09:00:00':{},"
                        + "'2026-03-18T10:00:00':{'title':'other','start':'2026-03-18T12:00:00'}}";
        assertThat(line(series, "RRULE"))
                .isEqualTo("RRULE:FREQ=WEEKLY;UNTIL=20260501T080000Z;BYDAY=WE");
        assertThat(line(series, "EXDATE")).isEqualTo("EXDATE;TZID=Europe/Berlin:20260311T100000");
        assertThat(line(series, "RDATE")).isEqualTo("RDATE;TZID=Europe/Berlin:20260312T090000");
        List<Part> all =
                SmallParser.parse(bytes("n", "{" + BASE + "," + series + "}"))
                        .getFirst()
                        .parts("VEVENT");
        assertThat(all).hasSize(2);
        assertThat(all.get(1).value("RECURRENCE-ID")).isEqualTo("20260318T100000");
        assertThat(all.get(1).value("DTSTART")).isEqualTo("20260318T120000");
        assertThat(all.get(1).value("SUMMARY")).isEqualTo("other");
        assertThat(all.get(1).all("RRULE")).isEmpty();
    }

    @Test
    void whatICalendarHasNoPlaceForIsWrittenAsSuchButNotWhatIsOfOnePerson() {
        Part event =
                event(
                        "'example.com:x':{'a':[1,null]},'calendarIds':{'c':true},'isDraft':false,"
                                + "'utcStart':'2026-03-04T10:00:00Z','useDefaultAlerts':true");
        assertThat(event.all("JSPROP")).hasSize(1);
        assertThat(event.all("JSPROP").getFirst().param("JSPTR")).isEqualTo("example.com:x");
        assertThat(SmallParser.text(event.value("JSPROP"))).isEqualTo("{\"a\":[1,null]}");
    }

    /** Fault 75. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nX-EVIL:1",
                "a\nBEGIN:VEVENT",
                "a\rEND:VCALENDAR",
                "\u0000\u0001\u001b\u007f",
                "\"quoted\";X-EVIL=1:2,3",
                "^n^'^^n\\n\\,\\;",
                "\ud800 alone, \udc00",
                "\u2028\u0085\u000b\u000c",
                ":;,=\"\\"
            })
    void nothingInAnEventCanMakeALine(String hostile) {
        ObjectNode event = Hostile.everywhere(hostile);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CalendarFile.write(out, hostile, List.of(Event.of(event)));
        byte[] bytes = out.toByteArray();
        String text = new String(bytes, StandardCharsets.UTF_8);
        Part calendar = SmallParser.parse(bytes).getFirst();

        assertThat(SmallParser.parse(bytes)).hasSize(1);
        assertThat(calendar.parts("VEVENT")).hasSize(2);
        assertThat(text).doesNotContainPattern("(?m)^(?:X-EVIL|BEGIN:VEVENT\\w)");
        assertThat(text.replace("\r\n", "")).doesNotContainPattern("[\\x00-\\x08\\x0A-\\x1F\\x7F]");
        assertThat(text.lines().filter(l -> l.startsWith("BEGIN:VCALENDAR"))).hasSize(1);
        for (Part part : calendar.parts("VEVENT")) {
            assertThat(part.all("X-EVIL")).isEmpty();
            for (String once : List.of("UID", "DTSTART", "DTSTAMP", "SUMMARY", "LOCATION")) {
                assertThat(part.all(once)).as(once).hasSizeLessThan(2);
            }
            assertThat(part.props())
                    .allSatisfy(p -> assertThat(p.params()).doesNotContainKey("X-EVIL"));
        }
        assertThat(CalendarFile.read(new ByteArrayInputStream(bytes)).events()).hasSize(1);
    }

    @Test
    void linesAreFoldedAtSeventyFiveOctetsAndNeverInsideACharacter() {
        for (int shift = 0; shift < 8; shift++) {
            String title = "x".repeat(shift) + "aé€😀".repeat(60);
            byte[] bytes = bytes("n", "{" + BASE + ",'title':'" + title + "'}");
            int start = 0;
            for (int i = 0; i + 1 < bytes.length; i++) {
                if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                    assertThat(i - start).isLessThanOrEqualTo(75);
                    String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                    assertThat(line).doesNotContain("\uFFFD");
                    start = i + 2;
                }
            }
            assertThat(start).isEqualTo(bytes.length);
            Part calendar = SmallParser.parse(bytes).getFirst();
            assertThat(calendar.parts("VEVENT").getFirst().value("SUMMARY")).isEqualTo(title);
        }
    }

    @Test
    void keptPropertiesGoOutAgainButNeverTwice() {
        Part event =
                event(
                        "'iCalendar':{'@type':'ICalComponent','name':'vevent','properties':["
                                + "['x-a',{'x-p':['1','2:3']},'unknown','raw\\\\,x'],['dtstart',{},"
                                + "'date','2020-01-01'],['comment',{},'text','a,b'],['x-when',{},"
                                + "'date-time','2020-01-01T10:00:00Z'],['uid',{},'text','other'],"
                                + "['request-status',{},'text',['2.0','ok; it is']]],'components':"
                                + "[['x-inner',[['x-b',{},'text','c;d']],[]]]}");
        assertThat(event.value("X-A")).isEqualTo("raw\\,x");
        assertThat(event.all("X-A").getFirst().params().get("X-P")).containsExactly("1", "2:3");
        assertThat(event.all("DTSTART")).hasSize(1);
        assertThat(event.all("UID")).hasSize(1);
        assertThat(event.value("COMMENT")).isEqualTo("a\\,b");
        assertThat(event.value("X-WHEN")).isEqualTo("20200101T100000Z");
        assertThat(event.value("REQUEST-STATUS")).isEqualTo("2.0;ok\\; it is");
        assertThat(event.parts("X-INNER").getFirst().value("X-B")).isEqualTo("c\\;d");
    }

    @Test
    void peopleAreOrganizerAndAttendees() {
        String people =
                "'organizerCalendarAddress':'mailto:o@example.com','participants':{'1':{'@type':'Participant','calendarAddress':'mailto:o@example.com','name':'Olga,"
                    + " \\\"O\\\"',"
                    + "'roles':{'owner':true}},'2':{'@type':'Participant','calendarAddress':"
                    + "'mailto:a@example.com','roles':{'optional':true,'chair':true},"
                    + "'participationStatus':'accepted','delegatedTo':{'1':true},'kind':'location'},'3':{'@type':'Participant','name':'No"
                    + " address'}}";
        Part event = event(people);
        assertThat(event.all("ORGANIZER").getFirst().param("CN")).isEqualTo("Olga, \"O\"");
        assertThat(event.all("ATTENDEE")).hasSize(1);
        SmallParser.Prop attendee = event.all("ATTENDEE").getFirst();
        assertThat(attendee.value()).isEqualTo("mailto:a@example.com");
        assertThat(attendee.param("ROLE")).isEqualTo("CHAIR");
        assertThat(attendee.param("CUTYPE")).isEqualTo("ROOM");
        assertThat(attendee.param("DELEGATED-TO")).isEqualTo("mailto:o@example.com");
        assertThat(attendee.param("JSID")).isEqualTo("2");
        assertThat(event.parts("PARTICIPANT").getFirst().value("SUMMARY")).isEqualTo("No address");
        assertThat(event.all("JSPROP").getFirst().param("JSPTR"))
                .isEqualTo("participants/2/roles/optional");
    }

    @Test
    void anAlertWithoutAKnownMomentIsKeptAndOthersAreValid() {
        Part event =
                event(
                        "'title':'T','alerts':{'a':{'@type':'Alert','trigger':{'@type':"
                                + "'OffsetTrigger','offset':'-PT15M','relativeTo':'end'}},'b':"
                                + "{'@type':'Alert','trigger':{'@type':'example.com:moon'}}}");
        assertThat(event.parts("VALARM")).hasSize(1);
        Part alarm = event.parts("VALARM").getFirst();
        assertThat(alarm.value("TRIGGER")).isEqualTo("-PT15M");
        assertThat(alarm.value("ACTION")).isEqualTo("DISPLAY");
        assertThat(alarm.value("DESCRIPTION")).isEqualTo("T");
        assertThat(event.all("JSPROP").getFirst().param("JSPTR")).isEqualTo("alerts/b");
    }
}
