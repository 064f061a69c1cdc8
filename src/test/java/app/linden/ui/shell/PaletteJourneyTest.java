package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.ui.Fx;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

/**
 * Commands by name and the sheet of keys, by keyboard alone; pictures in {@code target/screens}.
 */
class PaletteJourneyTest {
    @TempDir private Path folder;
    private Device device;
    private Scene scene;

    private void open(boolean dark) {
        device = Device.open(folder, new SecretsOfThisRun());
        device.store().localAccount("On this computer", "Personal").join();
        CalendarWindow window = Household.show(device, Fx.look(dark));
        scene = Fx.on(() -> window.stage().getScene());
    }

    @AfterEach
    void close() {
        Fx.closeAll();
        device.close();
    }

    private boolean says(String selector, String text) {
        return scene.getRoot().lookupAll(selector).stream()
                .anyMatch(n -> n instanceof Label l && l.isVisible() && l.getText().contains(text));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everythingIsFoundByName(boolean dark) {
        String shade = dark ? "-dark" : "-light";
        open(dark);
        Fx.keys(KeyCode.CONTROL, KeyCode.K);
        Fx.until("all commands", () -> says(".palette-name", "New event in words"));
        Fx.picture(scene, "palette" + shade);
        Fx.type("cal");
        Fx.until("found", () -> says(".palette-name", "Hide “Personal”"));
        Fx.picture(scene, "palette-found" + shade);
        Fx.type("xyz");
        Fx.until("nothing", () -> says(".overlay-told", "Nothing here"));
        Fx.picture(scene, "palette-none" + shade);
        Fx.keys(KeyCode.ESCAPE);
        Fx.type("?");
        Fx.until("the sheet", () -> says(".key-sheet-title", "Keys"));
        Fx.picture(scene, "keys" + shade);
        Fx.type("?");
        Fx.until("no sheet", () -> scene.getRoot().lookup(".key-sheet") == null);
    }

    @Test
    void aDayIsGoneToAndACalendarHidden() {
        open(false);
        Fx.keys(KeyCode.CONTROL, KeyCode.K);
        Fx.type("12 march 2031");
        Fx.keys(KeyCode.ENTER);
        Fx.until("that month", () -> says(".bar-title", "March 2031"));
        Fx.keys(KeyCode.CONTROL, KeyCode.K);
        Fx.type("hide pers");
        Fx.keys(KeyCode.ENTER);
        Fx.until("hidden", () -> device.store().calendars().stream().noneMatch(c -> c.visible()));
    }

    @Test
    void theLetterThatOpensAPanelIsNotTypedIntoIt() {
        open(false);
        for (int i = 0; i < 2; i++) {
            Fx.keys(KeyCode.N);
            Fx.pulses(2);
            TextField field = (TextField) Fx.find(".quick-field");
            assertTrue(Fx.on(field::getText).isEmpty());
            Fx.keys(KeyCode.ESCAPE);
        }
    }
}
