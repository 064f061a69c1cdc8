package app.linden.calendar.remind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Rule;
import app.linden.model.When;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** When alerts go off, without a clock. */
final class EventAlertsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static Event timed(String start, String alerts) {
        LocalDateTime from = LocalDateTime.parse(start);
        return with(
                Event.create("u", "c", "Dentist", When.timed(from, from.plusHours(1), BERLIN)),
                alerts);
    }

    private static Event with(Event event, String alerts) {
        return event.with("alerts", Json.parse(alerts));
    }

    private static EventAlerts of(Event event) {
        return new EventAlerts(
                "e", event, Defaults.NONE, Set.of("mailto:anna@example.org"), BERLIN);
    }

    private static List<String> due(Event event) {
        return due(event, (LocalDateTime) null);
    }

    private static List<String> due(Event event, LocalDateTime id) {
        return of(event).of(id).stream().map(r -> r.alertId() + " " + r.due()).sorted().toList();
    }

    private static String offset(String offset, String more) {
        return "{\"trigger\":{\"@type\":\"OffsetTrigger\",\"offset\":\""
                + offset
                + "\""
                + more
                + "}}";
    }

    private static String at(String when) {
        return "{\"trigger\":{\"@type\":\"AbsoluteTrigger\",\"when\":\"" + when + "\"}}";
    }

    @Test
    void severalAlertsBeforeAndAfterTheStartAndTheEndAndAtAnInstant() {
        Event event =
                timed(
                        "2026-11-24T15:30",
                        "{\"a\":%s,\"b\":%s,\"c\":%s,\"d\":%s}"
                                .formatted(
                                        offset("-PT15M", ""),
                                        offset("PT5M", ""),
                                        offset("-PT10M", ",\"relativeTo\":\"end\""),
                                        at("2026-11-20T08:00:00Z")));
        assertEquals(
                List.of(
                        "a 2026-11-24T14:15:00Z",
                        "b 2026-11-24T14:35:00Z",
                        "c 2026-11-24T15:20:00Z",
                        "d 2026-11-20T08:00:00Z"),
                due(event));
    }

    @Test
    void wholeDaysBeginAtMidnightWhereThePersonIs() {
        Event event =
                with(
                        Event.create("u", "c", "Holiday", When.days(DAY, DAY)),
                        "{\"a\":%s,\"b\":%s,\"c\":%s}"
                                .formatted(
                                        offset("PT0S", ""),
                                        offset("-PT15H", ""),
                                        offset("PT9H", "")));
        assertEquals(
                List.of(
                        "a 2026-11-23T23:00:00Z",
                        "b 2026-11-23T08:00:00Z",
                        "c 2026-11-24T08:00:00Z"),
                due(event));
        EventAlerts inTokyo =
                new EventAlerts("e", event, Defaults.NONE, Set.of(), ZoneId.of("Asia/Tokyo"));
        assertEquals(Instant.parse("2026-11-23T15:00:00Z"), inTokyo.of(null).getFirst().due());
    }

    @Test
    void aDayBeforeIsTheSameWallTimeAndTwentyFourHoursAreNotOverSummerTime() {
        // Clocks go back on Sunday, 25 October 2026, and forward on Sunday, 28 March 2027.
        String both = "{\"a\":" + offset("-P1D", "") + ",\"b\":" + offset("-PT24H", "") + "}";
        assertEquals(
                List.of("a 2026-10-24T08:00:00Z", "b 2026-10-24T09:00:00Z"),
                due(timed("2026-10-25T10:00", both)));
        assertEquals(
                List.of("a 2027-03-27T09:00:00Z", "b 2027-03-27T08:00:00Z"),
                due(timed("2027-03-28T10:00", both)));
    }

    @Test
    void aWeeklyAlertKeepsItsWallTimeOverSummerTime() {
        Event series =
                timed("2026-10-18T09:00", "{\"a\":" + offset("-PT1H", "") + "}")
                        .with(Rule.every(1, Rule.Frequency.WEEKLY));
        assertEquals(
                List.of("a 2026-10-18T06:00:00Z"),
                due(series, LocalDateTime.parse("2026-10-18T09:00")));
        assertEquals(
                List.of("a 2026-10-25T07:00:00Z"),
                due(series, LocalDateTime.parse("2026-10-25T09:00")));
    }

    @Test
    void anExceptionMayHaveOtherAlertsAndAnotherTime() {
        Event series =
                timed("2026-11-24T15:30", "{\"a\":" + offset("-PT15M", "") + "}")
                        .with(Rule.every(1, Rule.Frequency.DAILY))
                        .with(
                                "recurrenceOverrides",
                                Json.parse(
                                        """
                                        {"2026-11-25T15:30:00":{"alerts/a/trigger/offset":"-PT1H","title":"Other"},
                                         "2026-11-26T15:30:00":{"alerts/a":null},
                                         "2026-11-27T15:30:00":{"start":"2026-11-27T18:00:00",
                                          "alerts":{"b":%s}},
                                         "2026-11-28T15:30:00":{"alerts/x":%s}}
                                        """
                                                .formatted(
                                                        offset("PT0S", ""),
                                                        at("2026-11-01T00:00:00Z"))));
        assertEquals(List.of("a 2026-11-24T14:15:00Z"), due(series, DAY.atTime(15, 30)));
        assertEquals(
                List.of("a 2026-11-25T13:30:00Z"), due(series, DAY.plusDays(1).atTime(15, 30)));
        assertEquals(List.of(), due(series, DAY.plusDays(2).atTime(15, 30)));
        assertEquals(
                List.of("b 2026-11-27T17:00:00Z"), due(series, DAY.plusDays(3).atTime(15, 30)));
        assertEquals(
                List.of("a 2026-11-28T14:15:00Z", "x 2026-11-01T00:00:00Z"),
                due(series, DAY.plusDays(4).atTime(15, 30)));
        assertEquals(List.of(), of(series).once());
        assertEquals("Other", of(series).of(DAY.plusDays(1).atTime(15, 30)).getFirst().title());
    }

    @Test
    void anInstantOfASeriesGoesOffOnceForTheNextOccurrence() {
        Event series =
                timed("2026-11-24T15:30", "{\"a\":" + at("2026-11-25T12:00:00Z") + "}")
                        .with(Rule.every(1, Rule.Frequency.DAILY));
        assertEquals(List.of(), due(series, DAY.plusDays(1).atTime(15, 30)));
        assertEquals(DAY.plusDays(1).atTime(15, 30), of(series).once().getFirst().recurrenceId());
    }

    @Test
    void whatWasDismissedAfterItWentOffIsSilentAndLaterOnesAreNot() {
        String alert =
                """
                {"a":{"acknowledged":"2026-11-24T14:20:00Z",
                 "trigger":{"@type":"OffsetTrigger","offset":"-PT15M"}}}
                """;
        Event series = timed("2026-11-24T15:30", alert).with(Rule.every(1, Rule.Frequency.DAILY));
        assertEquals(List.of(), due(series, DAY.atTime(15, 30)));
        assertEquals(
                List.of("a 2026-11-25T14:15:00Z"), due(series, DAY.plusDays(1).atTime(15, 30)));
    }

    @Test
    void cancelledDeclinedDraftsMailsAndUnknownTriggersAreSilent() {
        Event event = timed("2026-11-24T15:30", "{\"a\":" + offset("-PT15M", "") + "}");
        assertEquals(1, due(event).size());
        assertEquals(List.of(), due(event.with("status", Json.text("cancelled"))));
        assertEquals(List.of(), due(event.with("isDraft", Json.bool(true))));
        for (String who : List.of("Anna@Example.org", "ben@example.org")) {
            Event invited =
                    event.with(
                            "participants",
                            Json.parse(
                                    "{\"1\":{\"calendarAddress\":\"mailto:"
                                            + who
                                            + "\",\"participationStatus\":\"declined\"}}"));
            assertEquals(who.startsWith("ben") ? 1 : 0, due(invited).size(), who);
        }
        assertEquals(
                List.of(),
                due(
                        with(
                                event,
                                """
                                {"a":{"action":"email","trigger":{"offset":"PT0S"}},
                                 "b":{"trigger":{"@type":"MoonTrigger","offset":"PT0S"}},
                                 "c":{"trigger":{"offset":"soon"}}}
                                """)));
    }

    @Test
    void theCalendarsAlertsCountWhereTheEventSaysSo() {
        ObjectNode json =
                Json.parseObject(
                        "{\"defaultAlertsWithTime\":{\"d\":%s},\"defaultAlertsWithoutTime\":{\"w\":%s}}"
                                .formatted(offset("-PT30M", ""), offset("PT8H", "")));
        Calendar calendar = new Calendar("c", "account", json);
        Event plain = timed("2026-11-24T15:30", "{\"a\":" + offset("-PT15M", "") + "}");
        Event usual = plain.with("useDefaultAlerts", Json.bool(true));
        assertEquals(List.of("d 2026-11-24T14:00:00Z"), due(usual, calendar));
        assertEquals(List.of("a 2026-11-24T14:15:00Z"), due(plain, calendar));
        Event days =
                Event.create("u", "c", "Holiday", When.days(DAY, DAY))
                        .with("useDefaultAlerts", Json.bool(true));
        assertEquals(List.of("w 2026-11-24T07:00:00Z"), due(days, calendar));
        Event answered =
                with(
                        usual,
                        """
                        {"d":{"acknowledged":"2026-11-24T14:00:00Z","trigger":{"offset":"PT0S"}},
                         "s":{"relatedTo":{"d":{"relation":{"snooze":true}}},
                          "trigger":{"@type":"AbsoluteTrigger","when":"2026-11-24T14:10:00Z"}}}
                        """);
        assertEquals(List.of("s 2026-11-24T14:10:00Z"), due(answered, calendar));
    }

    private static List<String> due(Event event, Calendar calendar) {
        return new EventAlerts("e", event, Defaults.of(event, List.of(calendar)), Set.of(), BERLIN)
                .of(null).stream().map(r -> r.alertId() + " " + r.due()).toList();
    }
}
