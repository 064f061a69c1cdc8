package app.linden.cli;

import app.linden.base.Closer;
import app.linden.base.Ids;
import app.linden.calendar.Agenda;
import app.linden.calendar.Commands;
import app.linden.calendar.Exports;
import app.linden.calendar.Imports;
import app.linden.calendar.InAndOut;
import app.linden.calendar.Subscriptions;
import app.linden.calendar.port.Accounts;
import app.linden.calendar.port.Secrets;
import app.linden.desktop.Folders;
import app.linden.remote.FileOverHttp;
import app.linden.remote.JmapOverHttp;
import app.linden.store.Login;
import app.linden.store.Store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * One device put together from its profile folder: cache, commands, agenda, accounts; closed in
 * reverse. Thread-safe.
 */
public final class Device implements AutoCloseable {
    private final Closer closer = new Closer();
    private final Store store;
    private final Commands commands;
    private final Agenda agenda;
    private final Imports imports;
    private final Exports exports;
    private final Subscriptions subscriptions;
    private final SyncedAccounts accounts;

    private Device(Store opened, Ids ids, Secrets secrets, InstantSource clock) {
        this.store = closer.add(opened);
        this.commands = new Commands(store, ids);
        this.imports = new Imports(store, ids);
        this.exports = new Exports(store);
        this.subscriptions = closer.add(new Subscriptions(store, ids, new FileOverHttp(), clock));
        this.agenda = closer.add(new Agenda(store, clock));
        this.accounts =
                closer.add(
                        new SyncedAccounts(
                                store,
                                secrets,
                                JmapOverHttp::new,
                                clock,
                                RandomGenerator.getDefault()));
    }

    /**
     * Opens a device. Nothing goes over the network before {@link #startSync}. Its cache is
     * encrypted when the secrets last, with a key that is one of them.
     *
     * @param profile its folder, made when it is not there
     * @throws app.linden.base.Problem STORAGE when another Linden has it open, or it cannot be
     *     used; SIGN_IN when the secrets do not hold the key of its cache
     */
    public static Device open(Path profile, Secrets secrets) {
        return open(profile, secrets, InstantSource.system());
    }

    /** The same with a clock of one's own. */
    public static Device open(Path profile, Secrets secrets, InstantSource clock) {
        Ids ids = new Ids(clock, new SecureRandom());
        Store store = Store.open(Folders.make(profile), clock, ids, new CacheKey(secrets));
        return new Device(store, ids, secrets, clock);
    }

    /** Files in and out, and calendars that follow one. */
    public InAndOut inAndOut() {
        return new InAndOut(imports, exports, subscriptions);
    }

    /** Without any account a device gets the local one, so that there is a calendar to write in. */
    public Device withSomeCalendar() {
        if (store.accounts().isEmpty()) {
            store.localAccount("This computer", "My calendar").join();
        }
        return this;
    }

    /**
     * Begins to sync every sign-in and to follow every subscription; changes go out and come in
     * until the device is closed.
     */
    public void startSync() {
        store.tidy().join();
        subscriptions.start();
        accounts.start();
    }

    /**
     * One full exchange with every server, for a caller that waits. Not together with {@link
     * #startSync}.
     *
     * @param ask for a password that is not kept; empty when nobody can say it
     * @throws app.linden.base.Problem when a server cannot be reached or does not take the password
     */
    public void exchange(Function<Login, Optional<String>> ask) {
        accounts.exchange(ask);
    }

    public Commands commands() {
        return commands;
    }

    public Imports imports() {
        return imports;
    }

    public Exports exports() {
        return exports;
    }

    public Subscriptions subscriptions() {
        return subscriptions;
    }

    public Agenda agenda() {
        return agenda;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Store store() {
        return store;
    }

    @Override
    public void close() {
        closer.close();
    }
}
