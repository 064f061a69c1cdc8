package app.linden.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.remote.Watchdog.Finding;

import org.junit.jupiter.api.Test;

import java.time.Instant;

final class WatchdogTest {
    private long nanos;
    private long wallMillis = 1_000_000;
    private final Watchdog dog = new Watchdog(() -> nanos, () -> Instant.ofEpochMilli(wallMillis));

    private void pass(int seconds) {
        nanos += seconds * 1_000_000_000L;
        wallMillis += seconds * 1_000L;
    }

    @Test
    void asksOnceAndGivesUp() {
        pass(29);
        assertEquals(Finding.WELL, dog.look());
        pass(2);
        assertEquals(Finding.ASK, dog.look());
        pass(5);
        assertEquals(Finding.WELL, dog.look());
        pass(10);
        assertEquals(Finding.DEAD, dog.look());
    }

    @Test
    void anAnswerCalmsIt() {
        pass(31);
        assertEquals(Finding.ASK, dog.look());
        dog.heard();
        pass(29);
        assertEquals(Finding.WELL, dog.look());
        pass(2);
        assertEquals(Finding.ASK, dog.look());
    }

    @Test
    void noticesThatTheComputerSlept() {
        pass(3);
        wallMillis += 36_000_000;
        assertEquals(Finding.SLEPT, dog.look());
    }

    @Test
    void aClockThatIsSetByALittleIsNoSleep() {
        pass(3);
        wallMillis += 20_000;
        assertEquals(Finding.WELL, dog.look());
        wallMillis -= 7_200_000;
        assertEquals(Finding.WELL, dog.look());
    }
}
