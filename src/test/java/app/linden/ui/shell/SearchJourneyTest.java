package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.model.Event;
import app.linden.model.Rule;
import app.linden.model.When;
import app.linden.ui.Fx;
import app.linden.ui.kit.Chip;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;

/** Search in the real window, by keyboard alone; pictures in {@code target/screens}. */
class SearchJourneyTest {
    private static final LocalDate TODAY = Household.TODAY;

    @TempDir private Path folder;
    private Device device;

    @AfterEach
    void close() {
        Fx.closeAll();
        device.close();
    }

    private Scene open(boolean dark) {
        device = Device.open(folder, new SecretsOfThisRun());
        device.store().localAccount("On this computer", "Personal").join();
        CalendarWindow window = Household.show(device, Fx.look(dark));
        return Fx.on(() -> window.stage().getScene());
    }

    private void add(Event event) {
        device.commands().create(event).join();
    }

    private Event event(String title, LocalDateTime start) {
        String calendar = device.agenda().calendars().get().forNewEvents().orElseThrow().id();
        return Event.create(
                "", calendar, title, When.timed(start, start.plusHours(1), Household.ZONE));
    }

    private void fill() {
        add(
                event("Dentist", TODAY.plusDays(1).atTime(10, 30))
                        .withPlace("Dr. Weiß, Hauptstraße 3"));
        add(event("Dentist with Mia", TODAY.minusYears(2).atTime(9, 0)));
        add(
                event("Parents’ evening", TODAY.plusDays(9).atTime(19, 0))
                        .withText("description", "Ask about the school dentist"));
        add(
                event(
                        "Pick up the night guard for Leo, and ask the dentist about the bill that"
                                + " they sent twice",
                        TODAY.atTime(16, 0)));
        add(
                event("Dental hygiene", TODAY.minusDays(40).atTime(8, 0))
                        .with(Rule.every(1, Rule.Frequency.MONTHLY)));
        add(
                Event.create(
                        "",
                        event("", TODAY.atStartOfDay()).calendarIds().getFirst(),
                        "Dentists on holiday",
                        When.days(TODAY.plusDays(20), TODAY.plusDays(34))));
    }

    private static Node one(Scene scene, String selector) {
        return scene.getRoot().lookup(selector);
    }

    private static boolean says(Scene scene, String selector, String text) {
        return scene.getRoot().lookupAll(selector).stream()
                .anyMatch(n -> n instanceof Label l && l.isVisible() && l.getText().contains(text));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsTypedIsFoundAndOpenedInTheView(boolean dark) {
        String shade = dark ? "-dark" : "-light";
        Scene scene = open(dark);
        fill();
        Fx.keys(KeyCode.CONTROL, KeyCode.F);
        Fx.until("the hint", () -> says(scene, ".overlay-told", "over all years"));
        Fx.picture(scene, "search-empty" + shade);
        Fx.type("dent");
        Fx.until("hits", () -> says(scene, ".search-match", "Dent"));
        Fx.picture(scene, "search" + shade);
        Fx.type("xyz");
        Fx.until("nothing", () -> says(scene, ".overlay-told", "Nothing is found"));
        Fx.picture(scene, "search-none" + shade);
        for (int i = 0; i < 3; i++) {
            Fx.keys(KeyCode.BACK_SPACE);
        }
        Fx.type("ist mia");
        Fx.until("Mia", () -> says(scene, ".search-match", "Mia"));
        Fx.keys(KeyCode.ENTER);
        Fx.until("the month of then", () -> says(scene, ".bar-title", "November 2024"));
        Fx.until(
                "its card",
                () ->
                        javafx.stage.Window.getWindows().stream()
                                .anyMatch(
                                        w -> w.getScene().getRoot().lookup(".event-card") != null));
        Chip selected =
                (Chip)
                        Fx.on(() ->
                                scene.getRoot().lookupAll(".chip").stream()
                                        .filter(Node::isVisible)
                                        .findFirst()
                                        .orElseThrow());
        assertEquals(
                "Dentist with Mia",
                Objects.requireNonNull(selected.content()).occurrence().title());
    }

    @Test
    void arrowsPassTheHeadingsAndEscGivesTheKeyboardBack() {
        Scene scene = open(false);
        fill();
        Fx.type("/");
        Fx.type("dentist");
        Fx.until("hits", () -> says(scene, ".search-match", "Dentist"));
        Fx.keys(KeyCode.DOWN);
        Fx.keys(KeyCode.DOWN);
        Fx.keys(KeyCode.UP);
        Fx.keys(KeyCode.ENTER);
        Fx.until(
                "the card",
                () -> Fx.topWindow().getScene().getRoot().lookup(".event-card") != null);
        Fx.keys(KeyCode.ESCAPE);
        Fx.type("/");
        Fx.keys(KeyCode.ESCAPE);
        Fx.keys(KeyCode.W);
        Fx.until("the week", () -> one(scene, ".week-hours") != null);
        assertTrue(Fx.on(() -> one(scene, ".search") == null));
    }
}
