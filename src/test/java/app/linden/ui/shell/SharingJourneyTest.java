package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.calendar.Target;
import app.linden.cli.Device;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Notice;
import app.linden.model.Role;
import app.linden.model.When;
import app.linden.ui.Fx;
import app.linden.ui.kit.Chip;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Anna shares a calendar with Ben and takes it away again, through both windows: what one decides
 * the other sees by itself.
 */
class SharingJourneyTest {
    @TempDir private Path folder;

    @Test
    void aCalendarIsSharedChangedTogetherOnlyReadAndTakenBack() {
        try (Household household = new Household(folder)) {
            Device anna = household.device("laptop", "anna");
            Device ben = household.device("phone", "ben");
            Calendar calendar = Household.calendar(anna);
            anna.commands().renameCalendar(calendar.id(), "Family").join();
            anna.commands()
                    .create(
                            Event.create(
                                    "",
                                    calendar.id(),
                                    "Swim",
                                    When.timed(
                                            Household.TODAY.atTime(10, 0),
                                            Household.TODAY.atTime(11, 0),
                                            Household.ZONE)))
                    .join();
            CalendarWindow his = household.window(ben, Fx.look(false));
            CalendarWindow hers = household.window(anna, Fx.look(false));

            // One above the other: the mouse finds the window that lies on top.
            place(hers, 0);
            place(his, 500);
            Stage dialog = share(hers);
            Fx.click("#share-person");
            Fx.type("be");
            Fx.until("found", () -> top() != dialog);
            Fx.keys(KeyCode.ENTER);
            Fx.until("his window shows the calendar", () -> text(his, ".calendar-name", "Family"));
            Fx.until("and what is in it", () -> chip(his, "Swim") != null);
            assertEquals(Optional.of(Role.EDIT), Role.of(family(ben).rights()));

            retitle(ben, "Swim with Mira");
            Fx.until("his change is in her window", () -> chip(hers, "Swim with Mira") != null);

            choose(dialog, "Reads");
            Fx.until(
                    "he reads", () -> Role.of(family(ben).rights()).equals(Optional.of(Role.READ)));
            Fx.run(his::comeForward);
            Fx.until("and sees a lock", () -> find(his, ".calendar-lock") != null);
            Fx.click(chip(his, "Swim with Mira"));
            Fx.until("the card", () -> in(top(), ".card-popup") != null);
            assertNull(in(top(), "#card-delete"), "nothing to delete with");
            Fx.click(in(top(), "#card-edit"));
            Fx.until(
                    "an editor that is read",
                    () -> Fx.on(() -> hasText(top(), "You can read “Family”, but not change it.")));
            Fx.pulses(3);
            Fx.picture(Fx.on(() -> top().getScene()), "share-journey-read-only-light");
            Fx.run(() -> top().hide());

            Fx.run(() -> {
                hers.comeForward();
                dialog.toFront();
                dialog.requestFocus();
            });
            choose(dialog, "Remove from the calendar");
            Fx.until("gone", () -> chip(his, "Swim with Mira") == null);
            Fx.until("from his sidebar, too", () -> !text(his, ".calendar-name", "Family"));
            Fx.until("he is told", () -> !ben.agenda().notices().get().isEmpty());
            assertEquals(Notice.Kind.REVOKED, ben.agenda().notices().get().getFirst().kind());
            Fx.until(
                    "in his window",
                    () -> Fx.on(() -> hasText(his.stage(), "“Family” is no longer shared")));
            Fx.run(his::comeForward);
            Fx.picture(his.stage().getScene(), "share-journey-revoked-light");
            assertTrue(chip(hers, "Swim with Mira") != null, "she still has it");
        }
    }

