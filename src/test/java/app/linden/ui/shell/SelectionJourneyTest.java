package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.cli.Device;
import app.linden.model.Occurrence;
import app.linden.model.When;
import app.linden.ui.Fx;
import app.linden.ui.kit.CalendarView;
import app.linden.ui.kit.Chip;

import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Several events are selected, moved and deleted at once, with the mouse and without. */
class SelectionJourneyTest {
    private static final LocalDate MONDAY = Household.TODAY.minusDays(1);
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    @TempDir private Path folder;
    private final FxRobot robot = new FxRobot();
    private Household household;
    private Device anna;
    private CalendarWindow window;

    @BeforeEach
    void open() {
        household = new Household(folder);
        anna = household.device("laptop");
        add("Breakfast", MONDAY, 9);
        add("Meeting", MONDAY, 11);
        add("Lunch", MONDAY.plusDays(1), 13);
        add("Cinema", MONDAY.plusDays(3), 15);
        window = household.window(anna, Fx.look(false));
        Fx.run(() -> {
            window.comeForward();
            window.stage().requestFocus();
            window.pages().view().node().requestFocus();
        });
        Fx.until("in front", () -> window.stage().isFocused());
        Fx.keys(KeyCode.W);
        Fx.until("all are drawn", () -> chip("Cinema") != null && chip("Breakfast") != null);
    }

    @AfterEach
    void close() {
        Fx.closeAll();
        household.close();
    }

    @Test
    void clicksWithControlSelectSeveralWhichADragTakesAlong() {
        robot.clickOn(chip("Breakfast"));
        robot.type(KeyCode.ESCAPE);
        click("Lunch", true, false);
        Fx.pulses(2);
        assertEquals(List.of("Breakfast", "Lunch"), chosen());
        assertEquals(Set.of("Breakfast", "Lunch"), marked());
        assertTrue(chip("Lunch").getAccessibleText().endsWith(", selected"));
        assertTrue(inTop(".event-card") == null, "no card is in the way");

        click("Lunch", true, false);
        assertEquals(List.of("Breakfast"), chosen());
        assertTrue(chip("Breakfast").getAccessibleText().endsWith("AM"), "one alone goes unsaid");
        click("Lunch", true, false);

        robot.drag(chip("Breakfast"), MouseButton.PRIMARY)
                .moveBy(20, 20)
                .dropTo(hour(MONDAY.plusDays(2), 10.5));
        Fx.until("Breakfast is moved", () -> at("Breakfast").equals(MONDAY.plusDays(2) + "T10:00"));
        assertEquals(MONDAY.plusDays(3) + "T14:00", at("Lunch"));
        assertEquals(MONDAY + "T11:00", at("Meeting"));

        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        Fx.until("Breakfast is back", () -> at("Breakfast").equals(MONDAY + "T09:00"));
        assertEquals(MONDAY.plusDays(1) + "T13:00", at("Lunch"));
        Fx.until("all is sent", () -> anna.store().waiting().isEmpty());
    }

    @Test
    void aClickWithShiftSelectsAllUpToThereAndOneKeyDeletesThem() {
        robot.clickOn(chip("Meeting"));
        robot.type(KeyCode.ESCAPE);
        click("Cinema", false, true);
        Fx.pulses(2);
        assertEquals(Set.of("Meeting", "Lunch", "Cinema"), Set.copyOf(chosen()));

        Fx.keys(KeyCode.DELETE);
        Fx.until("only one is left", () -> titles().equals(List.of("Breakfast")));
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        Fx.until("one undo brings all back", () -> titles().size() == 4);
        assertNull(inTop(".question"));
    }

