package app.linden.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** UTCDateTime of jscalendarbis 1.5.4: whole seconds and a Z. */
public final class Utc {
    private Utc() {}

    public static String write(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
