package app.linden.calendar.remind;

import app.linden.model.Alert;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Pointers;
import app.linden.model.Utc;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;

/**
 * Writes a person's answer to a reminder into the event, where other devices of theirs find it
 * (jmap-calendars 6.2, 6.3); pure. An answer never makes an exception of a series: it stands where
 * the alert stands, in the series or in an exception that has the alert already.
 */
final class Answer {
    private final EventAlerts alerts;
    private final ObjectNode event;

    private Answer(EventAlerts alerts) {
        this.alerts = alerts;
        this.event = alerts.event().json().deepCopy();
    }

    /** The event with these reminders dismissed; a snoozed one is done with and goes. */
    static Event dismissed(EventAlerts alerts, Collection<Reminder> reminders, Instant now) {
        Answer answer = new Answer(alerts);
        reminders.forEach(r -> answer.dismiss(r, now));
        return Event.of(answer.event);
    }

    /**
     * The event with these reminders dismissed and one of them to come again.
     *
     * @param alertId a fresh one for the alert that is added
     */
    static Event snoozed(
            EventAlerts alerts,
            Reminder one,
            Collection<Reminder> all,
            Instant now,
            Instant until,
            String alertId) {
        Answer answer = new Answer(alerts);
        Alert asked = answer.asked(one);
        String original = asked == null ? null : original(asked);
        Place place = answer.place(one);
        all.forEach(r -> answer.dismiss(r, now));
        place.put(
                alertId, Alert.snoozed(original == null ? one.alertId() : original, until).json());
        return Event.of(answer.event);
    }

    private @Nullable Alert asked(Reminder reminder) {
        LocalDateTime id = reminder.recurrenceId();
        Event shown = id == null ? alerts.event() : alerts.event().occurrence(id);
        return alerts.defaults().alerts(shown, reminder.when().allDay()).get(reminder.alertId());
    }

    /** An alert of the calendar is kept with the event, to say that it was answered. */
    private void dismiss(Reminder reminder, Instant now) {
        Alert alert = asked(reminder);
        if (alert == null) {
            return;
        }
        Place place = place(reminder);
        if (original(alert) != null) {
            place.remove(reminder.alertId());
        } else {
            place.acknowledge(
                    reminder.alertId(), alert, reminder.due().isAfter(now) ? reminder.due() : now);
        }
    }

    private static @Nullable String original(Alert alert) {
        return alert.relatedTo().entrySet().stream()
                .filter(r -> Defaults.isSnooze(r.getValue()))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Where the alert of an occurrence stands. */
    private Place place(Reminder reminder) {
        LocalDateTime recurrenceId = reminder.recurrenceId();
        String alertId = reminder.alertId();
        if (recurrenceId != null
                && event.path("recurrenceOverrides").path(Event.write(recurrenceId))
                        instanceof ObjectNode override) {
            String pointer = Pointers.of("alerts", alertId);
            if (override.path("alerts") instanceof ObjectNode map && map.has(alertId)) {
                return new Place(map, null);
            }
            if (override.propertyNames().stream()
                    .anyMatch(p -> p.equals(pointer) || p.startsWith(pointer + "/"))) {
                return new Place(override, "alerts");
            }
        }
        return new Place(
                event.path("alerts") instanceof ObjectNode map ? map : event.putObject("alerts"),
                null);
    }

    /**
     * A map of alerts.
     *
     * @param prefix null for the map itself, else where it is in a patch
     */
    private record Place(ObjectNode map, @Nullable String prefix) {
        private String key(String alertId) {
            return prefix == null ? alertId : Pointers.of(prefix, alertId);
        }

        void put(String alertId, ObjectNode alert) {
            map.set(key(alertId), alert);
        }

        void remove(String alertId) {
            if (prefix == null) {
                map.remove(alertId);
                return;
            }
            String key = key(alertId);
            map.propertyNames().stream()
                    .filter(p -> p.startsWith(key + "/"))
                    .toList()
                    .forEach(map::remove);
            map.set(key, Json.nil());
        }

        void acknowledge(String alertId, Alert alert, Instant at) {
            String key = key(alertId);
            if (prefix == null || map.has(key)) {
                map.set(key, alert.acknowledged(at).json());
            } else {
                map.put(key + "/acknowledged", Utc.write(at));
            }
        }
    }
}
