package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.calendar.Exports;
import app.linden.calendar.Imports;
import app.linden.calendar.InAndOut;
import app.linden.calendar.Subscriptions;
import app.linden.calendar.Target;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.SyncState;
import app.linden.model.Type;
import app.linden.model.When;
import app.linden.remote.FileOverHttp;
import app.linden.store.Outgoing;
import app.linden.store.Pulled;
import app.linden.store.Settled;
import app.linden.ui.Fx;
import app.linden.ui.Pretend;
import app.linden.ui.Sample;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What a window shows of changes that wait, notices, undo and the trash; pictures in {@code
 * target/screens}.
 */
class SeenTest {
    @TempDir private Path folder;
    private final Ids ids = new Ids(Sample.CLOCK, new Random(3));
    private final Pretend accounts = new Pretend();
    private Sample sample;
    private Subscriptions subscriptions;
    private CalendarWindow window;

    @BeforeEach
    void open() {
        sample = new Sample(folder).fill();
        subscriptions = new Subscriptions(sample.store, ids, new FileOverHttp(), Sample.CLOCK);
    }

    @AfterEach
    void close() {
        if (window != null) {
            Fx.run(window::close);
        }
        Fx.closeAll();
        subscriptions.close();
        sample.close();
    }

    private void show(boolean dark) {
        Look look = Fx.look(dark);
        window =
                Fx.on(() -> {
                    CalendarWindow w =
                            new CalendarWindow(
                                    new Stage(),
                                    new Services(
                                            sample.commands,
                                            sample.agenda,
                                            new InAndOut(
                                                    new Imports(sample.store, ids),
                                                    new Exports(sample.store),
                                                    subscriptions),
                                            accounts,
                                            new NoFiles(),
                                            Clock.fixed(Sample.CLOCK.instant(), Sample.ZONE)),
                                    look,
                                    "Linden",
                                    List.of());
                    w.stage().setWidth(1000);
                    w.stage().setHeight(760);
                    w.show();
                    return w;
                });
        Fx.until("the window", () -> window.stage().isFocused());
    }

    private Scene scene() {
        return window.stage().getScene();
    }

    /** The scene of what was opened last, popups included. */
    private static Scene top() {
        return Fx.on(() -> {
            List<Window> open = Window.getWindows().filtered(Window::isShowing);
            return open.getLast().getScene();
        });
    }

    private List<MenuItem> menu() {
        return Fx.on(() -> ((WindowMenu) scene().lookup(".window-menu")).getItems());
    }

    private MenuItem item(String key) {
        return menu().stream()
                .filter(i -> Texts.text(key).equals(i.getText()))
                .findFirst()
                .orElseThrow();
    }

    private String notice() {
        return Fx.on(() -> ((Label) scene().lookup(".notice .label")).getText());
    }

    private static void fire(Scene scene, String selector) {
        Fx.run(() -> ((Button) scene.getRoot().lookup(selector)).fire());
    }

    private void syncAll() {
        String account = sample.account("a1");
        List<Outgoing> batch = sample.store.serverSide().takeBatch(account, Type.EVENT, 100).join();
        List<Settled> done = new ArrayList<>();
        batch.forEach(o -> done.add(new Settled.Done(o.seq(), "s" + o.seq(), Json.object())));
        sample.store.serverSide().settle(account, Type.EVENT, done, null, null).join();
    }

    private void refuseNext(String reason) {
        String account = sample.account("a1");
        Outgoing one =
                sample.store.serverSide().takeBatch(account, Type.EVENT, 1).join().getFirst();
        sample.store
                .serverSide()
                .settle(
                        account,
                        Type.EVENT,
                        List.of(new Settled.Refused(one.seq(), reason)),
                        null,
                        null)
                .join();
    }

    private void edit(String title, java.util.function.UnaryOperator<Event> how) {
        String id = sample.find(Sample.TODAY, title).eventId();
        Event before = sample.store.findEvent(id).orElseThrow();
        sample.commands.edit(Target.whole(id), before, how.apply(before)).join();
    }

