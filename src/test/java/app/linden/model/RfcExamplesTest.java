package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Every example of RFC 5545, 3.8.5.3, and of RFC 7529, 4.3; those in calendars that are not
 * Gregorian are refused by name. What an example ends with three dots is compared as far as it is
 * written. Years stand before a colon, months before a slash.
 */
final class RfcExamplesTest {
    private static final String DAILY_TO_CHRISTMAS = "1997: 9/2-30 10/1-31 11/1-30 12/1-23";

    private static List<LocalDateTime> found(String rule, String start, int most) {
        return Recurrence.expand(
                        Rrules.event(rule, start),
                        LocalDateTime.MIN,
                        LocalDateTime.MAX,
                        new Recurrence.Budget(100_000, most))
                .starts();
    }

    private static List<LocalDateTime> dates(String text) {
        List<LocalDateTime> dates = new ArrayList<>();
        int year = 0;
        for (String word : text.strip().split("\\s+")) {
            if (word.endsWith(":")) {
                year = Integer.parseInt(word.substring(0, 4));
                continue;
            }
            int month = Integer.parseInt(word.split("/")[0]);
            for (String day : word.split("/")[1].split(",")) {
                String[] ends = day.split("-");
                for (int d = Integer.parseInt(ends[0]);
                        d <= Integer.parseInt(ends[ends.length - 1]);
                        d++) {
                    dates.add(LocalDate.of(year, month, d).atTime(9, 0));
                }
            }
        }
        return dates;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1997-09-02 | FREQ=DAILY;COUNT=10 | 1997: 9/2-11
                    1997-09-02 | FREQ=WEEKLY;COUNT=10 | 1997: 9/2,9,16,23,30 10/7,14,21,28 11/4
                    1997-09-02 | FREQ=DAILY;INTERVAL=10;COUNT=5 | 1997: 9/2,12,22 10/2,12
                    1998-01-01 | FREQ=YEARLY;UNTIL=2000-01-31T09:00:00;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA | 1998: 1/1-31 1999: 1/1-31 2000: 1/1-31
                    1998-01-01 | FREQ=DAILY;UNTIL=2000-01-31T09:00:00;BYMONTH=1 | 1998: 1/1-31 1999: 1/1-31 2000: 1/1-31
                    1997-09-02 | FREQ=WEEKLY;UNTIL=1997-12-23T19:00:00 | 1997: 9/2,9,16,23,30 10/7,14,21,28 11/4,11,18,25 12/2,9,16,23
                    1997-09-02 | FREQ=WEEKLY;UNTIL=1997-10-06T20:00:00;WKST=SU;BYDAY=TU,TH | 1997: 9/2,4,9,11,16,18,23,25,30 10/2
                    1997-09-02 | FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH | 1997: 9/2,4,9,11,16,18,23,25,30 10/2
                    1997-09-01 | FREQ=WEEKLY;INTERVAL=2;UNTIL=1997-12-23T19:00:00;WKST=SU;BYDAY=MO,WE,FR | 1997: 9/1,3,5,15,17,19,29 10/1,3,13,15,17,27,29,31 11/10,12,14,24,26,28 12/8,10,12,22
                    1997-09-02 | FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH | 1997: 9/2,4,16,18,30 10/2,14,16
                    1997-09-05 | FREQ=MONTHLY;COUNT=10;BYDAY=1FR | 1997: 9/5 10/3 11/7 12/5 1998: 1/2 2/6 3/6 4/3 5/1 6/5
                    1997-09-05 | FREQ=MONTHLY;UNTIL=1997-12-23T19:00:00;BYDAY=1FR | 1997: 9/5 10/3 11/7 12/5
                    1997-09-07 | FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU | 1997: 9/7,28 11/2,30 1998: 1/4,25 3/1,29 5/3,31
                    1997-09-22 | FREQ=MONTHLY;COUNT=6;BYDAY=-2MO | 1997: 9/22 10/20 11/17 12/22 1998: 1/19 2/16
                    1997-09-02 | FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15 | 1997: 9/2,15 10/2,15 11/2,15 12/2,15 1998: 1/2,15
                    1997-09-30 | FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1 | 1997: 9/30 10/1,31 11/1,30 12/1,31 1998: 1/1,31 2/1
                    1997-09-10 | FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15 | 1997: 9/10-15 1999: 3/10-13
                    1997-06-10 | FREQ=YEARLY;COUNT=10;BYMONTH=6,7 | 1997: 6/10 7/10 1998: 6/10 7/10 1999: 6/10 7/10 2000: 6/10 7/10 2001: 6/10 7/10
                    1997-03-10 | FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3 | 1997: 3/10 1999: 1/10 2/10 3/10 2001: 1/10 2/10 3/10 2003: 1/10 2/10 3/10
                    1997-01-01 | FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200 | 1997: 1/1 4/10 7/19 2000: 1/1 4/9 7/18 2003: 1/1 4/10 7/19 2006: 1/1
                    1997-09-04 | FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3 | 1997: 9/4 10/7 11/6
                    1997-08-05 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO | 1997: 8/5,10,19,24
                    1997-08-05 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU | 1997: 8/5,17,19,31
                    2007-01-15 | FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5 | 2007: 1/15,30 2/15 3/15,30
                    """)
    void whole(String start, String rule, String expected) {
        assertEquals(dates(expected), found(rule, start + "T09:00:00", 1_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1997-09-02 | FREQ=DAILY;INTERVAL=2 | 1997: 9/2,4,6,8,10,12,14,16,18,20,22,24,26,28,30 10/2,4,6,8,10,12,14,16,18,20,22,24,26,28,30 11/1,3,5,7,9,11,13,15,17,19,21,23,25,27,29 12/1,3
                    1997-09-02 | FREQ=WEEKLY;INTERVAL=2;WKST=SU | 1997: 9/2,16,30 10/14,28 11/11,25 12/9,23 1998: 1/6,20 2/3,17
                    1997-09-28 | FREQ=MONTHLY;BYMONTHDAY=-3 | 1997: 9/28 10/29 11/28 12/29 1998: 1/29 2/26
                    1997-09-02 | FREQ=MONTHLY;INTERVAL=2;BYDAY=TU | 1997: 9/2,9,16,23,30 11/4,11,18,25 1998: 1/6,13,20,27 3/3,10,17,24,31
                    1997-05-19 | FREQ=YEARLY;BYDAY=20MO | 1997: 5/19 1998: 5/18 1999: 5/17
                    1997-05-12 | FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO | 1997: 5/12 1998: 5/11 1999: 5/17
                    1997-03-13 | FREQ=YEARLY;BYMONTH=3;BYDAY=TH | 1997: 3/13,20,27 1998: 3/5,12,19,26 1999: 3/4,11,18,25
                    1997-06-05 | FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8 | 1997: 6/5,12,19,26 7/3,10,17,24,31 8/7,14,21,28 1998: 6/4,11,18,25 7/2,9,16,23,30 8/6,13,20,27 1999: 6/3,10,17,24 7/1,8,15,22,29 8/5,12,19,26
                    1997-09-02 | FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13 | 1997: 9/2 1998: 2/13 3/13 11/13 1999: 8/13 2000: 10/13
                    1997-09-13 | FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13 | 1997: 9/13 10/11 11/8 12/13 1998: 1/10 2/7 3/7 4/11 5/9 6/13
                    1996-11-05 | FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8 | 1996: 11/5 2000: 11/7 2004: 11/2
                    1997-09-29 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2 | 1997: 9/29 10/30 11/27 12/30 1998: 1/29 2/26 3/30
                    """)
    void beginning(String start, String rule, String expected) {
        List<LocalDateTime> dates = dates(expected);
        assertEquals(dates, found(rule, start + "T09:00:00", dates.size()));
    }

