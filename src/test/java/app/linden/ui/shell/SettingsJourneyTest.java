package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.calendar.Exports;
import app.linden.calendar.Imports;
import app.linden.calendar.InAndOut;
import app.linden.calendar.Settings;
import app.linden.calendar.SettingsFile;
import app.linden.calendar.Subscriptions;
import app.linden.calendar.port.Desktop;
import app.linden.calendar.port.Notifications;
import app.linden.remote.FileOverHttp;
import app.linden.ui.Fx;
import app.linden.ui.Pretend;
import app.linden.ui.Sample;
import app.linden.ui.kit.Look;
import app.linden.ui.settings.SettingsWindow;

import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** What is chosen in the settings is seen at once in the window, and after a restart. */
final class SettingsJourneyTest {
    @TempDir private Path folder;
    private final Ids ids = new Ids(Sample.CLOCK, new Random(4));
    private final PretendDesktop desktop = new PretendDesktop();
    private Sample sample;
    private Subscriptions subscriptions;
    private SettingsFile settings;
    private OpenWindow opened;
    private boolean ended;

    @BeforeEach
    void open() {
        sample = new Sample(folder).fill();
        subscriptions = new Subscriptions(sample.store, ids, new FileOverHttp(), Sample.CLOCK);
        settings = SettingsFile.of(folder);
    }

    @AfterEach
    void close() {
        Fx.closeAll();
        Fx.run(() -> {
            Worn.put(Settings.USUAL, new Look());
            new Look().wear("", Settings.USUAL_TEXT);
        });
        settings.close();
        subscriptions.close();
        sample.close();
    }

    private void show(Look look) {
        Services services =
                new Services(
                                sample.commands,
                                sample.agenda,
                                new InAndOut(
                                        new Imports(sample.store, ids),
                                        new Exports(sample.store),
                                        subscriptions),
                                new Pretend(),
                                new NoFiles(),
                                Clock.fixed(Sample.CLOCK.instant(), Sample.ZONE))
                        .on(settings, null, desktop);
        opened =
                Fx.on(() -> {
                    OpenWindow w =
                            new OpenWindow(
                                    new Stage(),
                                    services,
                                    look,
                                    "Linden",
                                    List.of(),
                                    () -> ended = true);
                    w.show();
                    return w;
                });
        Fx.until("the window", () -> stage().isFocused());
    }

    private Stage stage() {
        return opened.window().stage();
    }