    private void changesThatWait() {
        syncAll();
        edit(
                "Lunch with Mira",
                e -> e.with("title", Json.text("Lunch with Mira and everybody else who has time")));
        refuseNext("You may no longer change the calendar “Work”.");
        edit("Dentist, Ben", e -> e.with("title", Json.text("Doctor, Ben")));
        edit(
                "Customer call",
                e ->
                        e.with(
                                        When.timed(
                                                Sample.TODAY.atTime(13, 0),
                                                Sample.TODAY.atTime(14, 30),
                                                Sample.ZONE))
                                .withPlace("Room 3"));
        sample.add("Family", "Swim", Sample.TODAY.plusDays(1), "07:00", "08:00");
        sample.commands
                .delete(Target.whole(sample.find(Sample.TODAY.plusDays(2), "Release").eventId()))
                .join();
        accounts.state.set(
                new SyncState(
                        SyncState.Phase.OFFLINE,
                        Sample.CLOCK.instant().minusSeconds(1100),
                        4,
                        0,
                        0,
                        "The server linden.example does not answer; Linden tries again."));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theOutboxLooks(boolean dark) {
        String shade = dark ? "-dark" : "-light";
        syncAll();
        accounts.state.set(
                new SyncState(
                        SyncState.Phase.IDLE,
                        Sample.CLOCK.instant().minusSeconds(4),
                        0,
                        0,
                        0,
                        null));
        show(dark);
        Fx.click(".sync-label");
        Fx.until("the card", () -> top() != scene());
        Fx.pulses(3);
        Fx.picture(top(), "outbox-empty" + shade);
        Fx.click(".sync-label");
        Fx.until("closed", () -> top() == scene());
        changesThatWait();
        // The account of the hockey club goes, and the server forgets many events of the family.
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            many.add("m" + i);
            sample.arrive(
                    "m" + i,
                    "birthdays",
                    sample.event("Birthdays", "B" + i, Sample.TODAY, "08:00", "09:00"));
        }
        sample.store
                .serverSide()
                .accept(new Pulled(sample.account("a1"), Type.EVENT, Map.of(), many, "x"))
                .join();
        sample.store
                .serverSide()
                .acceptAccounts(
                        "login",
                        sample.store.accounts().stream()
                                .filter(a -> "a1".equals(a.serverId()))
                                .toList())
                .join();
        Fx.until("told", () -> notice().contains("Hockey club") || notice().contains("45 events"));
        Fx.picture(scene(), "notice-told" + shade);
        Fx.click(".sync-label");
        Fx.until("the card", () -> top() != scene());
        Scene card = top();
        Fx.until("rows", () -> card.getRoot().lookupAll(".waiting-row").size() == 5);
        Fx.until("notices", () -> card.getRoot().lookupAll(".notice-row").size() == 2);
        Fx.pulses(3);
        Fx.picture(card, "outbox" + shade);
        Fx.picture(scene(), "outbox-window" + shade);
        List<String> words =
                card.getRoot().lookupAll(".waiting-title").stream()
                        .map(n -> ((Label) n).getText())
                        .toList();
        assertTrue(words.contains("Title of “Dentist, Ben” to “Doctor, Ben”"), words.toString());
        assertTrue(words.contains("When and Place of “Customer call”"), words.toString());
        assertTrue(words.contains("New event “Swim”"), words.toString());
        assertTrue(words.contains("Deletion of “Release”"), words.toString());
    }

    @Test
    void aRefusedChangeIsTriedAgainOrDiscardedAndTheDiscardUndone() {
        changesThatWait();
        show(false);
        Fx.click(".sync-label");
        Fx.until("the card", () -> top() != scene());
        Scene card = top();
        Fx.until("rows", () -> card.getRoot().lookupAll(".waiting-row").size() == 5);
        fire(card, ".waiting-retry");
        Fx.until("retried", () -> card.getRoot().lookup(".waiting-retry") == null);
        refuseNext("Still not.");
        Fx.until("refused", () -> card.getRoot().lookup(".waiting-retry") != null);
        fire(card, ".refused .waiting-discard");
        Fx.until("discarded", () -> card.getRoot().lookupAll(".waiting-row").size() == 4);
        assertEquals("Lunch with Mira", sample.find(Sample.TODAY, "Lunch with Mira").title());
        Fx.run(() -> menu().getFirst().fire());
        Fx.until("undone", () -> card.getRoot().lookupAll(".waiting-row").size() == 5);
    }

