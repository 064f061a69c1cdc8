package app.linden.base;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A value that can be watched. May be set and read on any thread; watchers are called on the
 * setting thread, in order of setting, without a lock held, so a watcher must be quick or hand over
 * to its own thread.
 */
public final class Cell<T> {
    private final List<Consumer<? super T>> watchers = new CopyOnWriteArrayList<>();
    private volatile T value;

    public Cell(T first) {
        value = first;
    }

    public T get() {
        return value;
    }

    /** Sets the value and tells every watcher, also when the value is equal to the one before. */
    public void set(T next) {
        value = next;
        watchers.forEach(w -> w.accept(next));
    }

    /** Replaces the value by a function of it; concurrent updates do not lose each other. */
    public void update(UnaryOperator<T> change) {
        T next;
        synchronized (this) {
            next = change.apply(value);
            value = next;
        }
        T told = next;
        watchers.forEach(w -> w.accept(told));
    }

    /** Calls {@code watcher} with the present value at once and with every later one. */
    public Subscription watch(Consumer<? super T> watcher) {
        watchers.add(watcher);
        watcher.accept(value);
        return () -> watchers.remove(watcher);
    }
}
