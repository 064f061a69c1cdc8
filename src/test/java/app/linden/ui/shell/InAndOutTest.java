package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.calendar.Imports;
import app.linden.calendar.Subscriptions;
import app.linden.remote.FileOverHttp;
import app.linden.ui.Fx;
import app.linden.ui.Sample;
import app.linden.ui.kit.Look;

import com.sun.net.httpserver.HttpServer;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
}
