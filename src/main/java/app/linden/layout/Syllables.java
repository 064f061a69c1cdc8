package app.linden.layout;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Where a word that is wider than its line may go on in the next one: before a consonant that a
 * vowel follows, as English and German have it more often than not. No dictionary, and so never
 * wrong by more than a letter or two.
 */
public final class Syllables {
    private static final String VOWELS = "aeiouyäöüáàâéèêëíîïóôúûæøå";

    /** Letters that stand for one sound are never parted. */
    private static final Set<String> TOGETHER = Set.of("ch", "ck", "gh", "ph", "sh", "th", "sch");

    private static final int BEFORE = 2;
    private static final int AFTER = 3;

    private Syllables() {}

    /**
     * A text in which every word fits: those that are too wide go on after a hyphen and a line
     * break.
     *
     * @param room how wide a line is, in the unit of {@code width}
     * @return null when a word has no part that fits
     */
    public static @Nullable String fit(String text, double room, ToDoubleFunction<String> width) {
        StringBuilder fitted = new StringBuilder();
        for (String part : text.splitWithDelimiters("(?<=-)|\\s+", 0)) {
            String rest = part;
            while (!rest.isBlank() && width.applyAsDouble(rest) > room) {
                int end = end(rest, room, width);
                if (end == 0) {
                    return null;
                }
                fitted.append(rest, 0, end).append("-\n");
                rest = rest.substring(end);
            }
            fitted.append(rest);
        }
        return fitted.toString();
    }

    /**
     * How much of a word fits with a hyphen.
     *
     * @return 0 when there is no such part
     */
    public static int end(String word, double room, ToDoubleFunction<String> width) {
        for (int end = word.length() - AFTER; end >= BEFORE; end--) {
            if (mayEnd(word, end) && width.applyAsDouble(word.substring(0, end) + "-") <= room) {
                return end;
            }
        }
        return 0;
    }

    private static boolean mayEnd(String word, int end) {
        String low = word.toLowerCase(Locale.ROOT);
        if (low.length() != word.length()) {
            return false;
        }
        int vowel = end;
        while (vowel < low.length() && isConsonant(low, vowel)) {
            vowel++;
        }
        String sound = low.substring(end, vowel);
        return vowel < low.length()
                && Character.isLetter(low.charAt(vowel))
                && (sound.length() == 1 || TOGETHER.contains(sound))
                && !TOGETHER.contains(low.substring(end - 1, end + 1))
                && !low.startsWith("sch", end - 1)
                && low.chars().limit(end).anyMatch(c -> VOWELS.indexOf(c) >= 0);
    }

    private static boolean isConsonant(String low, int at) {
        return Character.isLetter(low.charAt(at)) && VOWELS.indexOf(low.charAt(at)) < 0;
    }
}