    private List<String> weekdays() {
        return Fx.on(() ->
                stage().getScene().getRoot().lookupAll(".month-weekday").stream()
                        .map(n -> ((Label) n).getText())
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private static <T> void choose(String id, T value) {
        Fx.run(() -> ((ComboBox<T>) Fx.find(id)).setValue(value));
    }

    @Test
    void whatIsChosenIsSeenAtOnceAndAfterARestart() {
        settings.change(s -> s.withLook(Settings.Brightness.LIGHT));
        show(Fx.on(Look::new));
        Fx.until("a month", () -> weekdays().size() == 7 && weekdays().getFirst().equals("Sun"));
        CalendarWindow first = opened.window();
        SettingsWindow window =
                Fx.on(() ->
                        new SettingsWindow(settings, sample.agenda, desktop, Fx.look(false), null));
        Fx.run(() -> window.show(stage()));
        choose("#settings-week", DayOfWeek.MONDAY);
        choose("#settings-hours", Settings.Hours.TWENTY_FOUR);
        choose("#settings-second-zone", ZoneId.of("America/New_York"));
        choose("#settings-first-hour", 8);
        Fx.until("weeks begin on Monday", () -> weekdays().getFirst().equals("Mon"));
        assertNotSame(first, opened.window());
        Fx.run(() -> opened.window().turnTo(Mode.WEEK, Sample.TODAY));
        Fx.pulses(4);
        Fx.picture(stage().getScene(), "settings-week");
        assertTrue(
                Fx.on(() ->
                        stage().getScene().getRoot().lookupAll(".week-gutter").stream()
                                .anyMatch(n -> ((Label) n).getText().equals("13:00"))));

        choose("#settings-text", 17);
        choose("#settings-look", Settings.Brightness.DARK);
        Fx.run(() -> settings.change(s -> s.withAccent("#c2487e")));
        Fx.pulses(4);
        assertEquals(Mode.WEEK, Fx.on(() -> opened.window().mode()), "it stays where it was");
        Fx.picture(stage().getScene(), "settings-applied");

        Fx.run(() -> stage().hide());
        assertTrue(ended);
        settings.close();
        settings = SettingsFile.of(folder);
        show(Fx.on(Look::new));
        assertEquals(Mode.WEEK, Fx.on(() -> opened.window().mode()));
    }

    @Test
    void theSettingsThemselvesInBothLooks() {
        settings.change(s -> s.withAlert(15));
        for (boolean dark : new boolean[] {false, true}) {
            Look look = Fx.look(dark);
            Stage owner = Fx.on(Stage::new);
            SettingsWindow window =
                    Fx.on(() -> new SettingsWindow(settings, sample.agenda, desktop, look, null));
            Fx.run(() -> window.show(owner));
            Scene scene = Fx.topWindow().getScene();
            Fx.picture(scene, "settings-" + (dark ? "dark" : "light"));
            Fx.run(() -> ((ScrollPane) scene.getRoot()).setVvalue(1));
            Fx.picture(scene, "settings-end-" + (dark ? "dark" : "light"));
            Fx.keys(KeyCode.ESCAPE);
            Fx.closeAll();
        }
    }

    @Test
    void closedIntoTheTrayItGoesOnUntilItIsQuit() {
        desktop.tray = true;
        settings.change(s -> s.withLook(Settings.Brightness.LIGHT).withTray(true));
        show(Fx.on(Look::new));
        assertEquals(3, desktop.entries.size());
        Fx.run(() -> stage().hide());
        assertFalse(ended, "it goes on");
        Fx.run(() -> desktop.entries.getFirst().action().run());
        Fx.until("it is back", () -> stage().isShowing());
        Fx.run(() -> stage().hide());
        desktop.entries.getLast().action().run();
        Fx.until("it ends", () -> ended);
    }

    @Test
    void withoutATrayThatIsSaidAndClosingEnds() {
        settings.change(s -> s.withLook(Settings.Brightness.LIGHT).withTray(true));
        show(Fx.on(Look::new));
        Fx.until("it is said", () -> !settings.settings().get().tray());
        String notice =
                Fx.on(() -> ((Label) stage().getScene().lookup(".notice .label")).getText());
        assertTrue(notice.startsWith("This system has no tray"), notice);
        Fx.run(() -> stage().hide());
        assertTrue(ended);
    }

    @Test
    void whatTheSystemRefusesIsSaidAndNotShownAsChosen() {
        SettingsWindow window =
                Fx.on(() ->
                        new SettingsWindow(settings, sample.agenda, desktop, Fx.look(false), null));
        Stage owner = Fx.on(Stage::new);
        Fx.run(() -> window.show(owner));
        CheckBox starts = (CheckBox) Fx.find("#settings-autostart");
        Fx.run(starts::fire);
        Fx.until("it is taken back", () -> !starts.isSelected());
        assertEquals(List.of(true), desktop.asked);
    }

    /** Remembers what it was asked for. */
    private static final class PretendDesktop implements Desktop {
        private volatile List<TrayEntry> entries = List.of();
        private final List<Boolean> asked = new ArrayList<>();
        private final List<Path> folders = new ArrayList<>();
        private boolean tray;

        @Override
        public boolean hasTray() {
            return tray;
        }

        @Override
        public boolean tray(String name, List<TrayEntry> next) {
            if (tray && !next.isEmpty()) {
                entries = next;
            }
            return tray || next.isEmpty();
        }

        @Override
        public Notifications notifications() {
            return Notifications.none();
        }

        @Override
        public boolean startsByItself() {
            return false;
        }

        @Override
        public CompletableFuture<Void> startByItself(boolean on) {
            asked.add(on);
            return Desktop.none().startByItself(on);
        }

        @Override
        public void browse(String address) {}

        @Override
        public void show(Path shown) {
            folders.add(shown);
        }
    }
}
