package app.linden.store;

import java.util.Set;

/**
 * What one durable transaction changed; told to watchers after it is safe on disk.
 *
 * @param events local ids of events whose occurrences may look different now
 * @param calendars whether a calendar, an account or the name of a person changed
 * @param outbox whether what waits to be sent, or a conflict, changed
 * @param history whether what can be undone changed
 * @param trash whether the trash, a notice or what others did changed
 * @param remote whether it came from the server
 */
public record Commit(
        Set<String> events,
        boolean calendars,
        boolean outbox,
        boolean history,
        boolean trash,
        boolean remote) {
    public Commit {
        events = Set.copyOf(events);
    }
}
