package app.linden.faults;

import java.io.IOException;

/** One way to strike at the door of a server. */
interface EntryStrokes {
    /**
     * Strikes once.
     *
     * @throws IOException when the server takes no connections
     */
    void one() throws IOException;
}
