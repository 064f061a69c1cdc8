package app.linden.sync;

import static app.linden.sync.World.event;
import static app.linden.sync.World.find;
import static app.linden.sync.World.id;
import static app.linden.sync.World.own;
import static app.linden.sync.World.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.calendar.Target;
import app.linden.cli.Device;
import app.linden.model.Comment;
import app.linden.model.Rights;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;

/** What two people say about an event, over real sockets, offline too. */
final class CommentsTogetherTest {
    private static final String SHARED = "Family";

    @TempDir private Path folder;
    private World world;
    private Device anna;
    private Device ben;

    @BeforeEach
    void start() {
        world = new World(folder);
        anna = world.device("anna", "anna");
        ben = world.device("ben", "ben");
        world.share(anna, SHARED, Rights.EDIT);
        anna.commands().create(event(find(anna, SHARED), "Dinner", 18)).join();
        until("Ben has it", () -> World.titles(ben, SHARED).equals(List.of("Dinner")));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private static String dinner(Device device) {
        return id(device, SHARED, "Dinner");
    }

    private static List<Comment> talk(Device device) {
        return device.store().comments().on(dinner(device));
    }

    private static List<String> texts(Device device) {
        return talk(device).stream().map(Comment::text).toList();
    }

    private void bothRead(String... texts) {
        until(
                "both read " + List.of(texts),
                () -> texts(anna).equals(List.of(texts)) && texts(ben).equals(List.of(texts)));
    }

    @Test
    void whatOneSaysTheOtherReadsWithTheirNameAndAsNews() {
        anna.commands().comment(dinner(anna), "  Who cooks?\n").join();
        assertTrue(talk(anna).getFirst().mine(), "at once, without the server");
        bothRead("Who cooks?");
        Comment theirs = talk(ben).getFirst();
        assertEquals("anna", theirs.who());
        assertFalse(theirs.mine());
        assertFalse(theirs.removable(), "he does not manage the calendar");
        assertEquals("anna", ben.store().comments().unseen().get(dinner(ben)));
        assertEquals(0, anna.store().comments().unseen().size(), "her own is nothing new");
        ben.commands().looked(dinner(ben)).join();
        assertEquals(0, ben.store().comments().unseen().size());

        ben.commands().comment(dinner(ben), "I do.").join();
        until("nothing waits", () -> ben.store().waiting().isEmpty());
        until("Anna reads it", () -> texts(anna).contains("I do."));
        Comment bens =
                talk(anna).stream().filter(c -> c.text().equals("I do.")).findFirst().orElseThrow();
        assertTrue(bens.removable(), "she manages the calendar");
        Comment own = talk(ben).stream().filter(Comment::mine).findFirst().orElseThrow();
        ben.commands().editComment(own, "I do, with Mia.").join();
        until("changed there", () -> texts(anna).contains("I do, with Mia."));
        anna.commands().deleteComment(bens).join();
        bothRead("Who cooks?");
        world.agree();
    }

    @Test
    void offlineAllOfItWaitsAndArrivesOnce() {
        anna.commands().comment(dinner(anna), "First").join();
        bothRead("First");
        world.stopServer();
        for (int i = 0; i < 3; i++) {
            anna.commands().comment(dinner(anna), "Anna " + i).join();
            ben.commands().comment(dinner(ben), "Ben " + i).join();
        }
        Comment first = talk(anna).getFirst();
        anna.commands().editComment(first, "First of all").join();
        Comment regretted =
                talk(ben).stream().filter(c -> c.text().equals("Ben 1")).findFirst().orElseThrow();
        ben.commands().deleteComment(regretted).join();
        // On an event that the server does not have either.
        anna.commands().create(event(find(anna, SHARED), "Later", 20)).join();
        anna.commands().comment(id(anna, SHARED, "Later"), "Of the new one").join();
        assertEquals(4, anna.store().waiting().stream().filter(w -> w.isComment()).count() - 1);
        assertTrue(talk(anna).stream().skip(1).allMatch(Comment::unsent));
        world.startServer();
        until("both have all", () -> texts(anna).size() == 6 && texts(ben).size() == 6);
        world.agree();
        assertTrue(texts(ben).contains("First of all"));
        assertFalse(texts(anna).contains("Ben 1"));
        until(
                "the new one has its comment",
                () ->
                        World.titles(ben, SHARED).contains("Later")
                                && ben.store().comments().on(id(ben, SHARED, "Later")).size() == 1);
    }

    @Test
    void theyGoWithTheirEventAndWhatCannotBeSentIsSaid() {
        anna.commands().comment(dinner(anna), "Soon").join();
        bothRead("Soon");
        String bens = dinner(ben);
        world.close("ben");
        anna.commands().delete(Target.whole(dinner(anna))).join();
        until("it is sent", () -> anna.store().waiting().isEmpty());
        assertEquals(List.of(), anna.store().conflicts());
        ben = world.open("ben", "ben", new app.linden.desktop.SecretsOfThisRun());
        ben.commands().comment(bens, "Too late").join();
        ben.accounts().signIn(world.address().toString(), "ben", World.PASSWORD).join();
        until("it is gone", () -> World.titles(ben, SHARED).isEmpty());
        until(
                "what he said is kept for him, with a reason",
                () ->
                        ben.store().waiting().stream()
                                .anyMatch(w -> w.isParked() && w.title().equals("Too late")));
        assertEquals(0, ben.store().comments().on(bens).size(), "the event is gone");
    }

    @Test
    void undoneAndDoneAgain() {
        anna.commands().comment(dinner(anna), "Oops").join();
        bothRead("Oops");
        anna.commands().undo().join();
        bothRead();
        anna.commands().redo().join();
        bothRead("Oops");
        anna.commands().deleteComment(talk(anna).getFirst()).join();
        bothRead();
        anna.commands().undo().join();
        bothRead("Oops");
        world.agree();
    }

    @Test
    void whereNoServerKnowsCommentsThereAreNone() {
        anna.store().localAccount("This computer", "Mine").join();
        var local = find(anna, "Mine");
        anna.commands().create(event(local, "Alone", 9)).join();
        String alone = id(anna, "Mine", "Alone");
        assertFalse(anna.store().comments().isPossible(alone));
        assertFalse(anna.store().comments().mayWrite(alone));
        assertTrue(anna.store().comments().mayWrite(dinner(anna)));
        anna.commands().create(event(own(anna), "Own", 9)).join();
        assertTrue(anna.store().comments().mayWrite(id(anna, own(anna).name(), "Own")));
        for (String text : List.of("", " \n", "x".repeat(Comment.LONGEST + 1))) {
            CompletionException refused =
                    assertThrows(
                            CompletionException.class,
                            () -> anna.commands().comment(dinner(anna), text).join());
            assertEquals(
                    Problem.Kind.BAD_INPUT,
                    assertThrows(
                                    Problem.class,
                                    () -> {
                                        throw refused.getCause();
                                    })
                            .kind());
        }
    }
}
