package app.linden.ui.kit;

import app.linden.base.Cell;
import app.linden.base.Subscription;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The only road from other threads to JavaFX's. Of values that come faster than the window draws
 * only the newest arrives, so a flood of changes costs one redraw.
 */
public final class FxRelay<T> implements Subscription {
    /** Holds a value that waits for the thread; null when nothing does. */
    private final AtomicReference<@Nullable Object> newest = new AtomicReference<>();

    private final Consumer<? super T> receiver;
    private final Subscription source;
    private volatile boolean closed;

    private FxRelay(Cell<T> cell, Consumer<? super T> receiver) {
        this.receiver = receiver;
        this.source = cell.watch(this::offer);
    }

    /**
     * Calls {@code receiver} on JavaFX's thread with the cell's present value and with later ones,
     * until closed.
     */
    public static <T> Subscription relay(Cell<T> cell, Consumer<? super T> receiver) {
        return new FxRelay<>(cell, receiver);
    }

    /** Tells how a command ended, on JavaFX's thread. */
    public static <T> void after(
            CompletableFuture<T> future, Consumer<? super T> done, Consumer<Throwable> failed) {
        future.whenComplete((value, error) ->
                run(() -> {
                    if (error == null) {
                        done.accept(value);
                    } else {
                        Throwable cause = error.getCause();
                        failed.accept(
                                error instanceof CompletionException && cause != null
                                        ? cause
                                        : error);
                    }
                }));
    }

    /** Runs at once when called on JavaFX's thread, else soon there. */
    public static void run(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    private void offer(T value) {
        if (newest.getAndSet(value) == null) {
            run(this::deliver);
        }
    }

    @SuppressWarnings("unchecked")
    private void deliver() {
        Object value = newest.getAndSet(null);
        if (value != null && !closed) {
            receiver.accept((T) value);
        }
    }

    @Override
    public void close() {
        closed = true;
        source.close();
    }
}
