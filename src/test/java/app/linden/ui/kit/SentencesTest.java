package app.linden.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.base.Problem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class SentencesTest {
    private static final Path SOURCES = Path.of("src/main/java/app/linden");
    private static final Path GERMAN = Path.of("src/main/resources/app/linden/ui/sentences_de.txt");

    /** Whose sentences a person at a window comes to read. */
    private static final List<String> ROOMS = List.of("calendar", "store", "sync", "remote");

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void german() {
        Texts.speak(Locale.GERMANY);
    }

    @AfterEach
    void asBefore() {
        Texts.speak(before);
    }

    @Test
    void aSentenceIsGermanInAGermanWindow() {
        assertEquals(
                "Diesen Kalender gibt es nicht mehr.",
                Sentences.of("This calendar no longer exists."));
        assertEquals(
                "„Swim“ ist schon in deinem Kalender.",
                Sentences.of(
                        new Problem(
                                Problem.Kind.BAD_INPUT, "“Swim” is in your calendar already.")));
        assertEquals(
                "In Linden ist etwas schiefgegangen (IllegalStateException).",
                Sentences.of(new IllegalStateException("x")));
        assertEquals("Quota exceeded", Sentences.of("Quota exceeded"), "a server's own words");
        Texts.speak(Locale.US);
        assertEquals(
                "This calendar no longer exists.", Sentences.of("This calendar no longer exists."));
    }

    @Test
    void everySentenceOfTheRoomsBelowHasAGermanOne() throws IOException {
        Pattern whole = Pattern.compile("Problem\\.Kind\\.[A-Z_]+,\\s*\"([^\"]+\\.)\"\\s*[,)]");
        TreeSet<String> left = new TreeSet<>();
        for (String room : ROOMS) {
            Matcher matcher = whole.matcher(sources(SOURCES.resolve(room)));
            while (matcher.find()) {
                String sentence = matcher.group(1);
                if (Sentences.of(sentence).equals(sentence)) {
                    left.add(sentence);
                }
            }
        }
        assertEquals(Set.of(), left);
    }

    @Test
    void noGermanSentenceIsOfOneThatIsNoLongerSaid() throws IOException {
        String all = sources(SOURCES);
        TreeSet<String> stale = new TreeSet<>();
        for (String line : Files.readAllLines(GERMAN)) {
            String english = line.substring(0, line.indexOf(" => "));
            for (String part : english.split("\\{0\\}", -1)) {
                if (!all.contains(part)) {
                    stale.add(english);
                }
            }
        }
        assertEquals(Set.of(), stale);
    }

    /** With texts that are written over several lines put together. */
    private static String sources(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
            }
        }
        return all.toString();
    }
}
