package app.linden.words;

import app.linden.words.Understood.Kind;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** "morgen", "nächsten Dienstag", "3.-5. Dezember", "am 15.", "in 2 Wochen". */
final class GermanDates extends Dates {
    private static final Vocabulary DE = Vocabulary.GERMAN;
    private static final String YEAR = "(?: (\\d{4})(?![:\\w]))?";
    private static final String ON = "(?<!\\w)(?:(?:am|den|vom|ab|ab dem|der|zum) )?";
    private static final String TO = " ?(?:-|–|—|bis zum|bis) ?";
    private static final String NEXT_WORD =
            "(?:nächsten?r?|nächstes|naechsten?|kommenden?r?|kommendes)";

    /** Days whose short names are words, too. */
    private static final Set<String> SHORT = Set.of("mo", "di", "mi", "do", "fr", "sa", "so");

    /** "Di abends" is a day, "so ein Tag" is none. */
    private static final Set<String> TIME_WORDS =
            Set.of(
                    "um",
                    "ab",
                    "von",
                    "gegen",
                    "bis",
                    "früh",
                    "morgens",
                    "vormittags",
                    "mittags",
                    "nachmittags",
                    "abends",
                    "bei",
                    "mit",
                    "in",
                    "im",
                    "für");

    private static final Pattern MONTH_RANGE =
            Vocabulary.pattern(
                    ON
                            + "(\\d{1,2})\\.?(?: ("
                            + DE.month()
                            + "))?"
                            + TO
                            + "(\\d{1,2})\\.? ?("
                            + DE.month()
                            + ")(?!\\w)"
                            + YEAR);
    private static final Pattern DAYS =
            Vocabulary.pattern(
                    "(?<!\\w)(?:von )?("
                            + NEXT_WORD
                            + " )?("
                            + DE.day()
                            + ")\\b\\.?"
                            + TO
                            + "("
                            + DE.day()
                            + ")\\b\\.?(?!\\w)");
    private static final Pattern DAY_MONTH =
            Vocabulary.pattern(ON + "(\\d{1,2})\\.? ?(" + DE.month() + ")(?!\\w)" + YEAR);
    private static final Pattern LED_DOTS =
            Vocabulary.pattern(
                    "(?<!\\w)(?:am|vom|den|ab|bis) (\\d{1,2})\\.(\\d{1,2})(?![\\w.:]| ?uhr)");
    private static final Pattern NEAR =
            Vocabulary.pattern(
                    "(?<!\\w)(?:ab |bis )?(übermorgen|uebermorgen|heute|(?<!am )(?<!jeden"
                            + " )(?<!jeden\u0001)morgen|gestern)(?!\\w)");
    private static final Pattern DAY_IN =
            Vocabulary.pattern(
                    "(?<!\\w)(?:am )?("
                            + DE.day()
                            + "|heute|morgen) in ("
                            + DE.number()
                            + ") (wochen?|tagen?)(?!\\w)");
    private static final Pattern IN =
            Vocabulary.pattern(
                    "(?<!\\w)in (?:etwa )?(" + DE.number() + ")[ -]?(" + DE.unit() + ")(?!\\w)");
    private static final Pattern NEXT_WEEK =
            Vocabulary.pattern(
                    "(?<!\\w)(?:(?:in der )?"
                            + NEXT_WORD
                            + " woche(?: am)? ("
                            + DE.day()
                            + ")|(?:am )?("
                            + DE.day()
                            + ") (?:in der )?"
                            + NEXT_WORD
                            + " woche)(?!\\w)");
    private static final Pattern NEXT =
            Vocabulary.pattern(
                    "(?<!\\w)(?:in der |im |am )?"
                            + NEXT_WORD
                            + " (woche|monat|jahr|wochenende)(?!\\w)");
    private static final Pattern WEEKEND =
            Vocabulary.pattern("(?<!\\w)(?:am|dieses|übers) wochenende(?!\\w)");
    private static final Pattern WEEKDAY =
            Vocabulary.pattern(
                    "(?<!\\w)((?:am|ab|bis|vom|zum) )?((?:diesen|dieser|übernächsten?|"
                            + NEXT_WORD
                            + ") )?("
                            + DE.day()
                            + ")(abend|morgen|früh|mittag|vormittag|nachmittag|nacht)?\\b\\.?(?!\\w)");
    private static final Pattern ON_NUMBER =
            Vocabulary.pattern("(?<!\\w)(?:am|zum|ab dem|den) (\\d{1,2})\\.(?! ?\\d)(?!\\w)");
    private static final Pattern BESIDE =
            Vocabulary.pattern(
                    "(?<!\\w)(?:am |den |vom )?(" + DE.day() + ")\\b\\.?,?(?: den| dem)?(?!\\w)");
    private static final Pattern UNTIL =
            Vocabulary.pattern(
                    "(?<!\\w)bis (?:zum |einschließlich )?([\\w.,/-]+(?: [\\w.,]+){0,3}?)(?="
                            + " *(?:$|[\u0001#@]|,? (?:um|ab|von|für|mit|bei|im|in|erinner\\w*)\\b|"
                            + " \\d{1,2}(?::| ?uhr)))");

    private final boolean german;

    /**
     * @param german whether the person's language is German, where "Do" is more often a day than a
     *     verb
     */
    GermanDates(boolean german) {
        super(true);
        this.german = german;
    }

