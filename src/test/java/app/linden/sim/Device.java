package app.linden.sim;

import app.linden.base.Ids;
import app.linden.calendar.Commands;
import app.linden.remote.RemoteOverBytes;
import app.linden.store.Commit;
import app.linden.store.Login;
import app.linden.store.Store;
import app.linden.sync.Stepped;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** The real store, commands and sync of one device, on a wire of the world's. */
final class Device {
    final World world;
    final int index;
    final int person;
    final String name;
    final SimClock clock;
    final Path folder;
    final SimWire simWire;
    private int killAtCommit = -1;

    /** Whether anything may be different since the last look. */
    boolean touched = true;

    private final Random random;
    private final RemoteOverBytes.Wire wire;
    final Map<String, Map<String, String>> hints = new HashMap<>();

    Store store;
    Commands commands;
    Stepped sync;

    Device(World world, int index, int person, SimClock clock, Path folder, Random random) {
        this.world = world;
        this.index = index;
        this.person = person;
        this.name = "device-" + index;
        this.clock = clock;
        this.folder = folder;
        this.random = random;
        this.simWire = new SimWire(world);
        this.wire = request -> simWire.send(this, request);
        open();
        store.serverSide().save(login()).join();
    }

    private static Login login() {
        return new Login("login", "http://sim", "person");
    }

    private void open() {
        Ids ids = new Ids(clock, random);
        store = Store.open(folder, clock, ids);
        store.watch(this::committed);
        commands = new Commands(store, ids);
        sync = new Stepped(store.serverSide(), login(), new RemoteOverBytes(wire), clock);
    }

    /** Begins an exchange in which the process may end at a commit. */
    void mayDie() {
        killAtCommit = simWire.killAtCommit();
    }

    void mayNotDie() {
        killAtCommit = -1;
    }

    /** On the writer's thread, when the transaction is on disk. */
    private void committed(Commit commit) {
        boolean ofSync = commit.remote() || commit.outbox();
        if (ofSync && killAtCommit >= 0 && killAtCommit-- == 0) {
            world.injected(Fault.KILLED_AT_COMMIT);
            throw new Killed();
        }
    }

    /** What was durable is all there is after this. */
    void restart(Bug bug) {
        store.close();
        bug.restarts(this);
        open();
        bug.restarted(this);
    }

    boolean waits() {
        return store.serverSide().accountsOf("login").stream()
                .anyMatch(a -> store.serverSide().hasQueued(a.id()));
    }
}
