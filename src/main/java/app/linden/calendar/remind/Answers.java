package app.linden.calendar.remind;

import app.linden.base.Ids;
import app.linden.model.Calendar;
import app.linden.model.Rights;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Writes what a person answered to a reminder into its event, so that their other devices hear of
 * it. Of the reminders' thread.
 */
final class Answers {
    private final Store store;
    private final Ids ids;
    private final InstantSource clock;
    private final Viewer viewer;
    private final AlertIndex index;

    Answers(Store store, Ids ids, InstantSource clock, Viewer viewer, AlertIndex index) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.viewer = viewer;
        this.index = index;
    }

    /** The person's own addresses, in lower case. */
    Set<String> own() {
        return viewer.addresses().stream()
                .map(a -> a.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Whether the answer may stand in the event: alerts are everybody's own, where allowed. */
    boolean mayKeep(Reminder reminder) {
        Optional<Calendar> calendar = index.calendar(reminder.calendarId());
        return calendar.isPresent()
                && (calendar.get().rights().mayWrite()
                        || calendar.get().rights().may(Rights.Right.UPDATE_PRIVATE))
                && store.accounts().stream()
                        .noneMatch(a -> a.id().equals(calendar.get().accountId()) && a.readOnly());
    }

    /**
     * Keeps the answer in the event, which is read on the writer thread, so that it is the newest.
     *
     * @param until when to remind again, null when the person knows
     */
    CompletableFuture<Void> keep(Reminder reminder, @Nullable Instant until) {
        Instant now = clock.instant();
        String alertId = ids.next();
        List<Calendar> calendars = store.calendars();
        Set<String> own = own();
        return store.edits()
                .change(
                        reminder.eventId(),
                        event -> {
                            EventAlerts alerts =
                                    new EventAlerts(
                                            reminder.eventId(),
                                            event,
                                            Defaults.of(event, calendars),
                                            own,
                                            viewer.zone());
                            Set<Reminder> all = new HashSet<>();
                            all.add(reminder);
                            for (Reminder r : alerts.ofOccurrence(reminder.recurrenceId())) {
                                if (!r.due().isAfter(now)) {
                                    all.add(r);
                                }
                            }
                            return until == null
                                    ? Answer.dismissed(alerts, all, now)
                                    : Answer.snoozed(alerts, reminder, all, now, until, alertId);
                        });
    }
}
