package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.cli.Device;
import app.linden.model.SyncState;
import app.linden.ui.Fx;
import app.linden.ui.kit.Look;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Writes the pictures of docs and README; what they show comes from a real server. */
class ScreensTest {
    private static final int A_FULL_MONTH = 25;

    @TempDir private Path folder;

    @Test
    void monthWeekAndEditorInBothLooks() {
        try (Household household = new Household(folder)) {
            Device device = household.device("laptop");
            FamilyWeek.fill(device);
            Fx.until("all is sent", () -> isSent(device.accounts().state().get()));
            for (boolean dark : new boolean[] {false, true}) {
                pictures(household, device, dark ? "dark" : "light", Fx.look(dark));
            }
        }
    }

    private static boolean isSent(SyncState state) {
        return state.phase() == SyncState.Phase.IDLE && state.waiting() == 0;
    }

    private static void pictures(Household household, Device device, String name, Look look) {
        CalendarWindow window = household.window(device, look);
        Scene scene = Fx.on(() -> window.stage().getScene());
        Fx.run(() -> window.stage().setWidth(1200));
        Fx.run(() -> window.stage().setHeight(780));
        Fx.until("the month is full", () -> chips(scene) > A_FULL_MONTH);
        Fx.picture(scene, "month-" + name);
        Fx.keys(KeyCode.W);
        Fx.until("the week is there", () -> scene.getRoot().lookup(".week-hours") != null);
        Fx.picture(scene, "week-" + name);
        assertTrue(Fx.on(() -> chips(scene)) > 10, "a week with events");
        Fx.keys(KeyCode.A);
        Fx.until("the agenda", () -> scene.getRoot().lookup(".agenda-title") != null);
        Fx.picture(scene, "agenda-" + name);
        Fx.run(() -> window.stage().setWidth(860));
        Fx.picture(scene, "agenda-narrow-" + name);
        Fx.run(() -> window.stage().setWidth(1200));
        Fx.keys(KeyCode.Y);
        Fx.until("the year", () -> scene.getRoot().lookup(".year-day") != null);
        Fx.pulses(10);
        Fx.keys(KeyCode.RIGHT);
        Fx.picture(scene, "year-" + name);
        Fx.keys(KeyCode.C);
        Fx.until("the editor is open", () -> Fx.topWindow() != window.stage());
        Fx.type("Skating with the Novaks");
        Fx.picture(Fx.topWindow().getScene(), "editor-" + name);
        Fx.keys(KeyCode.ESCAPE);
        Fx.closeAll();
    }

    private static long chips(Scene scene) {
        return scene.getRoot().lookupAll(".chip").stream().filter(c -> c.isVisible()).count();
    }
}
