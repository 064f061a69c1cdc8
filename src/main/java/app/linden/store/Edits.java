package app.linden.store;

import app.linden.base.Problem;
import app.linden.model.Act;
import app.linden.model.Event;
import app.linden.model.Merge;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The person's edits. Each call is one transaction on the writer thread; its future completes when
 * it is safe on disk. Where they are part of an act they can be undone, see {@link History}.
 */
public final class Edits {
    private final Store store;
    private final @Nullable Act act;

    Edits(Store store, @Nullable Act act) {
        this.store = store;
        this.act = act;
    }

    /**
     * A new event in the account of its calendar.
     *
     * @param id its local id
     * @param event runs on the writer thread; the event names a calendar
     * @return fails with BAD_INPUT when the calendar is gone
     */
    public CompletableFuture<Void> create(String id, Supplier<Event> event) {
        return write(desk -> {
            Event made = event.get();
            String account =
                    made.calendarIds().stream()
                            .flatMap(c -> Documents.find(desk.sql, c).stream())
                            .filter(c -> c.work() != null)
                            .map(Stored::accountId)
                            .findFirst()
                            .orElseThrow(() ->
                                    new Problem(
                                            Problem.Kind.BAD_INPUT,
                                            "This calendar no longer exists."));
            new LocalEdits(desk).apply(new Intent.Create(id, account, Type.EVENT, made.json()));
        });
    }

    /** All or none of them. */
    public CompletableFuture<Void> apply(List<Intent> intents) {
        return write(desk -> {
            LocalEdits edits = new LocalEdits(desk);
            intents.forEach(edits::apply);
        });
    }

    /**
     * An edit of an event as it is at the moment of writing; {@code edit} runs on the writer
     * thread.
     */
    public CompletableFuture<Void> change(String eventId, UnaryOperator<Event> edit) {
        return write(desk -> {
            Stored stored = existing(desk, eventId);
            new LocalEdits(desk).update(stored, edit.apply(event(stored)).json());
        });
    }

    /**
     * An edit of an event that a person saw as {@code seen}. What became different since stays, and
     * where both changed the same unit the person's value goes to a card.
     */
    public CompletableFuture<Void> change(String eventId, Event seen, UnaryOperator<Event> edit) {
        return write(desk -> {
            Stored stored = existing(desk, eventId);
            Merge.Merged merged =
                    Merge.merge(seen.json(), edit.apply(seen).json(), event(stored).json());
            LocalEdits edits = new LocalEdits(desk);
            edits.update(stored, merged.result());
            edits.addClashes(eventId, stored.title(), merged.clashes());
        });
    }

    /**
     * As {@link #change}, for an edit that may also make a second event or leave nothing of the
     * first. All in one transaction; the server gets the second event before the first is changed.
     */
    public CompletableFuture<Void> divide(String eventId, Function<Event, Divided> edit) {
        return write(desk -> {
            Stored stored = existing(desk, eventId);
            new LocalEdits(desk).divide(stored, edit.apply(event(stored)));
        });
    }

    /**
     * One of several edits.
     *
     * @param edit runs on the writer thread; leaves nothing where the event is deleted
     */
    public record Part(String eventId, Function<Event, Divided> edit) {}

    /** As {@link #divide}, of several events or several times of one: all or none of them. */
    public CompletableFuture<Void> together(List<Part> parts) {
        return write(desk -> {
            LocalEdits edits = new LocalEdits(desk);
            for (Part part : parts) {
                Stored stored = existing(desk, part.eventId());
                edits.divide(stored, part.edit().apply(event(stored)));
            }
        });
    }

    /**
     * Takes a calendar of this computer to an account on a server, with all that is in it, under
     * the same uids. Nothing of it goes to the trash, since nothing is gone.
     *
     * @param newId the local id of the calendar there
     * @return fails with BAD_INPUT when the calendar or the account is gone
     */
    public CompletableFuture<Void> relocate(String calendarId, String accountId, String newId) {
        return write(desk -> {
            Stored calendar = existing(desk, calendarId);
            if (AccountRows.find(desk.sql, accountId).isEmpty()) {
                throw LocalEdits.gone();
            }
            new LocalEdits(desk).relocate(calendar, accountId, newId);
        });
    }

    /** Decides a conflict. */
    public CompletableFuture<Void> decide(String conflictId, Choice choice) {
        return write(desk -> new Decision(desk).of(conflictId, choice));
    }

    /** Makes again what is in the trash, see {@link Trash#restore}. */
    public CompletableFuture<Void> restore(String trashId, @Nullable String calendarId) {
        return write(desk -> new Trash(desk).restore(trashId, calendarId));
    }

    /** Takes back a change that waits to be sent. */
    public CompletableFuture<Void> discard(long seq) {
        return write(desk -> new Revival(desk).discard(seq));
    }

    private static Stored existing(Desk desk, String id) {
        return Documents.find(desk.sql, id)
                .filter(s -> s.work() != null)
                .orElseThrow(LocalEdits::gone);
    }

    private static Event event(Stored stored) {
        if (stored.work() == null) {
            throw LocalEdits.gone();
        }
        return Event.of(stored.work());
    }

    private CompletableFuture<Void> write(Consumer<Desk> work) {
        return store.write(
                false,
                desk -> {
                    if (act != null) {
                        desk.note(act);
                    }
                    work.accept(desk);
                    desk.writeNotes();
                });
    }
}
