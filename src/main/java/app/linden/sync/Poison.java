package app.linden.sync;

import app.linden.model.Type;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the one change that a server fails on each time, so that it does not hold up the rest: when
 * writes failed often enough in a row, the batches get smaller until one change is alone. Of the
 * loop's thread.
 */
final class Poison {
    private static final int PATIENCE = 5;

    /**
     * @param failures in a row
     * @param most how many changes a batch may have
     */
    private record Trouble(int failures, int most) {}

    private static final Trouble NONE = new Trouble(0, Integer.MAX_VALUE);

    private final Map<String, Trouble> troubles = new HashMap<>();

    /** What is to be done about a batch that failed. */
    enum Verdict {
        LATER,
        SMALLER,
        /** It is the one. */
        PARK
    }

    int most(String accountId, Type type) {
        return troubles.getOrDefault(accountId + type, NONE).most;
    }

    Verdict failed(String accountId, Type type, int size) {
        int failures = troubles.getOrDefault(accountId + type, NONE).failures + 1;
        if (failures < PATIENCE) {
            troubles.put(accountId + type, new Trouble(failures, Integer.MAX_VALUE));
            return Verdict.LATER;
        }
        troubles.put(accountId + type, new Trouble(failures, Math.max(1, size / 2)));
        return size == 1 ? Verdict.PARK : Verdict.SMALLER;
    }

    /** Everything that waited was taken or parked. */
    void over(String accountId, Type type) {
        troubles.remove(accountId + type);
    }
}
