package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.cli.Device;
import app.linden.model.Event;
import app.linden.model.When;
import app.linden.ui.Fx;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Some days side by side, and what a screen reader hears of days, in the real window. */
class DaysJourneyTest {
    private static final LocalDate TUESDAY = Household.TODAY;

    @TempDir private Path folder;
    private Household household;
    private CalendarWindow window;

    @BeforeEach
    void open() {
        household = new Household(folder);
        Device anna = household.device("laptop");
        for (int hour = 9; hour < 15; hour++) {
            add(anna, "Visitor " + hour, TUESDAY, hour);
        }
        add(anna, "Lunch", TUESDAY.plusDays(1), 12);
        window = household.window(anna, Fx.look(false));
        Fx.run(() -> {
            window.comeForward();
            window.stage().requestFocus();
            window.pages().view().node().requestFocus();
        });
        Fx.until("in front", () -> window.stage().isFocused());
        Fx.until("drawn", () -> all(".chip").stream().anyMatch(Node::isVisible));
    }

    @AfterEach
    void close() {
        Fx.closeAll();
        household.close();
    }

    @Test
    void aDigitShowsSoManyDaysFromTodayAndPagesGoByAsMany() {
        Fx.keys(KeyCode.DIGIT3);
        assertEquals(Mode.DAYS, Fx.on(() -> window.mode()));
        assertEquals(
                List.of(
                        "Tuesday, November 24, 2026",
                        "Wednesday, November 25, 2026",
                        "Thursday, November 26, 2026"),
                days());
        Fx.until("seven events", () -> visible(".chip") == 7);
        Fx.keys(KeyCode.RIGHT);
        assertEquals("Friday, November 27, 2026", days().getFirst());
        assertEquals(3, days().size());
        Fx.until("none", () -> visible(".chip") == 0);
        Fx.keys(KeyCode.LEFT);
        Fx.keys(KeyCode.LEFT);
        assertEquals("Saturday, November 21, 2026", days().getFirst());

        Fx.keys(KeyCode.T);
        Fx.keys(KeyCode.DIGIT5);
        assertEquals(5, days().size());
        assertEquals("Tuesday, November 24, 2026", days().getFirst());
        Fx.keys(KeyCode.DIGIT2);
        assertEquals(2, days().size());
        Fx.until("still seven", () -> visible(".chip") == 7);
        assertEquals("Nov 24 – 25, 2026", title());
    }

    @Test
    void aDayOfTheMonthIsHeardWithItsEventsAlsoThoseWithoutRoom() {
        Fx.until(
                "all are counted",
                () -> heard(".month-day").contains("Tuesday, November 24, 2026, 6 events"));
        List<String> heard = Fx.on(() -> heard(".month-day"));
        assertEquals(42, heard.size());
        assertTrue(heard.contains("Wednesday, November 25, 2026, 1 event"), heard.toString());
        assertTrue(heard.contains("Thursday, November 26, 2026, nothing planned"));
        List<String> more =
                Fx.on(() ->
                        all(".month-more").stream()
                                .filter(Node::isVisible)
                                .map(Node::getAccessibleText)
                                .toList());
        assertEquals(1, more.size());
        assertTrue(more.getFirst().endsWith(" more, Tuesday, November 24, 2026"), more.toString());
    }

    @Test
    void aDayOfTheYearToo() {
        Fx.keys(KeyCode.Y);
        Fx.until(
                "counted",
                () -> heard(".year-day").contains("Tuesday, November 24, 2026, 6 events"));
        assertTrue(
                Fx.on(() -> heard(".year-day")).contains("Friday, May 1, 2026, nothing planned"));
    }

    private static void add(Device device, String title, LocalDate day, int hour) {
        When when = When.timed(day.atTime(hour, 0), day.atTime(hour + 1, 0), Household.ZONE);
        String calendar = Household.calendar(device).id();
        device.commands().create(Event.create("", calendar, title, when)).join();
    }

    private List<Node> all(String selector) {
        return List.copyOf(window.stage().getScene().getRoot().lookupAll(selector));
    }

    private List<String> heard(String selector) {
        return all(selector).stream()
                .filter(n -> n.isVisible() && n.getAccessibleText() != null)
                .map(Node::getAccessibleText)
                .toList();
    }

    private long visible(String selector) {
        return all(selector).stream().filter(Node::isVisible).count();
    }

    private List<String> days() {
        Fx.pulses(3);
        return Fx.on(() ->
                all(".week-day-number").stream()
                        .map(Button.class::cast)
                        .map(Node::getAccessibleText)
                        .toList());
    }

    private String title() {
        return Fx.on(() -> ((javafx.scene.control.Label) all(".bar-title").getFirst()).getText());
    }
}
