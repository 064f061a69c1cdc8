package app.linden.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Words as people search for them: "Jäger", "jager" and "Jaeger" are the same word, and so are
 * "Café" and "cafe". Pure.
 */
public final class Fold {
    /** Longer words are the same when they begin the same. */
    private static final int LONGEST = 60;

    private static final int DIAERESIS = 0x308;

    /** What no decomposition turns into plain letters. */
    private static final Map<Integer, String> LETTERS =
            Map.ofEntries(
                    Map.entry((int) 'ß', "ss"),
                    Map.entry((int) 'æ', "ae"),
                    Map.entry((int) 'œ', "oe"),
                    Map.entry((int) 'ø', "o"),
                    Map.entry((int) 'ł', "l"),
                    Map.entry((int) 'đ', "d"),
                    Map.entry((int) 'ð', "d"),
                    Map.entry((int) 'þ', "th"),
                    Map.entry((int) 'ı', "i"));

    /** How letters are written by those whose keyboard has none. */
    private static final Map<Integer, String> WRITTEN_OUT =
            Map.of(
                    (int) 'ä', "ae", (int) 'ö', "oe", (int) 'ü', "ue", (int) 'ø', "oe", (int) 'å',
                    "aa");

    /**
     * A word of a text.
     *
     * @param start where it begins in the text
     * @param end where it ends, exclusive
     * @param forms one, or two where a letter can be written out
     */
    public record Word(int start, int end, List<String> forms) {
        public Word {
            forms = List.copyOf(forms);
        }

        /** Whether this begins as another word, in any form of both. */
        public boolean startsWith(Word other) {
            return other.forms.stream()
                    .anyMatch(beginning -> forms.stream().anyMatch(f -> f.startsWith(beginning)));
        }
    }

    private Fold() {}

    /** The words of a text in its order; signs are none. */
    public static List<Word> words(String text) {
        return words(text, Integer.MAX_VALUE);
    }

    /** The first so many words of a text. */
    public static List<Word> words(String text, int most) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length() && words.size() < most) {
            int cp = text.codePointAt(at);
            if (!isPart(cp)) {
                at += Character.charCount(cp);
                continue;
            }
            int end = isAlone(cp) ? at + Character.charCount(cp) : end(text, at);
            List<String> forms = forms(text, at, end);
            if (!forms.getFirst().isEmpty()) {
                words.add(new Word(at, end, forms));
            }
            at = end;
        }
        return words;
    }

    /**
     * How much of a word, in characters of the text, is what was searched for; 0 when it does not
     * begin so.
     */
    public static int matched(String text, Word word, Word beginning) {
        if (!word.startsWith(beginning)) {
            return 0;
        }
        for (int at = word.start; at < word.end; ) {
            at += Character.charCount(text.codePointAt(at));
            if (new Word(word.start, at, forms(text, word.start, at)).startsWith(beginning)) {
                return at - word.start;
            }
        }
        return word.end - word.start;
    }

    private static int end(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int cp = text.codePointAt(at);
            boolean apostrophe = cp == '\'' || cp == '’';
            int next = at + Character.charCount(cp);
            boolean within =
                    apostrophe
                            ? next < text.length() && Character.isLetter(text.codePointAt(next))
                            : isPart(cp) && !isAlone(cp);
            if (!within) {
                break;
            }
            at = next;
        }
        return at;
    }

    private static boolean isPart(int cp) {
        return Character.isLetterOrDigit(cp) || isMark(cp);
    }

    private static boolean isMark(int cp) {
        int type = Character.getType(cp);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Of scripts that put no blanks between words each letter counts as one. */
    private static boolean isAlone(int cp) {
        if (cp < 0x0E00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(cp)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> !isMark(cp);
            default -> false;
        };
    }

    private static List<String> forms(String text, int start, int end) {
        StringBuilder plain = new StringBuilder();
        StringBuilder written = new StringBuilder();
        boolean differ = false;
        for (int at = start; at < end && plain.length() < LONGEST; ) {
            int cp = text.codePointAt(at);
            at += Character.charCount(cp);
            if (cp < 128) {
                char c = Character.toLowerCase((char) cp);
                if (c != '\'') {
                    plain.append(c);
                    written.append(c);
                }
                continue;
            }
            if (cp == DIAERESIS && endsInVowel(written)) {
                written.append('e');
                differ = true;
                continue;
            }
            int small = Character.toLowerCase(cp);
            String folded = folded(small);
            String out = WRITTEN_OUT.get(small);
            plain.append(folded);
            written.append(out == null ? folded : out);
            differ |= out != null;
        }
        return differ ? List.of(plain.toString(), written.toString()) : List.of(plain.toString());
    }

    private static boolean endsInVowel(StringBuilder text) {
        return !text.isEmpty() && "aou".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static String folded(int cp) {
        String letters = LETTERS.get(cp);
        if (letters != null) {
            return letters;
        }
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(Character.toString(cp), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
