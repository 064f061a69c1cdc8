package app.linden.calendar;

import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.model.Act;
import app.linden.model.Calendar;
import app.linden.model.Comment;
import app.linden.model.Event;
import app.linden.model.Happening;
import app.linden.model.Json;
import app.linden.model.Merge;
import app.linden.model.Patch;
import app.linden.model.Recurrence;
import app.linden.model.Scope;
import app.linden.model.Series;
import app.linden.model.SeriesEdit;
import app.linden.model.Type;
import app.linden.model.Undone;
import app.linden.model.Validation;
import app.linden.model.When;
import app.linden.store.Choice;
import app.linden.store.Comments;
import app.linden.store.Divided;
import app.linden.store.Edits;
import app.linden.store.Intent;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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
        return as(Act.Kind.ADD)
                .create(
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
        Act.Kind kind = kind(before, after);
        return occurrence == null
                ? as(kind).change(
                                target.eventId(),
                                before,
                                seen -> {
                                    Event changed = edited(seen, after);
                                    check(seen.json(), changed);
                                    return changed;
                                })
                : change(target, Scope.OCCURRENCE, new Change.Edited(before, after, before, after));
    }

    /**
     * To another time, as a drag says it in the wall time of a viewer: one occurrence, or an event
     * as a whole.
     *
     * @param to the end; for whole days the midnight after the last one
     */
    public CompletableFuture<Void> move(
            Target target, LocalDateTime from, LocalDateTime to, boolean allDay, ZoneId viewer) {
        return change(
                Act.Kind.MOVE,
                target.eventId(),
                whole -> moved(whole, new Step(target, from, to, allDay), viewer));
    }

    /**
     * A change of one of a series, for as much of the series as the person said. What is made of it
     * is one commit; a second series reaches the server before the first one ends there.
     *
     * @param occurrence of a series
     */
    public CompletableFuture<Void> change(Target occurrence, Scope scope, Change change) {
        Act.Kind kind =
                switch (change) {
                    case Change.Edited e -> kind(e.before(), e.after());
                    case Change.Moved _ -> Act.Kind.MOVE;
                    case Change.Deleted _ -> Act.Kind.DELETE;
                };
        return as(kind).divide(
                        occurrence.eventId(),
                        series -> {
                            Divided divided =
                                    new ScopedChange(
                                                    Objects.requireNonNull(
                                                            occurrence.recurrenceId()),
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
                ? as(Act.Kind.DELETE).apply(List.of(new Intent.Destroy(target.eventId())))
                : change(
                        Act.Kind.DELETE,
                        target.eventId(),
                        series -> Series.without(series, occurrence));
    }

    /**
     * One of several that are moved, see {@link #move}.
     *
     * @param to the end; for whole days the midnight after the last one
     */
    public record Step(Target target, LocalDateTime from, LocalDateTime to, boolean allDay) {}

    /**
     * Takes several elsewhere, all or none of them, undone as one.
     *
     * @param title what undoing names
     */
    public CompletableFuture<Void> moveAll(List<Step> steps, ZoneId viewer, String title) {
        return store.edits(Act.of(ids, Act.Kind.MOVE, title))
                .together(
                        steps.stream()
                                .map(step ->
                                        part(step.target(), whole -> moved(whole, step, viewer)))
                                .toList());
    }

    /**
     * Deletes several, all or none of them, undone as one: of a series those occurrences that are
     * named.
     *
     * @param title what undoing names
     */
    public CompletableFuture<Void> deleteAll(List<Target> targets, String title) {
        return store.edits(Act.of(ids, Act.Kind.DELETE, title))
                .together(
                        targets.stream()
                                .map(target ->
                                        part(
                                                target,
                                                whole ->
                                                        target.recurrenceId() == null
                                                                ? null
                                                                : Series.without(
                                                                        whole,
                                                                        target.recurrenceId())))
                                .toList());
    }

    private static Edits.Part part(Target target, Function<Event, @Nullable Event> edit) {
        return new Edits.Part(
                target.eventId(),
                before -> {
                    Event after = edit.apply(before);
                    if (after != null) {
                        check(before.json(), after);
                    }
                    return new Divided(after, null);
                });
    }

    private static Event moved(Event whole, Step step, ZoneId viewer) {
        LocalDateTime occurrence = step.target().recurrenceId();
        if (occurrence == null) {
            When when = whole.when().rescheduled(step.from(), step.to(), step.allDay(), viewer);
            return edited(whole, whole.with(when));
        }
        Event before = whole.occurrence(occurrence);
        When when = before.when().rescheduled(step.from(), step.to(), step.allDay(), viewer);
        return Series.withOccurrence(whole, occurrence, before, before.with(when));
    }

    /** A new calendar in an account; answers its local id. */
    public CompletableFuture<String> createCalendar(String accountId, String name, String color) {
        String id = ids.next();
        ObjectNode calendar =
                Json.object().put("name", name).put("color", color).put("isSubscribed", true);
        return as(Act.Kind.ADD_CALENDAR)
                .apply(List.of(new Intent.Create(id, accountId, Type.CALENDAR, calendar)))
                .thenApply(done -> id);
    }

    public CompletableFuture<Void> renameCalendar(String calendarId, String name) {
        return as(Act.Kind.EDIT_CALENDAR)
                .apply(List.of(new Intent.Update(calendarId, Patch.of("name", Json.text(name)))));
    }

    /** A CSS colour name or {@code #rrggbb}. */
    public CompletableFuture<Void> colorCalendar(String calendarId, String color) {
        return as(Act.Kind.EDIT_CALENDAR)
                .apply(List.of(new Intent.Update(calendarId, Patch.of("color", Json.text(color)))));
    }

    /** Only looking: not a change that one would undo. */
    public CompletableFuture<Void> showCalendar(String calendarId, boolean visible) {
        return store.edits()
                .apply(
                        List.of(
                                new Intent.Update(
                                        calendarId, Patch.of("isVisible", Json.bool(visible)))));
    }

    /**
     * Takes a calendar of this computer, with its events, to an account on a server.
     *
     * @return the local id of the calendar there
     */
    public CompletableFuture<String> relocate(String calendarId, String accountId) {
        String id = ids.next();
        return as(Act.Kind.TRANSFER).relocate(calendarId, accountId, id).thenApply(done -> id);
    }

    /** Deletes a calendar with all its events. */
    public CompletableFuture<Void> deleteCalendar(String calendarId) {
        return as(Act.Kind.DELETE_CALENDAR).apply(List.of(new Intent.Destroy(calendarId)));
    }

    /** Decides a conflict for the person's own version, as an ordinary new change. */
    public CompletableFuture<Void> useMine(String conflictId) {
        return as(Act.Kind.DECIDE).decide(conflictId, Choice.MINE);
    }

    /** Decides a conflict for the version that stands. */
    public CompletableFuture<Void> keepTheirs(String conflictId) {
        return as(Act.Kind.DECIDE).decide(conflictId, Choice.THEIRS);
    }

    /**
     * Decides a conflict for both: of notes one beneath the other, of anything else a second event
     * with the person's own.
     */
    public CompletableFuture<Void> keepBoth(String conflictId) {
        return as(Act.Kind.DECIDE).decide(conflictId, Choice.BOTH);
    }

    /** Undoes what was done last, see {@link Agenda#history}; empty when there is nothing. */
    public CompletableFuture<Optional<Undone>> undo() {
        return store.history().undo();
    }

    /** Does again what was undone last. */
    public CompletableFuture<Optional<Undone>> redo() {
        return store.history().redo();
    }

    /**
     * Makes again what is in the trash, an event in its calendar or, where that is gone, in the one
     * for new events; a calendar with its events.
     */
    public CompletableFuture<Void> restore(String trashId) {
        String elsewhere =
                new CalendarList(store.accounts(), store.calendars())
                        .forNewEvents()
                        .map(Calendar::id)
                        .orElse(null);
        return as(Act.Kind.RESTORE).restore(trashId, elsewhere);
    }

    /** The person has looked at what others did to an event or said about it, or to all events. */
    public CompletableFuture<Void> looked(@Nullable String eventId) {
        return store.happenings().seen(eventId).thenCompose(done -> store.comments().seen(eventId));
    }

    /**
     * Says something about an event.
     *
     * @return fails with BAD_INPUT when the event is gone, or the text is empty or too long
     */
    public CompletableFuture<Void> comment(String eventId, String text) {
        String title = store.findEvent(eventId).map(Event::title).orElse("");
        try {
            return store.comments()
                    .made(ids.next(), eventId, text)
                    .map(made ->
                            store.edits(Act.of(ids, Act.Kind.COMMENT, title)).apply(List.of(made)))
                    .orElseGet(() ->
                            CompletableFuture.failedFuture(
                                    new Problem(
                                            Problem.Kind.BAD_INPUT, "This event was deleted.")));
        } catch (Problem e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Says it otherwise; the comment is the person's own. */
    public CompletableFuture<Void> editComment(Comment comment, String text) {
        try {
            Patch patch = Patch.of("text", Json.text(Comments.checked(text)));
            return store.edits(Act.of(ids, Act.Kind.EDIT_COMMENT, titleOf(comment)))
                    .apply(List.of(new Intent.Update(comment.id(), patch)));
        } catch (Problem e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    public CompletableFuture<Void> deleteComment(Comment comment) {
        return store.edits(Act.of(ids, Act.Kind.DELETE_COMMENT, titleOf(comment)))
                .apply(List.of(new Intent.Destroy(comment.id())));
    }

    private String titleOf(Comment comment) {
        return store.findEvent(comment.eventId()).map(Event::title).orElse("");
    }

    /**
     * Makes an event again what it was before somebody changed or deleted it. What was changed
     * since stays, and where both changed the same it is on a card.
     *
     * @return fails with BAD_INPUT when it was new, or is gone
     */
    public CompletableFuture<Void> restore(Happening happening) {
        Event before = happening.before();
        Event after = happening.after();
        if (before == null) {
            return CompletableFuture.failedFuture(
                    new Problem(Problem.Kind.BAD_INPUT, "Before this there was no event."));
        }
        if (after == null) {
            return as(Act.Kind.RESTORE)
                    .create(ids.next(), () -> Event.of(Merge.asNew(before.json())));
        }
        return as(Act.Kind.RESTORE).change(happening.eventId(), after, seen -> before);
    }

    /** Has the server asked again about a change that it refused. */
    public CompletableFuture<Void> retry(long seq) {
        return store.retry(seq);
    }

    /** As {@link #retry}, about every one that it refused. */
    public CompletableFuture<Void> retryAll() {
        return store.retry(null);
    }

    /** Takes back a change that waits to be sent. */
    public CompletableFuture<Void> discard(long seq) {
        return as(Act.Kind.DISCARD).discard(seq);
    }

    /** The person has read a notice. */
    public CompletableFuture<Void> dismiss(String noticeId) {
        return store.dismiss(noticeId);
    }

    /** Whom calendars are shared with. */
    public Sharing sharing() {
        return new Sharing(store, ids);
    }

    private Edits as(Act.Kind kind) {
        return store.edits(Act.of(ids, kind));
    }

    private static Act.Kind kind(Event before, Event after) {
        return before.calendarIds().equals(after.calendarIds()) ? Act.Kind.EDIT : Act.Kind.TRANSFER;
    }

    private static Event edited(Event before, Event after) {
        return before.repeats() ? SeriesEdit.all(before, null, before, after).series() : after;
    }

    /** Runs on the writer thread, so the event that {@code edit} gets is the newest one. */
    private CompletableFuture<Void> change(
            Act.Kind kind, String eventId, UnaryOperator<Event> edit) {
        return as(kind).change(
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
