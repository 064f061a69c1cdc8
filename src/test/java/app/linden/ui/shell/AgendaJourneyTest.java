package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.model.Event;
import app.linden.model.When;
import app.linden.ui.Fx;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The agenda in the real window, by keyboard alone; pictures in {@code target/screens}. */
class AgendaJourneyTest {
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

    private void add(String title, When when) {
        String calendar = device.agenda().calendars().get().forNewEvents().orElseThrow().id();
        device.commands().create(Event.create("", calendar, title, when)).join();
    }

    private void add(String title, LocalDateTime start) {
        add(title, When.timed(start, start.plusHours(1), Household.ZONE));
    }

    private boolean says(String selector, String text) {
        return scene.getRoot().lookupAll(selector).stream()
                .anyMatch(n -> n instanceof Label l && l.isVisible() && l.getText().contains(text));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void daysStandOneBeneathTheOther(boolean dark) {
        String shade = dark ? "-dark" : "-light";
        open(dark);
        Fx.keys(KeyCode.A);
        Fx.until("nothing", () -> says(".agenda-free", "Nothing planned"));
        Fx.picture(scene, "agenda-empty" + shade);
        add("Early", TODAY.atTime(8, 0));
        add("Dentist", TODAY.plusDays(1).atTime(10, 30));
        add(
                "Talk with the teachers about the trip to the mountains, the money that is still"
                        + " missing, and who brings what to the evening",
                TODAY.plusDays(1).atTime(18, 0));
        add(
                "Night train",
                When.timed(
                        TODAY.plusDays(2).atTime(22, 0),
                        TODAY.plusDays(3).atTime(7, 0),
                        Household.ZONE));
        add("Holidays", When.days(TODAY.plusDays(9), TODAY.plusDays(11)));
        Fx.until("all", () -> says(".agenda-title", "Holidays"));
        Fx.picture(scene, "agenda-some" + shade);
        for (int i = 0; i < 2; i++) {
            Fx.keys(KeyCode.DOWN);
        }
        Fx.keys(KeyCode.SPACE);
        Fx.until(
                "the card",
                () ->
                        Window.getWindows().stream()
                                .anyMatch(
                                        w -> w.getScene().getRoot().lookup(".event-card") != null));
    }

    @Test
    void theKeyboardOpensAndDeletesAndTurnsTheMonths() {
        open(false);
        add("Dentist", TODAY.plusDays(1).atTime(10, 30));
        add("In spring", TODAY.plusMonths(4).atTime(9, 0));
        Fx.keys(KeyCode.A);
        Fx.until("the list", () -> says(".agenda-title", "Dentist"));
        Fx.keys(KeyCode.DOWN);
        Fx.keys(KeyCode.ENTER);
        Fx.until("the form", () -> !Fx.topWindow().getScene().equals(scene));
        Fx.keys(KeyCode.ESCAPE);
        Fx.until("no form", () -> Fx.topWindow().getScene().equals(scene));
        Fx.keys(KeyCode.DELETE);
        Fx.until("gone", () -> Household.on(device, TODAY.plusDays(1)).isEmpty());
        for (int i = 0; i < 3; i++) {
            Fx.keys(KeyCode.RIGHT);
        }
        Fx.until("spring", () -> says(".agenda-title", "In spring"));
        assertEquals(true, says(".bar-title", "Feb – May 2027"));
    }
}
