package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Random;

/** Merging by units, on cases that a person would meet; the laws are in MergeLawsTest. */
final class MergeTest {
    private static final String BASE =
            """
            {"@type":"Event","uid":"u","title":"Dinner","start":"2026-11-24T18:00:00","timeZone":"Europe/Berlin",
             "duration":"PT2H","description":"one\\ntwo\\nthree\\nfour\\nfive",
             "locations":{"1":{"@type":"Location","name":"Home","description":"ring twice"}},
             "keywords":{"family":true},"calendarIds":{"c1":true}}\
            """;

    private final ObjectNode base = Json.parseObject(BASE);

    private static ObjectNode with(ObjectNode object, String pointer, String json) {
        return Patch.of(pointer, Json.parse(json)).applyLeniently(object);
    }

    @Test
    void changesOfDifferentUnitsAreBothTaken() {
        ObjectNode mine = with(base, "title", "\"Supper\"");
        ObjectNode theirs = with(base, "start", "\"2026-11-24T19:00:00\"");

        Merge.Merged merged = Merge.merge(base, mine, theirs);

        assertEquals(with(theirs, "title", "\"Supper\""), merged.result());
        assertEquals(List.of(), merged.clashes());
    }

    @Test
    void sameFieldChangedTwiceKeepsTheirsAndPutsMineOnACard() {
        ObjectNode mine = with(base, "title", "\"Supper\"");
        ObjectNode theirs = with(base, "title", "\"Party\"");

        Merge.Merged merged = Merge.merge(base, mine, theirs);

        assertEquals("Party", merged.result().path("title").asString());
        assertEquals(
                List.of(
                        new Merge.Clash(
                                "title",
                                Json.parseObject("{\"title\":\"Supper\"}"),
                                Json.parseObject("{\"title\":\"Party\"}"))),
                merged.clashes());
    }

    @Test
    void whenIsOneUnit() {
        ObjectNode mine = with(base, "duration", "\"PT3H\"");
        ObjectNode theirs = with(base, "start", "\"2026-11-25T18:00:00\"");

        Merge.Merged merged = Merge.merge(base, mine, theirs);

        assertEquals(theirs, merged.result());
        assertEquals("when", merged.clashes().getFirst().unit());
        assertEquals(
                Json.parseObject("{\"start\":\"2026-11-24T18:00:00\",\"duration\":\"PT3H\"}"),
                merged.clashes().getFirst().mine());
    }

    @Test
    void notesMergeLineByLine() {
        ObjectNode mine = with(base, "description", "\"ONE\\ntwo\\nthree\\nfour\\nfive\"");
        ObjectNode theirs = with(base, "description", "\"one\\ntwo\\nthree\\nfour\\nFIVE\\nsix\"");

        Merge.Merged merged = Merge.merge(base, mine, theirs);

        assertEquals(
                "ONE\ntwo\nthree\nfour\nFIVE\nsix", merged.result().path("description").asString());
        assertEquals(List.of(), merged.clashes());
    }

    @Test
    void notesChangedInTheSameLineAreAConflictWithoutMarkersInTheText() {
        ObjectNode mine = with(base, "description", "\"one\\ntwo\\nMINE\\nfour\\nfive\"");
        ObjectNode theirs = with(base, "description", "\"one\\ntwo\\nTHEIRS\\nfour\\nfive\"");

        Merge.Merged merged = Merge.merge(base, mine, theirs);

        assertEquals(theirs, merged.result());
        assertEquals("description", merged.clashes().getFirst().unit());
    }

    @Test
    void entriesOfAMapMergePropertyByProperty() {
        ObjectNode mine = with(base, "locations/1/name", "\"Garden\"");
        ObjectNode theirs = with(base, "locations/1/description", "\"no bell\"");

        Merge.Merged merged = Merge.merge(base, mine, theirs);

        assertEquals("Garden", merged.result().at("/locations/1/name").asString());
        assertEquals("no bell", merged.result().at("/locations/1/description").asString());
        assertEquals(List.of(), merged.clashes());
    }

    @Test
    void anEntryRemovedThereAndChangedHereIsKept() {
        ObjectNode mine = with(base, "locations/1/name", "\"Garden\"");
        ObjectNode theirs = with(base, "locations", "null");

        Merge.Merged merged = Merge.merge(base, mine, theirs);

        assertEquals("Garden", merged.result().at("/locations/1/name").asString());
    }

    @Test
    void setsMergeElementByElement() {
        ObjectNode mine = with(base, "keywords/work", "true");
        ObjectNode theirs = with(with(base, "keywords/family", "null"), "keywords/fun", "true");

        Merge.Merged merged = Merge.merge(base, mine, theirs);

        assertEquals(Json.parse("{\"work\":true,\"fun\":true}"), merged.result().path("keywords"));
    }

    @Test
    void twoMovesBetweenCalendarsDoNotPutTheEventInTwo() {
        ObjectNode mine = with(base, "calendarIds", "{\"c2\":true}");
        ObjectNode theirs = with(base, "calendarIds", "{\"c3\":true}");

        Merge.Merged merged = Merge.merge(base, mine, theirs);

        assertEquals(Json.parse("{\"c3\":true}"), merged.result().path("calendarIds"));
        assertEquals("calendarIds", merged.clashes().getFirst().unit());
    }

