package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Length;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/**
 * DTSTART, DTEND, DURATION, DUE and ESTIMATED-DURATION (conversion draft, 2.3.14 and 2.3.16 to
 * 2.3.19).
 */
final class Times {
    private final Component vevent;
    private final EventReader reader;
    private @Nullable Moment start;

    Times(Component vevent, EventReader reader) {
        this.vevent = vevent;
        this.reader = reader;
    }

    /**
     * Writes when the event takes place.
     *
     * @throws Problem BAD_INPUT when it has no start that exists
     */
    void read(ObjectNode json) {
        boolean isTask = vevent.name.equals("VTODO");
        Property dtstart = vevent.first("DTSTART");
        if (dtstart != null && !dtstart.value().isBlank()) {
            Moment at = reader.moment(dtstart);
            start = at;
            reader.put("start", dtstart, at);
            EventReader.put(json, "timeZone", at.zone());
            if (at.isDate()) {
                json.put("showWithoutTime", true);
            }
        } else if (!isTask) {
            throw new Problem(Problem.Kind.BAD_INPUT, "it has no start.");
        }
        if (isTask) {
            task(json);
        } else if (start != null) {
            Length length = length(start, json);
            if (!length.isZero()) {
                json.put("duration", length.toString());
            }
        }
    }

    private void task(ObjectNode json) {
        Property due = vevent.first("DUE");
        if (due != null && !due.value().isBlank()) {
            Moment at = reader.moment(due);
            Moment begun = start;
            if (begun == null) {
                start = at;
                EventReader.put(json, "timeZone", at.zone());
            }
            if (at.isDate()) {
                json.put("showWithoutTime", true);
            }
            Moment shown =
                    begun == null ? at : new Moment(at.in(begun.zone()), at.isDate(), begun.zone());
            reader.put("due", due, shown);
        }
        length("DURATION", "duration", json);
        length("ESTIMATED-DURATION", "estimatedDuration", json);
    }

    private void length(String name, String property, ObjectNode json) {
        Property p = vevent.first(name);
        if (p == null) {
            return;
        }
        try {
            String text = p.value().strip().toUpperCase(Locale.ROOT);
            Length length = Length.parse(text.startsWith("+") ? text.substring(1) : text);
            json.put(property, length.toString());
            reader.kept().take(p, property);
            reader.kept().note(property, name);
        } catch (Problem e) {
            reader.note(p.line(), "A duration of this task was left out: " + Problem.sentence(e));
        }
    }

    /** The zone of the start, null when the event floats. */
    @Nullable ZoneId zone() {
        return start == null ? null : start.zone();
    }

    boolean isDate() {
        return start != null && start.isDate();
    }

    LocalDateTime start() {
        return start == null ? LocalDateTime.MIN : start.local();
    }

    private Length length(Moment at, ObjectNode json) {
        Length none = at.isDate() ? Length.ONE_DAY : Length.ZERO;
        Property dtend = vevent.first("DTEND");
        Property duration = vevent.first("DURATION");
        try {
            if (dtend != null && !dtend.value().isBlank()) {
                return until(at, reader.moment(dtend), dtend, json, none);
            }
            return duration == null ? none : duration(at, duration, none);
        } catch (Problem e) {
            Property p = dtend == null ? duration : dtend;
            reader.note(
                    p == null ? vevent.line : p.line(),
                    "The end of this event was left out: " + Problem.sentence(e));
            return none;
        }
    }

    private Length until(Moment at, Moment end, Property dtend, ObjectNode json, Length none) {
        if (at.isDate()) {
            long days = ChronoUnit.DAYS.between(at.local().toLocalDate(), end.local());
            if (days < 0) {
                backwards(dtend);
            }
            if (days <= 0) {
                return none;
            }
            take(dtend, end);
            return new Length(Math.toIntExact(days), 0);
        }
        ZoneId endZone = end.zone();
        long seconds;
        if (at.zone() == null || endZone == null) {
            // One that floats, or a date as the end: only wall times can be compared.
            seconds = ChronoUnit.SECONDS.between(at.local(), end.in(at.zone()));
        } else {
            seconds = ChronoUnit.SECONDS.between(at.instant(), end.instant());
            if (!endZone.equals(at.zone())) {
                EventReader.put(json, "endTimeZone", endZone);
            }
        }
        if (seconds < 0) {
            backwards(dtend);
            return none;
        }
        take(dtend, end);
        return new Length(0, seconds);
    }

    private void take(Property dtend, Moment end) {
        reader.kept().takeTime(dtend, "duration", end);
        if (start == null || !Objects.equals(start.zone(), end.zone())) {
            return;
        }
        reader.kept().note("duration", "DTEND");
        String tzid = dtend.parameter("TZID");
        Property dtstart = vevent.first("DTSTART");
        if (tzid != null && dtstart != null && !tzid.equals(dtstart.parameter("TZID"))) {
            // Two names of one zone.
            reader.kept().parameter(dtend, "duration", "tzid");
        }
    }

    private Length duration(Moment at, Property duration, Length none) {
        String text = duration.value().strip().toUpperCase(Locale.ROOT);
        if (text.startsWith("-")) {
            backwards(duration);
            return none;
        }
        Length length = Length.parse(text.startsWith("+") ? text.substring(1) : text);
        reader.kept().take(duration, "duration");
        if (length.isZero() || at.isDate()) {
            // What nobody needs to say is said again only where it was.
            reader.kept().note("duration", "DURATION");
        }
        if (!at.isDate()) {
            return length;
        }
        // An event of whole days lasts whole days, also where a program wrote PT24H.
        long days = length.days() + (length.seconds() + 86_399) / 86_400;
        return days == 0 ? none : new Length(Math.toIntExact(Math.min(days, 3_650_000)), 0);
    }

    private void backwards(Property p) {
        reader.note(p.line(), "This event ends before it starts; its end was left out.");
    }
}
