package app.linden.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.words.Understood.Mark;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What sentences mean: the tables {@code english.txt} and {@code german.txt}, and that nothing
 * typed is lost or breaks anything.
 */
final class SentencesTest {
    private static final int RANDOM = Integer.getInteger("linden.sentences", 3_000);
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 10, 20);

    private record Row(Locale locale, LocalDateTime now, String sentence, String meaning) {}

    private static List<Row> rows(String name) {
        List<Row> rows = new ArrayList<>();
        Locale locale = Locale.US;
        LocalDateTime now = NOW;
        for (String line : read(name).split("\n")) {
            if (line.startsWith("@")) {
                String[] words = line.substring(1).strip().split(" ");
                locale = Locale.forLanguageTag(words[0]);
                now = LocalDateTime.parse(words[1]);
            } else if (line.contains(" => ") && !line.startsWith("# sentence")) {
                int arrow = line.indexOf(" => ");
                rows.add(new Row(locale, now, line.substring(0, arrow), line.substring(arrow + 4)));
            }
        }
        return rows;
    }

    private static String read(String name) {
        try (InputStream in = SentencesTest.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> aSentenceMeansWhatTheTableSays() {
        return Stream.of("english.txt", "german.txt")
                .flatMap(name -> rows(name).stream())
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.locale + " " + row.now + " " + row.sentence,
                                () ->
                                        assertEquals(
                                                row.meaning,
                                                Told.line(
                                                        Told.sentence(row.locale)
                                                                .read(row.sentence, row.now)))));
    }

    @Test
    void eachTableHasAHundredAndFiftySentences() {
        assertTrue(rows("english.txt").size() >= 150);
        assertTrue(rows("german.txt").size() >= 150);
    }

    @Test
    void whateverIsTypedNothingOfItIsLost() {
        long seed = Long.getLong("linden.seed", new Random().nextLong());
        Random random = new Random(seed);
        List<String> pieces = new ArrayList<>();
        Stream.of("english.txt", "german.txt")
                .flatMap(name -> rows(name).stream())
                .forEach(row -> pieces.addAll(List.of(row.sentence.split(" "))));
        pieces.addAll(
                List.of(
                        "#",
                        "##",
                        "@",
                        "\"",
                        "„",
                        "“",
                        "-",
                        "–",
                        ".",
                        ",",
                        "99",
                        "2026-02-30",
                        "31.31.",
                        "24:00",
                        "25:61",
                        "0",
                        "every",
                        "jeden",
                        "999999999",
                        "\u0001",
                        "\u0002",
                        "\uD83C",
                        "\uD83C\uDF89",
                        "\u202E",
                        "ß",
                        "İ",
                        "𝟛",
                        "٣",
                        "\t",
                        "\n",
                        "\\E",
                        "(",
                        "[",
                        "{0}"));
        Sentence english = Told.sentence(Locale.US);
        Sentence german = Told.sentence(Locale.GERMANY);
        for (int i = 0; i < RANDOM; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(14); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
                text.append(random.nextInt(8) == 0 ? "" : " ");
            }
            LocalDateTime now = NOW.plusHours(random.nextInt(200_000));
            check(english, text.toString(), now, seed);
            check(german, text.toString(), now, seed);
        }
    }

    /** What is not marked is in the title, letter for letter. */
    private static void check(Sentence sentence, String text, LocalDateTime now, long seed) {
        Understood u = sentence.read(text, now);
        StringBuilder left = new StringBuilder();
        int at = 0;
        for (Mark mark : u.marks()) {
            assertTrue(mark.start() >= at && mark.end() > mark.start(), () -> text + seed);
            left.append(text, at, mark.start());
            at = mark.end();
        }
        left.append(text.substring(at));
        assertEquals(letters(left.toString()), letters(u.title()), () -> text + " seed " + seed);
        assertTrue(u.when().length().seconds() >= 0 && u.when().length().days() >= 0);
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void aLongTextIsReadAsFarAsASentenceGoesAndKept() {
        String text = "tomorrow 9am " + "every 1 2 3 at a-b, ".repeat(5_000);
        Understood u = Told.sentence(Locale.US).read(text, NOW);
        assertEquals(NOW.toLocalDate().plusDays(1), u.when().start().toLocalDate());
        assertTrue(u.title().length() > 50_000);
    }
}
