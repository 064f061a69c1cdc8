package app.linden.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Comment;
import app.linden.model.Directory;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Type;
import app.linden.model.When;
import app.linden.ui.Fx;
import app.linden.ui.Sample;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is said about an event, on its card, with screenshots in {@code target/screens}. */
class CommentsCardTest {
    private static final String[][] SAID = {
        {
            "ben",
            "Ben",
            "2026-11-23T18:05:00Z",
            "Shall we take the early train? The later one is full."
        },
        {"anna", "Anna", "2026-11-24T07:40:00Z", "Yes. I booked seats 61 and 62."},
        {"", "", "2026-11-24T09:02:00Z", "Have fun!"},
    };

    @TempDir private Path folder;
    private Sample sample;
    private Stage owner;
    private EventCard card;
    private Node anchor;
    private String event;
    private final List<KeyCode> leaked = new ArrayList<>();

    @BeforeEach
    void open() {
        sample = new Sample(folder);
        sample.store
                .serverSide()
                .acceptDirectory(
                        "login", new Directory.Server("anna", true, true, Map.of()), Map.of())
                .join();
        event =
                sample.arrive(
                        "e1",
                        "family",
                        Event.create(
                                "",
                                "family",
                                "Trip to Grandma",
                                When.timed(
                                        Sample.TODAY.atTime(14, 0),
                                        Sample.TODAY.atTime(18, 30),
                                        Sample.ZONE)));
    }

    private void say(String[]... said) {
        Map<String, ObjectNode> objects = new TreeMap<>();
        for (int i = 0; i < said.length; i++) {
            ObjectNode comment =
                    Json.object()
                            .put("uid", "c" + i)
                            .put(Comment.EVENT, "e1")
                            .put("created", said[i][2])
                            .put("text", said[i][3]);
            comment.putObject("author").put("name", said[i][1]).put("principalId", said[i][0]);
            objects.put("c" + i, comment);
        }
        sample.pull("a1", Type.COMMENT, objects);
    }

    private void show(Look look) {
        Fx.run(() -> {
            Stage stage = new Stage();
            anchor = new Button("chip");
            HBox box = new HBox(anchor);
            box.setPadding(new Insets(20));
            stage.setScene(new Scene(box, 500, 600));
            stage.getScene().addEventHandler(KeyEvent.KEY_PRESSED, e -> leaked.add(e.getCode()));
            look.dress(stage.getScene());
            stage.show();
            owner = stage;
        });
        card =
                Fx.on(() ->
                        new EventCard(
                                sample.agenda,
                                sample.commands,
                                Sample.ZONE,
                                look,
                                new EventEditor(sample.commands, sample.agenda, Sample.ZONE, look),
                                o -> {},
                                id -> {}));
        present();
    }

    private void present() {
        Fx.run(() -> card.show(anchor, sample.find(Sample.TODAY, "Trip to Grandma")));
        Fx.until("the card is open", () -> Fx.topWindow() != owner);
        Fx.pulses(3);
    }

    @AfterEach
    void close() {
        Fx.closeAll();
        Fx.run(() -> Texts.speak(Locale.US));
        sample.close();
    }

    private static Parent root() {
        return Fx.on(() -> Fx.topWindow().getScene().getRoot());
    }

    private static Node in(String selector) {
        Parent root = root();
        return Fx.on(() -> root.lookup(selector));
    }

    private static List<String> rows() {
        Parent root = root();
        return Fx.on(
                () -> root.lookupAll(".comment").stream().map(Node::getAccessibleText).toList());
    }

    @ParameterizedTest
    @CsvSource({"en,false", "en,true", "de,false", "de,true"})
    void pictures(String language, boolean dark) {
        Locale locale = language.equals("de") ? Locale.GERMANY : Locale.US;
        Fx.run(() -> Texts.speak(locale));
        say(SAID);
        sample.commands.comment(event, "Sandwiches are in the fridge, please take them.").join();
        show(Fx.look(dark));
        String name = "comments-" + language + (dark ? "-dark" : "-light");
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), name);
        assertTrue(Files.exists(Path.of("target", "screens", name + ".png")));
        assertEquals(4, rows().size());
    }

    @Test
    void eachIsHeardWithWhoAndWhen() {
        say(SAID);
        show(Fx.look(false));
        List<String> heard = rows();
        assertTrue(heard.get(0).contains("Ben"), heard.get(0));
        assertTrue(heard.get(0).contains("early train"), heard.get(0));
        assertTrue(heard.get(1).startsWith("Comment by You"), heard.get(1));
        assertTrue(heard.get(2).contains("Somebody, 18 min ago"), heard.get(2));
        assertEquals(
                "just now",
                CommentWords.when(
                        Instant.parse("2026-11-24T09:20:00Z"),
                        Instant.parse("2026-11-24T09:20:30Z"),
                        Sample.ZONE));
    }

    @Test
    void oneIsWrittenByKeyboardAndNoKeyReachesTheWindow() {
        say(SAID);
        show(Fx.look(false));
        Node field = in("#comment-field");
        Fx.click(field);
        Fx.type("hi t");
        Fx.keys(KeyCode.SHIFT, KeyCode.ENTER);
        Fx.type("n");
        assertEquals("hi t\nn", Fx.on(() -> ((TextArea) field).getText()));
        Fx.keys(KeyCode.ENTER);
        Fx.until("it is said", () -> sample.store.comments().on(event).size() == 4);
        Fx.until("it is shown", () -> rows().size() == 4);
        Fx.until("the field is free", () -> ((TextArea) field).getText().isEmpty());
        assertEquals(List.of(), leaked);
        Comment mine = sample.store.comments().on(event).getLast();
        assertEquals("hi t\nn", mine.text());
        assertTrue(mine.unsent());
    }

    @Test
    void onesOwnIsDeletedAndNewOnesAppear() {
        say(SAID);
        sample.commands.comment(event, "Oops").join();
        show(Fx.look(false));
        assertEquals(4, rows().size());
        Parent root = root();
        Node last =
                Fx.on(() ->
                        root.lookupAll(".comment").stream()
                                .reduce((a, b) -> b)
                                .orElseThrow()
                                .lookup(".comment-delete"));
        Fx.click(last);
        Fx.until("it is gone", () -> sample.store.comments().on(event).size() == 3);
        Fx.until("it is not shown", () -> rows().size() == 3);
        say(SAID[0], SAID[1], SAID[2], new String[] {"ben", "Ben", "2026-11-24T09:19:00Z", "Go!"});
        Fx.until("the new one is shown", () -> rows().size() == 4);
    }

    @Test
    void whatWasBegunIsThereAgain() {
        say();
        show(Fx.look(false));
        Fx.click(in("#comment-field"));
        Fx.type("half a sen");
        Fx.keys(KeyCode.ESCAPE);
        Fx.until("the card is closed", () -> Fx.topWindow() == owner);
        present();
        assertEquals("half a sen", Fx.on(() -> ((TextArea) in("#comment-field")).getText()));
        assertEquals(0, sample.store.comments().on(event).size());
    }

    @Test
    void withoutAServerThatKnowsThemThereIsNoField() {
        show(Fx.look(false));
        assertNull(in("#comment-field"));
        assertFalse(sample.store.comments().mayWrite(event));
    }
}
