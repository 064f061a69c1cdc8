package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.calendar.Target;
import app.linden.cli.Device;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Happening;
import app.linden.model.Json;
import app.linden.model.Role;
import app.linden.model.When;
import app.linden.ui.Fx;
import app.linden.ui.activity.ActivityWindow;
import app.linden.ui.kit.Chip;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** Ben changes what Anna shares: she sees that it was he, what it was before, and takes it back. */
class ActivityJourneyTest {
    @TempDir private Path folder;

    @Test
    void whoChangedWhatIsSeenAndTakenBack() {
        try (Household household = new Household(folder)) {
            Device anna = household.device("laptop", "anna");
            Device ben = household.device("phone", "ben");
            Calendar calendar = Household.calendar(anna);
            anna.commands().renameCalendar(calendar.id(), "Family").join();
            String swim = add(anna, calendar, "Swim", 10);
            add(anna, calendar, "Bread", 14);
            anna.commands().sharing().give(calendar.id(), ben(anna), Role.EDIT).join();
            Fx.until("he has both", () -> Household.on(ben, Household.TODAY).size() == 2);
            CalendarWindow hers = household.window(anna, Fx.look(false));

            Event seen = event(ben, "Swim");
            Event moved =
                    seen.with("title", Json.text("Swim with Mira"))
                            .with(
                                    When.timed(
                                            Household.TODAY.atTime(16, 0),
                                            Household.TODAY.atTime(17, 30),
                                            Household.ZONE))
                            .withPlace("Olympic pool");
            ben.commands().edit(Target.whole(id(ben, "Swim")), seen, moved).join();
            ben.commands().delete(Target.whole(id(ben, "Bread"))).join();
            Fx.until("the chip says who", () -> badge(hers, "Swim with Mira").equals("B"));
            Fx.until("and so does the window", () -> text(hers.stage(), "Ben"));
            Fx.until("both are known", () -> anna.agenda().activity().get().size() == 2);
            Fx.picture(hers.stage().getScene(), "activity-mark-light");
            assertTrue(
                    ben.agenda().activity().get().stream().allMatch(h -> h.who().equals("Anna")),
                    "he knows what he did");

            Fx.click(chip(hers, "Swim with Mira"));
            Fx.until("the card says who", () -> text(top(), "Changed by Ben"));
            Fx.picture(Fx.on(() -> top().getScene()), "activity-card-light");
            Fx.run(() -> top().hide());
            Fx.until("looked at", () -> badge(hers, "Swim with Mira").isEmpty());

            for (boolean dark : new boolean[] {false, true}) {
                Fx.run(() ->
                        new ActivityWindow(
                                        anna.commands(),
                                        anna.agenda(),
                                        Household.CLOCK,
                                        Fx.look(dark),
                                        id -> {})
                                .show(hers.stage()));
                Fx.until("the list", () -> rows() == 2);
                Fx.pulses(3);
                Fx.picture(Fx.on(() -> top().getScene()), "activity-" + (dark ? "dark" : "light"));
                if (!dark) {
                    Fx.run(() -> top().hide());
                }
            }
            press("Bring it back");
            Fx.until("it is there again", () -> titles(ben).contains("Bread"));
            press("Restore the version before");
            Fx.until("as it was", () -> titles(ben).contains("Swim"));
            assertEquals(
                    Household.TODAY.atTime(10, 0),
                    anna.store().findEvent(swim).orElseThrow().when().start());
            assertEquals(0, anna.store().conflicts().size());
            Fx.until(
                    "he hears of her",
                    () ->
                            ben.agenda().activity().get().stream()
                                    .anyMatch(h ->
                                            h.kind() == Happening.Kind.CHANGED
                                                    && h.who().equals("Anna")));
        }
    }

