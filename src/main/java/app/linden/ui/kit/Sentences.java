package app.linden.ui.kit;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What went wrong in the language of the window. The rooms below speak English, which is also what
 * logs and the command line say; the resource {@code sentences_de.txt} holds their sentences and
 * what they are in German, one a line. What it does not hold stays as it is, such as a server's own
 * words.
 */
public final class Sentences {
    /** One line, as a pattern of the English sentence and the German one. */
    private record Pair(Pattern english, String german) {
        static Pair of(String line) {
            String[] sides = line.split(" => ", 2);
            String english = Pattern.quote(sides[0]).replace("{0}", "\\E(.+)\\Q");
            return new Pair(Pattern.compile(english, Pattern.DOTALL), sides[1]);
        }
    }

    /** Read when the first one is needed. */
    private static final class German {
        static final List<Pair> ALL = read();

        private static List<Pair> read() {
            try (InputStream in =
                    Sentences.class.getResourceAsStream("/app/linden/ui/sentences_de.txt")) {
                if (in == null) {
                    return List.of();
                }
                List<Pair> pairs = new ArrayList<>();
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> pairs.add(Pair.of(line)));
                return pairs;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Sentences() {}

    /** The one sentence about what failed, see {@link Problem#sentence}. */
    public static String of(Throwable problem) {
        return of(Problem.sentence(problem));
    }

    /** A sentence that another room has made. */
    public static String of(String sentence) {
        if (!Locale.getDefault().getLanguage().equals("de")) {
            return sentence;
        }
        for (Pair pair : German.ALL) {
            Matcher matcher = pair.english().matcher(sentence);
            if (matcher.matches()) {
                return matcher.groupCount() == 0
                        ? pair.german()
                        : pair.german().replace("{0}", matcher.group(1));
            }
        }
        return sentence;
    }

    /** The same of one that may be none. */
    public static @Nullable String ofAny(@Nullable String sentence) {
        return sentence == null ? null : of(sentence);
    }
}
