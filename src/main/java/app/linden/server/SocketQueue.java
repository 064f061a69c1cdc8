package app.linden.server;

import app.linden.wire.StateChange;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What waits to be sent on one socket or event source. One message at a time is under way; notices
 * that wait are merged into one, and answers are bounded by the requests under way, so a slow
 * reader costs little and stalls nobody. Thread-safe; never blocks.
 */
final class SocketQueue {
    private static final int MOST = 64;

    private record Message(String text, Runnable sent) {}

    /** Puts a text on its way; then runs one of both. */
    @FunctionalInterface
    interface Wire {
        void send(String text, Runnable sent, Runnable failed);
    }

    private final Wire wire;
    private final Function<StateChange, String> form;

    // Guarded by this.
    private final ArrayDeque<Message> answers = new ArrayDeque<>();
    private final Map<String, Map<String, String>> news = new LinkedHashMap<>();
    private long pushState;
    private boolean sending;

    /**
     * An empty queue.
     *
     * @param form how a change is written
     */
    SocketQueue(Wire wire, Function<StateChange, String> form) {
        this.wire = wire;
        this.form = form;
    }

    /** Sends a text in its turn; false when too many wait already. */
    boolean send(String text, Runnable sent) {
        synchronized (this) {
            if (answers.size() >= MOST) {
                return false;
            }
            answers.add(new Message(text, sent));
        }
        pump();
        return true;
    }

    /** Tells new states, soon. */
    void tell(String accountId, Map<String, String> states, long newPushState) {
        synchronized (this) {
            news.computeIfAbsent(accountId, a -> new TreeMap<>()).putAll(states);
            pushState = Math.max(pushState, newPushState);
        }
        pump();
    }

    private void pump() {
        Message next = next();
        if (next != null) {
            wire.send(next.text, () -> done(next), next.sent);
        }
    }

    private void done(Message message) {
        message.sent.run();
        synchronized (this) {
            sending = false;
        }
        pump();
    }

    private synchronized @Nullable Message next() {
        if (sending) {
            return null;
        }
        Message next = answers.poll();
        if (next == null && !news.isEmpty()) {
            StateChange change = new StateChange(new LinkedHashMap<>(news), "" + pushState);
            next = new Message(form.apply(change), () -> {});
            news.clear();
        }
        sending = next != null;
        return next;
    }
}
