package app.linden.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.ical.CalendarFile.Reading;
import app.linden.model.Event;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;

/** What the names of time zones in files mean. */
final class ZonesTest {
    private static final String VIENNA =
            """
            BEGIN:VTIMEZONE\r
            TZID:%s\r
            BEGIN:STANDARD\r
            DTSTART:16011028T030000\r
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r
            TZOFFSETFROM:+0200\r
            TZOFFSETTO:+0100\r
            END:STANDARD\r
            BEGIN:DAYLIGHT\r
            DTSTART:16010325T020000\r
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r
            TZOFFSETFROM:+0100\r
            TZOFFSETTO:+0200\r
            END:DAYLIGHT\r
            END:VTIMEZONE\
            """;

    private static final String NOWHERE =
            """
            BEGIN:VTIMEZONE\r
            TZID:%s\r
            BEGIN:STANDARD\r
            DTSTART:19700101T000000\r
            TZOFFSETFROM:+0117\r
            TZOFFSETTO:+0117\r
            END:STANDARD\r
            END:VTIMEZONE\
            """;

    private static Reading read(String tzid, String vtimezone) {
        return CalendarFileTest.calendar(
                "BEGIN:VEVENT",
                "UID:u",
                "DTSTART;TZID=" + tzid + ":20260704T100000",
                "END:VEVENT",
                // After the event, as some programs write it.
                vtimezone.replace("%s", tzid.replace("\"", "")));
    }

    private static Event event(String tzid, String vtimezone) {
        Reading reading = read(tzid, vtimezone);
        assertEquals(java.util.List.of(), reading.unreadable());
        return reading.events().getFirst();
    }

    @Test
    void namesOfTheDatabaseWithAndWithoutPrefix() {
        for (String name :
                new String[] {
                    "Europe/Berlin",
                    "europe/berlin",
                    "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin",
                    "/mozilla.org/20070129_1/Europe/Berlin",
                    "/softwarestudio.org/Olson_20011030_5/Europe/Berlin",
                    "W. Europe Standard Time"
                }) {
            assertEquals(ZoneId.of("Europe/Berlin"), event(name, "").when().zone(), name);
        }
        assertEquals(Moment.UTC, event("UTC", "").when().zone());
        assertEquals(
                ZoneId.of("America/Buenos_Aires"),
                event("Argentina Standard Time", "").when().zone());
    }

    @Test
    void everyWindowsNameHasAZone() {
        long lines =
                new java.io.BufferedReader(
                                new java.io.InputStreamReader(
                                        java.util.Objects.requireNonNull(
                                                ZoneNames.class.getResourceAsStream(
                                                        "windows-zones.tsv")),
                                        java.nio.charset.StandardCharsets.UTF_8))
                        .lines()
                        .filter(l -> l.contains("\t"))
                        .peek(l -> assertTrue(ZoneNames.find(l.split("\t", -1)[0]) != null, l))
                        .count();
        assertTrue(lines >= 140);
    }

    @Test
    void aZoneOfOnesOwnIsTheOneWithTheSameRules() {
        assertEquals(ZoneId.of("Europe/Berlin"), event("My Office", VIENNA).when().zone());
        assertEquals(
                ZoneId.of("Europe/Amsterdam"),
                event("\"Amsterdam, Bern, Rome, Stockholm\"", VIENNA).when().zone());
    }

    @Test
    void aZoneLikeNoOtherBecomesUtcWithANote() {
        Reading reading = read("Nowhere", NOWHERE);

        Event event = reading.events().getFirst();
        assertEquals(Moment.UTC, event.when().zone());
        assertEquals(
                Instant.parse("2026-07-04T08:43:00Z").getEpochSecond(),
                event.when().span().start());
        assertEquals(1, reading.unreadable().size());
    }

    @Test
    void aNameWithoutRulesLeavesTheWallTimeWithANote() {
        Reading reading = read("Atlantis", "");

        assertNull(reading.events().getFirst().when().zone());
        assertEquals(
                "The time zone “Atlantis” is unknown; the times were taken as local ones.",
                reading.unreadable().getFirst().reason());
    }

    @Test
    void rulesThatCannotBeReadLeaveTheWallTimeWithANote() {
        Reading reading = read("My Office", VIENNA.replace("TZOFFSETTO:+0200", "TZOFFSETTO:soon"));

        assertNull(reading.events().getFirst().when().zone());
        assertEquals(1, reading.unreadable().size());
    }

    /** Fault 73. */
    @Test
    void aHundredThousandRulesOfAZoneCostLittle() {
        String rule =
                "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ=YEARLY\r\n"
                        + "TZOFFSETFROM:+0117\r\nTZOFFSETTO:+0117\r\nEND:STANDARD\r\n";
        Reading reading =
                read(
                        "Huge",
                        "BEGIN:VTIMEZONE\r\nTZID:Huge\r\n"
                                + rule.repeat(100_000)
                                + "END:VTIMEZONE");

        assertEquals(1, reading.events().size());
    }
}
