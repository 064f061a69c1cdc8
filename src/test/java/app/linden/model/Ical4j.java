package app.linden.model;

import app.linden.model.RandomRules.Case;

import net.fortuna.ical4j.model.Recur;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.TreeSet;

/** ical4j's expansion of a rule in its time zone. */
final class Ical4j {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Ical4j() {}

    /** A rule took longer than anybody would wait. */
    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * The instants before the end, with the start as first of all, as JSCalendar counts; the start
     * alone where ical4j throws.
     */
    static List<Instant> starts(Case one) {
        ZonedDateTime start = one.start().atZone(one.zoneId());
        TreeSet<ZonedDateTime> found = new TreeSet<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            ZonedDateTime last = one.to().atZone(one.zoneId()).minusSeconds(1);
            new Recur<ZonedDateTime>(rrule(one), true)
                    .getDatesAsStream(start, start, last, -1)
                    .forEach(at -> {
                        found.add(at);
                        if (System.nanoTime() > deadline) {
                            throw new TooSlow();
                        }
                    });
        } catch (DateTimeException thrown) {
            found.clear();
        }
        found.add(start);
        Integer count = one.rule().count();
        return found.stream()
                .limit(count == null ? Long.MAX_VALUE : count)
                .map(ZonedDateTime::toInstant)
                .toList();
    }

    /**
     * With UNTIL in UTC, as RFC 5545 demands, and always with WKST: without one ical4j takes the
     * week of the JVM's locale, where RFC 5545, 3.3.10, says "The default value is MO".
     */
    private static String rrule(Case one) {
        LocalDateTime until = one.rule().until();
        String text = one.rule().toRrule();
        if (until != null) {
            LocalDateTime utc =
                    until.atZone(one.zoneId())
                            .withZoneSameInstant(ZoneOffset.UTC)
                            .toLocalDateTime();
            text = new Rule(one.rule().json()).until(utc).toRrule() + "Z";
        }
        return text.contains("WKST=") ? text : "WKST=MO;" + text;
    }
}
