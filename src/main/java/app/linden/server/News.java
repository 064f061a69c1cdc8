package app.linden.server;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What this process's open connections, and the other processes on the database, are to hear. */
sealed interface News permits Notice, News.DeviceEnded, News.OthersEnded, News.Tried {
    /** A device is signed out. */
    record DeviceEnded(String deviceId) implements News {}

    /** All devices of a principal are signed out, but for one, where there is one. */
    record OthersEnded(String principalId, @Nullable String deviceId) implements News {}

    /**
     * Something that may be tried now and then only was tried once more, see {@link Attempts}.
     *
     * @param cost milliseconds by key
     */
    record Tried(Map<String, Long> cost) implements News {}
}
