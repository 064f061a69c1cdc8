package app.linden.desktop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A message bus of its own with a small notification server on it, both gone with the test. */
public final class NotificationServer implements AutoCloseable {
    static final String PATH = "/org/freedesktop/Notifications";

    /** What was shown. */
    public record Shown(
            long number, long replaced, String title, String body, List<String> actions) {}

    /** What a desktop answers. */
    @DBusInterfaceName("org.freedesktop.Notifications")
    public interface Desktop extends DBusInterface {
        @DBusMemberName("GetCapabilities")
        List<String> capabilities();

        @DBusMemberName("Notify")
        UInt32 notify(
                String app,
                UInt32 replaces,
                String icon,
                String title,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int expires);

        @DBusMemberName("CloseNotification")
        void close(UInt32 number);

        /** A button was pressed. */
        @DBusMemberName("ActionInvoked")
        final class ActionInvoked extends DBusSignal {
            public ActionInvoked(String path, UInt32 number, String action) throws DBusException {
                super(path, number, action);
            }
        }

        /** It is gone. */
        @DBusMemberName("NotificationClosed")
        final class NotificationClosed extends DBusSignal {
            public NotificationClosed(String path, UInt32 number, UInt32 reason)
                    throws DBusException {
                super(path, number, reason);
            }
        }
    }

    public final String address;
    private final Process bus;
    private final DBusConnection connection;
    private final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> closed = new LinkedBlockingQueue<>();

    private NotificationServer(Process bus, String address) throws DBusException {
        this.bus = bus;
        this.address = address;
        this.connection = DBusConnectionBuilder.forAddress(address).withShared(false).build();
        connection.requestBusName("org.freedesktop.Notifications");
        connection.exportObject(PATH, new Exported());
    }

    /** Skips the test where there is no bus. */
    public static NotificationServer start(Path home) throws Exception {
        String path = System.getenv("PATH");
        assumeTrue(
                path != null
                        && Stream.of(path.split(File.pathSeparator))
                                .anyMatch(f -> Files.isExecutable(Path.of(f, "dbus-daemon"))),
                "dbus-daemon is not installed here, so this is not tried");
        Files.createDirectories(home);
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
        return new NotificationServer(bus, firstLine(bus));
    }

    private static String firstLine(Process process) throws IOException {
        String line =
                new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8))
                        .readLine();
        return line == null ? "" : line;
    }

    public Shown next() throws InterruptedException {
        Shown next = shown.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing is shown");
        }
        return next;
    }

    long nextClosed() throws InterruptedException {
        Long next = closed.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing is closed");
        }
        return next;
    }

    boolean isQuiet() {
        return shown.isEmpty();
    }

    /** The person presses a button, or with {@code default} the notification itself. */
    public void press(long number, String action) throws DBusException {
        connection.sendMessage(new Desktop.ActionInvoked(PATH, new UInt32(number), action));
    }

    /** Reason 1: it ran out, 2: the person closed it. */
    void gone(long number, int reason) throws DBusException {
        connection.sendMessage(
                new Desktop.NotificationClosed(PATH, new UInt32(number), new UInt32(reason)));
    }

    private final class Exported implements Desktop {
        private long last;

        @Override
        public List<String> capabilities() {
            return List.of("actions", "body", "body-markup");
        }

        @Override
        public synchronized UInt32 notify(
                String app,
                UInt32 replaces,
                String icon,
                String title,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int expires) {
            long number = replaces.longValue() == 0 ? ++last : replaces.longValue();
            shown.add(new Shown(number, replaces.longValue(), title, body, List.copyOf(actions)));
            return new UInt32(number);
        }

        @Override
        public void close(UInt32 number) {
            closed.add(number.longValue());
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }

        @Override
        public boolean isRemote() {
            return false;
        }
    }

    @Override
    public void close() {
        connection.disconnect();
        bus.destroyForcibly();
    }
}