    @Test
    void withoutAMouse() {
        walkTo("Breakfast");
        Fx.keys(KeyCode.SHIFT, KeyCode.DOWN);
        Fx.keys(KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(List.of("Breakfast", "Meeting", "Lunch"), chosen());
        String said = Fx.on(() -> view().node().getAccessibleText());
        assertTrue(said.startsWith("Lunch, ") && said.endsWith(", 3 selected"), said);
        Fx.keys(KeyCode.SHIFT, KeyCode.UP);
        assertEquals(List.of("Breakfast", "Meeting"), chosen(), "back again");

        Fx.keys(KeyCode.DELETE);
        Fx.until("two are gone", () -> titles().equals(List.of("Lunch", "Cinema")));
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        Fx.until("both are back", () -> titles().size() == 4);

        Fx.keys(KeyCode.CONTROL, KeyCode.A);
        assertEquals(4, chosen().size());
        Fx.keys(KeyCode.M);
        Fx.until("the month", () -> chip("Cinema") != null);
        Fx.keys(KeyCode.CONTROL, KeyCode.A);
        assertEquals(4, chosen().size());
        Fx.keys(KeyCode.DELETE);
        Fx.until("none is left", () -> titles().isEmpty());
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        Fx.until("all are back", () -> titles().size() == 4);
    }

    @Test
    void ofASeriesOnlyTheChosenOnesGo() {
        Fx.keys(KeyCode.N);
        Fx.until("quick add", () -> node(".quick-field") != null);
        Fx.type("Run every day");
        Fx.until("understood", () -> node(".quick-line") != null);
        Fx.keys(KeyCode.ENTER);
        Fx.until("a series", () -> runs() == 4);
        Fx.keys(KeyCode.A);
        Fx.until("the agenda", () -> node(".agenda-title") != null);
        Fx.keys(KeyCode.DOWN);
        Fx.until(
                "a run",
                () -> chosen().equals(List.of("Run")) || chosen().equals(List.of("Lunch")));
        while (!chosen().equals(List.of("Run"))) {
            Fx.keys(KeyCode.DOWN);
        }
        Fx.keys(KeyCode.SHIFT, KeyCode.DOWN);
        Fx.keys(KeyCode.SHIFT, KeyCode.DOWN);
        long chosen = Fx.on(() -> view().chosen().size());
        assertEquals(3, chosen);
        long chosenRuns = chosen().stream().filter("Run"::equals).count();
        assertTrue(chosenRuns >= 2, chosen().toString());
        Fx.keys(KeyCode.DELETE);
        Fx.until("they are gone", () -> runs() == 4 - chosenRuns);
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        Fx.until("and back", () -> runs() == 4);
    }

    private long runs() {
        return titles().stream().filter("Run"::equals).count();
    }

    private void walkTo(String title) {
        for (int i = 0; i < 8 && !chosen().equals(List.of(title)); i++) {
            Fx.keys(KeyCode.UP);
        }
        assertEquals(List.of(title), chosen());
    }

    private void add(String title, LocalDate day, int hour) {
        When when = When.timed(day.atTime(hour, 0), day.atTime(hour + 1, 0), Household.ZONE);
        String calendar = Household.calendar(anna).id();
        anna.commands().create(app.linden.model.Event.create("", calendar, title, when)).join();
    }

    private CalendarView view() {
        return window.pages().view();
    }

    private List<String> chosen() {
        return Fx.on(() -> view().chosen().stream().map(Occurrence::title).toList());
    }

    private Set<String> marked() {
        return Fx.on(() ->
                Set.copyOf(
                        chips().filter(c -> c.getPseudoClassStates().contains(SELECTED))
                                .map(c -> c.content().occurrence().title())
                                .toList()));
    }

    private List<Occurrence> events() {
        return anna.store().occurrences(MONDAY, MONDAY.plusDays(5), Household.ZONE);
    }

    private List<String> titles() {
        return events().stream().map(Occurrence::title).toList();
    }

    private String at(String title) {
        return events().stream()
                .filter(o -> o.title().equals(title))
                .map(o -> o.span().startIn(Household.ZONE).toString())
                .findFirst()
                .orElse("nowhere");
    }

    /** The headless platform's mouse knows nothing of the keys that are held. */
    private void click(String title, boolean control, boolean shift) {
        Chip chip = chip(title);
        Fx.run(() -> {
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                boolean down = type == MouseEvent.MOUSE_PRESSED;
                Point2D in = chip.localToScene(8, 8);
                Point2D on = chip.localToScreen(8, 8);
                Event.fireEvent(
                        chip,
                        new MouseEvent(
                                type,
                                in.getX(),
                                in.getY(),
                                on.getX(),
                                on.getY(),
                                MouseButton.PRIMARY,
                                1,
                                shift,
                                control,
                                false,
                                false,
                                down,
                                false,
                                false,
                                true,
                                false,
                                true,
                                null));
            }
        });
        Fx.pulses(2);
    }

    private Point2D hour(LocalDate day, double hour) {
        return Fx.on(() -> {
            Node hours = node(".week-hours");
            int index = day.getDayOfWeek().getValue() % 7;
            Bounds column =
                    List.copyOf(hours.lookupAll(".week-column")).get(index).getBoundsInParent();
            double y = hours.getLayoutBounds().getHeight() * hour / 24;
            return hours.localToScreen(column.getCenterX(), y);
        });
    }

    private Stream<Chip> chips() {
        return window.stage().getScene().getRoot().lookupAll(".chip").stream()
                .map(Chip.class::cast)
                .filter(c -> c.isVisible() && c.content() != null);
    }

    private Chip chip(String title) {
        return Fx.on(() ->
                chips().filter(c -> c.content().occurrence().title().equals(title))
                        .findFirst()
                        .orElse(null));
    }

    private Node node(String selector) {
        return window.stage().getScene().getRoot().lookup(selector);
    }

    private static Node inTop(String selector) {
        return Fx.on(() -> Fx.topWindow().getScene().getRoot().lookup(selector));
    }
}
