package app.linden.cli;

import java.net.URI;

/** The server of the try-out. */
interface Companion extends AutoCloseable {
    URI address();

    void addAccount(String name, String displayName, String password);

    @Override
    void close();
}