    @Test
    void aConflictNamesWhoeverWasQuicker() {
        try (Household household = new Household(folder)) {
            Device anna = household.device("laptop", "anna");
            Device ben = household.device("phone", "ben");
            Calendar calendar = Household.calendar(anna);
            add(anna, calendar, "Swim", 10);
            anna.commands().sharing().give(calendar.id(), ben(anna), Role.EDIT).join();
            Fx.until("he has it", () -> Household.on(ben, Household.TODAY).size() == 1);
            CalendarWindow hers = household.window(anna, Fx.look(false));
            household.stopServer();
            retitle(ben, "Swim", "Swim with Mira");
            retitle(anna, "Swim", "Swim with Ben");
            household.startServer();
            ben.accounts().syncNow();
            Fx.until("his is there", () -> ben.store().waiting().isEmpty());
            anna.accounts().syncNow();
            Fx.until("a conflict", () -> anna.store().conflicts().size() == 1);
            Fx.until("and who it was", () -> !anna.agenda().activity().get().isEmpty());
            Fx.until("it is marked", () -> chip(hers, "Swim with Mira") != null);
            Fx.run(hers::comeForward);
            Fx.click(chip(hers, "Swim with Mira"));
            Fx.until("the card", () -> in(top(), "#card-decide") != null);
            Fx.click(in(top(), "#card-decide"));
            Fx.until("his name", () -> text(top(), "Ben, "));
            Fx.picture(Fx.on(() -> top().getScene()), "activity-conflict-light");
            assertTrue(Fx.on(() -> in(top(), ".use-mine") != null));
        }
    }

    private static String add(Device device, Calendar calendar, String title, int hour) {
        return device.commands()
                .create(
                        Event.create(
                                "",
                                calendar.id(),
                                title,
                                When.timed(
                                        Household.TODAY.atTime(hour, 0),
                                        Household.TODAY.atTime(hour + 1, 0),
                                        Household.ZONE)))
                .join();
    }

    private static String ben(Device device) {
        return device.agenda().people().get().servers().values().stream()
                .flatMap(s -> s.people().values().stream())
                .filter(p -> p.name().equals("Ben"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String id(Device device, String title) {
        return Household.on(device, Household.TODAY).stream()
                .filter(o -> o.title().equals(title))
                .findFirst()
                .orElseThrow()
                .eventId();
    }

    private static Event event(Device device, String title) {
        return device.store().findEvent(id(device, title)).orElseThrow();
    }

    private static void retitle(Device device, String from, String to) {
        Event before = event(device, from);
        device.commands()
                .edit(Target.whole(id(device, from)), before, before.with("title", Json.text(to)))
                .join();
    }

    private static List<String> titles(Device device) {
        return Household.on(device, Household.TODAY).stream().map(o -> o.title()).toList();
    }

    private static Window top() {
        return Window.getWindows().filtered(Window::isShowing).getLast();
    }

    private static Node in(Window window, String selector) {
        return Fx.on(() -> {
            Scene scene = window.getScene();
            return scene == null ? null : scene.getRoot().lookup(selector);
        });
    }

    private static int rows() {
        return Fx.on(() ->
                top() instanceof Stage s
                        ? s.getScene().getRoot().lookupAll(".activity-row").size()
                        : 0);
    }

    private static void press(String text) {
        Node button =
                Fx.on(() ->
                        top().getScene().getRoot().lookupAll(".button").stream()
                                .filter(n -> n instanceof Labeled l && text.equals(l.getText()))
                                .findFirst()
                                .orElseThrow());
        Fx.click(button);
    }

    private static boolean text(Window window, String part) {
        return Fx.on(() ->
                window.getScene().getRoot().lookupAll(".label").stream()
                        .anyMatch(n ->
                                n instanceof Labeled l
                                        && l.isVisible()
                                        && l.getText() != null
                                        && l.getText().contains(part)));
    }

    private static Chip chip(CalendarWindow window, String title) {
        return Fx.on(() ->
                window.stage().getScene().getRoot().lookupAll(".chip").stream()
                        .filter(Chip.class::isInstance)
                        .map(Chip.class::cast)
                        .filter(c -> c.isVisible() && c.content() != null)
                        .filter(c -> c.content().occurrence().title().equals(title))
                        .findFirst()
                        .orElse(null));
    }

    private static String badge(CalendarWindow window, String title) {
        Chip chip = chip(window, title);
        return chip == null
                ? "no chip"
                : Fx.on(() -> ((Labeled) chip.lookup(".chip-badge")).getText());
    }
}
