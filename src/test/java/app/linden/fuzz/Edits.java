package app.linden.fuzz;

import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Merge;
import app.linden.model.Patch;
import app.linden.model.Preview;
import app.linden.model.Recurrence;
import app.linden.model.Rule;
import app.linden.model.Series;
import app.linden.model.SeriesEdit;
import app.linden.model.Validation;
import app.linden.model.When;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.List;

/** What people do to an event; a right one stays right. */
final class Edits {
    private Edits() {}

    static void of(Event event, When when, boolean right) {
        Event moved = event.with(when.at(when.start().plusMinutes(90)));
        Event called = event.withText("title", "Tea & “cake”").withPlace("Hall");
        if (right) {
            Holds.same(List.of(), Validation.added(event.json(), called.json()), "a new title");
        }
        merge(event, moved, called);
        if (!event.repeats()) {
            return;
        }
        LocalDateTime id = some(event, when);
        Event before = event.occurrence(id);
        Event after = before.withText("title", "One alone");
        Event one = Series.withOccurrence(event, id, before, after);
        Event less = Series.without(event, id);
        if (right) {
            Holds.same(List.of(), Validation.of(one.json()), "one occurrence changed");
            Holds.same(List.of(), Validation.of(less.json()), "one occurrence less");
            Holds.same("One alone", one.occurrence(id).title(), "its title");
        }
        merge(event, one, less);
        // One way of many for each event, always the same one: the fuzzer finds the others.
        int way = Math.floorMod(event.hashCode(), 12);
        Event next =
                switch (way % 4) {
                    case 0 -> moved;
                    case 1 -> called;
                    case 2 -> event.with(Rule.every(1, Rule.Frequency.WEEKLY));
                    default -> event.with((Rule) null);
                };
        if (way < 4) {
            result(
                    event,
                    null,
                    Holds.orRefused(() -> SeriesEdit.all(event, id, event, next)),
                    right);
        } else {
            result(
                    event,
                    id,
                    Holds.orRefused(
                            () -> SeriesEdit.following(event, id, event, next, "u2", way < 8)),
                    right);
        }
        Event ended = Holds.orRefused(() -> SeriesEdit.endedBefore(event, id));
        if (right && ended != null) {
            Holds.same(List.of(), Validation.of(ended.json()), "an earlier end");
        }
    }

    /** The third occurrence, or the first of them if there are fewer. */
    private static LocalDateTime some(Event event, When when) {
        List<LocalDateTime> starts =
                Holds.orRefused(() ->
                        Recurrence.expand(
                                        event,
                                        when.start(),
                                        when.start().plusYears(5),
                                        new Recurrence.Budget(10_000, 3))
                                .starts());
        return starts == null || starts.isEmpty() ? when.start() : starts.getLast();
    }

    private static void result(
            Event event, @Nullable LocalDateTime from, @Nullable SeriesEdit edit, boolean right) {
        if (edit == null) {
            return;
        }
        Holds.orRefused(() -> Preview.of(event, from, edit));
        if (right) {
            Holds.same(List.of(), Validation.of(edit.series().json()), "the series");
            Event added = edit.added();
            if (added != null) {
                Holds.same(List.of(), Validation.of(added.json()), "the second series");
            }
        }
    }

    private static void merge(Event base, Event mine, Event theirs) {
        Patch patch = mine.changesTo(theirs);
        Holds.same(
                present(theirs.json()), present(patch.apply(mine.json())), "a patch between two");
        Merge.Merged merged = Merge.merge(base.json(), mine.json(), theirs.json());
        merged.clashes().forEach(c -> Patch.leniently(c.mine()));
        Holds.same(
                Json.canonical(present(mine.json())),
                Json.canonical(
                        present(Merge.merge(base.json(), mine.json(), base.json()).result())),
                "a change against nothing");
        Merge.changesToSend(theirs.json(), mine.json());
    }

    /** A property that is null is one that is not there, as are overrides of nothing. */
    private static ObjectNode present(ObjectNode event) {
        ObjectNode present = event.deepCopy();
        event.properties()
                .forEach(p -> {
                    boolean none = p.getValue().isNull();
                    if (none
                            || p.getKey().equals("recurrenceOverrides") && p.getValue().isEmpty()) {
                        present.remove(p.getKey());
                    }
                });
        return present;
    }
}
