package app.linden.faults;

import java.util.HashMap;
import java.util.Map;

/** What one device said that it would write and what it said was saved. Thread-safe. */
final class Ledger {
    private final Map<String, Integer> tried = new HashMap<>();
    private final Map<String, Integer> saved = new HashMap<>();
    private int acknowledged;

    synchronized void tries(String key, int version) {
        tried.put(key, version);
    }

    synchronized void saved(String key, int version) {
        acknowledged++;
        saved.put(key, version);
    }

    synchronized int acknowledged() {
        return acknowledged;
    }

    synchronized Map<String, Integer> all() {
        return Map.copyOf(saved);
    }

    /** Holds what is there against what was said; what is there counts as saved from then on. */
    synchronized void judge(String where, Map<String, Integer> there) {
        saved.forEach((key, version) -> {
            Integer is = there.get(key);
            if (is == null || is < version) {
                throw new AssertionError(
                        where + ": " + key + " was saved as " + version + " and is " + is);
            }
        });
        there.forEach((key, version) -> {
            if (version > tried.getOrDefault(key, -1)) {
                throw new AssertionError(where + ": nobody wrote " + key + " " + version);
            }
        });
        saved.putAll(there);
    }
}