    @Test
    void anOverrideFollowsASeriesThatWasMovedMeanwhile() {
        ObjectNode series =
                with(
                        base,
                        "recurrenceRule",
                        "{\"@type\":\"RecurrenceRule\",\"frequency\":\"daily\"}");
        ObjectNode mine =
                with(
                        series,
                        "recurrenceOverrides",
                        "{\"2026-11-26T18:00:00\":{\"title\":\"Guests\"}}");
        ObjectNode theirs = with(series, "start", "\"2026-11-24T20:00:00\"");

        Merge.Merged merged = Merge.merge(series, mine, theirs);

        assertEquals(
                Json.parse("{\"2026-11-26T20:00:00\":{\"title\":\"Guests\"}}"),
                merged.result().path("recurrenceOverrides"));
    }

    @Test
    void anOverrideMadeThereFollowsASeriesThatIMoved() {
        ObjectNode series =
                with(
                        base,
                        "recurrenceRule",
                        "{\"@type\":\"RecurrenceRule\",\"frequency\":\"daily\"}");
        ObjectNode mine = with(series, "start", "\"2026-11-24T20:00:00\"");
        ObjectNode theirs =
                with(
                        series,
                        "recurrenceOverrides",
                        "{\"2026-11-26T18:00:00\":{\"title\":\"Guests\"}}");

        Merge.Merged merged = Merge.merge(series, mine, theirs);

        assertEquals("2026-11-24T20:00:00", merged.result().path("start").asString());
        assertEquals(
                Json.parse("{\"2026-11-26T20:00:00\":{\"title\":\"Guests\"}}"),
                merged.result().path("recurrenceOverrides"));
    }

    @Test
    void myOverrideOfAnOccurrenceThatTheirRuleNoLongerHasBecomesACardAndNoGhost() {
        ObjectNode series =
                with(
                        base,
                        "recurrenceRule",
                        "{\"@type\":\"RecurrenceRule\",\"frequency\":\"daily\"}");
        ObjectNode mine =
                with(
                        series,
                        "recurrenceOverrides",
                        "{\"2026-11-26T18:00:00\":{\"title\":\"Guests\"}}");
        ObjectNode theirs = with(series, "recurrenceRule/frequency", "\"weekly\"");

        Merge.Merged merged = Merge.merge(series, mine, theirs);

        assertTrue(merged.result().path("recurrenceOverrides").isMissingNode());
        assertEquals("recurrenceOverrides/2026-11-26T18:00:00", merged.clashes().getFirst().unit());
    }

    @Test
    void theLawsHoldOnRandomTriples() {
        long seed = Long.getLong("linden.seed", System.nanoTime());
        System.out.println("MergeTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            ObjectNode b = RandomEvents.next(random);
            ObjectNode l = RandomEvents.changed(random, b);
            ObjectNode r = RandomEvents.changed(random, b);
            String where = "seed " + seed + " round " + i;
            assertEquals(r, Merge.merge(b, b, r).result(), where);
            assertEquals(l, withServerOwned(Merge.merge(b, l, b).result(), l), where);
            assertEquals(List.of(), Merge.merge(b, l, b).clashes(), where);
            assertEquals(l, Merge.merge(b, l, l).result(), where);
            assertEquals(List.of(), Merge.merge(b, l, l).clashes(), where);
            Merge.Merged merged = Merge.merge(b, l, r);
            assertEquals(
                    Json.canonical(merged.result()),
                    Json.canonical(Merge.merge(b, l, r).result()),
                    where);
            assertNothingOfMineIsLost(b, l, merged, where);
        }
    }

    /** What only the server sets is never taken from me. */
    private static ObjectNode withServerOwned(ObjectNode result, ObjectNode from) {
        ObjectNode copy = result.deepCopy();
        Units.SERVER_OWNED.stream().filter(from::has).forEach(p -> copy.set(p, from.get(p)));
        return copy;
    }

    private static void assertNothingOfMineIsLost(
            ObjectNode b, ObjectNode l, Merge.Merged merged, String where) {
        if (!l.path("start").equals(b.path("start"))
                || !merged.result().path("start").equals(b.path("start"))) {
            return; // Overrides move with the start, so their pointers differ; MergeTest's cases
            // cover that.
        }
        Patch mine = Patch.between(b, l);
        mine.changes()
                .forEach((pointer, value) -> {
                    boolean inResult = Pointers.get(merged.result(), pointer).equals(value);
                    boolean onCard =
                            merged.clashes().stream()
                                    .anyMatch(c ->
                                            c.unit().startsWith(pointer)
                                                    || pointer.startsWith(c.unit())
                                                    || c.mine().has(pointer));
                    boolean finer =
                            value.isObject()
                                    || Pointers.get(b, pointer).isObject()
                                    || pointer.equals("description");
                    assertTrue(
                            inResult || onCard || finer,
                            where + ": lost " + pointer + " = " + value);
                });
    }
}
