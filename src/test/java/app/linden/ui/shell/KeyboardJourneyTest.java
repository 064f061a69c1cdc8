package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.calendar.Target;
import app.linden.cli.Device;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Occurrence;
import app.linden.model.SyncState;
import app.linden.ui.Fx;
import app.linden.ui.kit.CalendarView;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What people do with Linden, through the real window and a real server, without a mouse. */
class KeyboardJourneyTest {
    private static final LocalDate FRIDAY = Household.TODAY.plusDays(3);

    @TempDir private Path folder;
    private Household household;
    private Device anna;
    private CalendarWindow window;

    @BeforeEach
    void open() {
        household = new Household(folder);
        anna = household.device("laptop");
        Fx.until("a calendar", () -> household(anna));
        window = household.window(anna, Fx.look(false));
        front(window);
    }

    @AfterEach
    void close() {
        Fx.closeAll();
        household.close();
    }

    @Test
    void aWeekIsPlannedASeriesChangedDeletedUndoneAndFound() {
        quick("Swimming fri 5pm every week");
        quick("Dentist fri 3pm");
        quick("Grandma sat");
        Fx.keys(KeyCode.W);
        Fx.until("the week", () -> titles(FRIDAY).equals(List.of("Dentist", "Swimming")));
        Fx.until("drawn", () -> window.stage().getScene().getRoot().lookup(".chip") != null);

        walkTo(KeyCode.DOWN, "Swimming");
        String said = Fx.on(() -> view().node().getAccessibleText());
        assertEquals("Swimming, Friday, November 27, 2026, 5 – 6 PM, 2 of 2", said);
        assertTrue(Fx.on(() -> view().node().isFocused()), "the keyboard stays with the week");
        Fx.keys(KeyCode.SPACE);
        Fx.until("the card", () -> inTop("#card-edit") != null);
        Fx.keys(KeyCode.ESCAPE);
        Fx.until("no card", () -> top() == scene());

        // Another title for this one of the series.
        Fx.keys(KeyCode.ENTER);
        Fx.until("the editor", () -> inTop("#title") != null);
        Fx.type("Swimming gala");
        Fx.keys(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.until("which of the series", () -> inTop(".question") != null);
        Fx.keys(KeyCode.ENTER);
        Fx.until("only this", () -> titles(FRIDAY).contains("Swimming gala"));
        assertEquals(List.of("Swimming"), titles(FRIDAY.plusWeeks(1)));

        front(window);
        walkTo(KeyCode.UP, "Dentist");
        Fx.keys(KeyCode.DELETE);
        Fx.until("deleted", () -> titles(FRIDAY).equals(List.of("Swimming gala")));
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        Fx.until("undone", () -> titles(FRIDAY).contains("Dentist"));

        Fx.keys(KeyCode.CONTROL, KeyCode.F);
        Fx.type("grandma");
        Fx.until("found", () -> scene().getRoot().lookup(".search-match") != null);
        Fx.keys(KeyCode.ENTER);
        Fx.until("its card", () -> inTop(".event-card") != null);
        Fx.until("all is sent", () -> anna.store().waiting().isEmpty());
    }

    @Test
    void aCalendarIsSharedByALinkAndAcceptedInAnotherWindow() {
        anna.commands().renameCalendar(Household.calendar(anna).id(), "Family").join();
        quick("Dinner fri 7pm");
        Fx.until("there", () -> titles(FRIDAY).equals(List.of("Dinner")));
        command("share fam");
        Fx.until("the dialog", () -> inTop("#share-person") != null);
        Fx.until("it is asked whom", () -> inTop("#share-person").isFocused());
        tabTo("#share-link");
        Fx.keys(KeyCode.SPACE);
        Fx.until("a link", () -> inTop("#share-link-text") != null);
        assertTrue(Fx.on(() -> inTop("#share-link-copy").isFocused()), "what to do next");
        String link = Fx.on(() -> ((TextField) inTop("#share-link-text")).getText());
        Fx.keys(KeyCode.ESCAPE);
        Fx.until("the dialog is gone", () -> top() == scene());

        Device ben = household.device("phone", "ben");
        CalendarWindow his = household.window(ben, Fx.look(false));
        window = his;
        front(his);
        command("accept");
        Fx.until("where to paste", () -> inTop("#join-link") != null);
        assertTrue(Fx.on(() -> inTop("#join-link").isFocused()));
        Fx.run(() -> ((TextField) inTop("#join-link")).setText(link));
        Fx.keys(KeyCode.ENTER);
        Fx.until("how to join", () -> inTop(".join-ways") != null && isWayFocused());
        Fx.keys(KeyCode.SPACE);
        Fx.until(
                "Ben has the dinner",
                () -> Household.on(ben, FRIDAY).stream().anyMatch(o -> o.title().equals("Dinner")));
    }

    @Test
    void aConflictIsFoundDecidedAndUndone() {
        quick("Dentist fri 3pm");
        Device phone = household.device("phone");
        Fx.until("both have it", () -> on(phone).equals(List.of("Dentist")));
        Fx.until("all is sent", () -> anna.store().waiting().isEmpty());
        household.stopServer();
        retitle(phone, "Dentist and cake");
        Fx.keys(KeyCode.W);
        Fx.until("drawn", () -> scene().getRoot().lookup(".chip") != null);
        walkTo(KeyCode.DOWN, "Dentist");
        Fx.keys(KeyCode.ENTER);
        Fx.until("the editor", () -> inTop("#title") != null);
        Fx.type("Dentist with Leo");
        Fx.keys(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.until("hers is here", () -> titles(FRIDAY).equals(List.of("Dentist with Leo")));
        household.startServer();
        Fx.until("both are sent", () -> isSent(phone) && isSent(anna));
        Fx.until("one is asked", () -> isAsked(phone) || isAsked(anna));
        if (isAsked(phone)) {
            // Whoever reaches the server later is asked.
            anna = phone;
            window = household.window(phone, Fx.look(false));
        }
        front(window);
        Fx.keys(KeyCode.W);
        String theirs = titles(FRIDAY).getFirst();
        String mine = theirs.endsWith("cake") ? "Dentist with Leo" : "Dentist and cake";
        Fx.until("drawn", () -> scene().getRoot().lookup(".chip") != null);
        walkTo(KeyCode.DOWN, theirs);
        Fx.keys(KeyCode.SPACE);
        Fx.until("the card", () -> inTop("#card-decide") != null);
        tabTo("#card-decide");
        Fx.keys(KeyCode.SPACE);
        Fx.until("the choice", () -> inTop(".use-mine") != null);
        tabTo(".use-mine");
        Fx.keys(KeyCode.SPACE);
        Fx.until("mine here", () -> titles(FRIDAY).equals(List.of(mine)));
        Fx.keys(KeyCode.ESCAPE);
        Fx.until("no other window", () -> top() == scene());

        front(window);
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        Fx.until("undone", () -> titles(FRIDAY).equals(List.of(theirs)));
        assertEquals(1, anna.store().conflicts().size());
    }

    private static boolean isSent(Device device) {
        if (device.accounts().state().get().phase() == SyncState.Phase.OFFLINE) {
            device.accounts().syncNow();
        }
        return device.store().waiting().isEmpty();
    }

    private static boolean isAsked(Device device) {
        return !device.store().conflicts().isEmpty();
    }

    private static List<String> on(Device device) {
        return Household.on(device, FRIDAY).stream().map(Occurrence::title).toList();
    }

    private static void retitle(Device device, String title) {
        String id = Household.on(device, FRIDAY).getFirst().eventId();
        Event before = device.store().findEvent(id).orElseThrow();
        device.commands()
                .edit(Target.whole(id), before, before.with("title", Json.text(title)))
                .join();
    }

    private static boolean isWayFocused() {
        Node owner = top().getFocusOwner();
        return owner != null && owner.getParent() == inTop(".join-ways");
    }

    private static boolean household(Device device) {
        return device.agenda().calendars().get().accounts().stream().anyMatch(a -> !a.isLocal());
    }

    private void quick(String sentence) {
        Fx.keys(KeyCode.N);
        Fx.until("quick add", () -> scene().getRoot().lookup(".quick-field") != null);
        Fx.type(sentence);
        Fx.until("understood", () -> scene().getRoot().lookup(".quick-line") != null);
        Fx.keys(KeyCode.ENTER);
        Fx.until("added", () -> !scene().getRoot().lookup(".overlay").isVisible());
    }

    private void command(String words) {
        Fx.keys(KeyCode.CONTROL, KeyCode.K);
        Fx.type(words);
        Fx.keys(KeyCode.ENTER);
    }

    /** Down or up until an event is selected that is called so. */
    private void walkTo(KeyCode way, String title) {
        for (int i = 0; i < 12; i++) {
            Fx.keys(way);
            Occurrence selected = Fx.on(() -> view().selected());
            assertNotNull(selected, "something is selected");
            if (selected.title().equals(title)) {
                return;
            }
        }
        throw new AssertionError("not reached: " + title);
    }

    private static void tabTo(String selector) {
        for (int i = 0; i < 12; i++) {
            if (Fx.on(() -> inTop(selector).isFocused())) {
                return;
            }
            Fx.keys(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not come to " + selector);
    }

    private static void front(CalendarWindow window) {
        Fx.run(() -> {
            window.comeForward();
            window.stage().requestFocus();
            window.pages().view().node().requestFocus();
        });
        Fx.until("in front", () -> window.stage().isFocused());
    }

    private CalendarView view() {
        return window.pages().view();
    }

    private List<String> titles(LocalDate day) {
        return Household.on(anna, day).stream().map(Occurrence::title).toList();
    }

    private Scene scene() {
        return window.stage().getScene();
    }

    private static Scene top() {
        return Fx.topWindow().getScene();
    }

    private static Node inTop(String selector) {
        return Fx.on(() -> top().getRoot().lookup(selector));
    }
}
