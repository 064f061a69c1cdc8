package app.linden.ui.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Rule;
import app.linden.model.SyncState;
import app.linden.model.Type;
import app.linden.model.When;
import app.linden.store.Outgoing;
import app.linden.store.Pulled;
import app.linden.store.Settled;
import app.linden.ui.Fx;
import app.linden.ui.Pretend;
import app.linden.ui.Sample;
import app.linden.ui.kit.Look;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Conflicts and waiting changes, seen and decided; pictures in {@code target/screens}. */
class AttentionTest {
    private static final LocalDate DAY = Sample.TODAY;

    @TempDir private Path folder;
    private Sample sample;
    private Stage owner;

    @BeforeEach
    void open() {
        sample = new Sample(folder);
        owner =
                Fx.on(() -> {
                    Stage stage = new Stage();
                    stage.setScene(new Scene(new FlowPane(8, 8), 900, 500));
                    stage.show();
                    return stage;
                });
    }

    @AfterEach
    void close() {
        Fx.closeAll();
        sample.close();
    }

    private Scene show(boolean dark) {
        Look look = Fx.look(dark);
        Fx.run(() ->
                new Attention(
                                sample.commands,
                                sample.agenda,
                                new Noted(),
                                Clock.fixed(Sample.CLOCK.instant(), Sample.ZONE),
                                look)
                        .show(owner));
        Fx.until("the window", () -> Fx.topWindow() != owner);
        return Fx.on(() -> Fx.topWindow().getScene());
    }

    /** Changed here and, differently, there. */
    private void clash(
            String id, Event event, UnaryOperator<Event> mine, UnaryOperator<Event> theirs) {
        String local = sample.arrive(id, "family", event);
        sample.store.edits().change(local, mine).join();
        sample.arrive(id, "family", theirs.apply(event));
    }

    private void conflicts() {
        clash(
                "e1",
                sample.event("Family", "Dentist", DAY, "15:30", "16:15"),
                e ->
                        e.with(
                                "title",
                                Json.text(
                                        "Dentist, Ben (bring the card, and the letter of the"
                                                + " school)")),
                e -> e.with("title", Json.text("Doctor")));
        Event choir =
                sample.event("Family", "Choir", DAY, "19:00", "20:00")
                        .with(Rule.every(1, Rule.Frequency.WEEKLY));
        clash(
                "e2",
                choir,
                e -> e.with(When.timed(DAY.atTime(20, 0), DAY.atTime(21, 30), Sample.ZONE)),
                e ->
                        e.with(
                                When.timed(
                                        DAY.plusDays(1).atTime(19, 0),
                                        DAY.plusDays(1).atTime(20, 0),
                                        Sample.ZONE)));
        clash(
                "e3",
                choir.with("title", Json.text("Band")),
                e -> e.with(Rule.every(2, Rule.Frequency.WEEKLY)),
                e -> e.with(Rule.every(1, Rule.Frequency.MONTHLY)));
        Event dinner = sample.event("Family", "Dinner", DAY, "18:00", "20:00");
        String local = sample.arrive("e4", "family", dinner);
        sample.store.edits().change(local, e -> e.withText("description", "Bring wine")).join();
        sample.store
                .serverSide()
                .accept(
                        new Pulled(
                                sample.account("a1"), Type.EVENT, Map.of(), List.of("e4"), "gone"))
                .join();
        String party =
                sample.arrive(
                        "e5", "family", sample.event("Family", "Party", DAY, "21:00", "23:00"));
        sample.commands.delete(app.linden.calendar.Target.whole(party)).join();
        sample.arrive(
                "e5", "family", sample.event("Family", "Party with band", DAY, "20:00", "23:00"));
    }

    private void waiting() {
        sample.add("Work", "Lunch with Mira", DAY, "12:00", "13:00");
        sample.add(
                "Work",
                "Plan of the year with everybody who has a say in it, and then some more words",
                DAY,
                "13:00",
                "14:00");
        sample.add("Work", "Review", DAY, "14:00", "15:00");
        Outgoing first =
                sample.store
                        .serverSide()
                        .takeBatch(sample.account("a1"), Type.EVENT, 1)
                        .join()
                        .getFirst();
        sample.store
                .serverSide()
                .settle(
                        sample.account("a1"),
                        Type.EVENT,
                        List.of(
                                new Settled.Refused(
                                        first.seq(), "You may not add events to this calendar.")),
                        null,
                        null)
                .join();
    }

    private static List<Node> all(Scene scene, String selector) {
        return Fx.on(() -> List.copyOf(scene.getRoot().lookupAll(selector)));
    }