    @Test
    void aCalendarThatWasSharedIsLeftWithoutANotice() {
        try (Household household = new Household(folder)) {
            Device anna = household.device("laptop", "anna");
            Device ben = household.device("phone", "ben");
            Calendar calendar = Household.calendar(anna);
            anna.commands().renameCalendar(calendar.id(), "Family").join();
            String id =
                    anna.agenda().people().get().servers().values().stream()
                            .flatMap(s -> s.people().values().stream())
                            .filter(p -> p.name().equals("Ben"))
                            .findFirst()
                            .orElseThrow()
                            .id();
            anna.commands().sharing().give(calendar.id(), id, Role.READ).join();
            CalendarWindow his = household.window(ben, Fx.look(false));
            Fx.until("he has it", () -> text(his, ".calendar-name", "Family"));

            household.stopServer();
            ben.commands().sharing().leave(family(ben).id()).join();
            Fx.until("gone at once, offline", () -> !text(his, ".calendar-name", "Family"));
            household.startServer();
            ben.accounts().syncNow();
            anna.accounts().syncNow();
            Fx.until("on the server, too", () -> Household.calendar(anna).shareWith().isEmpty());
            Fx.until("the account is gone", () -> ben.store().accounts().size() == 1);
            assertEquals(List.of(), ben.agenda().notices().get());
        }
    }

    private static void place(CalendarWindow window, double y) {
        Fx.run(() -> {
            window.stage().setX(0);
            window.stage().setY(y);
            window.stage().setHeight(490);
        });
        Fx.pulses(5);
    }

    private static Calendar family(Device device) {
        return device.store().calendars().stream()
                .filter(c -> c.name().equals("Family"))
                .findFirst()
                .orElseThrow();
    }

    private static Stage share(CalendarWindow window) {
        Node row =
                Fx.on(() ->
                        window.stage().getScene().getRoot().lookupAll(".calendar-row").stream()
                                .filter(r -> labelled(r, "Family"))
                                .findFirst()
                                .orElseThrow());
        Fx.run(window::comeForward);
        Point2D edge = Fx.on(() -> row.localToScreen(2, 2));
        Fx.moveTo(edge.getX(), edge.getY());
        Fx.pulses(2);
        Fx.click(Fx.on(() -> row.lookup(".calendar-more")));
        ContextMenu menu = (ContextMenu) top();
        Fx.run(() -> {
            MenuItem share =
                    menu.getItems().stream()
                            .filter(i -> "Share…".equals(i.getText()))
                            .findFirst()
                            .orElseThrow();
            menu.hide();
            share.fire();
        });
        Fx.until("the dialog", () -> in(top(), ".share-title") != null);
        return (Stage) top();
    }

    private static boolean labelled(Node row, String text) {
        return row.lookupAll(".calendar-name").stream()
                .anyMatch(n -> n instanceof Labeled l && text.equals(l.getText()));
    }

    /** Chooses from the menu of Ben's row. */
    private static void choose(Stage dialog, String what) {
        Fx.until("his row", () -> button(dialog) != null);
        Fx.click(button(dialog));
        Fx.until("the menu", () -> top() instanceof ContextMenu);
        ContextMenu menu = (ContextMenu) top();
        Fx.run(() -> {
            MenuItem item =
                    menu.getItems().stream()
                            .filter(i ->
                                    what.equals(i.getText())
                                            || (i instanceof javafx.scene.control.CustomMenuItem c
                                                    && c.getContent()
                                                            instanceof javafx.scene.layout.VBox b
                                                    && b.getChildren().getFirst()
                                                            instanceof Labeled l
                                                    && what.equals(l.getText())))
                            .findFirst()
                            .orElseThrow();
            menu.hide();
            item.fire();
        });
    }

    private static Node button(Stage dialog) {
        return Fx.on(() ->
                dialog.getScene().getRoot().lookupAll(".member-row").stream()
                        .map(r -> r.lookup(".role-button"))
                        .filter(b -> b != null)
                        .findFirst()
                        .orElse(null));
    }

    private static void retitle(Device device, String title) {
        String id = Household.on(device, Household.TODAY).getFirst().eventId();
        Event before = device.store().findEvent(id).orElseThrow();
        device.commands()
                .edit(Target.whole(id), before, before.with("title", Json.text(title)))
                .join();
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

    private static Node find(CalendarWindow window, String selector) {
        return in(window.stage(), selector);
    }

    private static boolean hasText(Window window, String part) {
        return window.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(n ->
                        n instanceof Labeled l
                                && l.getText() != null
                                && l.isVisible()
                                && l.getText().contains(part));
    }

    private static boolean text(CalendarWindow window, String selector, String text) {
        return Fx.on(() ->
                window.stage().getScene().getRoot().lookupAll(selector).stream()
                        .anyMatch(n -> n instanceof Labeled l && text.equals(l.getText())));
    }

    private static Node chip(CalendarWindow window, String title) {
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