    /** RFC 7529, 4.3.4, and what its 4.1 says of SKIP for a 31st. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2012-02-29 | RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD | 2012: 2/29 2013: 3/1 2014: 3/1 2015: 3/1 2016: 2/29 2017: 3/1
                    2012-02-29 | FREQ=YEARLY | 2012: 2/29 2016: 2/29 2020: 2/29
                    2012-02-29 | RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD | 2012: 2/29 2013: 2/28 2014: 2/28 2015: 2/28 2016: 2/29
                    2014-01-31 | FREQ=MONTHLY | 2014: 1/31 3/31 5/31 7/31
                    2014-01-31 | RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT | 2014: 1/31 3/31 5/31 7/31
                    2014-01-31 | RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD | 2014: 1/31 2/28 3/31 4/30
                    2014-01-31 | RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD | 2014: 1/31 3/1,31 5/1
                    """)
    void invalidDatesAreSkipped(String start, String rule, String expected) {
        List<LocalDateTime> dates = dates(expected);
        assertEquals(dates, found(rule, start + "T09:00:00", dates.size()));
    }

    /** RFC 7529, 3 and 4.3.1 to 4.3.3. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2013-02-10 | RSCALE=CHINESE;FREQ=YEARLY | CHINESE
                    2013-09-06 | RSCALE=ETHIOPIC;FREQ=MONTHLY;BYMONTH=13 | ETHIOPIC
                    2014-02-08 | RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=8;SKIP=FORWARD | HEBREW
                    """)
    void otherCalendarsAreRefusedByName(String start, String rule, String calendar) {
        Problem refused = assertThrows(Problem.class, () -> found(rule, start + "T00:00:00", 5));
        assertEquals(
                "Linden cannot repeat events in the “"
                        + calendar
                        + "” calendar (rscale), only in the Gregorian.",
                Problem.sentence(refused));
    }

    @Test
    void dailyUntilChristmas() {
        assertEquals(
                dates(DAILY_TO_CHRISTMAS),
                found("FREQ=DAILY;UNTIL=1997-12-23T19:00:00", "1997-09-02T09:00:00", 1_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FREQ=HOURLY;INTERVAL=3;UNTIL=1997-09-02T17:00:00 | 09:00,12:00,15:00
                    FREQ=MINUTELY;INTERVAL=15;COUNT=6 | 09:00,09:15,09:30,09:45,10:00,10:15
                    FREQ=MINUTELY;INTERVAL=90;COUNT=4 | 09:00,10:30,12:00,13:30
                    """)
    void timesOfOneDay(String rule, String expected) {
        assertEquals(
                List.of(expected.split(",")),
                found(rule, "1997-09-02T09:00:00", 100).stream()
                        .map(t -> t.toLocalTime().toString())
                        .toList());
    }

    @Test
    void everyTwentyMinutesOfTheDay() {
        String hours = "BYHOUR=9,10,11,12,13,14,15,16";
        List<LocalDateTime> expected = new ArrayList<>();
        for (int day = 2; day <= 4; day++) {
            for (int i = 0; i < 24; i++) {
                expected.add(LocalDateTime.of(1997, 9, day, 9, 0).plusMinutes(20L * i));
            }
        }
        assertEquals(
                expected,
                found("FREQ=DAILY;" + hours + ";BYMINUTE=0,20,40", "1997-09-02T09:00:00", 72));
        assertEquals(
                expected, found("FREQ=MINUTELY;INTERVAL=20;" + hours, "1997-09-02T09:00:00", 72));
    }
}
