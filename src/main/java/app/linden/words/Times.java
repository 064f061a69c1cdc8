package app.linden.words;

import app.linden.words.Clock.Half;
import app.linden.words.Understood.Kind;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of the day and from when to when, with the words of one language. */
abstract class Times {
    /** After these a number counts things. */
    private static final Set<String> COUNTED =
            Set.of(
                    "chapter",
                    "chapters",
                    "page",
                    "pages",
                    "no",
                    "nr",
                    "number",
                    "room",
                    "rooms",
                    "gate",
                    "level",
                    "version",
                    "week",
                    "weeks",
                    "grade",
                    "class",
                    "unit",
                    "part",
                    "season",
                    "team",
                    "group",
                    "size",
                    "track",
                    "platform",
                    "line",
                    "bus",
                    "tram",
                    "lesson",
                    "step",
                    "phase",
                    "kapitel",
                    "seite",
                    "seiten",
                    "raum",
                    "zimmer",
                    "klasse",
                    "gruppe",
                    "teil",
                    "lektion",
                    "woche",
                    "wochen",
                    "kw",
                    "linie",
                    "gleis",
                    "stufe",
                    "staffel",
                    "nummer",
                    "haus",
                    "hausnummer");

    private final Pattern range;
    private final Pattern single;
    private final Pattern until;
    private final Pattern spelled;
    final boolean halves;

    /**
     * @param time a time of day, without groups
     * @param from words before the start of a range
     * @param to words and signs between start and end
     * @param at words before a single time
     * @param till words before an end alone
     * @param spelled an hour as a word, group 1, after the words that make it one
     * @param halves whether "3:30" may be in the afternoon
     */
    Times(
            String time,
            String from,
            String to,
            String at,
            String till,
            String spelled,
            boolean halves) {
        this.halves = halves;
        range =
                Vocabulary.pattern(
                        "(?<![\\w.:/])(?:("
                                + from
                                + ")\\s+)?("
                                + time
                                + ")\\s*("
                                + to
                                + ")\\s*("
                                + time
                                + ")(?![\\w:/]|[.,-]\\d)");
        single =
                Vocabulary.pattern(
                        "(?<![\\w.:/#-])(?:("
                                + at
                                + ")\\s*)?("
                                + time
                                + ")(?![\\w:/%€$]|[.,-]\\d)");
        this.spelled = Vocabulary.pattern("(?<!\\w)" + spelled + "(?!\\w)");
        until =
                Vocabulary.pattern(
                        "(?<!\\w)(?:" + till + ")\\s+(" + time + ")(?![\\w:/]|[.,-]\\d)");
    }

    /** What a piece that matched the pattern of a time means; null for no time. */
    abstract @Nullable Clock clock(String piece);

    /** Whether a piece says by itself that it is a time. */
    abstract boolean isClear(String piece);

    /** Takes what the language has besides: parts of the day. */
    abstract void parts(Scan scan, Draft draft);

    void read(Scan scan, Draft draft) {
        parts(scan, draft);
        if (scan.take(range, Kind.TIME, m -> range(scan, draft, m))) {
            return;
        }
        boolean found =
                scan.take(single, Kind.TIME, m -> isClear(m.group(2)) && single(draft, m))
                        || scan.take(single, Kind.TIME, m -> mayBeTime(scan, m) && single(draft, m))
                        || scan.take(spelled, Kind.TIME, m -> spelled(scan, draft, m));
        if (found) {
            scan.take(
                    until,
                    Kind.TIME,
                    m -> {
                        draft.end = clock(m.group(1));
                        return draft.end != null;
                    });
        }
    }

    private boolean range(Scan scan, Draft draft, MatchResult m) {
        Clock start = clock(m.group(2));
        Clock end = clock(m.group(4));
        boolean clear = isClear(m.group(2)) || isClear(m.group(4)) || m.group(1) != null;
        boolean likely =
                scan.touchesTaken(m.start(), m.end())
                        || scan.isFirst(m.start())
                        || scan.isLast(m.end());
        if (start == null || end == null || !(clear || (likely && !counts(scan, m)))) {
            return false;
        }
        draft.start = start;
        draft.end = end;
        return true;
    }

    private static boolean counts(Scan scan, MatchResult m) {
        return COUNTED.contains(scan.wordBefore(m.start()));
    }

    /** Whether "15.30" beside a day is a time. */
    abstract boolean hasDots();

    /**
     * A bare number is a time after "at", or beside a day; never before a name: "at 12 Elm Street".
     */
    private boolean mayBeTime(Scan scan, MatchResult m) {
        boolean named = m.group(1) != null;
        if (!named && !hasDots() && m.group(2).indexOf('.') > 0) {
            return false;
        }
        boolean beside = scan.touchesTaken(m.start(), m.end()) && !counts(scan, m);
        return (named && !Character.isUpperCase(scan.next(m.end())))
                || (beside
                        && (named
                                || !Character.isLetter(scan.next(m.end()))
                                || scan.isFirst(m.start())));
    }

    private boolean spelled(Scan scan, Draft draft, MatchResult m) {
        if (Character.isUpperCase(scan.next(m.end()))) {
            return false;
        }
        draft.start = clock(m.group(1));
        return draft.start != null;
    }

    private boolean single(Draft draft, MatchResult m) {
        draft.start = clock(m.group(2));
        return draft.start != null;
    }

    /** Digits with or without minutes: "9", "9:30", "0930". */
    final @Nullable Clock digits(String piece, @Nullable Half half) {
        Matcher m = DIGITS.matcher(piece);
        if (!m.lookingAt()) {
            return null;
        }
        String hour = m.group(1);
        boolean minutes = m.group(2) != null;
        Half said = half;
        if (said == null) {
            boolean written = hour.startsWith("0") || (minutes && !halves);
            said = written ? Half.EXACT : Half.OPEN;
        }
        return Clock.of(Integer.parseInt(hour), minutes ? Integer.parseInt(m.group(2)) : 0, said);
    }

    static String small(String piece) {
        return piece.strip().toLowerCase(Locale.ROOT);
    }

    private static final Pattern DIGITS = Pattern.compile("(\\d{1,2})(?:[:.h]?(\\d{2}))?");
}
