package app.linden.calendar.remind;

import java.time.Duration;

/** Calls back after a while; the while may be longer than asked for, as when a computer sleeps. */
@FunctionalInterface
interface Wake {
    void after(Duration wait, Runnable look);
}
