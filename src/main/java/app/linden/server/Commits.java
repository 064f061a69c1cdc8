package app.linden.server;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Runs transactions of the server. A call returns when the change is safe on disk; who is to hear
 * of it is told then, on the writer thread, so the one who hears must only take note.
 */
final class Commits {
    private record Done<T>(T result, List<Notice> notices) {}

    /** What a transaction does. */
    @FunctionalInterface
    interface Work<T> {
        T run(Desk desk);
    }

    private final ServerData data;
    private final Consumer<List<Notice>> told;

    Commits(ServerData data, Consumer<List<Notice>> told) {
        this.data = data;
        this.told = told;
    }

    /** Runs the work and waits until it is durable; throws what the work throws, then undone. */
    <T> T run(Work<T> work) {
        try {
            return data.database()
                    .write(sql -> {
                        Desk desk = new Desk(sql, data.ids(), data.clock().instant());
                        T result = work.run(desk);
                        return new Done<>(result, desk.finish());
                    })
                    .thenApply(done -> {
                        if (!done.notices.isEmpty()) {
                            told.accept(done.notices);
                        }
                        return done.result;
                    })
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
