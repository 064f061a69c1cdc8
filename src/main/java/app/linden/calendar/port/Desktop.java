package app.linden.calendar.port;

import app.linden.base.Problem;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the desktop offers to a program beside its windows. Thread-safe. */
public interface Desktop {
    /** An entry of the menu of the icon in the tray. */
    record TrayEntry(String text, Runnable action) {}

    /** Whether this system has a tray for icons; may look for it, so call it seldom. */
    boolean hasTray();

    /**
     * Puts Linden's icon into the tray, or takes it away.
     *
     * @param entries run on a thread of the tray; the first one is also what a click means; none to
     *     take it away
     * @return whether it is there as asked
     */
    boolean tray(String name, List<TrayEntry> entries);

    Notifications notifications();

    /** Whether Linden starts when the person signs in to this computer. */
    boolean startsByItself();

    /**
     * Has Linden start when the person signs in, or no more.
     *
     * @return fails with a {@link Problem} STORAGE in a sentence when this system does not let it
     */
    CompletableFuture<Void> startByItself(boolean on);

    /** Opens an address of the web in the person's browser. */
    void browse(String address);

    /** Shows a folder in the system's file manager; nothing happens where there is none. */
    void show(Path folder);

    /** A system that offers nothing. */
    static Desktop none() {
        return new Desktop() {
            @Override
            public boolean hasTray() {
                return false;
            }

            @Override
            public boolean tray(String name, List<TrayEntry> entries) {
                return entries.isEmpty();
            }

            @Override
            public Notifications notifications() {
                return Notifications.none();
            }

            @Override
            public boolean startsByItself() {
                return false;
            }

            @Override
            public CompletableFuture<Void> startByItself(boolean on) {
                return CompletableFuture.failedFuture(
                        new Problem(
                                Problem.Kind.STORAGE,
                                "This system does not start programs by itself."));
            }

            @Override
            public void browse(String address) {}

            @Override
            public void show(Path folder) {}
        };
    }
}
