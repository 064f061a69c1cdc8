package app.linden.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Act;
import app.linden.model.Json;
import app.linden.model.Type;
import app.linden.model.Undone;
import app.linden.store.Outgoing;
import app.linden.store.Peek;
import app.linden.store.Settled;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** Undo and redo of commands, before and after they were synced and across restarts. */
final class UndoTest extends UndoWorld {
    @Test
    void anActIsUndoneAndDoneAgainAndNamesItself() {
        String id = add("Swim");
        commands.move(Target.whole(id), DAY.atTime(12, 0), DAY.atTime(13, 0), false, BERLIN).join();
        Act next = store.history().next().undo();
        assertEquals(Act.Kind.MOVE, next.kind());
        assertEquals("Swim", next.title());

        assertEquals(List.of(), undo().kept());
        assertEquals(DAY.atTime(10, 0), store.findEvent(id).orElseThrow().when().start());
        assertEquals(Act.Kind.MOVE, store.history().next().redo().kind());
        undo();
        assertTrue(store.findEvent(id).isEmpty());
        assertEquals(null, store.history().next().undo());
        redo();
        redo();
        assertEquals(DAY.atTime(12, 0), store.findEvent(id).orElseThrow().when().start());
        assertTrue(commands.redo().join().isEmpty());
    }

    @Test
    void aNewActForgetsWhatWasUndone() {
        String id = add("Swim");
        retitle(id, "Run");
        undo();
        add("Other");
        assertTrue(commands.redo().join().isEmpty());
        undo();
        undo();
        assertTrue(store.findEvent(id).isEmpty());
    }

    @Test
    void undoAfterItWasSyncedIsANewChangeOfThatAlone() {
        String id = add("Swim");
        sync();
        retitle(id, "Run");
        sync();
        restart();
        // Ben moves it meanwhile.
        String serverId = Peek.serverId(store, id);
        ObjectNode bens = store.findEvent(id).orElseThrow().json().deepCopy();
        bens.put("start", "2026-11-25T07:00:00").putObject("calendarIds").put("c1", true);
        pull("a1", Type.EVENT, serverId, bens);

        assertEquals(List.of(), undo().kept());

        assertEquals("Swim", title(id));
        assertEquals(
                LocalDateTime.of(2026, 11, 25, 7, 0),
                store.findEvent(id).orElseThrow().when().start());
        List<Outgoing> batch =
                store.serverSide().takeBatch(account("a1").id(), Type.EVENT, 9).join();
        assertEquals("{\"title\":\"Swim\"}", Json.canonical(batch.getFirst().content()));
    }

    @Test
    void whatSomebodyElseChangedSinceStaysAndIsNamed() {
        String id = add("Swim");
        sync();
        retitle(id, "Run");
        sync();
        ObjectNode bens = store.findEvent(id).orElseThrow().json().deepCopy();
        bens.put("title", "Bens").putObject("calendarIds").put("c1", true);
        pull("a1", Type.EVENT, Peek.serverId(store, id), bens);

        Undone undone = undo();

        assertEquals("Bens", title(id));
        assertEquals(
                List.of(new Undone.Kept("Bens", Undone.Why.CHANGED, List.of("title"))),
                undone.kept());
        // The creation is next: it is not taken away from Ben.
        assertEquals(Undone.Why.CHANGED, undo().kept().getFirst().why());
        assertEquals("Bens", title(id));
        assertTrue(commands.undo().join().isEmpty());
    }

    @Test
    void whatAServerSaysOfItselfIsNobodysChange() {
        String id = add("Swim");
        sync();
        ObjectNode told = store.findEvent(id).orElseThrow().json().deepCopy();
        told.put("showWithoutTime", false)
                .put("priority", 0)
                .put("updated", "2026-11-23T12:00:00Z");
        told.putObject("calendarIds").put("c1", true);
        pull("a1", Type.EVENT, Peek.serverId(store, id), told);
        assertEquals(List.of(), undo().kept());
        assertTrue(store.findEvent(id).isEmpty());
    }

    @Test
    void aDeletedEventComesBackBeforeWhileAndAfterItIsSent() {
        String id = add("Swim");
        sync();
        commands.delete(Target.whole(id)).join();
        undo();
        assertEquals("Swim", title(id));
        assertEquals(List.of(), store.waiting());

        redo();
        // On its way.
        List<Outgoing> batch =
                store.serverSide().takeBatch(account("a1").id(), Type.EVENT, 9).join();
        undo();
        assertEquals(1, seen().keySet().stream().filter(e -> e.contains("Swim")).count());
        assertEquals(
                List.of(),
                store.serverSide().takeBatch(account("a1").id(), Type.EVENT, 9).join(),
                "not made again before it is deleted");
        store.serverSide()
                .settle(
                        account("a1").id(),
                        Type.EVENT,
                        List.of(new Settled.Done(batch.getFirst().seq(), null, Json.object())),
                        null,
                        null)
                .join();
        sync();
        assertEquals(List.of(), store.waiting());
        assertEquals(1, seen().keySet().stream().filter(e -> e.contains("Swim")).count());

        redo();
        sync();
        undo();
        sync();
        undo();
        assertEquals(0, seen().keySet().stream().filter(e -> e.contains("Swim")).count());
        assertEquals(List.of(), store.trash().stream().filter(t -> false).toList());
        assertTrue(store.check().join().isRight());
    }

    @Test
    void aDeletedCalendarComesBackWithItsEventsAfterItWasSynced() {
        String club = commands.createCalendar(account("a1").id(), "Chess", "#123456").join();
        commands.create(event(club, "One", 8)).join();
        commands.create(event(club, "Two", 9)).join();
        sync();
        Map<String, Integer> before = seen();
        commands.deleteCalendar(club).join();
        sync();
        assertTrue(store.calendars().stream().noneMatch(c -> c.name().equals("Chess")));
        restart();

        assertEquals(List.of(), undo().kept());

        assertEquals(before, seen());
        sync();
        assertEquals(List.of(), store.waiting());
        assertEquals(before, seen());
    }

    @Test
    void anImportIsOneUndo() {
        StringBuilder file = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (int i = 0; i < 700; i++) {
            file.append("BEGIN:VEVENT\r\nUID:i").append(i).append("\r\nSUMMARY:I").append(i);
            file.append("\r\nDTSTART:20261201T100000Z\r\nEND:VEVENT\r\n");
        }
        file.append("END:VCALENDAR\r\n");
        new Imports(store, ids)
                .importInto(
                        family,
                        new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)))
                .join();
        assertEquals(700, store.eventsIn(family).size());
        assertEquals("Family", store.history().next().undo().title());
        undo();
        assertEquals(0, store.eventsIn(family).size());
        redo();
        assertEquals(700, store.eventsIn(family).size());
    }
}
