package app.linden.words;

import app.linden.words.Clock.Half;
import app.linden.words.Clock.Part;
import app.linden.words.Understood.Kind;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** German times: "15 Uhr", "15.30 Uhr", "halb vier", "Viertel nach 3", "abends". */
final class GermanTimes extends Times {
    private static final String HOUR =
            "(?:\\d{1,2}|eins|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)";
    private static final String TIME =
            "(?:\\d{1,2}(?:[:.]\\d{2})?(?:\\s?uhr(?:\\s\\d{2}\\b)?|\\s?h\\b)?|mittag\\b|mitternacht|halb\\s"
                    + HOUR
                    + "|(?:drei)?viertel\\s(?:(?:vor|nach)\\s)?"
                    + HOUR
                    + "|(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\\suhr)";
    private static final Pattern SPOKEN =
            Vocabulary.pattern("(halb|dreiviertel|viertel vor|viertel nach|viertel) (\\w+)");
    private static final Pattern WITH_MINUTES = Pattern.compile("(\\d{1,2})\\s?uhr\\s(\\d{2})");
    private static final Pattern PART =
            Vocabulary.pattern(
                    "(?<!\\w)(?:am (vormittag|nachmittag|abend|morgen|mittag)|in der"
                        + " (nacht|früh)|(morgens|vormittags|mittags|nachmittags|abends|nachts))(?!\\w)");
    private static final Pattern BESIDE =
            Vocabulary.pattern(
                    "(?<!\\w)(morgen|vormittag|mittag|mittags|nachmittag|abend|nacht|früh)(?!\\w)");

    GermanTimes() {
        super(
                TIME,
                "von|zwischen|ab|um",
                "-|–|—|bis\\b|und\\b",
                "um|ab|gegen|von|@",
                "bis",
                "(?:um|ab|gegen) (eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)",
                false);
    }

    @Override
    @Nullable Clock clock(String piece) {
        String text = small(piece).replaceAll("\\s+", " ");
        switch (text) {
            case "mittag" -> {
                return Clock.of(12, 0, Half.EXACT);
            }
            case "mitternacht" -> {
                return Clock.of(0, 0, Half.EXACT);
            }
            default -> {}
        }
        Matcher spoken = SPOKEN.matcher(text);
        if (spoken.matches()) {
            int hour = hour(spoken.group(2));
            int before = hour == 1 ? 12 : hour - 1;
            return hour < 1
                    ? null
                    : switch (spoken.group(1)) {
                        case "halb" -> Clock.of(before, 30, Half.OPEN);
                        case "viertel nach" -> Clock.of(hour, 15, Half.OPEN);
                        case "viertel" -> Clock.of(before, 15, Half.OPEN);
                        default -> Clock.of(before, 45, Half.OPEN);
                    };
        }
        Matcher minutes = WITH_MINUTES.matcher(text);
        if (minutes.matches()) {
            return Clock.of(
                    Integer.parseInt(minutes.group(1)),
                    Integer.parseInt(minutes.group(2)),
                    Half.EXACT);
        }
        if (hour(text) > 0 && Character.isLetter(text.charAt(0))) {
            return Clock.of(hour(text), 0, Half.OPEN);
        }
        boolean uhr = text.endsWith("uhr") || text.endsWith("h");
        if (uhr && Character.isLetter(text.charAt(0))) {
            int hour = hour(text.replace("uhr", "").strip());
            return hour < 0 ? null : Clock.of(hour, 0, Half.OPEN);
        }
        return digits(text, uhr ? uhr(text) : null);
    }

    /** "8 Uhr abends" is in the evening; "3 Uhr" alone is what it says. */
    private static Half uhr(String text) {
        return text.matches("\\d{1,2}\\s?uhr") ? Half.OPEN : Half.EXACT;
    }

    private static int hour(String word) {
        return word.equals("eins") || word.equals("ein") ? 1 : Vocabulary.GERMAN.number(word);
    }

    @Override
    boolean isClear(String piece) {
        String text = small(piece);
        return text.contains(":")
                || text.contains("uhr")
                || text.matches("\\d{1,2}\\s?h")
                || text.equals("mitternacht")
                || text.startsWith("halb ")
                || text.contains("viertel ");
    }

    @Override
    boolean hasDots() {
        return true;
    }

    @Override
    void parts(Scan scan, Draft draft) {
        if (draft.part != null) {
            return;
        }
        if (!scan.take(PART, Kind.TIME, m -> part(draft, first(m)))) {
            scan.take(
                    BESIDE,
                    Kind.TIME,
                    m -> scan.touchesTaken(m.start(), m.start()) && part(draft, m.group(1)));
        }
    }

    private static String first(java.util.regex.MatchResult m) {
        return m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
    }

    static boolean part(Draft draft, String word) {
        draft.part =
                switch (small(word)) {
                    case "morgen", "morgens", "früh", "vormittag", "vormittags" -> Part.MORNING;
                    case "mittag", "mittags" -> Part.NOON;
                    case "nachmittag", "nachmittags" -> Part.AFTERNOON;
                    case "abend", "abends" -> Part.EVENING;
                    default -> Part.NIGHT;
                };
        return true;
    }
}
