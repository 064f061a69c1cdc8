package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Length;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** When an event or task is, as DTSTART, DTEND, DURATION and DUE (conversion draft, 3.2). */
final class TimesWriter {
    private static final int LAST_YEAR = 9999;

    private final OutComponent out;
    private final ObjectNode json;
    private final TimeForm form;
    private final KeptZones zones;
    private final boolean isTask;

    TimesWriter(OutComponent out, ObjectNode json, TimeForm form, KeptZones zones, boolean isTask) {
        this.zones = zones;
        this.out = out;
        this.json = json;
        this.form = form;
        this.isTask = isTask;
    }

    void write() throws IOException {
        LocalDateTime start = TimeForm.parse(json.path("start").asString(""));
        if (start != null) {
            out.add("DTSTART", form.write(out.line("DTSTART", "start"), start));
        } else if (!isTask) {
            throw new Problem(Problem.Kind.BAD_INPUT, "it has no start that can be written.");
        }
        JsonNode duration = json.path("duration");
        if (isTask) {
            task();
            Length length = length(duration);
            if (length != null && out.wasConverted("duration", "DURATION")) {
                out.add(
                        "DURATION",
                        out.line("DURATION", "duration").raw(TimeForm.duration(length)));
            } else {
                out.rest(duration, "duration");
            }
        } else {
            out.rest(json.path("due"), "due");
            out.rest(json.path("estimatedDuration"), "estimatedDuration");
            if (start != null) {
                length(start, duration);
            }
        }
        if (json.path("showWithoutTime").asBoolean(false) && !form.dates()) {
            Line line = out.line("SHOW-WITHOUT-TIME", "showWithoutTime");
            out.add("SHOW-WITHOUT-TIME", line.with("VALUE", "BOOLEAN").raw("TRUE"));
        }
    }

    private void task() throws IOException {
        LocalDateTime due = TimeForm.parse(json.path("due").asString(""));
        if (due != null) {
            out.add("DUE", zones.named(form, json, "due", due).write(out.line("DUE", "due"), due));
        }
        Length estimated = length(json.path("estimatedDuration"));
        if (estimated != null) {
            Line line = out.line("ESTIMATED-DURATION", "estimatedDuration");
            out.add("ESTIMATED-DURATION", line.raw(TimeForm.duration(estimated)));
        }
    }

    private @Nullable Length length(JsonNode duration) {
        try {
            return duration.isString() ? Length.parse(duration.asString()) : null;
        } catch (Problem unreadable) {
            return null;
        }
    }

    private void length(LocalDateTime start, JsonNode duration) throws IOException {
        Length length = length(duration);
        boolean asEnd = out.wasConverted("duration", "DTEND");
        boolean asLength = out.wasConverted("duration", "DURATION");
        if (length == null) {
            out.rest(duration, "duration");
            if (!json.path("endTimeZone").isString() && !asEnd && !asLength) {
                keptEnd(start, Length.ZERO);
                return;
            }
            length = Length.ZERO;
        }
        String endZone = json.path("endTimeZone").asString("");
        // Of the same zone it says nothing that DTEND could show.
        boolean elsewhere =
                !endZone.isEmpty() && form.zoneId() != null && !endZone.equals(form.zone());
        // DTEND makes days a number of hours, which is another one when summer time begins.
        elsewhere &= length.days() == 0 || !repeats();
        if (!asEnd && !elsewhere) {
            out.rest(json.path("endTimeZone"), "endTimeZone");
            // A date alone lasts that day (RFC 5545, 3.6.1), and cannot last less.
            boolean said = form.dates() && length.seconds() == 0 && length.days() <= 1;
            if (said && !asLength) {
                keptEnd(start, Length.ONE_DAY);
            } else {
                Line line = out.line("DURATION", "duration");
                out.add("DURATION", line.raw(TimeForm.duration(length)));
            }
            return;
        }
        end(start, length, endZone);
    }

    /**
     * An end that was read otherwise than it stands, such as one before the start, goes out again
     * as long as it would be read as the length that the event has.
     */
    private void keptEnd(LocalDateTime start, Length length) {
        if (out.keeps("DTEND") || out.keeps("DURATION")) {
            Line line = form.write(new Line("DTSTART"), start);
            if (!zones.read(line, out.keptLines("DTEND", "DURATION")).equals(length)) {
                out.leaveOut("DTEND");
                out.leaveOut("DURATION");
            }
        }
    }

    private boolean repeats() {
        return SeriesWriter.rule(json).isObject() || json.has("recurrenceOverrides");
    }

    private void end(LocalDateTime start, Length length, String endZone) throws IOException {
        if (length.after(start).getYear() >= LAST_YEAR) {
            // Of four digits there are no more; a duration can say it.
            out.rest(json.path("endTimeZone"), "endTimeZone");
            out.add("DURATION", out.line("DURATION", "duration").raw(TimeForm.duration(length)));
            return;
        }
        Line line = out.line("DTEND", "duration");
        ZoneId zone = form.zoneId();
        ZoneId in = endZone.isEmpty() ? zone : TimeForm.zoneId(endZone);
        if (form.dates()) {
            LocalDateTime end = length.isZero() ? start.plusDays(1) : length.after(start);
            out.add("DTEND", zones.named(form, json, "duration", end).write(line, end));
        } else if (zone == null || in == null) {
            out.rest(json.path("endTimeZone"), "endTimeZone");
            LocalDateTime end = length.after(start);
            out.add("DTEND", zones.named(form, json, "duration", end).write(line, end));
        } else {
            TimeForm endForm = endZone.isEmpty() ? form : new TimeForm(false, false, endZone);
            LocalDateTime end = length.after(start, zone).withZoneSameInstant(in).toLocalDateTime();
            out.add("DTEND", zones.named(endForm, json, "duration", end).write(line, end));
        }
    }
}
