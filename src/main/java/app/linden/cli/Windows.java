package app.linden.cli;

/**
 * Opens windows for the command line, which knows of none. Called on the main thread; each returns
 * when its last window is closed.
 */
public interface Windows {
    /**
     * The window of a device: opens the device while the window comes up, shows it, and then calls
     * {@link Device#startSync}.
     *
     * @return the exit code of the program
     */
    int open(Start start);

    /**
     * Anna's window of the try-out, with a way to open Ben's.
     *
     * @param rehearsal whether it goes through its views and closes by itself
     * @return the exit code of the program
     */
    int tryOut(TryOut tryOut, boolean rehearsal);
}
