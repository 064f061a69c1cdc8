package app.linden.words;

import app.linden.words.Clock.Part;
import app.linden.words.Understood.Kind;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** "tomorrow", "next Tuesday", "Dec 3-5", "the 15th", "in 2 weeks". */
final class EnglishDates extends Dates {
    private static final Vocabulary EN = Vocabulary.ENGLISH;
    private static final String YEAR = "(?:,? (\\d{4})(?![:\\w]))?";
    private static final String TH = "(?:st|nd|rd|th)?";
    private static final String ON = "(?<!\\w)(?:(?:on|by|from) )?(?:the )?";
    private static final String TO = " ?(?:-|–|—|to|till|until|through) ?";

    /** Days whose short names are words, too. */
    private static final Set<String> AMBIGUOUS = Set.of("sat", "sun", "wed", "mon");

    private static final Set<String> NO_DAY_AFTER =
            Set.of("the", "in", "a", "my", "our", "and", "who", "we", "i", "he", "she", "they");

    private static final Pattern MONTH_RANGE =
            Vocabulary.pattern(
                    ON
                            + "("
                            + EN.month()
                            + ") (\\d{1,2})"
                            + TH
                            + TO
                            + "(?:("
                            + EN.month()
                            + ") )?(\\d{1,2})"
                            + TH
                            + "(?![:\\w]| ?[ap]m)"
                            + YEAR);
    private static final Pattern RANGE_MONTH =
            Vocabulary.pattern(
                    ON
                            + "(\\d{1,2})"
                            + TH
                            + "(?: ("
                            + EN.month()
                            + "))?"
                            + TO
                            + "(?:the )?(\\d{1,2})"
                            + TH
                            + "(?: of)? ("
                            + EN.month()
                            + ")(?!\\w)"
                            + YEAR);
    private static final Pattern DAYS =
            Vocabulary.pattern(
                    "(?<!\\w)(?:from )?(next )?("
                            + EN.day()
                            + ")"
                            + TO
                            + "("
                            + EN.day()
                            + ")(?!\\w)");
    private static final Pattern MONTH_DAY =
            Vocabulary.pattern(
                    ON
                            + "("
                            + EN.month()
                            + ") (\\d{1,2})"
                            + TH
                            + "(?![:\\w]|\\.\\d| ?[ap]\\.?m\\b)"
                            + YEAR);
    private static final Pattern DAY_MONTH =
            Vocabulary.pattern(
                    ON + "(\\d{1,2})" + TH + "(?: of)? (" + EN.month() + ")(?!\\w)" + YEAR);
    private static final Pattern NEAR =
            Vocabulary.pattern(
                    "(?<!\\w)(?:on |by )?(day after tomorrow|the day after"
                            + " tomorrow|today|tomorrow|tmrw|tmr|tonight|this morning|this"
                            + " afternoon|this evening|yesterday)(?!\\w)");
    private static final Pattern FROM_DAY =
            Vocabulary.pattern(
                    "(?<!\\w)("
                            + EN.number()
                            + ") (weeks?|days?) (?:from|after) (today|tomorrow|now|"
                            + EN.day()
                            + ")(?!\\w)");
    private static final Pattern DAY_IN =
            Vocabulary.pattern(
                    "(?<!\\w)(?:on )?("
                            + EN.day()
                            + "|today|tomorrow) in ("
                            + EN.number()
                            + ") weeks?(?!\\w)");
    private static final Pattern IN =
            Vocabulary.pattern(
                    "(?<!\\w)in (?:about )?(" + EN.number() + ")[ -]?(" + EN.unit() + ")(?!\\w)");
    private static final Pattern NEXT_WEEK =
            Vocabulary.pattern(
                    "(?<!\\w)(?:on )?(?:("
                            + EN.day()
                            + ") next week|next week(?: on)? ("
                            + EN.day()
                            + "))(?!\\w)");
    private static final Pattern NEXT =
            Vocabulary.pattern("(?<!\\w)next (week|month|year|weekend)(?!\\w)");
    private static final Pattern WEEKEND =
            Vocabulary.pattern("(?<!\\w)(?:this|on the|at the|over the|the) weekend(?!\\w)");
    private static final Pattern WEEKDAY =
            Vocabulary.pattern(
                    "(?<!\\w)((?:on|by|from) )?((?:this|next|coming|this coming) )?("
                            + EN.day()
                            + ")\\b\\.?(?!\\w)");
    private static final Pattern THE =
            Vocabulary.pattern("(?<!\\w)(?:on )?the (\\d{1,2})(?:st|nd|rd|th)(?!\\w)");
    private static final Pattern ON_TH =
            Vocabulary.pattern("(?<!\\w)on (?:the )?(\\d{1,2})(?:st|nd|rd|th)(?!\\w)");
    private static final Pattern BESIDE =
            Vocabulary.pattern("(?<!\\w)(?:on )?(" + EN.day() + ")\\b\\.?(?!\\w)");
    private static final Pattern UNTIL =
            Vocabulary.pattern(
                    "(?<!\\w)(?:until|till|til|through|ending) ((?:the )?[\\w.,/-]+(?:"
                            + " [\\w.,]+){0,3}?)(?= *(?:$|[\u0001#@]|,?"
                            + " (?:at|from|for|with|in|remind)\\b| \\d{1,2}[:ap]))");

    EnglishDates(boolean dayFirst) {
        super(dayFirst);
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
        return EN.day(word);
    }

