package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.model.Occurrence;
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
import java.time.LocalDate;

/** Quick add in the real window, by keyboard alone; pictures in {@code target/screens}. */
class QuickJourneyTest {
    private static final LocalDate TODAY = Household.TODAY;

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

    private void write(String text) {
        Fx.run(() -> ((TextField) scene.getRoot().lookup(".quick-field")).setText(text));
        Fx.run(() -> ((TextField) scene.getRoot().lookup(".quick-field")).end());
        Fx.pulses(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsTypedIsUnderstoodWhileOneTypesAndSavedByEnter(boolean dark) {
        String shade = dark ? "-dark" : "-light";
        open(dark);
        Fx.keys(KeyCode.N);
        Fx.until("the hint", () -> says(".overlay-told", "For example"));
        Fx.picture(scene, "quick-empty" + shade);
        write("Lunch with Ben tomorrow 12:30-14 at Luigi's #personal remind me 10 min before");
        Fx.until("the place", () -> says(".quick-line .label", "Luigi's"));
        Fx.picture(scene, "quick" + shade);
        write("every weekday 9am standup for 15 min until Dec 18");
        Fx.until("the rule", () -> says(".quick-line .label", "Every weekday"));
        Fx.picture(scene, "quick-rule" + shade);
        write(
                "Talk with the teachers about the trip to the mountains, the money that is still"
                        + " missing, and who brings what");
        Fx.picture(scene, "quick-long" + shade);
        write("Zahnarzt nächsten Dienstag um 15 Uhr für 45 Minuten");
        Fx.until("understood", () -> says(".quick-line .label", "3 – 3:45"));
        Fx.picture(scene, "quick-german" + shade);
        Fx.keys(KeyCode.ENTER);
        Fx.until("saved", () -> says(".notice .label", "Zahnarzt"));
        Fx.picture(scene, "quick-added" + shade);
        Occurrence saved = Household.on(device, TODAY.plusDays(7)).getFirst();
        assertEquals("Zahnarzt", saved.title());
        assertEquals(45 * 60, saved.span().seconds());
        Fx.click(".notice-act");
        Fx.until("undone", () -> Household.on(device, TODAY.plusDays(7)).isEmpty());
    }

    @Test
    void withControlTheFormOpensWithWhatWasUnderstood() {
        open(false);
        Fx.keys(KeyCode.N);
        Fx.type("Swimming fri 5pm every week");
        Fx.keys(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.until("the form", () -> Fx.topWindow().getScene() != scene);
        Fx.picture(Fx.topWindow().getScene(), "quick-form-light");
        Fx.keys(KeyCode.ENTER);
        Fx.until("saved", () -> !Household.on(device, TODAY.plusDays(10)).isEmpty());
        assertEquals("Swimming", Household.on(device, TODAY.plusDays(3)).getFirst().title());
    }

    @Test
    void escGoesBackAndSavesNothing() {
        open(false);
        Fx.keys(KeyCode.N);
        Fx.type("Nothing tomorrow");
        Fx.keys(KeyCode.ESCAPE);
        Fx.keys(KeyCode.W);
        Fx.until("the week", () -> scene.getRoot().lookup(".week-hours") != null);
        assertTrue(Household.on(device, TODAY.plusDays(1)).isEmpty());
    }
}
