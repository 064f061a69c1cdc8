package app.linden.sim;

import app.linden.remote.RemoteOverBytes.Bytes;

import org.jspecify.annotations.Nullable;

/**
 * A planted bug: breaks one device's dealings from outside, as a wrong line inside would. The usual
 * one breaks nothing.
 */
interface Bug {
    Bug NONE = new Bug() {};

    /** What the device sends instead. */
    default byte @Nullable [] sends(Device device, byte @Nullable [] request) {
        return request;
    }

    /** What the device makes of the answer to what it meant to send. */
    default Bytes hears(Device device, byte @Nullable [] request, Bytes answer) {
        return answer;
    }

    /** An answer that the device imagines when the wire broke; null to see the failure. */
    default @Nullable Bytes imagines(Device device, byte @Nullable [] request) {
        return null;
    }

    /** Before an exchange; false to leave it out. */
    default boolean begins(Device device) {
        return true;
    }

    /** After an exchange, with what it failed with. */
    default void ended(Device device, @Nullable RuntimeException failure) {}

    /** Before and after what a person does. */
    default void acts(Device device) {}

    default void acted(Device device) {}

    /** When a killed device is about to be opened again. */
    default void restarts(Device device) {}

    /** When it is open again. */
    default void restarted(Device device) {}

    /** Whom the server takes the one who asks for. */
    default String asks(String principal, byte @Nullable [] request) {
        return principal;
    }
}
