package app.linden.calendar.remind;

import app.linden.calendar.JsonFile;
import app.linden.model.Json;
import app.linden.model.Utc;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What this device has told already, so that a restart does not tell it again, and reminders that
 * were put off in calendars where the person may not write. Holds ids and times, no titles. Lives
 * on the thread of {@link Reminders}.
 */
final class ReminderLog {
    /** How long it is known what was told; what is older does not come any more. */
    static final Duration KEPT = Duration.ofDays(7);

    /** A reminder that comes again on this device alone. */
    record Later(
            String eventId, @Nullable LocalDateTime recurrenceId, String alertId, Instant until) {}

    private final @Nullable JsonFile file;
    private final Map<String, Instant> told = new HashMap<>();
    private final Set<Later> later = new HashSet<>();
    private @Nullable Instant until;
    private boolean changed;

    private ReminderLog(@Nullable JsonFile file) {
        this.file = file;
        if (file != null) {
            read(file.read());
        }
    }

    static ReminderLog of(JsonFile file) {
        return new ReminderLog(file);
    }

    /** For a device that ends with the program. */
    static ReminderLog ofThisRun() {
        return new ReminderLog(null);
    }

    /** Up to when everything was told; null on the first start. */
    @Nullable Instant until() {
        return until;
    }

    void until(Instant now) {
        // Written now and then only: what was told since is known one by one.
        Instant before = until;
        changed |= before == null || now.isAfter(before.plus(Duration.ofHours(1)));
        until = now;
        changed |= told.values().removeIf(due -> due.isBefore(now.minus(KEPT)));
    }

    boolean isTold(Reminder reminder) {
        return told.containsKey(reminder.key());
    }

    void tell(Reminder reminder) {
        told.put(reminder.key(), reminder.due());
        changed = true;
    }

    Set<Later> later() {
        return Set.copyOf(later);
    }

    void add(Later put) {
        later.add(put);
        changed = true;
    }

    void remove(Later done) {
        changed |= later.remove(done);
    }

    /** Writes what changed. */
    void save() {
        if (changed && file != null) {
            file.write(toJson());
        }
        changed = false;
    }

    /** Writes everything, at the end. */
    void close() {
        changed = until != null;
        save();
    }

    private ObjectNode toJson() {
        ObjectNode json = Json.object();
        if (until != null) {
            json.put("until", Utc.write(until));
        }
        ObjectNode keys = json.putObject("told");
        told.forEach((key, due) -> keys.put(key, Utc.write(due)));
        var list = json.putArray("later");
        for (Later l : later) {
            ObjectNode one = Json.object().put("event", l.eventId).put("alert", l.alertId);
            if (l.recurrenceId != null) {
                one.put("occurrence", l.recurrenceId.toString());
            }
            list.add(one.put("until", Utc.write(l.until)));
        }
        return json;
    }

    private void read(ObjectNode json) {
        until = instant(json.path("until"));
        json.path("told")
                .properties()
                .forEach(p -> {
                    Instant due = instant(p.getValue());
                    if (due != null) {
                        told.put(p.getKey(), due);
                    }
                });
        for (JsonNode l : json.path("later")) {
            Instant comes = instant(l.path("until"));
            if (comes != null) {
                later.add(
                        new Later(
                                l.path("event").asString(""),
                                wall(l.path("occurrence")),
                                l.path("alert").asString(""),
                                comes));
            }
        }
    }

    private static @Nullable Instant instant(JsonNode text) {
        try {
            return text.isString() ? Instant.parse(text.asString()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDateTime wall(JsonNode text) {
        try {
            return text.isString() ? LocalDateTime.parse(text.asString()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
