package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/** Sentences of rules as a person reads them; the first occurrence is on Tuesday, 24 November. */
final class RuleSentenceTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FREQ=DAILY | Every day | Jeden Tag
                    FREQ=DAILY;INTERVAL=3;COUNT=5 | Every 3 days, 5 times | Alle 3 Tage, 5-mal
                    FREQ=DAILY;COUNT=1 | Every day, once | Jeden Tag, einmal
                    FREQ=WEEKLY | Every week on Tuesday | Jede Woche am Dienstag
                    FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | Every weekday, Monday to Friday | Jeden Werktag, Montag bis Freitag
                    FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=2027-03-03T23:59:59 | Every 2 weeks on Monday and Wednesday, until 3 March 2027 | Alle 2 Wochen am Montag und Mittwoch bis 3. März 2027
                    FREQ=MONTHLY | Every month on the 24th | Jeden Monat am 24.
                    FREQ=MONTHLY;BYMONTHDAY=1,-1 | Every month on the 1st and the last day of the month | Jeden Monat am 1. und letzten Tag des Monats
                    FREQ=MONTHLY;BYDAY=2TU | Every month on the second Tuesday | Jeden Monat am zweiten Dienstag
                    FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SU | Every 2 months on the first Sunday and the last Sunday | Alle 2 Monate am ersten Sonntag und letzten Sonntag
                    FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | On the last weekday of every month | Am letzten Werktag jedes Monats
                    FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;INTERVAL=3 | On the second to last weekday of every 3 months | Alle 3 Monate am vorletzten Werktag
                    FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13 | Every month on Friday when it is the 13th | Jeden Monat am Freitag, sofern er auf den 13. fällt
                    FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3 | Every month on Tuesday, Wednesday and Thursday, of these only the third | Jeden Monat am Dienstag, Mittwoch und Donnerstag, davon nur am dritten Termin
                    RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=31 | Every month on the 31st, in shorter months on the last day | Jeden Monat am 31., in kürzeren Monaten am letzten Tag
                    RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;BYMONTHDAY=31 | Every month on the 31st, after shorter months on the first day of the next | Jeden Monat am 31., nach kürzeren Monaten am Ersten des nächsten
                    FREQ=YEARLY | Every year on 24 November | Jedes Jahr am 24. November
                    FREQ=YEARLY;BYMONTH=6,7 | Every year on the 24th in June and July | Jedes Jahr am 24. im Juni und Juli
                    FREQ=YEARLY;BYMONTH=11;BYDAY=4TH | Every year on the fourth Thursday in November | Jedes Jahr am vierten Donnerstag im November
                    FREQ=YEARLY;BYDAY=20MO | Every year on the 20th Monday | Jedes Jahr am 20. Montag
                    FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100 | Every 3 years on the first day of the year and the 100th day of the year | Alle 3 Jahre am ersten Tag des Jahres und 100. Tag des Jahres
                    FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO | Every year on Monday in week 20 | Jedes Jahr am Montag in Woche 20
                    FREQ=YEARLY;BYWEEKNO=1,-1 | Every year on Tuesday in week 1 and in the last week of the year | Jedes Jahr am Dienstag in Woche 1 und in der letzten Woche des Jahres
                    FREQ=YEARLY;BYMONTHDAY=15 | Every year on the 15th in November | Jedes Jahr am 15. im November
                    FREQ=HOURLY;INTERVAL=3 | Every 3 hours | Alle 3 Stunden
                    FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10 | Every 20 minutes in the hours 9 and 10 | Alle 20 Minuten in den Stunden 9 und 10
                    FREQ=DAILY;BYHOUR=9;BYMINUTE=0,30 | Every day in the hour 9 in the minutes 0 and 30 | Jeden Tag in der Stunde 9 in den Minuten 0 und 30
                    FREQ=SECONDLY | Every second | Jede Sekunde
                    RSCALE=CHINESE;FREQ=YEARLY | By a rule that Linden cannot read | Nach einer Regel, die Linden nicht lesen kann
                    """)
    void sentence(String rule, String english, String german) {
        assertEquals(english, RuleSentence.of(Rrules.rule(rule), FIRST, Locale.UK));
        assertEquals(german, RuleSentence.of(Rrules.rule(rule), FIRST, Locale.GERMANY));
    }

    @Test
    void everyRuleHasASentence() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RuleSentenceTest -Dseed=" + seed);
        RandomRules rules = new RandomRules(new Random(seed));
        for (int i = 0; i < 300; i++) {
            RandomRules.Case one = rules.next();
            for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
                String sentence = RuleSentence.of(one.rule(), one.start().toLocalDate(), locale);
                assertFalse(
                        sentence.contains("null")
                                || sentence.contains("{")
                                || sentence.contains("  "),
                        sentence);
            }
        }
    }
}
