package app.linden.desktop;

import app.linden.base.Problem;
import app.linden.base.Worker;
import app.linden.calendar.port.Desktop;
import app.linden.calendar.port.Notifications;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The desktop that Linden runs on. Thread-safe. */
public final class ThisDesktop implements Desktop, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ThisDesktop.class.getName());

    private final String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    private final Worker worker = new Worker("desktop");
    private final Tray tray = new Tray();
    private final Notifications notifications;
    private final Autostart autostart;

    public ThisDesktop() {
        this.notifications = notifications(os, tray);
        this.autostart =
                new Autostart(
                        os,
                        Path.of(System.getProperty("user.home", ".")),
                        name -> System.getenv(name),
                        command());
    }

    private static Notifications notifications(String os, Tray tray) {
        if (os.contains("mac") || os.contains("win")) {
            return tray;
        }
        Optional<String> bus = Bus.ofThisPerson(name -> System.getenv(name));
        return bus.isPresent() ? new BusNotifications(bus.get()) : Notifications.none();
    }

    /** Of a package it is the program's own launcher; else Java with what it was started with. */
    private static List<String> command() {
        String launcher = System.getProperty("jpackage.app-path");
        if (launcher != null) {
            return List.of(launcher);
        }
        List<String> words = new ArrayList<>();
        words.add(ProcessHandle.current().info().command().orElse("java"));
        words.add("--enable-native-access=ALL-UNNAMED");
        words.add("-cp");
        words.add(System.getProperty("java.class.path", ""));
        words.add("app.linden.Main");
        return words;
    }

    @Override
    public boolean hasTray() {
        return Tray.isThere();
    }

    @Override
    public boolean tray(String name, List<TrayEntry> entries) {
        return tray.put(name, entries);
    }

    @Override
    public Notifications notifications() {
        return notifications;
    }

    @Override
    public boolean startsByItself() {
        return autostart.isOn();
    }

    @Override
    public CompletableFuture<Void> startByItself(boolean on) {
        return worker.<Boolean>call(
                        () -> {
                            autostart.set(on);
                            return on;
                        })
                .thenAccept(done -> {});
    }

    @Override
    public void browse(String address) {
        if (!address.startsWith("https://") && !address.startsWith("http://")) {
            throw new Problem(Problem.Kind.BAD_INPUT, "This is no address of the web.");
        }
        run(
                os.contains("win")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                        : List.of(opener(), address));
    }

    @Override
    public void show(Path folder) {
        // A folder's whole path, so that none is taken for an option.
        String path = folder.toAbsolutePath().toString();
        run(List.of(os.contains("win") ? "explorer" : opener(), path));
    }

    private String opener() {
        return os.contains("mac") ? "open" : "xdg-open";
    }

    private void run(List<String> words) {
        worker.execute(() -> {
            try {
                Process started =
                        new ProcessBuilder(words)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start();
                LOG.log(Level.FINE, "asked the system to open something: {0}", started.pid());
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The system opens nothing", e);
            }
        });
    }

    @Override
    public void close() {
        notifications.close();
        tray.close();
        worker.close();
    }
}
