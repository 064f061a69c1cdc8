package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.calendar.Target;
import app.linden.cli.Device;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.SyncState;
import app.linden.model.When;
import app.linden.ui.Fx;
import app.linden.ui.kit.Chip;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/**
 * Two devices of one household change the same while the server is away: the conflict is seen from
 * the mark on the event, decided, and undone, with the mouse and the keyboard.
 */
class ConflictJourneyTest {
    @TempDir private Path folder;

    @Test
    void aConflictBetweenTwoDevicesIsSeenChosenAndUndone() {
        try (Household household = new Household(folder)) {
            Device laptop = household.device("laptop");
            Device desktop = household.device("desktop");
            laptop.commands()
                    .create(
                            Event.create(
                                    "",
                                    Household.calendar(laptop).id(),
                                    "Swim",
                                    When.timed(
                                            Household.TODAY.atTime(10, 0),
                                            Household.TODAY.atTime(11, 0),
                                            Household.ZONE)))
                    .join();
            Fx.until("both have it", () -> titles(desktop).equals(List.of("Swim")));
            CalendarWindow window = household.window(desktop, Fx.look(false));
            household.stopServer();
            retitle(laptop, "Swim with Mira");
            retitle(desktop, "Swim with Ben");
            household.startServer();
            Fx.until(
                    "one is asked",
                    () ->
                            asked(laptop).store().conflicts().size()
                                            + asked(desktop).store().conflicts().size()
                                    == 1);
            // Whoever reaches the server later is asked.
            if (desktop.store().conflicts().isEmpty()) {
                decide(household.window(laptop, Fx.look(false)), laptop, desktop, "Mira", "Ben");
            } else {
                decide(window, desktop, laptop, "Ben", "Mira");
            }
            Fx.until("one event there", () -> household.eventsOnServer().size() == 1);
        }
    }

    private static void decide(
            CalendarWindow window, Device here, Device there, String by, String other) {
        String mine = "Swim with " + by;
        String theirs = "Swim with " + other;
        Fx.until("it is marked", () -> find(window, theirs) != null);
        Fx.run(window::comeForward);
        Fx.picture(window.stage().getScene(), "conflict-marked-light");

        Fx.click(find(window, theirs));
        Fx.until("the card", () -> inTop("#card-decide") != null);
        Fx.picture(Fx.on(() -> top().getScene()), "conflict-card-light");
        Fx.click(inTop("#card-decide"));
        Fx.until("the choice", () -> inTop(".use-mine") != null);
        Fx.pulses(3);
        Fx.picture(Fx.on(() -> top().getScene()), "conflict-choice-light");
        Fx.click(inTop(".use-mine"));
        Fx.until("mine here", () -> titles(here).equals(List.of(mine)));
        Fx.until("mine there", () -> titles(there).equals(List.of(mine)));
        assertEquals(0, here.store().conflicts().size());

        Fx.run(() -> top().hide());
        Fx.run(() -> {
            window.comeForward();
            window.stage().getScene().lookup(".center").requestFocus();
        });
        Fx.until("in front", () -> window.stage().isFocused());
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        Fx.until("undone here", () -> titles(here).equals(List.of(theirs)));
        Fx.until("undone there", () -> titles(there).equals(List.of(theirs)));
        assertEquals(1, here.store().conflicts().size());
    }

    /** A device whose person is impatient: one that could not reach the server tries at once. */
    private static Device asked(Device device) {
        if (device.accounts().state().get().phase() == SyncState.Phase.OFFLINE) {
            device.accounts().syncNow();
        }
        return device;
    }

    private static Window top() {
        return Window.getWindows().filtered(Window::isShowing).getLast();
    }

    private static Node inTop(String selector) {
        return Fx.on(() -> {
            Scene scene = top().getScene();
            return scene == null ? null : scene.getRoot().lookup(selector);
        });
    }

    private static List<String> titles(Device device) {
        return Household.on(device, Household.TODAY).stream().map(o -> o.title()).toList();
    }

    private static void retitle(Device device, String title) {
        String id = Household.on(device, Household.TODAY).getFirst().eventId();
        Event before = device.store().findEvent(id).orElseThrow();
        device.commands()
                .edit(Target.whole(id), before, before.with("title", Json.text(title)))
                .join();
    }

    private static Node find(CalendarWindow window, String title) {
        return Fx.on(() ->
                window.stage().getScene().getRoot().lookupAll(".chip").stream()
                        .filter(n ->
                                n instanceof Chip chip
                                        && chip.isVisible()
                                        && chip.content() != null
                                        && chip.content().occurrence().title().equals(title))
                        .findFirst()
                        .orElse(null));
    }
}
