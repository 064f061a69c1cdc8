package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.calendar.Settings;
import app.linden.calendar.care.Diagnostics;
import app.linden.calendar.port.Files;
import app.linden.store.Store;
import app.linden.ui.Fx;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Filter;
import java.util.logging.Logger;

/** What nobody caught on JavaFX's own thread, beside a window in which somebody types. */
class MishapsTest {
    /** Kept, since a logger that nobody holds forgets its filter. */
    private static final Logger LOG = Logger.getLogger(Mishaps.class.getName());

    @TempDir private Path folder;
    private final AtomicInteger noted = new AtomicInteger();
    private final AtomicInteger quits = new AtomicInteger();
    private Thread.UncaughtExceptionHandler before;
    private Stage editor;
    private TextField text;
    private Button breaks;
    private Look look;

    @BeforeEach
    void open() {
        look = Fx.look(false);
        Filter counting =
                entry -> {
                    noted.incrementAndGet();
                    return false;
                };
        LOG.setFilter(counting);
        Fx.run(() -> {
            before = Thread.currentThread().getUncaughtExceptionHandler();
            text = new TextField("Dentist, half written");
            breaks = new Button("breaks");
            breaks.setOnAction(e -> {
                throw new IllegalStateException("Dentist");
            });
            editor = new Stage();
            editor.setScene(new Scene(new VBox(text, breaks)));
            editor.show();
        });
    }

    @AfterEach
    void close() {
        Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler(before));
        LOG.setFilter(null);
        Fx.closeAll();
    }

    private Mishaps begin() {
        return Fx.on(() -> {
            Mishaps mishaps = new Mishaps(look, quits::incrementAndGet);
            Thread.currentThread().setUncaughtExceptionHandler(mishaps);
            return mishaps;
        });
    }

    private static int windows() {
        return Fx.on(() -> (int) Window.getWindows().stream().filter(Window::isShowing).count());
    }

    private static boolean isThere(String selector) {
        return Window.getWindows().stream().anyMatch(w -> w.getScene().lookup(selector) != null);
    }

    @Test
    void onePanelIsShownAndTheEditorStays() {
        begin();
        FxRelay.run(breaks::fire);
        Fx.until("the panel", () -> isThere("#mishap-go-on"));
        assertEquals(2, windows());
        for (int n = 0; n < 20; n++) {
            FxRelay.run(breaks::fire);
        }
        FxRelay.run(() -> {
            throw new IllegalArgumentException("another");
        });
        Fx.until("the count", () -> often().getText().contains("22"));
        assertEquals(2, windows(), "they do not pile up");
        TextArea details = (TextArea) Fx.find("#mishap-details");
        assertTrue(details.getText().startsWith("java.lang.IllegalStateException\n    at "));
        assertFalse(details.getText().contains("Dentist"), "nothing about the person");
        Fx.picture(Fx.find("#mishap-details").getScene(), "mishap");
        Fx.run(((Button) Fx.find("#mishap-copy"))::fire);
        assertEquals(details.getText(), Fx.on(() -> Clipboard.getSystemClipboard().getString()));
        Fx.run(((Button) Fx.find("#mishap-go-on"))::fire);
        assertEquals(1, windows());
        assertEquals("Dentist, half written", Fx.on(text::getText));
        assertEquals(6, noted.get(), "1st, 2nd, 4th, 8th, 16th, and the other one");

        FxRelay.run(breaks::fire);
        Fx.pulses(2);
        assertEquals(1, windows(), "the person went on a moment ago");
        assertEquals(0, quits.get());
    }

    private static Label often() {
        return (Label)
                Window.getWindows().stream()
                        .map(w -> w.getScene().lookup("#mishap-often"))
                        .filter(n -> n != null)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void quitEnds() {
        begin();
        FxRelay.run(breaks::fire);
        Fx.run(((Button) Fx.find("#mishap-quit"))::fire);
        assertEquals(1, quits.get());
    }

    @Test
    void whatIsInTheReportIsSeenBeforeItIsSaved() throws Exception {
        try (Store store =
                Store.open(
                        folder,
                        InstantSource.system(),
                        new Ids(InstantSource.system(), new Random(5)))) {
            Path file = folder.resolve("report.zip");
            Files files =
                    new Files() {
                        @Override
                        public Optional<Path> chooseCalendarFile() {
                            return Optional.empty();
                        }

                        @Override
                        public Optional<Path> chooseWhereToSave(String name) {
                            return Optional.of(file);
                        }
                    };
            Mishaps mishaps = begin();
            Fx.run(() ->
                    mishaps.offer(
                            new DiagnosticsDialog(
                                    new Diagnostics(folder, () -> Settings.USUAL, store),
                                    files,
                                    look)));
            FxRelay.run(breaks::fire);
            Fx.run(((Button) Fx.find("#mishap-report"))::fire);
            Button save = (Button) Fx.find("#diagnostics-save");
            Fx.until("it is gathered", () -> !save.isDisabled());
            ListView<?> names = (ListView<?>) Fx.find("#diagnostics-names");
            assertTrue(names.getItems().size() >= 4);
            TextArea content = (TextArea) Fx.find("#diagnostics-content");
            assertTrue(Fx.on(content::getText).contains("java.version"));
            Fx.pulses(2);
            Fx.picture(save.getScene(), "diagnostics");
            assertFalse(java.nio.file.Files.exists(file));
            Fx.run(save::fire);
            Label said = (Label) save.getScene().lookup("#diagnostics-said");
            Fx.until("it is said", () -> said.getText().contains("report.zip"));
            assertTrue(java.nio.file.Files.size(file) > 1000);
        }
    }

    @Test
    void inGermanToo() {
        try {
            Fx.run(() -> Texts.speak(Locale.GERMANY));
            begin();
            FxRelay.run(breaks::fire);
            Fx.pulses(2);
            Fx.picture(Fx.find("#mishap-details").getScene(), "mishap-german");
            assertEquals("Weitermachen", ((Button) Fx.find("#mishap-go-on")).getText());
        } finally {
            Fx.run(() -> Texts.speak(Locale.US));
        }
    }
}
