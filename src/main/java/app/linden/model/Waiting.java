package app.linden.model;

import org.jspecify.annotations.Nullable;

/**
 * A local change that is not on the server yet.
 *
 * @param seq its place in the order of sending
 * @param title what the changed object is called
 * @param kind CREATE, UPDATE or DESTROY
 * @param reason why it is parked, null while it simply waits
 */
public record Waiting(
        long seq, String objectId, String title, String kind, @Nullable String reason) {
    public boolean isParked() {
        return reason != null;
    }
}
