package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Length;
import app.linden.model.Recurrence;
import app.linden.model.Rule;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/** RRULE, RDATE and EXDATE of an event (conversion draft, 2.3.20, 2.3.33, 2.3.36). */
final class Repetition {
    private static final Recurrence.Budget FIRST_ONE = new Recurrence.Budget(10, 1);

    private final Component vevent;
    private final ObjectNode json;
    private final Times times;
    private final Zones zones;
    private final EventReader reader;
    private final boolean old;

    Repetition(
            Component vevent,
            ObjectNode json,
            Times times,
            Zones zones,
            EventReader reader,
            boolean old) {
        this.vevent = vevent;
        this.json = json;
        this.times = times;
        this.zones = zones;
        this.reader = reader;
        this.old = old;
    }

    void read() {
        List<Property> rules = vevent.all("RRULE");
        if (!rules.isEmpty()) {
            first(rules.getFirst());
        }
        if (rules.size() > 1) {
            reader.note(
                    rules.get(1).line(),
                    "This event repeats by more than one rule; only the first was taken.");
            reader.used().remove("RRULE");
        }
        Property exrule = vevent.first("EXRULE");
        if (exrule != null) {
            reader.note(
                    exrule.line(),
                    "A rule of exceptions (EXRULE) was left out; those occurrences are shown.");
        }
        additions();
        exclusions();
    }

    private void first(Property rrule) {
        try {
            String text = old && !rrule.value().contains("=") ? OldRule.read(rrule) : rrule.value();
            ObjectNode rule = RuleText.read(text, this::until);
            json.set("recurrenceRule", withOneEnd(rule));
            Recurrence.expand(
                    Event.of(json), times.start(), times.start().plusSeconds(1), FIRST_ONE);
            reader.used().add("RRULE");
        } catch (Problem e) {
            json.remove("recurrenceRule");
            reader.note(
                    rrule.line(), "This event was read as a single one: " + Problem.sentence(e));
        }
    }

    private LocalDateTime until(Moment end) {
        if (times.isDate()) {
            return end.local().toLocalDate().atStartOfDay();
        }
        // A date means that whole day; a time of UTC is one of the event's zone.
        return end.isDate() ? end.local().toLocalDate().atTime(23, 59, 59) : end.in(times.zone());
    }

    /** JSCalendar allows COUNT or UNTIL; of a file with both the one that ends earlier stays. */
    private ObjectNode withOneEnd(ObjectNode rule) {
        if (!rule.has("count") || !rule.has("until")) {
            return rule;
        }
        ObjectNode byCount = rule.deepCopy();
        byCount.remove("until");
        ObjectNode byUntil = rule.deepCopy();
        byUntil.remove("count");
        Integer count = new Rule(byCount).count();
        json.set("recurrenceRule", byUntil);
        int most = Math.min(count == null ? 0 : count, 10_000);
        int found =
                Recurrence.expand(
                                Event.of(json),
                                LocalDateTime.MIN,
                                LocalDateTime.MAX,
                                new Recurrence.Budget(100_000, most))
                        .starts()
                        .size();
        return found >= most ? byCount : byUntil;
    }

    private void additions() {
        for (Property rdate : vevent.all("RDATE")) {
            reader.used().add("RDATE");
            for (String value : rdate.value().split(",")) {
                if (!value.isBlank()) {
                    addition(rdate, value.strip());
                }
            }
        }
    }

    private void addition(Property rdate, String value) {
        try {
            int slash = value.indexOf('/');
            String start = slash < 0 ? value : value.substring(0, slash);
            Moment at = Moment.parse(start, rdate.parameter("TZID"), zones);
            LocalDateTime id = id(at);
            ObjectNode override = Json.object();
            if (slash > 0) {
                Length length = length(at, value.substring(slash + 1), rdate);
                if (!length.toString().equals(json.path("duration").asString(""))) {
                    override.put("duration", length.toString());
                }
            }
            if (!id.equals(times.start()) || !override.isEmpty()) {
                reader.child("recurrenceOverrides").set(Event.write(id), override);
            }
        } catch (Problem e) {
            reader.note(
                    rdate.line(),
                    "An additional occurrence of this event was left out: " + Problem.sentence(e));
        }
    }

    private Length length(Moment start, String end, Property rdate) {
        if (end.toUpperCase(Locale.ROOT).contains("P")) {
            return Length.parse(end.toUpperCase(Locale.ROOT));
        }
        Moment last = Moment.parse(end, rdate.parameter("TZID"), zones);
        Duration between = Duration.between(start.instant(), last.instant());
        return new Length(0, Math.max(0, between.toSeconds()));
    }

    private void exclusions() {
        boolean repeats = json.has("recurrenceRule") || json.has("recurrenceOverrides");
        if (!repeats) {
            return;
        }
        for (Property exdate : vevent.all("EXDATE")) {
            reader.used().add("EXDATE");
            for (String value : exdate.value().split("[,;]")) {
                if (!value.isBlank()) {
                    exclusion(exdate, value.strip());
                }
            }
        }
    }

    private void exclusion(Property exdate, String value) {
        try {
            Moment at = Moment.parse(value, exdate.parameter("TZID"), zones);
            reader.child("recurrenceOverrides")
                    .set(Event.write(id(at)), Json.object().put("excluded", true));
        } catch (Problem e) {
            reader.note(
                    exdate.line(),
                    "An exception of this event was left out: " + Problem.sentence(e));
        }
    }

    private LocalDateTime id(Moment at) {
        return id(at, times.zone(), times.isDate(), times.start());
    }

    /**
     * The recurrence id that a moment means in a series. A date stands for the occurrence of that
     * day; of a moment in another zone the wall time of the series counts.
     */
    static LocalDateTime id(
            Moment at,
            java.time.@Nullable ZoneId zone,
            boolean wholeDays,
            LocalDateTime seriesStart) {
        if (wholeDays) {
            return at.local().toLocalDate().atStartOfDay();
        }
        return at.isDate()
                ? at.local().toLocalDate().atTime(seriesStart.toLocalTime())
                : at.in(zone);
    }
}
