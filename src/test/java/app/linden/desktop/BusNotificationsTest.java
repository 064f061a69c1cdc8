package app.linden.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.calendar.port.Notifications;
import app.linden.calendar.port.Notifications.Action;
import app.linden.calendar.port.Notifications.Answer;
import app.linden.calendar.port.Notifications.Note;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Against a notification server on a real bus; skipped where there is no bus. */
final class BusNotificationsTest {
    @TempDir private Path folder;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

    private static Note note(String key, String body) {
        return new Note(
                key,
                "Dentist",
                body,
                List.of(new Action("open", "Open"), new Action("snooze", "In 5 minutes")));
    }

    private Answer answer() throws InterruptedException {
        return answers.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void itIsShownReplacedTakenBackAndAnswered() throws Exception {
        try (NotificationServer server = NotificationServer.start(folder);
                Notifications notifications = new BusNotifications(server.address)) {
            notifications.onAnswer(answers::add);
            notifications.show(note("k", "15:30 <b> & more"));
            NotificationServer.Shown first = server.next();
            assertEquals("Dentist", first.title());
            assertEquals("15:30 &lt;b&gt; &amp; more", first.body());
            assertEquals(
                    List.of("default", "Open", "open", "Open", "snooze", "In 5 minutes"),
                    first.actions());
            assertTrue(notifications.works());

            notifications.show(note("k", "later"));
            assertEquals(first.number(), server.next().replaced());
            notifications.show(note("other", "x"));
            long other = server.next().number();

            server.press(4711, "open");
            server.press(first.number(), "snooze");
            assertEquals(new Answer("k", "snooze"), answer());
            server.press(other, "default");
            assertEquals(new Answer("other", "open"), answer());
            server.gone(first.number(), 1);
            server.gone(other, 2);
            assertEquals(new Answer("other", Answer.CLOSED), answer());

            notifications.show(note("third", "x"));
            long third = server.next().number();
            notifications.withdraw("third");
            assertEquals(third, server.nextClosed());
            assertTrue(server.isQuiet());
        }
    }

    @Test
    void withoutABusNothingHappens() {
        try (Notifications notifications =
                new BusNotifications("unix:path=" + folder.resolve("none"))) {
            notifications.show(note("k", "x"));
            notifications.withdraw("k");
            assertFalse(notifications.works());
        }
    }
}