    @Override
    boolean named(Scan scan, Draft d) {
        return scan.take(MONTH_RANGE, Kind.DATE, m -> monthRange(d, m))
                || scan.take(RANGE_MONTH, Kind.DATE, m -> rangeMonth(d, m))
                || scan.take(
                        MONTH_DAY,
                        Kind.DATE,
                        m -> d.on(date(d, m.group(2), m.group(1), m.group(3))))
                || scan.take(
                        DAY_MONTH,
                        Kind.DATE,
                        m -> d.on(date(d, m.group(1), m.group(2), m.group(3))));
    }

    @Override
    boolean relative(Scan scan, Draft d) {
        return scan.take(FROM_DAY, Kind.DATE, m -> fromDay(d, m))
                || scan.take(DAY_IN, Kind.DATE, m -> dayIn(d, m))
                || scan.take(NEAR, Kind.DATE, m -> near(d, m.group(1)))
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
                                        EN.day(m.group(2)),
                                        EN.day(m.group(3)),
                                        m.group(1) == null ? 0 : 1))
                || scan.take(WEEKEND, Kind.DATE, m -> weekend(d, false))
                || scan.take(NEXT, Kind.DATE, m -> next(d, m.group(1)))
                || scan.take(WEEKDAY, Kind.DATE, m -> isPlain(m) && weekday(d, m))
                || scan.take(WEEKDAY, Kind.DATE, m -> isLikely(scan, m) && weekday(d, m))
                || scan.take(
                        THE,
                        Kind.DATE,
                        m -> d.on(Draft.dayOfMonth(d.today, Integer.parseInt(m.group(1)))))
                || scan.take(
                        ON_TH,
                        Kind.DATE,
                        m -> d.on(Draft.dayOfMonth(d.today, Integer.parseInt(m.group(1)))))
                || scan.take(
                        IN,
                        Kind.DATE,
                        m -> later(d, d.today, EN.number(m.group(1)), EN.unit(m.group(2))));
    }

    private static @Nullable LocalDate date(
            Draft d, String day, String month, @Nullable String year) {
        return Draft.date(d.today, Integer.parseInt(day), EN.month(month), year(year));
    }

    private static boolean monthRange(Draft d, MatchResult m) {
        LocalDate first = date(d, m.group(2), m.group(1), m.group(5));
        return first != null
                && d.on(
                        first,
                        Draft.date(
                                first,
                                Integer.parseInt(m.group(4)),
                                EN.month(m.group(3) == null ? m.group(1) : m.group(3)),
                                year(m.group(5))));
    }

    private static boolean rangeMonth(Draft d, MatchResult m) {
        LocalDate first =
                date(d, m.group(1), m.group(2) == null ? m.group(4) : m.group(2), m.group(5));
        return first != null
                && d.on(
                        first,
                        Draft.date(
                                first,
                                Integer.parseInt(m.group(3)),
                                EN.month(m.group(4)),
                                year(m.group(5))));
    }

    private static boolean near(Draft d, String words) {
        String word = Times.small(words);
        switch (word) {
            case "tonight", "this evening" -> d.part = Part.EVENING;
            case "this morning" -> d.part = Part.MORNING;
            case "this afternoon" -> d.part = Part.AFTERNOON;
            default -> {}
        }
        return d.on(d.today.plusDays(offset(word)));
    }

    private static int offset(String word) {
        return switch (word) {
            case "tomorrow", "tmrw", "tmr" -> 1;
            case "yesterday" -> -1;
            case "day after tomorrow", "the day after tomorrow" -> 2;
            default -> 0;
        };
    }

    /** The day that a word such as "today" or "Friday" is. */
    private static LocalDate named(Draft d, String word) {
        DayOfWeek day = EN.day(word);
        return day == null
                ? d.today.plusDays(offset(Times.small(word)))
                : d.today.with(TemporalAdjusters.nextOrSame(day));
    }

    private static boolean fromDay(Draft d, MatchResult m) {
        ChronoUnit unit =
                Times.small(m.group(2)).startsWith("week") ? ChronoUnit.WEEKS : ChronoUnit.DAYS;
        return later(d, named(d, m.group(3)), EN.number(m.group(1)), unit);
    }

    private static boolean dayIn(Draft d, MatchResult m) {
        return later(d, named(d, m.group(1)), EN.number(m.group(2)), ChronoUnit.WEEKS);
    }

    private static boolean weekday(Draft d, String word, int weeks) {
        DayOfWeek day = EN.day(word);
        return day != null && d.on(day, weeks);
    }

    /** Whether this can be nothing but a day. */
    private static boolean isPlain(MatchResult m) {
        return m.group(1) != null
                || m.group(2) != null
                || !AMBIGUOUS.contains(Times.small(m.group(3)));
    }

    /** "Brunch sun 11", but not "sit in the sun". */
    private static boolean isLikely(Scan scan, MatchResult m) {
        return !NO_DAY_AFTER.contains(scan.wordBefore(m.start()));
    }

    private static boolean weekday(Draft d, MatchResult m) {
        boolean next = m.group(2) != null && Times.small(m.group(2)).equals("next");
        return weekday(d, m.group(3), next ? 1 : 0);
    }

    private static boolean next(Draft d, String word) {
        LocalDate monday =
                d.today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(1);
        return switch (Times.small(word)) {
            case "week" -> d.on(monday);
            case "month" -> d.on(d.today.plusMonths(1).withDayOfMonth(1));
            case "year" -> d.on(LocalDate.of(d.today.getYear() + 1, 1, 1));
            default -> weekend(d, true);
        };
    }
}
