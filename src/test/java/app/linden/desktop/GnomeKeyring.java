package app.linden.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A message bus of its own with GNOME Keyring on it, in processes that end with the test; the
 * keychain of whoever runs the test is not touched.
 */
final class GnomeKeyring implements AutoCloseable {
    private final Path home;
    private final Process bus;
    private final List<Process> others = new ArrayList<>();
    final String address;

    private GnomeKeyring(Path home, Process bus, String address) {
        this.home = home;
        this.bus = bus;
        this.address = address;
    }

    /** A bus without a keychain; skips the test where there are no programs for it. */
    static GnomeKeyring onlyTheBus(Path home) throws IOException {
        for (String program : List.of("dbus-daemon", "gnome-keyring-daemon", "secret-tool")) {
            assumeTrue(isThere(program), program + " is not installed here, so this is not tried");
        }
        Files.createDirectories(home);
        // No programs to start by themselves: only what this test starts is on it.
        Path config = home.resolve("bus.conf");
        Files.writeString(
                config,
                """
                <busconfig><type>session</type><listen>unix:dir=%s</listen>
                <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/>
                <allow own="*"/></policy>
                </busconfig>
                """
                        .formatted(home));
        Process bus =
                new ProcessBuilder(
                                "dbus-daemon",
                                "--config-file=" + config,
                                "--nofork",
                                "--print-address")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return new GnomeKeyring(home, bus, firstLine(bus));
    }

    /** The same with an unlocked keychain. */
    static GnomeKeyring start(Path home) throws IOException {
        GnomeKeyring keyring = onlyTheBus(home);
        keyring.daemon("a password");
        return keyring;
    }

    /** Starts GNOME Keyring; it unlocks what it has when the password is the right one. */
    Process daemon(String password) throws IOException {
        Process daemon =
                process(
                        "gnome-keyring-daemon",
                        "--foreground",
                        "--unlock",
                        "--components=secrets",
                        "--control-directory=" + home.resolve("control"));
        others.add(daemon);
        try (var in = daemon.getOutputStream()) {
            in.write(password.getBytes(StandardCharsets.UTF_8));
        }
        awaitName();
        return daemon;
    }

    /** The daemon says that it is ready before it is on the bus. */
    private void awaitName() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        try (Bus bus = Bus.open(address, "org.freedesktop.DBus")) {
            while (!Boolean.TRUE.equals(
                    bus.call(
                                    "/org/freedesktop/DBus",
                                    "org.freedesktop.DBus",
                                    "NameHasOwner",
                                    "s",
                                    "org.freedesktop.secrets")[0])) {
                assertTrue(System.nanoTime() < deadline, "the keychain does not come up");
            }
        }
    }

    /** Runs a program on the bus; answers what it prints. */
    String run(String... words) throws Exception {
        Process process = process(words);
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), String.join(" ", words));
        return said;
    }

    Process bus() {
        return bus;
    }

    private Process process(String... words) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DBUS_SESSION_BUS_ADDRESS", address);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().remove("GNOME_KEYRING_CONTROL");
        return builder.start();
    }

    private static String firstLine(Process process) throws IOException {
        String line =
                new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8))
                        .readLine();
        return line == null ? "" : line;
    }

    private static boolean isThere(String program) {
        String path = System.getenv("PATH");
        return path != null
                && Stream.of(path.split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Override
    public void close() {
        others.forEach(Process::destroyForcibly);
        bus.destroyForcibly();
    }
}
