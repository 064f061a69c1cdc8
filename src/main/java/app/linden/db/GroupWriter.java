package app.linden.db;

import app.linden.base.Worker;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs transactions on a thread and a connection of its own: all that wait at a time as a group,
 * each undone alone when it fails, and one commit for all of them before any future completes.
 */
final class GroupWriter implements AutoCloseable {
    private record Pending<T>(Database.Transaction<T> work, CompletableFuture<T> done) {
        /** Runs the work; answers what completes the future, once the group is on disk. */
        Runnable run(Sql sql) {
            T result = work.run(sql);
            return () -> done.complete(result);
        }
    }

    private record Link(Connection connection, Sql sql) {}

    private final Engine engine;
    private final Worker thread;
    private final LinkedBlockingQueue<Pending<?>> queue = new LinkedBlockingQueue<>();

    /** Of the thread alone; null where it has to be made. */
    private @Nullable Link link;

    GroupWriter(Engine engine, String threadName) {
        this.engine = engine;
        this.thread = new Worker(threadName);
    }

    /** Brings the schema up to date, on the calling thread; before all else. */
    void migrate(Migrations migrations) throws SQLException {
        Link made = linked();
        engine.begin(made.connection);
        migrations.run(made.sql, made.connection);
        engine.commit(made.connection);
    }

    /** Takes a transaction in; {@code done} completes on the thread when it is durable. */
    <T> void add(Database.Transaction<T> work, CompletableFuture<T> done) {
        queue.add(new Pending<>(work, done));
        thread.execute(this::drain);
    }

    private void drain() {
        List<Pending<?>> group = new ArrayList<>();
        queue.drainTo(group, engine.group());
        if (group.isEmpty()) {
            return;
        }
        for (int attempt = 1; ; attempt++) {
            List<Runnable> failures = new ArrayList<>();
            List<Runnable> completions = new ArrayList<>();
            try {
                Link there = linked();
                engine.begin(there.connection);
                for (Pending<?> next : group) {
                    runAlone(there, next, group.size() > 1, completions, failures);
                }
                engine.commit(there.connection);
                completions.forEach(Runnable::run);
                return;
            } catch (SQLException | RuntimeException e) {
                boolean again = engine.mayRunAgain(e) && attempt < engine.tries();
                undo(e);
                if (!again) {
                    failures.forEach(Runnable::run);
                    RuntimeException told = Problems.unwrapped(e);
                    group.forEach(p -> p.done.completeExceptionally(told));
                    return;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100L << attempt));
            }
        }
    }

    /** The writer's connection, made where there is none or the last one broke. */
    private Link linked() throws SQLException {
        Link there = link;
        if (there == null || there.connection.isClosed()) {
            Connection connection = engine.connect();
            there = new Link(connection, engine.sql(connection));
            link = there;
        }
        return there;
    }

    /**
     * Runs one of a group. What it did is undone when it fails, and its failure told at the end.
     */
    private void runAlone(
            Link there,
            Pending<?> next,
            boolean hasOthers,
            List<Runnable> completions,
            List<Runnable> failures)
            throws SQLException {
        Savepoint before = hasOthers ? there.connection.setSavepoint() : null;
        try {
            completions.add(next.run(there.sql));
            if (before != null) {
                there.connection.releaseSavepoint(before);
            }
        } catch (Throwable e) {
            Throwable told = e instanceof SQLException s ? Problems.of(s) : e;
            if (engine.mayRunAgain(told) && told instanceof RuntimeException broken) {
                throw broken;
            }
            if (before != null) {
                there.connection.rollback(before);
            } else {
                there.connection.rollback();
            }
            Runnable failure = () -> next.done.completeExceptionally(told);
            failures.add(failure);
            completions.add(failure);
        }
    }

    private void undo(Exception because) {
        Link there = link;
        try {
            if (there != null && !there.connection.isClosed()) {
                there.connection.rollback();
            }
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /** Finishes what was taken in. */
    @Override
    public void close() {
        thread.close();
        try {
            Link last = link;
            if (last != null) {
                engine.close(last.connection);
            }
        } catch (SQLException e) {
            throw Problems.of(e);
        }
    }
}
