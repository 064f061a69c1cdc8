package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.calendar.Exports;
import app.linden.calendar.Imports;
import app.linden.calendar.InAndOut;
import app.linden.calendar.Subscriptions;
import app.linden.calendar.port.Files;
import app.linden.remote.FileOverHttp;
import app.linden.ui.Fx;
import app.linden.ui.Pretend;
import app.linden.ui.Sample;
import app.linden.ui.kit.Look;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** From the window to pages, by the keyboard alone. */
final class PrintJourneyTest {
    @TempDir private Path folder;
    private Sample sample;
    private Subscriptions subscriptions;

    @BeforeEach
    void open() {
        sample = new Sample(folder).fill();
        Ids ids = new Ids(Sample.CLOCK, new Random(4));
        subscriptions = new Subscriptions(sample.store, ids, new FileOverHttp(), Sample.CLOCK);
        Services services =
                new Services(
                        sample.commands,
                        sample.agenda,
                        new InAndOut(
                                new Imports(sample.store, ids),
                                new Exports(sample.store),
                                subscriptions),
                        new Pretend(),
                        new Chosen(folder),
                        Clock.fixed(Sample.CLOCK.instant(), Sample.ZONE));
        Fx.run(() ->
                new OpenWindow(new Stage(), services, new Look(), "Linden", List.of(), () -> {})
                        .show());
    }

    @AfterEach
    void close() {
        Fx.closeAll();
        subscriptions.close();
        sample.close();
    }

    @Test
    void threeMonthsAreSavedAsThreePages() throws Exception {
        Fx.keys(KeyCode.CONTROL, KeyCode.P);
        Fx.until("the page is shown", () -> label("print-number").equals("Page 1 of 1"));
        Fx.until(
                "no printer is here, and it is said",
                () -> label("start-note").startsWith("No printer"));
        Fx.picture(Fx.find("#print-number").getScene(), "print");
        // From what is printed over the day it begins with to how many.
        Fx.keys(KeyCode.TAB);
        Fx.keys(KeyCode.TAB);
        Fx.keys(KeyCode.UP);
        Fx.keys(KeyCode.UP);
        Fx.until("three pages", () -> label("print-number").equals("Page 1 of 3"));
        Fx.keys(KeyCode.PAGE_DOWN);
        assertEquals("Page 2 of 3", label("print-number"));
        for (int stop = 0; stop < 4; stop++) {
            Fx.keys(KeyCode.TAB);
        }
        assertTrue(Fx.on(() -> Fx.find("#print-save").isFocused()));
        Fx.keys(KeyCode.SPACE);
        Path pdf = folder.resolve("Calendar 2026-11-24.pdf");
        Fx.until("saved", () -> java.nio.file.Files.exists(pdf));
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertEquals(3, document.getNumberOfPages());
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Dentist, Ben"), text);
        }
    }

    private static String label(String id) {
        return Fx.on(() -> Fx.find("#" + id) instanceof Label l ? l.getText() : "");
    }

    /** Somebody who takes every name. */
    private record Chosen(Path folder) implements Files {
        @Override
        public Optional<Path> chooseCalendarFile() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseWhereToSave(String name) {
            return Optional.of(folder.resolve(name));
        }
    }
}
