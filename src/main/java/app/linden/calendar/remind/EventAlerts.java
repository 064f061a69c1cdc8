package app.linden.calendar.remind;

import app.linden.base.Problem;
import app.linden.model.Alert;
import app.linden.model.Event;
import app.linden.model.Participant;
import app.linden.model.Recurrence;
import app.linden.model.VirtualLocation;
import app.linden.model.When;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What of one event goes off, and when; pure. Whole days begin at midnight where the viewer is.
 * What is cancelled, declined or a draft reminds nobody, nor does an alert that was dismissed when
 * it had gone off already.
 *
 * @param id local id
 * @param event as it stands, a series whole
 * @param own calendar addresses of the viewer, in small letters
 */
record EventAlerts(String id, Event event, Defaults defaults, Set<String> own, ZoneId viewer) {
    /** How far around a snoozed reminder its occurrence is looked for. */
    private static final Duration SNOOZED = Duration.ofDays(62);

    /**
     * What goes off for the event, or for one occurrence of a series.
     *
     * @param recurrenceId null for an event that does not repeat
     */
    List<Reminder> of(@Nullable LocalDateTime recurrenceId) {
        Event shown = recurrenceId == null ? event : event.occurrence(recurrenceId);
        if (!counts(shown)) {
            return List.of();
        }
        List<Reminder> found = new ArrayList<>();
        forEach(
                shown,
                (alertId, alert, when) -> {
                    if (recurrenceId == null || !isOnce(alertId, alert)) {
                        add(found, alertId, alert, recurrenceId, shown, when);
                    }
                });
        return found;
    }

    /**
     * What goes off once for a series as a whole: at an instant, not so long before each
     * occurrence. A snoozed reminder is about the occurrence for which it went off before.
     */
    List<Reminder> once() {
        if (!event.repeats() || !counts(event)) {
            return List.of();
        }
        List<Reminder> found = new ArrayList<>();
        forEach(
                event,
                (alertId, alert, when) -> {
                    if (alert.trigger() instanceof Alert.Trigger.Absolute at) {
                        LocalDateTime about = about(alert, at.when(), when);
                        Event shown = about == null ? event : event.occurrence(about);
                        When shownWhen = about == null ? when : whenOf(shown);
                        if (counts(shown) && shownWhen != null) {
                            add(found, alertId, alert, about, shown, shownWhen);
                        }
                    }
                });
        return found;
    }

    /** Everything that an answer to one reminder also answers: of the same occurrence. */
    List<Reminder> ofOccurrence(@Nullable LocalDateTime recurrenceId) {
        List<Reminder> all = new ArrayList<>(of(recurrenceId));
        for (Reminder r : once()) {
            if (java.util.Objects.equals(r.recurrenceId(), recurrenceId)) {
                all.add(r);
            }
        }
        return all;
    }

    /** Every trigger of the event and of its exceptions. */
    List<Alert.Trigger> triggers() {
        List<Alert.Trigger> all = new ArrayList<>();
        forEach(event, (alertId, alert, when) -> all.add(alert.trigger()));
        event.overrides()
                .forEach((recurrenceId, override) -> {
                    if (override.propertyNames().stream()
                            .anyMatch(p ->
                                    p.equals("alerts")
                                            || p.startsWith("alerts/")
                                            || p.equals("useDefaultAlerts")
                                            || p.equals("showWithoutTime"))) {
                        forEach(
                                event.occurrence(recurrenceId),
                                (alertId, alert, when) -> all.add(alert.trigger()));
                    }
                });
        return all;
    }

    private boolean isOnce(String alertId, Alert alert) {
        Alert usual = event.details().alerts().get(alertId);
        return alert.trigger() instanceof Alert.Trigger.Absolute
                && usual != null
                && usual.trigger().equals(alert.trigger());
    }

    private @Nullable LocalDateTime about(Alert alert, Instant at, When when) {
        ZoneId zone = when.zone() == null ? viewer : when.zone();
        LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
        TreeSet<LocalDateTime> ids = new TreeSet<>();
        try {
            Event known = event.hasUnknownZone() ? event.floating() : event;
            ids.addAll(
                    Recurrence.expand(
                                    known,
                                    wall.minus(SNOOZED),
                                    wall.plus(SNOOZED),
                                    Recurrence.Budget.USUAL)
                            .starts());
        } catch (Problem unreadable) {
            return null;
        }
        String snoozed =
                alert.relatedTo().entrySet().stream()
                        .filter(r -> Defaults.isSnooze(r.getValue()))
                        .map(java.util.Map.Entry::getKey)
                        .findFirst()
                        .orElse("");
        Alert original = defaults.alerts(event, when.allDay()).get(snoozed);
        if (original == null) {
            LocalDateTime next = ids.ceiling(wall);
            return next == null ? ids.floor(wall) : next;
        }
        Instant answered = original.acknowledged() == null ? at : original.acknowledged();
        Instant until = answered.isAfter(at) ? at : answered;
        return ids.stream()
                .filter(recurrenceId -> {
                    When then = whenOf(event.occurrence(recurrenceId));
                    Instant due = then == null ? null : original.due(then, viewer);
                    return due != null && !due.isAfter(until);
                })
                .max(Comparator.naturalOrder())
                .orElse(ids.ceiling(wall));
    }

    private interface Taker {
        void take(String alertId, Alert alert, When when);
    }

    private void forEach(Event shown, Taker taker) {
        When when = whenOf(shown);
        if (when == null) {
            return;
        }
        SortedMap<String, Alert> alerts = defaults.alerts(shown, when.allDay());
        alerts.forEach((alertId, alert) -> {
            // The server sends the mails (jmap-calendars 6).
            if (!alert.action().equals("email")) {
                taker.take(alertId, alert, when);
            }
        });
    }

    private void add(
            List<Reminder> found,
            String alertId,
            Alert alert,
            @Nullable LocalDateTime recurrenceId,
            Event shown,
            When when) {
        Instant due = due(alert, when);
        Instant answered = alert.acknowledged();
        if (due == null || (answered != null && !due.isAfter(answered))) {
            return;
        }
        found.add(
                new Reminder(
                        id,
                        recurrenceId,
                        alertId,
                        due,
                        event.calendarIds().stream().findFirst().orElse(""),
                        shown.title(),
                        when,
                        shown.place(),
                        join(shown)));
    }

    private @Nullable Instant due(Alert alert, When when) {
        try {
            return alert.due(when, viewer);
        } catch (java.time.DateTimeException | ArithmeticException beyondTime) {
            return null;
        }
    }

    private static @Nullable String join(Event shown) {
        return shown.details().virtualLocations().values().stream()
                .map(VirtualLocation::uri)
                .filter(uri -> uri.startsWith("https://") || uri.startsWith("http://"))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable When whenOf(Event shown) {
        try {
            When when = shown.wallTime();
            return when.allDay() ? new When(when.start(), null, null, when.length(), true) : when;
        } catch (Problem unreadable) {
            return null;
        }
    }

    private boolean counts(Event shown) {
        return !shown.status().equals("cancelled")
                && !shown.details().isDraft()
                && shown.details().participants().values().stream().noneMatch(this::declined);
    }

    private boolean declined(Participant participant) {
        return participant.participationStatus().equals("declined")
                && own.contains(participant.calendarAddress().toLowerCase(Locale.ROOT));
    }
}