    @Override
    Pattern untilWords() {
        return UNTIL;
    }

    @Override
    Pattern weekday() {
        return BESIDE;
    }

    @Override
    @Nullable DayOfWeek weekday(String word) {
        return DE.day(word);
    }

    @Override
    boolean named(Scan scan, Draft d) {
        return scan.take(MONTH_RANGE, Kind.DATE, m -> monthRange(d, m))
                || scan.take(
                        DAY_MONTH,
                        Kind.DATE,
                        m ->
                                d.on(
                                        Draft.date(
                                                d.today,
                                                Integer.parseInt(m.group(1)),
                                                DE.month(m.group(2)),
                                                year(m.group(3)))))
                || scan.take(
                        LED_DOTS,
                        Kind.DATE,
                        m ->
                                d.on(
                                        Draft.date(
                                                d.today,
                                                Integer.parseInt(m.group(1)),
                                                Integer.parseInt(m.group(2)),
                                                null)));
    }

    @Override
    boolean relative(Scan scan, Draft d) {
        return scan.take(DAY_IN, Kind.DATE, m -> dayIn(d, m))
                || scan.take(NEAR, Kind.DATE, m -> d.on(d.today.plusDays(offset(m.group(1)))))
                || scan.take(
                        NEXT_WEEK,
                        Kind.DATE,
                        m -> weekday(d, m.group(1) == null ? m.group(2) : m.group(1), 1))
                || scan.take(
                        DAYS,
                        Kind.DATE,
                        m ->
                                days(
                                        d,
                                        DE.day(m.group(2)),
                                        DE.day(m.group(3)),
                                        m.group(1) == null ? 0 : 1))
                || scan.take(WEEKEND, Kind.DATE, m -> weekend(d, false))
                || scan.take(NEXT, Kind.DATE, m -> next(d, m.group(1)))
                || scan.take(WEEKDAY, Kind.DATE, m -> weekday(scan, d, m))
                || scan.take(
                        ON_NUMBER,
                        Kind.DATE,
                        m -> d.on(Draft.dayOfMonth(d.today, Integer.parseInt(m.group(1)))))
                || scan.take(
                        IN,
                        Kind.DATE,
                        m -> later(d, d.today, DE.number(m.group(1)), DE.unit(m.group(2))));
    }

    private static boolean monthRange(Draft d, MatchResult m) {
        LocalDate first =
                Draft.date(
                        d.today,
                        Integer.parseInt(m.group(1)),
                        DE.month(m.group(2) == null ? m.group(4) : m.group(2)),
                        year(m.group(5)));
        return first != null
                && d.on(
                        first,
                        Draft.date(
                                first,
                                Integer.parseInt(m.group(3)),
                                DE.month(m.group(4)),
                                year(m.group(5))));
    }

    private static int offset(String word) {
        return switch (Times.small(word)) {
            case "morgen" -> 1;
            case "übermorgen", "uebermorgen" -> 2;
            case "gestern" -> -1;
            default -> 0;
        };
    }

    private static boolean dayIn(Draft d, MatchResult m) {
        DayOfWeek day = DE.day(m.group(1));
        LocalDate from =
                day == null
                        ? d.today.plusDays(offset(m.group(1)))
                        : d.today.with(TemporalAdjusters.nextOrSame(day));
        ChronoUnit unit =
                Times.small(m.group(3)).startsWith("woche") ? ChronoUnit.WEEKS : ChronoUnit.DAYS;
        return later(d, from, DE.number(m.group(2)), unit);
    }

    private static boolean weekday(Draft d, String word, int weeks) {
        DayOfWeek day = DE.day(word);
        return day != null && d.on(day, weeks);
    }

    private boolean weekday(Scan scan, Draft d, MatchResult m) {
        String word = Times.small(m.group(3));
        boolean led = m.group(1) != null || m.group(2) != null;
        if (!led && SHORT.contains(word) && !isShortDay(scan, m)) {
            return false;
        }
        String which = m.group(2) == null ? "" : Times.small(m.group(2));
        int weeks = which.startsWith("n") ? 1 : which.startsWith("ü") ? 2 : 0;
        if (!weekday(d, word, weeks)) {
            return false;
        }
        return m.group(4) == null || GermanTimes.part(d, m.group(4));
    }

    /** "Di 15:30" is a day, "do it" is none. */
    private boolean isShortDay(Scan scan, MatchResult m) {
        boolean capital = Character.isUpperCase(scan.typed(m.start(3), m.end(3)).charAt(0));
        char next = scan.next(m.end());
        if (Character.isLowerCase(next) && !TIME_WORDS.contains(scan.wordAfter(m.end()))) {
            return false;
        }
        return Character.isDigit(next)
                || (capital && german)
                || (capital && scan.typed(m.start(), m.end()).endsWith("."));
    }

    private static boolean next(Draft d, String word) {
        LocalDate monday =
                d.today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(1);
        return switch (Times.small(word)) {
            case "woche" -> d.on(monday);
            case "monat" -> d.on(d.today.plusMonths(1).withDayOfMonth(1));
            case "jahr" -> d.on(LocalDate.of(d.today.getYear() + 1, 1, 1));
            default -> weekend(d, true);
        };
    }
}
