package app.linden.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Rule;
import app.linden.model.Scope;
import app.linden.store.Peek;
import app.linden.store.Store;

import org.junit.jupiter.api.Test;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Any random sequence of commands, undone wholly, gives the start, and redone wholly the end; with
 * a server that takes the changes at any moment, and across restarts.
 */
final class UndoPropertiesTest extends UndoWorld {
    @Test
    void anySequenceUndoneWhollyGivesTheStartAndRedoneWhollyTheEnd() {
        int cases = Integer.getInteger("linden.undo.cases", 12);
        long seed = Long.getLong("linden.undo.seed", 1);
        for (int i = 0; i < cases; i++) {
            run(seed + i);
        }
    }

    private void run(long seed) {
        Random random = new Random(seed);
        boolean syncing = random.nextBoolean();
        Map<String, Integer> start = seen();
        int before = undoable();
        for (int i = 4 + random.nextInt(12); i > 0; i--) {
            act(random);
            if (syncing && random.nextInt(3) == 0) {
                sync();
            }
        }
        if (random.nextInt(4) == 0) {
            restart();
        }
        Map<String, Integer> end = seen();
        int steps = 0;
        while (undoable() > before) {
            assertEquals(List.of(), undo().kept(), "seed " + seed);
            steps++;
            if (syncing && random.nextInt(4) == 0) {
                sync();
            }
        }
        assertEquals(start, seen(), "undone, seed " + seed);
        for (; steps > 0; steps--) {
            assertEquals(List.of(), redo().kept(), "seed " + seed);
            if (syncing && random.nextInt(4) == 0) {
                sync();
            }
        }
        assertEquals(end, seen(), "redone, seed " + seed);
        assertTrue(store.check().join().isRight(), "seed " + seed);
        if (syncing) {
            sync();
            assertEquals(List.of(), store.waiting(), "seed " + seed);
            assertEquals(end, seen(), "synced, seed " + seed);
        }
    }

    private int undoable() {
        return Peek.acts(store);
    }

    private <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void act(Random random) {
        List<Calendar> calendars = store.calendars();
        Calendar calendar = pick(random, calendars);
        List<Store.Found> events = store.eventsIn(calendar.id());
        int hour = random.nextInt(20);
        if (events.isEmpty() || random.nextInt(4) == 0) {
            Event event = event(calendar.id(), "E" + random.nextInt(1000), hour);
            commands.create(
                            random.nextBoolean()
                                    ? event
                                    : event.with(Rule.every(1, Rule.Frequency.DAILY).withCount(12)))
                    .join();
            return;
        }
        Store.Found found = pick(random, events);
        Event event = found.event();
        Target whole = Target.whole(found.id());
        switch (random.nextInt(12)) {
            case 0, 1 -> retitle(found.id(), "T" + random.nextInt(1000));
            case 2 ->
                    commands.edit(
                                    whole,
                                    event,
                                    event.withText("description", "N" + random.nextInt(9))
                                            .withPlace("P" + random.nextInt(9)))
                            .join();
            case 3 -> {
                Calendar to = pick(random, calendars);
                commands.edit(
                                whole,
                                event,
                                event.with("calendarIds", Json.object().put(to.id(), true)))
                        .join();
            }
            case 4 ->
                    commands.move(
                                    whole,
                                    DAY.atTime(hour, 30),
                                    DAY.atTime(hour + 2, 0),
                                    false,
                                    BERLIN)
                            .join();
            case 5 -> commands.delete(whole).join();
            case 6 -> {
                String club =
                        commands.createCalendar(
                                        calendar.accountId(), "C" + random.nextInt(9999), "#111111")
                                .join();
                commands.create(event(club, "In", hour)).join();
            }
            case 7 -> commands.renameCalendar(calendar.id(), "R" + random.nextInt(9999)).join();
            case 8 -> {
                if (calendars.size() > 3) {
                    commands.deleteCalendar(calendar.id()).join();
                }
            }
            default -> {
                List<Target> some =
                        store.occurrences(DAY, DAY.plusDays(9), BERLIN).stream()
                                .filter(o -> o.eventId().equals(found.id()))
                                .filter(Agenda::hasScope)
                                .map(Target::of)
                                .toList();
                if (!some.isEmpty()) {
                    series(random, pick(random, some), hour);
                }
            }
        }
    }

    private void series(Random random, Target at, int hour) {
        Scope scope = pick(random, List.of(Scope.values()));
        LocalDateTime start = DAY.plusDays(random.nextInt(5)).atTime(hour, 15);
        Change change =
                random.nextInt(3) == 0
                        ? new Change.Deleted()
                        : new Change.Moved(start, start.plusHours(1), false, BERLIN);
        commands.change(at, scope, change).join();
    }
}
