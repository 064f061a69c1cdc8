package app.linden.store;

import app.linden.model.Act;
import app.linden.model.NextActs;
import app.linden.model.Undone;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What the person did, undone and done again one act at a time, the newest first; kept across
 * restarts. Reads run on the calling thread, writes on the database's.
 */
public final class History {
    private final Store store;

    History(Store store) {
        this.store = store;
    }

    public NextActs next() {
        return store.read(sql ->
                new NextActs(
                        HistoryRows.toUndo(sql).orElse(null),
                        HistoryRows.toRedo(sql).orElse(null)));
    }

    /**
     * Undoes the newest act by new changes that restore what it changed. What somebody changed
     * since stays as it is and is named.
     *
     * @return empty when there is nothing to undo
     */
    public CompletableFuture<Optional<Undone>> undo() {
        return run(false, HistoryRows::toUndo);
    }

    /** Does again what was undone last. */
    public CompletableFuture<Optional<Undone>> redo() {
        return run(true, HistoryRows::toRedo);
    }

    private CompletableFuture<Optional<Undone>> run(
            boolean forward, Function<app.linden.db.Sql, Optional<Act>> next) {
        return store.call(
                false,
                desk -> next.apply(desk.sql).map(act -> new Reversal(desk).run(act, forward)));
    }
}
