package app.linden.words;

import app.linden.words.Clock.Half;
import app.linden.words.Clock.Part;
import app.linden.words.Understood.Kind;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** English times: "9", "9:30 am", "half past three", "noon". */
final class EnglishTimes extends Times {
    private static final String HOUR =
            "(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
    private static final String TIME =
            "(?:\\d{1,2}(?:[:.]\\d{2}|\\d{2}\\b)?(?:\\s?[ap]\\.?\\s?m\\b\\.?|\\s?o['’]?clock|h\\b)?|noon|midday|midnight|half\\spast\\s"
                    + HOUR
                    + "|quarter\\s(?:past|to)\\s"
                    + HOUR
                    + "|"
                    + HOUR
                    + "\\so['’]?clock)";
    private static final Pattern SPOKEN =
            Vocabulary.pattern("(half past|quarter past|quarter to) (\\w+)");
    private static final Pattern IN_THE =
            Vocabulary.pattern("(?<!\\w)(?:in the (morning|afternoon|evening)|(at night))(?!\\w)");
    private static final Pattern BESIDE =
            Vocabulary.pattern("(?<!\\w)(morning|afternoon|evening|night)(?!\\w)");

    EnglishTimes(boolean halves) {
        super(
                TIME,
                "from|between|at|@",
                "-|–|—|to\\b|till\\b|until\\b|and\\b",
                "at|@|from|by|around",
                "until|till|to",
                "(?:at|around) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
                halves);
    }

    @Override
    @Nullable Clock clock(String piece) {
        String text = small(piece).replaceAll("\\s+", " ");
        switch (text) {
            case "noon", "midday" -> {
                return Clock.of(12, 0, Half.EXACT);
            }
            case "midnight" -> {
                return Clock.of(0, 0, Half.EXACT);
            }
            default -> {}
        }
        Matcher spoken = SPOKEN.matcher(text);
        if (spoken.matches()) {
            int hour = Vocabulary.ENGLISH.number(spoken.group(2));
            return switch (spoken.group(1)) {
                case "half past" -> Clock.of(hour, 30, Half.OPEN);
                case "quarter past" -> Clock.of(hour, 15, Half.OPEN);
                default -> hour < 1 ? null : Clock.of(hour == 1 ? 12 : hour - 1, 45, Half.OPEN);
            };
        }
        if (text.matches(".*o['’]?clock")) {
            int hour = Vocabulary.ENGLISH.number(text.replaceAll("\\s?o['’]?clock", ""));
            return hour < 0 ? null : Clock.of(hour, 0, Half.OPEN);
        }
        if (Character.isLetter(text.charAt(0)) && Vocabulary.ENGLISH.number(text) > 0) {
            return Clock.of(Vocabulary.ENGLISH.number(text), 0, Half.OPEN);
        }
        boolean am = text.matches(".*a\\.?\\s?m\\.?");
        boolean pm = text.matches(".*p\\.?\\s?m\\.?");
        return digits(text, am ? Half.AM : pm ? Half.PM : null);
    }

    @Override
    boolean isClear(String piece) {
        String text = small(piece);
        return text.contains(":")
                || text.matches("\\d{1,2}h")
                || (Character.isLetter(text.charAt(text.length() - 1)) && !text.endsWith("h"))
                || text.matches(".*m\\.")
                || text.equals("midnight");
    }

    @Override
    boolean hasDots() {
        return false;
    }

    @Override
    void parts(Scan scan, Draft draft) {
        if (draft.part != null) {
            return;
        }
        if (!scan.take(IN_THE, Kind.TIME, m -> part(draft, m.group(m.group(1) == null ? 2 : 1)))) {
            scan.take(
                    BESIDE,
                    Kind.TIME,
                    m -> scan.touchesTaken(m.start(), m.start()) && part(draft, m.group(1)));
        }
    }

    static boolean part(Draft draft, String word) {
        draft.part =
                switch (small(word)) {
                    case "morning", "mornings" -> Part.MORNING;
                    case "afternoon", "afternoons" -> Part.AFTERNOON;
                    case "at night" -> Part.NIGHT;
                    default -> Part.EVENING;
                };
        return true;
    }
}
