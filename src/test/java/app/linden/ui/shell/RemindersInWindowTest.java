package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Cell;
import app.linden.base.Ids;
import app.linden.calendar.Exports;
import app.linden.calendar.Imports;
import app.linden.calendar.InAndOut;
import app.linden.calendar.SettingsFile;
import app.linden.calendar.Subscriptions;
import app.linden.calendar.port.Desktop;
import app.linden.calendar.remind.Reminders;
import app.linden.calendar.remind.Viewer;
import app.linden.model.Alert;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Length;
import app.linden.model.VirtualLocation;
import app.linden.remote.FileOverHttp;
import app.linden.ui.Fx;
import app.linden.ui.Pretend;
import app.linden.ui.Sample;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Reminders in a real window: stacked, by keyboard, in both looks. */
final class RemindersInWindowTest {
    @TempDir private Path folder;
    private final Cell<Instant> now = new Cell<>(Instant.parse("2026-11-24T08:00:00Z"));
    private Sample sample;
    private Subscriptions subscriptions;
    private Reminders reminders;
    private CalendarWindow window;

    @BeforeEach
    void open() {
        sample = new Sample(folder).fill();
        Ids ids = new Ids(Sample.CLOCK, new Random(2));
        subscriptions = new Subscriptions(sample.store, ids, new FileOverHttp(), Sample.CLOCK);
        reminders =
                Reminders.of(
                        sample.store, ids, now::get, Viewer.in(Sample.ZONE), null, Duration.ZERO);
        reminders.start();
    }

    @AfterEach
    void close() {
        Fx.closeAll(window.stage());
        Fx.run(window::close);
        reminders.close();
        subscriptions.close();
        sample.close();
    }

    private void show(boolean dark) {
        var look = Fx.look(dark);
        window =
                Fx.on(() -> {
                    CalendarWindow w =
                            new CalendarWindow(
                                    new Stage(),
                                    new Services(
                                            sample.commands,
                                            sample.agenda,
                                            new InAndOut(
                                                    new Imports(
                                                            sample.store,
                                                            new Ids(Sample.CLOCK, new Random(3))),
                                                    new Exports(sample.store),
                                                    subscriptions),
                                            new Pretend(),
                                            new NoFiles(),
                                            Clock.fixed(Sample.CLOCK.instant(), Sample.ZONE),
                                            SettingsFile.ofThisRun(),
                                            reminders,
                                            Desktop.none(),
                                            null),
                                    look,
                                    "Linden",
                                    List.of());
                    w.stage().setWidth(1000);
                    w.stage().setHeight(760);
                    w.show();
                    return w;
                });
        Fx.until("the window", () -> window.stage().isFocused());
    }

    private void remind(String title, String from, String to, String calendar, boolean call) {
        var alerts = Json.object();
        alerts.set("a", Alert.before(Length.minutes(15)).json());
        Event event =
                sample.event(calendar, title, Sample.TODAY, from, to)
                        .with("alerts", alerts)
                        .withPlace(call ? null : "Dr. Sommer, Gartenstrasse 12");
        if (call) {
            var links = Json.object();
            links.set("v", VirtualLocation.at("https://meet.example.org/42").json());
            event = event.with("virtualLocations", links);
        }
        sample.add(event);
    }

    private void ring() {
        now.set(Sample.CLOCK.instant());
        reminders.lookNow().join();
    }

    private Scene scene() {
        return window.stage().getScene();
    }

    private List<Node> cards() {
        return List.copyOf(scene().getRoot().lookupAll(".reminder-card"));
    }

    @Test
    void severalStackAndAreAnsweredByKeyboardAlone() {
        show(false);
        remind(
                "Dentist with Ben, and a title that is too long for one row of a card",
                "10:30",
                "11:15",
                "Family",
                false);
        remind("Planning call", "10:35", "11:00", "Work", true);
        ring();
        Fx.until("two cards", () -> cards().size() == 2);
        Fx.picture(scene(), "reminders-light");
        Node before = Fx.on(() -> scene().getFocusOwner());
        assertFalse(Fx.on(() -> cards().contains(before)), "they do not take the keyboard");

        Fx.keys(KeyCode.F8);
        assertTrue(Fx.on(() -> cards().getFirst().isFocused()));
        String spoken = Fx.on(() -> cards().getFirst().getAccessibleText());
        assertEquals(
                "Reminder: Planning call, In 15 min, 10:35 – 11 AM", spoken.replace('\u202f', ' '));
        Fx.picture(scene(), "reminders-focused");
        Fx.keys(KeyCode.SPACE);
        Fx.until("one card", () -> cards().size() == 1);
        assertTrue(Fx.on(() -> cards().getFirst().isFocused()), "the next one has the keyboard");
        Fx.keys(KeyCode.ESCAPE);
        assertEquals(before, Fx.on(() -> scene().getFocusOwner()));
        Fx.keys(KeyCode.F8);
        Fx.keys(KeyCode.ENTER);
        Fx.until("no card", () -> cards().isEmpty());
        Fx.until("its card is shown", () -> Fx.topWindow() != window.stage());
    }

    @Test
    void theDarkLookIsReadToo() {
        show(true);
        remind("Dentist", "10:30", "11:15", "Family", false);
        remind("Planning call", "10:35", "11:00", "Work", true);
        remind("Review", "10:20", "11:00", "Work", false);
        ring();
        Fx.until("three cards", () -> cards().size() == 3);
        Fx.picture(scene(), "reminders-dark");
    }
}
