package app.linden.calendar;

import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.Recurrence;
import app.linden.model.Scope;
import app.linden.model.Series;
import app.linden.model.SeriesEdit;
import app.linden.model.Type;
import app.linden.model.Validation;
import app.linden.model.When;
import app.linden.store.Divided;
import app.linden.store.Intent;
import app.linden.store.Store;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * What a person can do. Every command may be called on any thread; its future completes when the
 * change is safe on disk, and fails with a {@link Problem} when it cannot be done. No command waits
 * for the server.
 */
public final class Commands {
    private final Store store;
    private final Ids ids;

    public Commands(Store store, Ids ids) {
        this.store = store;
        this.ids = ids;
    }

    /**
     * A new event in the calendar that it names; a uid is given to one that has none.
     *
     * @return the local id
     */
    public CompletableFuture<String> create(Event event) {
        String id = ids.next();
        return store.create(
                        id,
                        () -> {
                            Event whole =
                                    event.uid().isEmpty()
                                            ? event.with("uid", Json.text(id))
                                            : event;
                            if (whole.calendarIds().isEmpty()) {
                                throw new Problem(
                                        Problem.Kind.BAD_INPUT, "An event needs a calendar.");
                            }
                            check(Json.object(), whole);
                            return whole;
                        })
                .thenApply(done -> id);
    }

    /**
     * The changes that a person made in an editor.
     *
     * @param before what the editor was opened with, see {@link Agenda#find}
     * @param after what it was left with
     */
    public CompletableFuture<Void> edit(Target target, Event before, Event after) {
        if (before.equals(after)) {
            return CompletableFuture.completedFuture(null);
        }
        LocalDateTime occurrence = target.recurrenceId();
        return occurrence == null
                ? store.change(
                        target.eventId(),
                        before,
                        seen -> {
                            Event changed = edited(seen, after);
                            check(seen.json(), changed);
                            return changed;
                        })
                : change(
                        target.eventId(),
                        series -> Series.withOccurrence(series, occurrence, before, after));
    }

    /**
     * To another time, as a drag says it in the wall time of a viewer: one occurrence, or an event
     * as a whole.
     *
     * @param to the end; for whole days the midnight after the last one
     */
    public CompletableFuture<Void> move(
            Target target, LocalDateTime from, LocalDateTime to, boolean allDay, ZoneId viewer) {
        LocalDateTime occurrence = target.recurrenceId();
        return change(
                target.eventId(),
                whole -> {
                    if (occurrence == null) {
                        When when = whole.when().rescheduled(from, to, allDay, viewer);
                        return edited(whole, whole.with(when));
                    }
                    Event before = whole.occurrence(occurrence);
                    return Series.withOccurrence(
                            whole,
                            occurrence,
                            before,
                            before.with(before.when().rescheduled(from, to, allDay, viewer)));
                });
    }

    /**
     * A change of one of a series, for as much of the series as the person said. What is made of it
     * is one commit; a second series reaches the server before the first one ends there.
     *
     * @param occurrence of a series
     */
    public CompletableFuture<Void> change(Target occurrence, Scope scope, Change change) {
        return store.divide(
                occurrence.eventId(),
                series -> {
                    Divided divided =
                            new ScopedChange(
                                            Objects.requireNonNull(occurrence.recurrenceId()),
                                            scope,
                                            change,
                                            ids.next(),
                                            Agenda.maySplit(store, series))
                                    .of(series);
                    Event left = divided.left();
                    Event added = divided.added();
                    if (left != null) {
                        check(series.json(), left);
                    }
                    if (added != null) {
                        check(series.json(), added);
                    }
                    return divided;
                });
    }

    /** Deletes one occurrence, or an event or series as a whole. */
    public CompletableFuture<Void> delete(Target target) {
        LocalDateTime occurrence = target.recurrenceId();
        return occurrence == null
                ? store.apply(List.of(new Intent.Destroy(target.eventId())))
                : change(target.eventId(), series -> Series.without(series, occurrence));
    }

    /** A new calendar in an account; answers its local id. */
    public CompletableFuture<String> createCalendar(String accountId, String name, String color) {
        String id = ids.next();
        ObjectNode calendar =
                Json.object().put("name", name).put("color", color).put("isSubscribed", true);
        return store.apply(List.of(new Intent.Create(id, accountId, Type.CALENDAR, calendar)))
                .thenApply(done -> id);
    }

    public CompletableFuture<Void> renameCalendar(String calendarId, String name) {
        return store.apply(
                List.of(new Intent.Update(calendarId, Patch.of("name", Json.text(name)))));
    }

    /** A CSS colour name or {@code #rrggbb}. */
    public CompletableFuture<Void> colorCalendar(String calendarId, String color) {
        return store.apply(
                List.of(new Intent.Update(calendarId, Patch.of("color", Json.text(color)))));
    }

    public CompletableFuture<Void> showCalendar(String calendarId, boolean visible) {
        return store.apply(
                List.of(new Intent.Update(calendarId, Patch.of("isVisible", Json.bool(visible)))));
    }

    /** Deletes a calendar with all its events. */
    public CompletableFuture<Void> deleteCalendar(String calendarId) {
        return store.apply(List.of(new Intent.Destroy(calendarId)));
    }

    /** Decides a conflict for the person's own version, as an ordinary new change. */
    public CompletableFuture<Void> useMine(String conflictId) {
        return store.useMine(conflictId);
    }

    /** Decides a conflict for the version that stands. */
    public CompletableFuture<Void> keepTheirs(String conflictId) {
        return store.keepTheirs(conflictId);
    }

    private static Event edited(Event before, Event after) {
        return before.repeats() ? SeriesEdit.all(before, null, before, after).series() : after;
    }

    /** Runs on the writer thread, so the event that {@code edit} gets is the newest one. */
    private CompletableFuture<Void> change(
            String eventId, java.util.function.UnaryOperator<Event> edit) {
        return store.change(
                eventId,
                before -> {
                    Event after = edit.apply(before);
                    check(before.json(), after);
                    return after;
                });
    }

    /**
     * What a person enters has to be right; what was wrong before and was left alone does not stop
     * anybody.
     */
    private static void check(ObjectNode before, Event event) {
        Validation.added(before, event.json()).stream()
                .filter(flaw -> !flaw.ignorable())
                .findFirst()
                .ifPresent(flaw -> {
                    throw new Problem(Problem.Kind.BAD_INPUT, flaw.sentence());
                });
        Event known = event.hasUnknownZone() ? event.floating() : event;
        When when = known.when();
        Recurrence.expand(known, when.start(), when.start().plusDays(1), Recurrence.Budget.USUAL);
    }
}
