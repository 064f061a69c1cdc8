package app.linden.cli;

import app.linden.base.Closer;
import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.desktop.Folders;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.server.LindenServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Two people, one calendar, in one process: a server on loopback, and a device each for Anna and
 * Ben. What takes time (signing in, the first events) goes on in the background, so that a window
 * can open at once. Thread-safe.
 */
public final class TryOut implements AutoCloseable {
    /** Whom {@link #device} knows. */
    public static final String ANNA = "Anna";

    public static final String BEN = "Ben";

    /** For both; the server listens on loopback alone. */
    public static final String PASSWORD = "linden-try-out";

    private final Closer closer = new Closer();
    private final CompletableFuture<LindenServer> server = new CompletableFuture<>();
    private final CompletableFuture<Device> ben = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Device anna;

    private TryOut(Path data) {
        run("try-out server", server, () -> startServer(data));
        anna = openDevice(data, ANNA);
        run("try-out Ben", ben, () -> openDevice(data, BEN));
        run("try-out", ready, () -> setUp());
    }

    /** With data in a fresh folder that {@link #close} deletes. */
    public static TryOut start() {
        Path folder;
        try {
            folder = Files.createTempDirectory("linden-try");
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE, "There is no room for the files of the try-out.", e);
        }
        TryOut tryOut = new TryOut(folder);
        tryOut.closer.add(() -> delete(folder));
        return tryOut;
    }

    /** With data in a folder that is kept, and taken up again by the next try-out there. */
    public static TryOut start(Path data) {
        return new TryOut(Folders.make(data));
    }

    /**
     * The device of {@link #ANNA} or {@link #BEN}, open and, as soon as it is signed in, syncing;
     * closed by {@link #close}.
     */
    public Device device(String name) {
        return switch (name) {
            case ANNA -> anna;
            case BEN -> ben.join();
            default -> throw new Problem(Problem.Kind.BAD_INPUT, "Only Anna and Ben are here.");
        };
    }

    /** Where the server listens; waits for its start. */
    public URI address() {
        return server.join().address();
    }

    /** Completes when both are signed in and both have the events of the other. */
    public CompletableFuture<Void> ready() {
        return ready.thenAccept(done -> {});
    }

    private static LindenServer startServer(Path data) {
        return LindenServer.start(
                LindenServer.Options.loopback(Folders.make(data.resolve("server"))));
    }

    private boolean setUp() {
        LindenServer started = server.join();
        for (Device device : List.of(anna, ben.join())) {
            // Signed in before means: of a try-out whose data was kept, accounts and all.
            if (device.store().serverSide().logins().isEmpty()) {
                String person = device == anna ? ANNA : BEN;
                started.accounts().add(TryOutSetUp.userName(person), person, PASSWORD);
            }
        }
        new TryOutSetUp(started.address(), anna, ben.join()).run();
        return true;
    }

    private static Device openDevice(Path data, String name) {
        return Device.open(data.resolve(name), new SecretsOfThisRun());
    }

    private static <T> void run(String name, CompletableFuture<T> result, Callable<T> work) {
        Loop.start(
                name,
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                });
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Devices first, so that they do not look for a server that is gone; then the files. */
    @Override
    public void close() {
        // What is still starting is waited for: it holds files that are about to be deleted.
        closer.add(() -> server.thenAccept(LindenServer::close).join());
        closer.add(() -> ben.thenAccept(Device::close).join());
        closer.add(anna);
        closer.close();
    }
}
