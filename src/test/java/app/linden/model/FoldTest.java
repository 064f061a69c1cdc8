package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Random;

/** Words as people search for them. */
final class FoldTest {
    private static List<List<String>> forms(String text) {
        return Fold.words(text).stream().map(Fold.Word::forms).toList();
    }

    @Test
    void aWordIsWithoutCaseAccentsAndSigns() {
        assertEquals(
                List.of(List.of("cafe"), List.of("a"), List.of("l2b"), List.of("luigis")),
                forms("  Café, à: L2B (LUIGI’S)!"));
        assertEquals(List.of(List.of("grosse", "groesse")), forms("Größe"));
        assertEquals(List.of(List.of("jager", "jaeger")), forms("Ja\u0308ger"));
        assertEquals(List.of(List.of("strasse")), forms("STRASSE"));
        assertEquals(List.of(List.of("日"), List.of("本"), List.of("goes")), forms("日本 goes"));
        assertEquals(List.of(), forms(" -- \uD800 … '’"));
    }

    @ParameterizedTest
    @CsvSource({
        "Jäger,jag,3",
        "Jäger,JAEG,3",
        "Jaeger,jäg,4",
        "Straße,strass,5",
        "Ænder,aend,3",
        "O'Neill,onei,5",
        "Müller,mx,0",
        "Ангелина,анг,3"
    })
    void aBeginningIsMarkedInTheTextAsItIsWritten(String text, String typed, int length) {
        Fold.Word word = Fold.words(text).getFirst();
        assertEquals(length, Fold.matched(text, word, Fold.words(typed).getFirst()));
    }

    @Test
    void anyTextHasWordsInOrderWithinIt() {
        long seed = Long.getLong("linden.seed", new Random().nextLong());
        Random random = new Random(seed);
        String letters = "aÄß'’\u0308\uD83D\uDE00\uD800日 ก.İ\u0000ﬀ½";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            int end = 0;
            for (Fold.Word word : Fold.words(text.toString())) {
                assertTrue(word.start() >= end && word.end() > word.start(), () -> "seed " + seed);
                assertTrue(word.startsWith(word), () -> "seed " + seed);
                assertFalse(word.forms().getFirst().isEmpty(), () -> "seed " + seed);
                assertTrue(Fold.matched(text.toString(), word, word) > 0, () -> "seed " + seed);
                end = word.end();
            }
        }
    }
}
