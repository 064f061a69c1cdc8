package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.calendar.Imports;
import app.linden.calendar.Subscriptions;
import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.model.Event;
import app.linden.model.Occurrence;
import app.linden.model.Rule;
import app.linden.model.When;
import app.linden.remote.FileOverHttp;
import app.linden.ui.Fx;
import app.linden.ui.Sample;
import app.linden.ui.editor.EventCard;
import app.linden.ui.editor.EventEditor;
import app.linden.ui.kit.Look;

import com.sun.net.httpserver.HttpServer;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The dialogs of import and subscription; pictures in {@code target/screens}. */
class InAndOutTest {
    private static final String FILE =
            """
            BEGIN:VCALENDAR
            X-WR-CALNAME:School holidays
            BEGIN:VEVENT
            UID:winter
            DTSTART;VALUE=DATE:20261221
            DTEND;VALUE=DATE:20270103
            SUMMARY:Winter holidays
            END:VEVENT
            BEGIN:VEVENT
            UID:open
            DTSTART;TZID=Europe/Berlin:20261205T100000
            DTEND;TZID=Europe/Berlin:20261205T130000
            SUMMARY:Open day
            END:VEVENT
            BEGIN:VEVENT
            UID:bad@school.example
            DTSTART:soon
            SUMMARY:Excursion
            END:VEVENT
            END:VCALENDAR
            """;

    @TempDir private Path folder;
    private final Ids ids = new Ids(Sample.CLOCK, new Random(3));
    private Sample sample;
    private Stage owner;

    @BeforeEach
    void open() {
        sample = new Sample(folder);
        owner =
                Fx.on(() -> {
                    Stage stage = new Stage();
                    stage.setScene(new Scene(new Pane(), 800, 700));
                    stage.show();
                    return stage;
                });
    }

    @AfterEach
    void close() {
        Fx.closeAll();
        sample.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anImportShowsFirstWhatItBrings(boolean dark) throws IOException {
        Path file = folder.resolve("school.ics");
        Files.writeString(file, FILE);
        Look look = Fx.look(dark);
        List<Imports.Report> reports = new ArrayList<>();
        Fx.run(() ->
                new ImportDialog(
                                new Imports(sample.store, ids),
                                file,
                                List.of(sample.calendar("Family"), sample.calendar("Work")),
                                reports::add)
                        .show(owner, look, sample.calendar("Work")));
        Label counts = (Label) Fx.find("#import-counts");
        Fx.until("the dry run", () -> counts.getText().startsWith("2 new"));
        assertEquals("2 new, 0 changed, 0 the same, 1 not readable", Fx.on(counts::getText));
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "import" + (dark ? "-dark" : "-light"));
        assertEquals(List.of(), sample.store.eventsIn(sample.calendar("Work").id()));
        Fx.click("#import-go");
        Fx.until("imported", () -> !reports.isEmpty());
        assertEquals(2, sample.store.eventsIn(sample.calendar("Work").id()).size());
        assertTrue(Fx.on(() -> Fx.topWindow() == owner));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSubscriptionSaysWhatIsWrongAndThenComes(boolean dark) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] bytes = FILE.getBytes(StandardCharsets.UTF_8);
        server.createContext(
                "/school.ics",
                e -> {
                    e.sendResponseHeaders(200, bytes.length);
                    e.getResponseBody().write(bytes);
                    e.close();
                });
        server.start();
        String base = "http://localhost:" + server.getAddress().getPort();
        Look look = Fx.look(dark);
        try (Subscriptions subscriptions =
                new Subscriptions(sample.store, ids, new FileOverHttp(), Sample.CLOCK)) {
            Fx.run(() -> new SubscribeDialog(subscriptions).show(owner, look));
            String shade = dark ? "-dark" : "-light";
            Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "subscribe" + shade);
            TextField address = (TextField) Fx.find("#subscribe-address");
            Fx.run(() -> address.setText(base + "/missing.ics"));
            Fx.click("#subscribe-go");
            Label failure = (Label) Fx.find("#start-failure");
            Fx.until("the sentence", failure::isVisible);
            Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "subscribe-refused" + shade);
            Fx.run(() -> address.setText(base + "/school.ics"));
            Fx.click("#subscribe-go");
            Fx.until("closed", () -> Fx.topWindow() == owner);
            assertEquals(1, subscriptions.feeds().get().size());
            assertEquals(2, sample.store.eventsIn(sample.calendar("School").id()).size());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anEventIsSavedAsAFileFromItsCard() throws IOException {
        try (Device device =
                Device.open(folder.resolve("device"), new SecretsOfThisRun()).withSomeCalendar()) {
            String calendar = device.store().calendars().getFirst().id();
            LocalDate day = LocalDate.of(2026, 11, 24);
            for (String title : List.of("Tea: 5/6?", "Other")) {
                device.commands()
                        .create(
                                Event.create("", calendar, title, When.days(day, day))
                                        .with(Rule.every(1, Rule.Frequency.DAILY)))
                        .join();
            }
            Occurrence second =
                    device
                            .store()
                            .occurrences(day.plusDays(1), day.plusDays(2), Sample.ZONE)
                            .stream()
                            .filter(o -> o.title().startsWith("Tea"))
                            .findFirst()
                            .orElseThrow();
            Look look = Fx.look(false);
            Path file = folder.resolve("Tea  5 6.ics");
            Fx.run(() -> card(device, look).show(owner.getScene().getRoot(), second));
            Fx.until("the card is open", () -> Fx.topWindow() != owner);
            Fx.click("#card-export");
            Fx.until("the file is there", () -> Files.exists(file));

            String text = Files.readString(file);
            assertEquals(2, text.split("BEGIN:VEVENT").length, text);
            assertTrue(text.contains("SUMMARY:Tea: 5/6?\r\n"), text);
            assertTrue(text.contains("DTSTART;VALUE=DATE:20261124\r\n"), text);
            assertTrue(text.contains("RRULE:FREQ=DAILY\r\n"), text);
        }
    }

    private EventCard card(Device device, Look look) {
        ImportFlow flow =
                new ImportFlow(
                        owner,
                        new Services(
                                device.commands(),
                                device.agenda(),
                                device.inAndOut(),
                                device.accounts(),
                                new InFolder(folder),
                                Clock.system(Sample.ZONE)),
                        look,
                        new NoticeBar());
        EventEditor editor = new EventEditor(device.commands(), device.agenda(), Sample.ZONE, look);
        return new EventCard(
                device.agenda(),
                device.commands(),
                Sample.ZONE,
                look,
                editor,
                flow::export,
                id -> {});
    }

    /** Somebody who takes the name that is proposed. */
    private record InFolder(Path folder) implements app.linden.calendar.port.Files {
        @Override
        public Optional<Path> chooseCalendarFile() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseWhereToSave(String name) {
            return Optional.of(folder.resolve(name));
        }
    }

    @Test
    void aFileNameIsOneThatEveryDiskTakes() {
        assertEquals("Calendar.ics", ImportFlow.fileName("  //  "));
        assertEquals("Calendar.ics", ImportFlow.fileName(". ."));
        String faces = ImportFlow.fileName("\uD83D\uDE00".repeat(300));
        assertEquals(60 * 2 + 4, faces.length());
        assertEquals("a b.ics", ImportFlow.fileName(".a\tb. "));
    }
}
