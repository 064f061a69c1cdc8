package app.linden.base;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was added, last one first, each exactly once, even when one of them fails. */
public final class Closer implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    public synchronized <T extends AutoCloseable> T add(T resource) {
        open.push(resource);
        return resource;
    }

    /**
     * Closes everything; the first failure is thrown after the rest is closed, later ones are
     * attached to it.
     */
    @Override
    public void close() {
        RuntimeException first = null;
        for (AutoCloseable next = pop(); next != null; next = pop()) {
            try {
                next.close();
            } catch (Exception e) {
                if (first == null) {
                    first = new IllegalStateException("could not close " + next, e);
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private synchronized @org.jspecify.annotations.Nullable AutoCloseable pop() {
        return open.poll();
    }
}
