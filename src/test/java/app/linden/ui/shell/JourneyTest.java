package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.cli.Device;
import app.linden.model.Occurrence;
import app.linden.ui.Fx;
import app.linden.ui.kit.Chip;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The real window, driven by mouse and keyboard: what is done there is in the database and on the
 * server.
 */
class JourneyTest {
    private static final LocalDate TUESDAY = Household.TODAY;
    private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);

    @TempDir private Path folder;
    private final FxRobot robot = new FxRobot();

    @Test
    void anEventIsCreatedMovedEditedDeletedAndBroughtBack() {
        try (Household household = new Household(folder)) {
            Device device = household.device("laptop");
            CalendarWindow window = household.window(device, Fx.look(false));
            robot.type(KeyCode.W);
            Fx.pulses(3);

            robot.doubleClickOn(hour(window, TUESDAY, 10.1));
            Fx.pulses(3);
            Fx.type("Breakfast with Mira");
            robot.type(KeyCode.ENTER);
            Occurrence created = shown(device, TUESDAY, o -> o.title().startsWith("Breakfast"));
            assertEquals(TUESDAY.atTime(10, 0), created.span().startIn(Household.ZONE));
            arrived(household, e -> start(e).equals(TUESDAY.atTime(10, 0)));

            robot.drag(chip(window, "Breakfast with Mira"), MouseButton.PRIMARY)
                    .moveBy(20, 20)
                    .dropTo(hour(window, WEDNESDAY, 14.5));
            Occurrence moved = shown(device, WEDNESDAY, o -> o.title().startsWith("Breakfast"));
            assertEquals(WEDNESDAY.atTime(14, 0), moved.span().startIn(Household.ZONE));
            assertEquals(3600, moved.span().seconds());
            assertEquals(List.of(), Household.on(device, TUESDAY));
            arrived(household, e -> start(e).equals(WEDNESDAY.atTime(14, 0)));

            Fx.until("the chip is there", () -> find(window, "Breakfast with Mira") != null);
            robot.doubleClickOn(chip(window, "Breakfast with Mira"));
            Fx.pulses(3);
            robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
            Fx.type("Brunch");
            robot.type(KeyCode.ENTER);
            shown(device, WEDNESDAY, o -> o.title().equals("Brunch"));
            arrived(household, e -> e.path("title").asString("").equals("Brunch"));

            Fx.until("the chip is there", () -> find(window, "Brunch") != null);
            robot.clickOn(chip(window, "Brunch"));
            robot.type(KeyCode.ESCAPE);
            Fx.pulses(2);
            robot.type(KeyCode.DELETE);
            Fx.until("it is gone here", () -> Household.on(device, WEDNESDAY).isEmpty());
            Fx.until("it is gone there", () -> household.eventsOnServer().isEmpty());

            robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
            shown(device, WEDNESDAY, o -> o.title().equals("Brunch"));
            arrived(household, e -> e.path("title").asString("").equals("Brunch"));
        }
    }

    private static LocalDateTime start(ObjectNode event) {
        return LocalDateTime.parse(event.path("start").asString());
    }

    private static Occurrence shown(Device device, LocalDate day, Predicate<Occurrence> which) {
        Fx.until("the database has it", () -> Household.on(device, day).stream().anyMatch(which));
        return Household.on(device, day).stream().filter(which).findFirst().orElseThrow();
    }

    /** Exactly one event stands on the server, and it is this one. */
    private static void arrived(Household household, Predicate<ObjectNode> which) {
        Fx.until("the server has it", () -> household.eventsOnServer().stream().anyMatch(which));
        assertEquals(1, household.eventsOnServer().size());
    }

    /** A point at a time, in the middle of the day's column. */
    private static Point2D hour(CalendarWindow window, LocalDate day, double hour) {
        return Fx.on(() -> {
            Node hours = window.stage().getScene().lookup(".week-hours");
            Set<Node> columns = hours.lookupAll(".week-column");
            int index = day.getDayOfWeek().getValue() % 7;
            Bounds column = List.copyOf(columns).get(index).getBoundsInParent();
            double y = hours.getLayoutBounds().getHeight() * hour / 24;
            return hours.localToScreen(column.getCenterX(), y);
        });
    }

    private static Chip chip(CalendarWindow window, String title) {
        Chip chip = Fx.on(() -> find(window, title));
        if (chip == null) {
            throw new AssertionError("no chip shows " + title);
        }
        return chip;
    }

    private static Chip find(CalendarWindow window, String title) {
        for (Node node : window.stage().getScene().getRoot().lookupAll(".chip")) {
            if (node instanceof Chip chip
                    && chip.isVisible()
                    && chip.content() != null
                    && chip.content().occurrence().title().equals(title)) {
                return chip;
            }
        }
        return null;
    }
}
