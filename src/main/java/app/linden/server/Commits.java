package app.linden.server;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Runs transactions of the server. A call returns when the change is safe on disk; who is to hear
 * of it is told then, on the writer thread, so the one who hears must only take note. Other
 * processes on the same database hear of it with its commit.
 */
final class Commits {
    private record Done<T>(T result, List<News> news) {}

    /**
     * What a transaction does. It may run again, when the connection to the database broke before
     * its commit, and so changes nothing but what the desk gives.
     */
    @FunctionalInterface
    interface Work<T> {
        T run(Desk desk);
    }

    private final ServerData data;
    private final Consumer<? super List<News>> told;

    Commits(ServerData data, Consumer<? super List<News>> told) {
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
                        List<News> news = desk.finish();
                        if (sql.isShared()) {
                            Telegrams.write(news).forEach(sql::announce);
                        }
                        return new Done<>(result, news);
                    })
                    .thenApply(done -> {
                        if (!done.news.isEmpty()) {
                            told.accept(done.news);
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

    /** Tells the other processes what is no change of the data. */
    void say(News news) {
        if (data.database().isShared()) {
            Telegrams.write(List.of(news)).forEach(data.database()::announce);
        }
    }
}
