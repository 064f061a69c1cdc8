package app.linden.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.model.SyncState;
import app.linden.model.SyncState.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A new device of somebody who has many events. */
final class FirstSyncTest {
    private static final int EVENTS = 1_100;

    @TempDir private Path folder;
    private World world;

    @BeforeEach
    void start() {
        world = new World(folder);
        try (SyncEvents server = new SyncEvents(world, "anna")) {
            server.fill(EVENTS);
        }
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void everythingComesAndItIsToldHowFarItIs() {
        Device device = world.open("anna", "anna", new SecretsOfThisRun());
        Queue<SyncState> told = new ConcurrentLinkedQueue<>();
        try (var watch = device.accounts().state().watch(told::add)) {
            device.accounts()
                    .signIn(world.address().toString(), "anna", World.PASSWORD)
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
        }

        List<Progress> progress =
                told.stream().map(SyncState::progress).filter(Objects::nonNull).distinct().toList();
        assertEquals(
                List.of(
                        new Progress(500, EVENTS),
                        new Progress(1_000, EVENTS),
                        new Progress(EVENTS, EVENTS)),
                progress);
        assertNull(device.accounts().state().get().progress());
        assertEquals(EVENTS, device.store().eventsIn(World.own(device).id()).size());
    }
}
