package app.linden.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class RetryAfterTest {
    private static final String DATE = "Tue, 24 Nov 2026 12:00:00 GMT";

    @Test
    void secondsAndDatesAreUnderstood() {
        assertEquals(Duration.ofSeconds(7), RetryAfter.of("7", null));
        assertEquals(Duration.ofMinutes(2), RetryAfter.of("Tue, 24 Nov 2026 12:02:00 GMT", DATE));
    }

    @Test
    void whatIsNoneMeansNothing() {
        assertEquals(Duration.ZERO, RetryAfter.of(null, DATE));
        assertEquals(Duration.ZERO, RetryAfter.of("soon", DATE));
        assertEquals(Duration.ZERO, RetryAfter.of("Mon, 23 Nov 2026 12:00:00 GMT", DATE));
    }

    @Test
    void nobodyIsSentAwayForDays() {
        assertEquals(Duration.ofHours(1), RetryAfter.of("999999999", DATE));
    }
}
