package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.ObjectNode;

import java.util.Random;

final class PatchTest {
    @Test
    void theDifferenceOfTwoEventsTurnsOneIntoTheOtherAndBack() {
        long seed = Long.getLong("linden.seed", System.nanoTime());
        System.out.println("PatchTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            ObjectNode before = RandomEvents.next(random);
            ObjectNode after = RandomEvents.changed(random, before);
            Patch patch = Patch.between(before, after);
            assertEquals(after, patch.apply(before), "seed " + seed + " round " + i);
            assertEquals(
                    before,
                    patch.valuesIn(before).applyLeniently(after),
                    "seed " + seed + " round " + i);
        }
    }

    @Test
    void twoPatchesInOneDoTheSameAsOneAfterTheOther() {
        long seed = Long.getLong("linden.seed", System.nanoTime());
        System.out.println("PatchTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            ObjectNode a = RandomEvents.next(random);
            ObjectNode b = RandomEvents.changed(random, a);
            ObjectNode c = RandomEvents.changed(random, b);
            Patch both = Patch.between(a, b).then(Patch.between(b, c));
            assertEquals(c, both.applyLeniently(a), "seed " + seed + " round " + i);
        }
    }

    @Test
    void whatAnUnknownObjectMapsToNullIsSentAsItIs() {
        ObjectNode before = Json.parseObject("{\"example.com:x\":{\"a\":{\"one\":1}}}");
        ObjectNode after = Json.parseObject("{\"example.com:x\":{\"a\":{\"one\":1,\"two\":null}}}");

        assertEquals(after, Patch.between(before, after).apply(before));
    }

    @Test
    void namesWithSlashesAndTildesAreEscaped() {
        ObjectNode before = Json.parseObject("{\"links\":{\"a/b~c\":{\"href\":\"x\"}}}");
        ObjectNode after = Json.parseObject("{\"links\":{\"a/b~c\":{\"href\":\"y\"}}}");

        Patch patch = Patch.between(before, after);

        assertEquals("links/a~1b~0c/href", patch.changes().firstKey());
        assertEquals(after, patch.apply(before));
    }

    @Test
    void anOverrideThatRemovesAPropertyIsSentWhole() {
        ObjectNode before =
                Json.parseObject(
                        "{\"recurrenceOverrides\":{\"2026-11-02T09:00:00\":{\"title\":\"a\"}}}");
        ObjectNode after =
                Json.parseObject(
                        "{\"recurrenceOverrides\":{\"2026-11-02T09:00:00\":{\"title\":\"a\",\"description\":null}}}");

        Patch patch = Patch.between(before, after);

        assertEquals("recurrenceOverrides/2026-11-02T09:00:00", patch.changes().firstKey());
        assertEquals(after, patch.apply(before));
    }

    @Test
    void pointersThatContradictAreRefused() {
        ObjectNode patch = Json.parseObject("{\"a\":1,\"a-b\":2,\"a/c\":3}");

        assertThrows(Problem.class, () -> Patch.of(patch));
    }

    @Test
    void aPointerIntoAnArrayIsRefused() {
        ObjectNode object = Json.parseObject("{\"list\":[{\"a\":1}]}");

        assertThrows(Problem.class, () -> Patch.of("list/0/a", Json.text("x")).apply(object));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"\":1}",
                "{\"a/b\":1}",
                "{\"list/0\":1}",
                "{\"list/-\":1}",
                "{\"text/x\":1}",
                "{\"absent/x\":null}",
                "{\"o\":null,\"o/x\":1}",
            })
    void setRefusesWhatRfc8620DoesNotKnow(String patch) {
        ObjectNode object = Json.parseObject("{\"list\":[1],\"text\":\"t\",\"o\":{\"x\":0}}");
        String before = Json.write(object);

        assertThrows(Problem.class, () -> Patch.of(Json.parseObject(patch)).apply(object));
        assertEquals(before, Json.write(object));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'o/x':null}|{'o':{},'~1':{'/':0}}",
                "{'o/none':null}|{'o':{'x':0},'~1':{'/':0}}",
                "{'none':null}|{'o':{'x':0},'~1':{'/':0}}",
                "{'~01/~1':2}|{'o':{'x':0},'~1':{'/':2}}",
                "{'uid':'v','o':1}|{'o':1,'~1':{'/':0},'uid':'v'}",
            })
    void setTakesEscapesAndNullsOnAbsentValues(String patch, String after) {
        ObjectNode object = Json.parseObject("{\"o\":{\"x\":0},\"~1\":{\"/\":0}}");

        assertEquals(
                Json.parseObject(after.replace('\'', '"')),
                Patch.of(Json.parseObject(patch.replace('\'', '"'))).apply(object));
    }
}
