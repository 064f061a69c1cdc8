package app.linden.calendar.port;

import java.util.List;
import java.util.function.Consumer;

/**
 * The system's own notifications, which are seen also when no window is. Thread-safe; calls do not
 * block.
 */
public interface Notifications extends AutoCloseable {
    /**
     * What is shown.
     *
     * @param key tells notifications apart; another one with the same key takes its place
     * @param body one or two lines of plain text
     * @param actions buttons, where the system has such; the first one is what a click means
     */
    record Note(String key, String title, String body, List<Action> actions) {
        public Note {
            actions = List.copyOf(actions);
        }
    }

    /** A button of a notification. */
    record Action(String id, String text) {}

    /** What a person did with a notification. */
    record Answer(String key, String action) {
        /** They closed it, and did not just let it pass. */
        public static final String CLOSED = "closed";
    }

    /** Whether this system shows any; may change from no to yes with the first one shown. */
    boolean works();

    /** Who hears of answers, on a thread of this; one at a time. */
    void onAnswer(Consumer<Answer> heard);

    /** Shows one; where the system shows none, nothing happens. */
    void show(Note note);

    /** Takes one back that is no longer true. */
    void withdraw(String key);

    @Override
    void close();

    /** Of a system that shows none. */
    static Notifications none() {
        return new Notifications() {
            @Override
            public boolean works() {
                return false;
            }

            @Override
            public void onAnswer(Consumer<Answer> heard) {}

            @Override
            public void show(Note note) {}

            @Override
            public void withdraw(String key) {}

            @Override
            public void close() {}
        };
    }
}
