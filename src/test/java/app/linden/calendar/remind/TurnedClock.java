package app.linden.calendar.remind;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that a test turns by hand, and the callbacks that wait for it. */
final class TurnedClock implements InstantSource, Wake {
    private record Waiting(Instant at, Runnable look) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private Instant now;

    TurnedClock(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void after(Duration wait, Runnable look) {
        waiting.add(new Waiting(now.plus(wait), look));
    }

    /** Turns the clock and calls back whoever waited for that long. */
    void turn(Duration by) {
        turnTo(instant().plus(by));
    }

    void turnTo(Instant to) {
        List<Waiting> due;
        synchronized (this) {
            now = to;
            due = waiting.stream().filter(w -> !w.at().isAfter(to)).toList();
            waiting.removeAll(due);
        }
        due.forEach(w -> w.look().run());
    }

    /** As a computer sleeps: time goes on, and nobody is called back. */
    synchronized void sleep(Duration by) {
        now = now.plus(by);
    }
}
