package app.linden.ical;

import static org.assertj.core.api.Assertions.assertThat;

import app.linden.model.Json;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What once was lost or changed on the way through JSCalendar, each by itself. */
class TripsTest {
    private static final String[] ZONE = {
        "BEGIN:VTIMEZONE",
        "TZID:Here",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0530",
        "TZOFFSETTO:+0530",
        "END:STANDARD",
        "END:VTIMEZONE"
    };

    private static List<String> event(String... lines) {
        List<String> event = new ArrayList<>(List.of("BEGIN:VEVENT", "DTSTAMP:20260101T000000Z"));
        event.addAll(List.of(lines));
        event.add("END:VEVENT");
        return event;
    }

    @SafeVarargs
    private static List<String> calendar(List<String>... parts) {
        List<String> lines = new ArrayList<>(List.of("BEGIN:VCALENDAR", "VERSION:2.0"));
        List.of(parts).forEach(lines::addAll);
        lines.add("END:VCALENDAR");
        return lines;
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void comesBack(List<String> lines) {
        byte[] ics = bytes(lines);
        assertThat(
                        Allowed.difference(
                                SmallParser.parse(ics),
                                SmallParser.parse(RoundTripTest.roundTrip(ics))))
                .isEmpty();
    }

    /** The lines of the only event after somebody changed it. */
    private static String changed(List<String> lines, Consumer<ObjectNode> change) {
        ObjectNode group = CalendarFile.readGroup(new ByteArrayInputStream(bytes(lines))).group();
        change.accept((ObjectNode) group.path("entries").path(0));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GroupFile.convert(
                new ByteArrayInputStream(Json.write(group).getBytes(StandardCharsets.UTF_8)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void ofAFoldedLineOnlyTheFirstBlankIsOfTheFold() {
        List<String> lines =
                calendar(event("UID:u", "DTSTART:20260101T090000", "SUMMARY:one", "   two", "\tx"));
        ObjectNode group = CalendarFile.readGroup(new ByteArrayInputStream(bytes(lines))).group();
        assertThat(group.path("entries").path(0).path("title").asString("")).isEqualTo("one  twox");
        comesBack(lines);
    }

    @Test
    void quotedPrintableGoesOnAfterItsSoftBreaks() {
        ObjectNode group =
                CalendarFile.readGroup(
                                new ByteArrayInputStream(
                                        bytes(
                                                calendar(
                                                        event(
                                                                "UID:u",
                                                                "DTSTART:20260101T090000",
                                                                "SUMMARY;ENCODING=QUOTED-PRINTABLE:a=",
                                                                "  b=3Dc")))))
                        .group();
        assertThat(group.path("entries").path(0).path("title").asString("")).endsWith("b=c");
    }

    @Test
    void theNameOfAZoneComesBackWhileItMeansTheSame() {
        List<String> lines =
                calendar(
                        List.of(ZONE),
                        event(
                                "UID:u",
                                "DTSTART;TZID=Here:20260101T090000",
                                "DTEND;TZID=Asia/Kolkata:20260101T100000",
                                "RRULE:FREQ=DAILY;COUNT=9",
                                "EXDATE;TZID=Here:20260102T090000"));
        comesBack(lines);
        assertThat(changed(lines, event -> event.put("timeZone", "Europe/Berlin")))
                .contains("DTSTART;TZID=Europe/Berlin:20260101T090000")
                .contains("EXDATE;TZID=Europe/Berlin:20260102T090000");
    }

    @Test
    void anEndBeforeTheStartComesBackUntilTheEventHasAnother() {
        List<String> lines =
                calendar(event("UID:u", "DTSTART:20260101T090000Z", "DTEND:20260101T080000Z"));
        comesBack(lines);
        assertThat(changed(lines, event -> event.put("duration", "PT1H")))
                .contains("DURATION:PT1H")
                .doesNotContain("DTEND");
        assertThat(changed(lines, event -> event.put("start", "2026-01-01T07:00:00")))
                .doesNotContain("DTEND");
    }

    @Test
    void endsThatGoWithoutSayingAreSaidAgain() {
        comesBack(calendar(event("UID:u", "DTSTART:20260101T090000Z", "DTEND:20260101T090000Z")));
        comesBack(calendar(event("UID:u", "DTSTART:20260101T090000Z", "DURATION:PT0S")));
        comesBack(calendar(event("UID:u", "DTSTART;VALUE=DATE:20260101", "DURATION:P1D")));
        comesBack(
                calendar(
                        event(
                                "UID:u",
                                "DTSTART;VALUE=DATE:20260101",
                                "DTEND;VALUE=DATE:20260101")));
    }

    @Test
    void everyCalendarOfAFileComesBackWithItsEvents() {
        List<String> lines =
                calendar(
                        List.of("PRODID:one", "METHOD:PUBLISH"),
                        event("UID:a", "DTSTART:20260101T090000Z"));
        lines.addAll(
                calendar(
                        List.of("PRODID:two", "METHOD:REQUEST", "X-OF:this\\, one"),
                        List.of(ZONE),
                        event("UID:b,c", "DTSTART;TZID=Here:20260101T090000"),
                        event("UID:d", "DTSTART:20260101T090000Z")));
        comesBack(lines);
    }

    @Test
    void olderVersionsComeBack() {
        comesBack(
                calendar(
                        event("UID:a", "DTSTART:20260101T090000Z", "SEQUENCE:1", "SUMMARY:new"),
                        event("UID:a", "DTSTART:20260101T080000Z", "SUMMARY:old", "X-A:b"),
                        event("UID:a", "DTSTART:20260101T080000Z", "SUMMARY:old", "X-A:b")));
    }

    @Test
    void whatAnOccurrenceHasOfItsOwnComesBack() {
        comesBack(
                calendar(
                        event(
                                "UID:a",
                                "DTSTART:20260101T090000Z",
                                "RRULE:FREQ=DAILY",
                                "ORGANIZER;CN=Ann:mailto:ann@example.com",
                                "CLASS:PRIVATE",
                                "RELATED-TO:x"),
                        event(
                                "UID:a",
                                "RECURRENCE-ID;RANGE=THISANDFUTURE:20260102T090000Z",
                                "DTSTART:20260102T100000Z",
                                "ORGANIZER:mailto:bob@example.com",
                                "RELATED-TO;RELTYPE=CHILD:y"),
                        event(
                                "UID:a",
                                "RECURRENCE-ID:20260103T090000Z",
                                "DTSTART:20260103T100000Z",
                                "CLASS:CONFIDENTIAL")));
    }

    @Test
    void organizerAndAttendeeMaySayDifferentThingsOfOnePerson() {
        comesBack(
                calendar(
                        event(
                                "UID:a",
                                "DTSTART:20260101T090000Z",
                                "ORGANIZER:mailto:ann@example.com",
                                "ATTENDEE;CN=Ann;SENT-BY=\"mailto:x@example.com\":mailto:ann@example.com"),
                        event(
                                "UID:b",
                                "DTSTART:20260101T090000Z",
                                "ORGANIZER;CN=Ann;EMAIL=a@example.com:mailto:ann@example.com",
                                "ATTENDEE;CN=A.;PARTSTAT=ACCEPTED:mailto:ann@example.com")));
    }

    @Test
    void aChangedOccurrenceThatTheRuleDoesNotGiveIsAdded() {
        List<String> lines =
                calendar(
                        event("UID:a", "DTSTART:20260101T090000Z", "RRULE:FREQ=WEEKLY"),
                        event(
                                "UID:a",
                                "RECURRENCE-ID:20260103T090000Z",
                                "DTSTART:20260103T100000Z"),
                        event(
                                "UID:a",
                                "RECURRENCE-ID:20260108T090000Z",
                                "DTSTART:20260108T100000Z"));
        comesBack(lines);
        assertThat(changed(lines, event -> {}).lines().filter(l -> l.startsWith("RDATE")))
                .containsExactly("RDATE:20260103T090000Z");
    }

    @Test
    void additionsAndExclusionsComeBack() {
        comesBack(
                calendar(
                        event(
                                "UID:a",
                                "DTSTART:20260101T090000Z",
                                "DURATION:PT1H",
                                "RDATE:20260101T090000Z",
                                "RDATE;VALUE=PERIOD:20260105T090000Z/PT1H,20260106T090000Z/20260106T110000Z",
                                "EXDATE;X-WHY=ill:20260105T090000Z",
                                "EXDATE:20260107T090000Z"),
                        event(
                                "UID:a",
                                "RECURRENCE-ID:20260107T090000Z",
                                "DTSTART:20260107T100000Z")));
    }
}
