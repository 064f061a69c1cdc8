package app.linden.sync;

import java.util.Map;

/**
 * A server that the contract is held against, with people who have accounts on it.
 *
 * @param address what a person types
 * @param passwords by user name
 * @param isOurs whether it is Linden's own, whose answers are compared byte for byte
 * @param ending ends it, where it was started for this
 */
record Host(String address, Map<String, String> passwords, boolean isOurs, Runnable ending)
        implements AutoCloseable {
    @Override
    public void close() {
        ending.run();
    }
}
