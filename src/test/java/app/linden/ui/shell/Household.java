package app.linden.ui.shell;

import app.linden.calendar.CalendarList;
import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Json;
import app.linden.model.Occurrence;
import app.linden.remote.Credential;
import app.linden.remote.JmapOverHttp;
import app.linden.remote.OwnAccountOverHttp;
import app.linden.server.LindenServer;
import app.linden.server.Registration;
import app.linden.ui.Fx;
import app.linden.ui.kit.Look;
import app.linden.wire.Capability;
import app.linden.wire.Invocation;
import app.linden.wire.Request;
import app.linden.wire.Response;

import javafx.stage.Stage;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A real server on a port of its own and devices of one person with real windows: everything that
 * the program has, but for the command line.
 */
public final class Household implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:20:00Z"), ZONE);
    static final String PASSWORD = "correct horse";

    private final Path folder;
    private final InstantSource clock;
    private LindenServer server;
    private final List<Device> devices = new ArrayList<>();
    private final List<CalendarWindow> windows = new ArrayList<>();

    public Household(Path folder) {
        this(folder, 0, InstantSource.system());
    }

    /** The same on a port, with a server and devices that go by a clock of one's own. */
    Household(Path folder, int port, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        this.server = LindenServer.start(options(port), clock);
        server.accounts().add("anna", "Anna", PASSWORD);
        server.accounts().add("ben", "Ben", PASSWORD);
    }

    private LindenServer.Options options(int port) {
        return new LindenServer.Options(
                folder.resolve("server"),
                "127.0.0.1",
                port,
                null,
                null,
                Registration.INVITATION,
                null);
    }

    /** A device that is signed in as Anna and syncs. */
    public Device device(String name) {
        return device(name, "anna");
    }

    /** A device that is signed in as one of "anna" and "ben", and syncs. */
    public Device device(String name, String login) {
        Device device = Device.open(folder.resolve(name), new SecretsOfThisRun(), clock);
        devices.add(device);
        device.startSync();
        device.accounts().signIn(server.address().toString(), login, PASSWORD).join();
        return device;
    }

    public URI address() {
        return server.address();
    }

    /** As if it was changed on another device. */
    void changePassword(String login, String password) {
        Credential old = Credential.password(login, PASSWORD);
        try (JmapOverHttp http = new JmapOverHttp(server.address().toString(), old)) {
            new OwnAccountOverHttp(server.address().toString(), http.session(), old)
                    .changePassword(PASSWORD, password);
        }
    }

    /** The same server, stopped and not yet started again. */
    public void stopServer() {
        server.close();
    }

    /** The same server again: same data, same port. */
    public void startServer() {
        server = LindenServer.start(options(address().getPort()), clock);
    }

    /** The window of a device, showing the month of {@link #TODAY}. */
    public CalendarWindow window(Device device, Look look) {
        CalendarWindow window = show(device, look);
        windows.add(window);
        return window;
    }

    /** A window as {@link #window} gives it, of a device in whatever process. */
    static CalendarWindow show(Device device, Look look) {
        return Fx.on(() -> {
            CalendarWindow w =
                    new CalendarWindow(
                            new Stage(),
                            new Services(
                                    device.commands(),
                                    device.agenda(),
                                    device.inAndOut(),
                                    device.accounts(),
                                    new NoFiles(),
                                    CLOCK),
                            look,
                            "Linden",
                            List.of());
            w.stage().setWidth(1000);
            w.stage().setHeight(760);
            w.show();
            return w;
        });
    }

    /** The calendar for new events of Anna's account on the server. */
    public static Calendar calendar(Device device) {
        CalendarList list = device.agenda().calendars().get();
        Account account =
                list.accounts().stream().filter(a -> !a.isLocal()).findFirst().orElseThrow();
        return list.of(account).getFirst();
    }

    /** What a device's cache shows on a day. */
    public static List<Occurrence> on(Device device, LocalDate day) {
        return device.store().occurrences(day, day.plusDays(1), ZONE);
    }

    /** Every event of Anna's own account as the server has it. */
    public List<ObjectNode> eventsOnServer() {
        try (JmapOverHttp http = new JmapOverHttp(server.address().toString(), "anna", PASSWORD)) {
            String account = http.session().primaryAccounts().get(Capability.CALENDARS);
            ObjectNode arguments = Json.object().put("accountId", account).putNull("ids");
            Response response =
                    http.call(
                            new Request(
                                    List.of(Capability.CORE, Capability.CALENDARS),
                                    List.of(new Invocation("CalendarEvent/get", arguments, "0")),
                                    null));
            List<ObjectNode> events = new ArrayList<>();
            response.responses()
                    .getFirst()
                    .arguments()
                    .path("list")
                    .forEach(e -> events.add((ObjectNode) e));
            return events;
        }
    }

    @Override
    public void close() {
        Fx.closeAll();
        windows.forEach(w -> Fx.run(w::close));
        devices.reversed().forEach(Device::close);
        server.close();
    }
}
