package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

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
    void aRuleThatCannotBeReadDoesNotStopTheMerge() {
        ObjectNode series = with(base, "recurrenceRule", "{\"frequency\":\"daily\"}");
        ObjectNode mine =
                with(
                        series,
                        "recurrenceOverrides",
                        "{\"2026-11-26T18:00:00\":{\"title\":\"Guests\"}}");
        ObjectNode theirs = with(series, "recurrenceRule/frequency", "\"at whim\"");

        Merge.Merged merged = Merge.merge(series, mine, theirs);

        assertEquals(mine.path("recurrenceOverrides"), merged.result().path("recurrenceOverrides"));
    }

    @Test
    void aTimeThatCannotBeReadDoesNotStopTheMerge() {
        ObjectNode mine =
                with(
                        base,
                        "recurrenceOverrides",
                        "{\"2026-11-26T18:00:00\":{\"title\":\"Guests\"}}");
        ObjectNode theirs =
                with(
                        with(base, "recurrenceRule", "{\"frequency\":\"daily\"}"),
                        "start",
                        "\"soon\"");

        Merge.Merged merged = Merge.merge(base, mine, theirs);

        assertEquals("soon", merged.result().path("start").asString());
        assertEquals(mine.path("recurrenceOverrides"), merged.result().path("recurrenceOverrides"));
    }

    @Test
    void aValueOfAnotherTypeThanThePropertyHasIsNotLost() {
        ObjectNode mine = with(base, "locations", "\"at home\"");
        ObjectNode theirs = with(base, "locations/1/name", "\"Garden\"");

        Merge.Merged both = Merge.merge(base, mine, theirs);

        assertEquals(mine, Merge.merge(base, mine, base).result());
        assertEquals(theirs, both.result());
        assertEquals("at home", both.clashes().getFirst().mine().path("locations").asString());
    }

    @Test
    void mineOfACardTakesTheOverridesOfASeriesAlongWhenItMovesIt() {
        ObjectNode standing =
                with(
                        with(base, "recurrenceRule", "{\"frequency\":\"daily\"}"),
                        "recurrenceOverrides",
                        "{\"2026-11-26T18:00:00\":{\"start\":\"2026-11-26T19:00:00\"}}");

        ObjectNode after =
                Merge.taking(standing, Json.parseObject("{\"start\":\"2026-11-24T20:00:00\"}"));

        assertEquals(
                Json.parse("{\"2026-11-26T20:00:00\":{\"start\":\"2026-11-26T21:00:00\"}}"),
                after.path("recurrenceOverrides"));
    }
}