    @Test
    void keysUndoAndRedoAndTheMenuNamesWhat() {
        show(false);
        String id = sample.find(Sample.TODAY, "Dentist, Ben").eventId();
        edit("Dentist, Ben", e -> e.with("title", Json.text("Doctor, Ben")));
        Fx.until(
                "named", () -> menu().getFirst().getText().equals("Undo change of “Dentist, Ben”"));
        Fx.click(".window-menu");
        Fx.until("the menu", () -> top() != scene());
        Fx.pulses(3);
        Fx.picture(top(), "window-menu-light");
        Fx.keys(KeyCode.ESCAPE);
        Fx.until("closed", () -> top() == scene());
        Fx.run(() -> scene().lookup(".center").requestFocus());
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        Fx.until("undone", () -> notice().equals("Undone: change of “Dentist, Ben”."));
        assertEquals("Dentist, Ben", sample.store.findEvent(id).orElseThrow().title());
        assertEquals("Redo change of “Dentist, Ben”", Fx.on(() -> menu().get(1).getText()));
        Fx.keys(KeyCode.CONTROL, KeyCode.Y);
        Fx.until("redone", () -> notice().equals("Done again: change of “Dentist, Ben”."));
        assertEquals("Doctor, Ben", sample.store.findEvent(id).orElseThrow().title());
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        Fx.until("undone", () -> notice().startsWith("Undone"));
        Fx.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        Fx.until("redone", () -> notice().startsWith("Done again"));
        assertEquals("Doctor, Ben", sample.store.findEvent(id).orElseThrow().title());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTrashLooksAndRestores(boolean dark) {
        String shade = dark ? "-dark" : "-light";
        show(dark);
        Fx.run(() -> item("menu.trash").fire());
        Fx.until("the trash", () -> Fx.topWindow() != window.stage());
        Fx.pulses(3);
        Fx.picture(top(), "trash-empty" + shade);
        Fx.run(() -> Fx.topWindow().hide());
        syncAll();
        sample.commands.deleteCalendar(sample.calendar("Birthdays").id()).join();
        for (String title : List.of("Dentist, Ben", "Lunch with Mira")) {
            sample.commands.delete(Target.whole(sample.find(Sample.TODAY, title).eventId())).join();
        }
        sample.arrive(
                "gone",
                "family",
                sample.event(
                        "Family",
                        "A picnic in the park with the neighbours, their dogs and their many"
                                + " children, if the weather allows",
                        Sample.TODAY,
                        "12:00",
                        "15:00"));
        sample.store
                .serverSide()
                .accept(
                        new Pulled(
                                sample.account("a1"), Type.EVENT, Map.of(), List.of("gone"), "x"))
                .join();
        Fx.until("offered", () -> notice().equals("Done: deletion of “Lunch with Mira”."));
        Fx.picture(scene(), "undo-offer" + shade);
        Fx.run(() -> item("menu.trash").fire());
        Fx.until("the trash", () -> Fx.topWindow() != window.stage());
        Scene trash = top();
        Fx.until("rows", () -> trash.getRoot().lookupAll(".trash-row").size() == 4);
        Fx.pulses(3);
        Fx.picture(trash, "trash" + shade);
        List<Node> rows = Fx.on(() -> List.copyOf(trash.getRoot().lookupAll(".trash-row")));
        Node dentist =
                rows.stream()
                        .filter(r ->
                                ((Label) r.lookup(".trash-title")).getText().equals("Dentist, Ben"))
                        .findFirst()
                        .orElseThrow();
        Fx.run(() -> ((Button) dentist.lookup(".trash-restore")).fire());
        Fx.until("restored", () -> trash.getRoot().lookupAll(".trash-row").size() == 3);
        assertEquals("Dentist, Ben", sample.find(Sample.TODAY, "Dentist, Ben").title());
    }
}
