package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.ObjectNode;

import java.util.Random;

final class OccurrencePatchTest {
    private static final ObjectNode EVENT =
            Json.parseObject(
                    "{\"uid\":\"u\",\"privacy\":\"public\",\"title\":\"t\",\"v\":[{\"x\":1},2],"
                        + "\"links\":{\"a/b~c\":{\"href\":\"a:b\"}},"
                        + "\"participants\":{\"1\":{\"calendarAddress\":\"a:b\",\"kind\":\"group\"}}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"title\":\"n\"}|/title|\"n\"",
                "{\"links/a~1b~0c/href\":\"c:d\"}|/links/a~1b~0c/href|\"c:d\"",
                "{\"v/0/x\":3}|/v/0/x|3",
                "{\"v/1\":[]}|/v/1|[]",
                "{\"nothing\":null}|/title|\"t\"",
                "{\"links/none\":null}|/links/none|",
                "{\"title\":null}|/title|",
                // Shared by all occurrences: without effect.
                "{\"uid\":\"other\"}|/uid|\"u\"",
                "{\"privacy\":\"secret\"}|/privacy|\"public\"",
                "{\"participants/1/calendarAddress\":\"c:d\"}|/participants/1/calendarAddress|\"a:b\"",
                "{\"participants/1/kind\":\"room\"}|/participants/1/kind|\"room\"",
            })
    void aRightPatchDoesTheSameStrictlyAndLeniently(String patch, String at, String value) {
        OccurrencePatch change = new OccurrencePatch(Json.parseObject(patch));
        String before = Json.write(EVENT);

        ObjectNode after = change.apply(EVENT);

        assertEquals(
                value == null ? "" : value,
                after.at(at).isMissingNode() ? "" : Json.write(after.at(at)));
        assertEquals(after, change.applyLeniently(EVENT));
        assertEquals(before, Json.write(EVENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"\":1}",
                "{\"v/0\":null}",
                "{\"v/2\":1}",
                "{\"v/-\":1}",
                "{\"v/01\":1}",
                "{\"v/-/x\":1}",
                "{\"title/x\":1}",
                "{\"locations/1/name\":\"x\"}",
                "{\"links\":{},\"links/x\":{}}",
                "{\"title\":\"n\",\"v/9\":1}",
            })
    void aWrongPatchIsRefusedAsAWholeAndShownAsFarAsItGoes(String patch) {
        OccurrencePatch change = new OccurrencePatch(Json.parseObject(patch));

        assertThrows(Problem.class, () -> change.apply(EVENT));
        ObjectNode shown = change.applyLeniently(EVENT);
        assertEquals(2, shown.path("v").size());
        assertTrue(shown.path("v").path(0).isObject());
    }

    @Test
    void outsideListsAndSharedPropertiesBothGrammarsAgree() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            ObjectNode before = RandomEvents.next(random);
            ObjectNode after = RandomEvents.changed(random, before);
            before.remove("recurrenceOverrides");
            after.remove("recurrenceOverrides");
            Patch patch = Patch.between(before, after);

            assertEquals(after, patch.apply(before));
            assertEquals(after, new OccurrencePatch(patch.toJson()).apply(before));
        }
    }
}
