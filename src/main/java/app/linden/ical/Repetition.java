package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Length;
import app.linden.model.Recurrence;
import app.linden.model.Rule;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
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
        }
        Property exrule = vevent.first("EXRULE");
        if (exrule != null) {
            reader.note(
                    exrule.line(),
                    "A rule of exceptions (EXRULE) was left out; those occurrences are shown.");
        }
        exclusions();
        additions();
    }

    private void first(Property rrule) {
        try {
            String text = old && !rrule.value().contains("=") ? OldRule.read(rrule) : rrule.value();
            ObjectNode rule = RuleText.read(text, this::until);
            json.set("recurrenceRule", withOneEnd(rule));
            Recurrence.expand(
                    Event.of(json), times.start(), times.start().plusSeconds(1), FIRST_ONE);
            reader.kept().take(rrule, "recurrenceRule");
            if (rrule.parameter("TZID") != null) {
                reader.kept().parameter(rrule, "recurrenceRule", "tzid");
            }
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
            List<String> unread = new ArrayList<>();
            for (String value : rdate.value().split(",")) {
                if (!value.isBlank() && !addition(rdate, value.strip())) {
                    unread.add(value);
                }
            }
            keep(unread, rdate);
        }
    }

    /** What cannot be read of a list stays; the rest of it would be there twice. */
    private void keep(List<String> unread, Property list) {
        if (!unread.isEmpty()) {
            list.take();
            vevent.properties.add(
                    new Property(
                            list.name(), list.parameters(), String.join(",", unread), list.line()));
        }
    }

    private boolean addition(Property rdate, String value) {
        try {
            int slash = value.indexOf('/');
            String start = slash < 0 ? value : value.substring(0, slash);
            Moment at = Moment.parse(start, rdate.parameter("TZID"), zones);
            LocalDateTime id = id(at);
            JsonNode there = json.path("recurrenceOverrides").path(Event.write(id));
            if (SeriesWriter.isExcluded(there)) {
                // EXDATE goes before (RFC 5545, 3.8.5.1). What it takes away stays as it is, but
                // for
                // a single one, which the way back adds to what does not repeat otherwise.
                if (json.has("recurrenceRule")
                        || rdate.value().contains(",")
                        || vevent.all("RDATE").size() > 1) {
                    vevent.properties.add(
                            new Property("RDATE", rdate.parameters(), value, rdate.line()));
                }
                rdate.take();
                return true;
            }
            ObjectNode override = Json.object();
            if (slash > 0) {
                Length length = length(at, value.substring(slash + 1), rdate);
                if (!length.toString().equals(json.path("duration").asString(""))) {
                    override.put("duration", length.toString());
                }
            }
            // Also where it is the start, which would take place without it.
            Names.child(json, "recurrenceOverrides").set(Event.write(id), override);
            reader.kept().take(rdate, "recurrenceOverrides/" + Event.write(id));
            if (slash > 0) {
                reader.kept()
                        .note("recurrenceOverrides/" + Event.write(id), "RDATE")
                        .put("valueType", "period");
            }
            return true;
        } catch (Problem e) {
            reader.note(
                    rdate.line(),
                    "An additional occurrence of this event was left out: " + Problem.sentence(e));
            return false;
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
        boolean repeats = json.has("recurrenceRule") || vevent.first("RDATE") != null;
        if (!repeats) {
            return;
        }
        for (Property exdate : vevent.all("EXDATE")) {
            List<String> unread = new ArrayList<>();
            for (String value : exdate.value().split("[,;]")) {
                if (!value.isBlank() && !exclusion(exdate, value.strip())) {
                    unread.add(value);
                }
            }
            keep(unread, exdate);
        }
    }

    private boolean exclusion(Property exdate, String value) {
        try {
            Moment at = Moment.parse(value, exdate.parameter("TZID"), zones);
            String id = Event.write(id(at));
            Names.child(json, "recurrenceOverrides").set(id, Json.object().put("excluded", true));
            reader.kept().take(exdate, "recurrenceOverrides/" + id);
            return true;
        } catch (Problem e) {
            reader.note(
                    exdate.line(),
                    "An exception of this event was left out: " + Problem.sentence(e));
            return false;
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
            Moment at, @Nullable ZoneId zone, boolean wholeDays, LocalDateTime seriesStart) {
        if (wholeDays) {
            return at.local().toLocalDate().atStartOfDay();
        }
        if (at.isDate()) {
            return at.local().toLocalDate().atTime(seriesStart.toLocalTime());
        }
        LocalDateTime local = at.in(zone);
        return zone == null || zone.equals(at.zone()) ? local : beforeGap(local, zone, seriesStart);
    }

    /**
     * When clocks are put forward, an occurrence in the hour left out happens an hour later, while
     * its id is the time at which it would be (jscalendarbis, 1.4.7 and 3.3.4): an instant that is
     * that hour means the id, if the series starts at that time of day.
     */
    private static LocalDateTime beforeGap(
            LocalDateTime local, ZoneId zone, LocalDateTime seriesStart) {
        if (local.toLocalTime().equals(seriesStart.toLocalTime())) {
            return local;
        }
        ZoneOffsetTransition gap =
                zone.getRules().previousTransition(local.atZone(zone).toInstant().plusSeconds(1));
        if (gap == null || !gap.isGap()) {
            return local;
        }
        LocalDateTime missing = local.minus(gap.getDuration());
        boolean inGap =
                !missing.isBefore(gap.getDateTimeBefore())
                        && missing.isBefore(gap.getDateTimeAfter());
        return inGap && missing.toLocalTime().equals(seriesStart.toLocalTime()) ? missing : local;
    }
}