    private static List<String> texts(Scene scene, String selector) {
        return all(scene, selector).stream().map(n -> ((Label) n).getText()).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void looks(boolean dark) {
        String shade = dark ? "-dark" : "-light";
        Fx.picture(show(dark), "attention-empty" + shade);
        Fx.closeAll(owner);
        waiting();
        Scene scene = show(dark);
        Fx.until("rows", () -> !scene.getRoot().lookupAll(".waiting-row").isEmpty());
        Fx.picture(scene, "attention-waiting" + shade);
        Fx.closeAll(owner);
        conflicts();
        Scene full = show(dark);
        Fx.until("cards", () -> full.getRoot().lookupAll(".conflict-card").size() == 5);
        Fx.run(() -> {
            Fx.topWindow().setY(0);
            Fx.topWindow().setHeight(990);
        });
        Fx.picture(full, "attention" + shade);
        List<String> values = texts(full, ".conflict-value");
        assertTrue(values.contains("Every 2 weeks on Tuesday"), values.toString());
        assertTrue(
                values.stream().noneMatch(v -> v.contains("{") || v.contains("PT")),
                values.toString());
    }

    @Test
    void mineIsUsedAndTheirsIsKept() {
        conflicts();
        Scene scene = show(false);
        Fx.until("cards", () -> scene.getRoot().lookupAll(".conflict-card").size() == 5);
        List<String> titles = texts(scene, ".conflict-title");
        int dentist =
                titles.stream()
                        .map(t -> t.startsWith("D") && !t.equals("Dinner"))
                        .toList()
                        .indexOf(true);

        Fx.run(() -> ((javafx.scene.control.Button) all(scene, ".use-mine").get(dentist)).fire());
        Fx.until("decided", () -> scene.getRoot().lookupAll(".conflict-card").size() == 4);
        assertTrue(sample.on(DAY).stream().anyMatch(o -> o.title().startsWith("Dentist, Ben")));
        for (int left = 3; left >= 0; left--) {
            int now = left;
            Fx.run(() ->
                    ((javafx.scene.control.Button) scene.getRoot().lookup(".use-theirs")).fire());
            Fx.until("decided", () -> scene.getRoot().lookupAll(".conflict-card").size() == now);
        }
        assertEquals(0, sample.store.conflicts().size());
        assertTrue(sample.on(DAY).stream().noneMatch(o -> o.title().equals("Dinner")));
        assertTrue(sample.on(DAY).stream().anyMatch(o -> o.title().equals("Party with band")));
    }

    @Test
    void bothAreKept() {
        clash(
                "e1",
                sample.event("Family", "Dentist", DAY, "15:30", "16:15"),
                e -> e.with("title", Json.text("Dentist, Ben")),
                e -> e.with("title", Json.text("Doctor")));
        clash(
                "e2",
                sample.event("Family", "Party", DAY, "20:00", "21:00"),
                e -> e.withText("description", "Bring wine"),
                e -> e.withText("description", "Bring cake"));
        Scene scene = show(false);
        for (int left = 1; left >= 0; left--) {
            int now = left;
            Fx.until("cards", () -> scene.getRoot().lookupAll(".conflict-card").size() == now + 1);
            Fx.run(() ->
                    ((javafx.scene.control.Button) scene.getRoot().lookup(".use-both")).fire());
            Fx.until("decided", () -> scene.getRoot().lookupAll(".conflict-card").size() == now);
        }
        assertEquals(
                List.of("Dentist, Ben", "Doctor", "Party"),
                sample.on(DAY).stream().map(o -> o.title()).sorted().toList());
        assertEquals(
                "Bring cake\n\nBring wine",
                sample.store
                        .findEvent(sample.find(DAY, "Party").eventId())
                        .orElseThrow()
                        .description());
        sample.commands.undo().join();
        sample.commands.undo().join();
        assertEquals(2, sample.store.conflicts().size());
        assertEquals(2, sample.on(DAY).size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLabelSaysEveryState(boolean dark) {
        Instant heard = Sample.CLOCK.instant().minusSeconds(2);
        List<SyncState> states =
                List.of(
                        SyncState.LOCAL,
                        new SyncState(SyncState.Phase.IDLE, heard, 0, 0, 0, null),
                        new SyncState(SyncState.Phase.SYNCING, heard, 2, 0, 0, null),
                        new SyncState(SyncState.Phase.OFFLINE, heard, 3, 0, 0, "No net."),
                        new SyncState(SyncState.Phase.IDLE, heard, 0, 1, 0, null),
                        new SyncState(SyncState.Phase.IDLE, heard, 0, 0, 2, null),
                        new SyncState(
                                SyncState.Phase.SIGNED_OUT,
                                heard,
                                0,
                                0,
                                0,
                                "The password is no longer taken."));
        List<SyncLabel> labels = new ArrayList<>();
        Look look = Fx.look(dark);
        Fx.run(() -> {
            look.dress(owner.getScene());
            for (SyncState state : states) {
                Pretend accounts = new Pretend();
                accounts.state.set(state);
                labels.add(
                        new SyncLabel(
                                accounts,
                                anchor -> {},
                                Clock.fixed(Sample.CLOCK.instant(), Sample.ZONE)));
            }
            ((FlowPane) owner.getScene().getRoot()).getChildren().setAll(labels);
        });
        Fx.picture(owner.getScene(), "sync-label" + (dark ? "-dark" : "-light"));

        assertEquals(
                "All saved. Heard from the server 2 s ago", Fx.on(() -> labels.get(1).getText()));
        Fx.run(() -> labels.forEach(SyncLabel::close));
    }
}
