package app.linden.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.model.Repetition;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;

/** What is put together while the program runs reads as German in a German window. */
class GermanWordsTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void german() {
        Texts.speak(Locale.GERMANY);
    }

    @AfterEach
    void asBefore() {
        Texts.speak(before);
    }

    @Test
    void spansOfDays() {
        assertEquals("23. – 29. Nov. 2026", Dates.days(TUESDAY.minusDays(1), TUESDAY.plusDays(5)));
        assertEquals("24. Nov. – 3. Dez. 2026", Dates.days(TUESDAY, TUESDAY.plusDays(9)));
    }

    @Test
    void repetitions() {
        assertEquals("Jedes Jahr am 24. November", repeats(Repetition.Kind.YEARLY));
        assertEquals("Jede Woche am Dienstag", repeats(Repetition.Kind.WEEKLY));
        assertEquals("Jeden Monat am vierten Dienstag", repeats(Repetition.Kind.MONTHLY_NTH));
        assertEquals("Jeden Monat am 24.", repeats(Repetition.Kind.MONTHLY_DAY));
    }

    @Test
    void lengths() {
        assertEquals("1 Std. 30 Min.", WhenWords.length(Duration.ofMinutes(90)));
        assertEquals("2 Tage", WhenWords.length(Duration.ofDays(2)));
    }

    private static String repeats(Repetition.Kind kind) {
        return RuleWords.of(kind, TUESDAY, null);
    }
}
