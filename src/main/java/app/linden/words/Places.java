package app.linden.words;

import app.linden.words.Understood.Kind;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * "at Luigi's", "@ Luigi's", "bei Oma", "im Rathaus": what stands after up to what is understood.
 */
final class Places {
    private static final int LONGEST = 80;
    private static final Set<String> NO_PLACE =
            Set.of(
                    "all",
                    "least",
                    "last",
                    "once",
                    "most",
                    "first",
                    "the",
                    "a",
                    "an",
                    "bedarf",
                    "mal",
                    "januar",
                    "februar",
                    "märz",
                    "april",
                    "mai",
                    "juni",
                    "juli",
                    "august",
                    "september",
                    "oktober",
                    "november",
                    "dezember",
                    "sommer",
                    "winter",
                    "herbst",
                    "frühling",
                    "frühjahr",
                    "jahr",
                    "monat",
                    "moment",
                    "prinzip",
                    "team",
                    "urlaub",
                    "anschluss",
                    "voraus",
                    "internet",
                    "night");

    private static final Set<String> ARTICLES = Set.of("the", "a", "an");

    private final Pattern led;

    /**
     * @param words words before a place
     * @param ends words that end it
     */
    Places(String words, String ends) {
        led =
                Vocabulary.pattern(
                        "(?:(?<!\\w)(?:"
                                + words
                                + ") |(?<![\\w.])@ ?)((?:the |der |den |dem"
                                + " )?[\\p{L}\\d][^\u0001\u0002#@\"]{0,"
                                + LONGEST
                                + "}?)(?= *(?:$|[\u0001\u0002#@\"]|,? (?:"
                                + ends
                                + ")\\b))");
    }

    /** "at all" is none, "at the office" is one. */
    private static boolean isPlace(String text) {
        int blank = text.indexOf(' ');
        String first = Times.small(blank < 0 ? text : text.substring(0, blank));
        return !text.isEmpty()
                && (!NO_PLACE.contains(first) || (blank > 0 && ARTICLES.contains(first)));
    }

    void read(Scan scan, Draft draft) {
        scan.take(
                led,
                Kind.PLACE,
                m -> {
                    String place =
                            scan.typed(m.start(1), m.end(1)).strip().replaceAll("[\\s,;.]+$", "");
                    if (isPlace(place)) {
                        draft.place = place;
                        return true;
                    }
                    return false;
                });
    }
}
