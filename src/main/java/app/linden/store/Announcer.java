package app.linden.store;

import app.linden.base.Subscription;
import app.linden.db.Database;
import app.linden.db.Sql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Runs transactions and, once they are safe on disk, tells watchers what changed; watchers run on
 * the writer thread.
 */
final class Announcer {
    private final Database database;
    private final List<Consumer<Commit>> watchers = new CopyOnWriteArrayList<>();

    Announcer(Database database) {
        this.database = database;
    }

    /** What a transaction has changed so far. */
    static final class Changed {
        private final Set<String> events = new HashSet<>();
        private boolean calendars;
        private boolean outbox;
        private boolean history;
        private boolean trash;

        void event(String id) {
            events.add(id);
        }

        void calendars() {
            calendars = true;
        }

        void outbox() {
            outbox = true;
        }

        void history() {
            history = true;
        }

        void trash() {
            trash = true;
        }

        private boolean isEmpty() {
            return events.isEmpty() && !calendars && !outbox && !history && !trash;
        }
    }

    /** A transaction that notes what it changes. */
    @FunctionalInterface
    interface Work<T> {
        T run(Sql sql, Changed changed);
    }

    Subscription watch(Consumer<Commit> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** The future completes after the transaction is safe and the watchers were told. */
    <T> CompletableFuture<T> write(boolean remote, Work<T> work) {
        Changed changed = new Changed();
        return database.write(
                sql -> work.run(sql, changed),
                result -> {
                    if (!changed.isEmpty()) {
                        Commit commit =
                                new Commit(
                                        changed.events,
                                        changed.calendars,
                                        changed.outbox,
                                        changed.history,
                                        changed.trash,
                                        remote);
                        watchers.forEach(w -> w.accept(commit));
                    }
                });
    }
}
