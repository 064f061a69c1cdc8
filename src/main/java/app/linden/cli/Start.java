package app.linden.cli;

import app.linden.base.Closer;
import app.linden.desktop.Folders;
import app.linden.desktop.OneInstance;
import app.linden.desktop.Vault;
import app.linden.store.Store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/**
 * The device of a window, which is opened while the window comes up and may have to ask for a
 * passphrase. Used by one thread at a time.
 */
public final class Start implements AutoCloseable {
    private final Path profile;
    private final Terminal terminal;
    private final List<String> items;
    private final Closer closer = new Closer();

    Start(Path profile, Terminal terminal, List<String> items) {
        this.profile = profile;
        this.terminal = terminal;
        this.items = List.copyOf(items);
    }

    /** The folder of the profile, made when it is not there. */
    public Path folder() {
        return Folders.make(profile);
    }

    /** What the window is to open: files with their whole paths, and {@code linden:} addresses. */
    public List<String> items() {
        return items;
    }

    /**
     * From now on takes what second starts were to open, until it is closed.
     *
     * @param take called on a thread of its own
     */
    public void takeOver(Consumer<List<String>> take) {
        closer.add(OneInstance.listen(profile, take));
    }

    /**
     * Opens the device, with some calendar in it. Blocks while the person is asked.
     *
     * @throws app.linden.base.Problem SIGN_IN when there is no key for its cache, which another try
     *     or {@link #setAside} may change; else as {@link Device#open}
     */
    public Device open(Vault.Asks asks) {
        Path folder = Folders.make(profile);
        Vault vault =
                Vault.open(folder, terminal.environment()::get, Store.isEncrypted(folder), asks);
        return closer.add(Device.open(folder, vault)).withSomeCalendar();
    }

    /**
     * Renames the cache, whose key is lost, and sealed secrets, so that the next opening begins
     * anew.
     *
     * @return where the old cache is kept
     */
    public Path setAside() {
        return setAside(profile);
    }

    static Path setAside(Path profile) {
        InstantSource clock = InstantSource.system();
        Path aside = Store.setAside(profile, clock);
        Vault.setAside(
                profile, clock.instant().atZone(ZoneId.systemDefault()).toLocalDate().toString());
        return aside;
    }

    @Override
    public void close() {
        closer.close();
    }
}
