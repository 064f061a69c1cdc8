package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/** Wall times as text, against the JDK's formatter. */
final class WallTextTest {
    private static final DateTimeFormatter JDK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    @Test
    void readsAndWritesAsTheJdkDoes() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("WallTextTest -Dseed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            LocalDateTime time =
                    LocalDateTime.ofEpochSecond(
                            random.nextLong(-62_135_596_800L, 253_402_300_800L), 0, ZoneOffset.UTC);
            assertEquals(JDK.format(time), WallText.write(time));
            assertEquals(time, WallText.read(JDK.format(time)));
        }
    }

    @Test
    void fractionsAreRead() {
        assertEquals(
                LocalDateTime.of(2026, 11, 24, 8, 0, 0, 120_000_000),
                WallText.read("2026-11-24T08:00:00.12"));
        assertEquals(
                LocalDateTime.of(2026, 11, 24, 8, 0, 0, 1),
                WallText.read("2026-11-24T08:00:00.000000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-24",
                "2026-11-24T08:00",
                "2026-11-24T08:00:00Z",
                "2026-11-24T08:00:00.",
                "2026-11-24T08:00:00.0000000001",
                "2026-11-24 08:00:00",
                "2026-02-30T08:00:00",
                "2026-13-01T08:00:00",
                "2026-11-24T24:00:00",
                "2026-11-24T08:00:60",
                "0000-11-24T08:00:00",
                "+2026-11-24T08:00:0",
                "2026-11-24T08:0\u0661:00",
            })
    void whatIsNoneIsNull(String text) {
        assertNull(WallText.read(text));
    }

    @Test
    void yearsBeyondFourDigitsAreWrittenAsTheJdkDoes() {
        LocalDateTime far = LocalDateTime.of(10_000, 1, 1, 0, 0);
        assertEquals(JDK.format(far), WallText.write(far));
    }
}
