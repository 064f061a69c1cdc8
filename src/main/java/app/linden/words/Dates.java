package app.linden.words;

import app.linden.words.Understood.Kind;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Dates with the words of one language: ranges first, then one date, then how far from now. What is
 * alike in both languages is here: dates in digits, and dates after "until".
 */
abstract class Dates {
    private static final String LED =
            "(?:(?<!\\w)(?:on|by|from|am|vom|ab|ab dem|den|zum|bis|bis zum) )?";
    private static final Pattern ISO =
            Vocabulary.pattern(LED + "(?<![\\w-])(\\d{4})-(\\d{1,2})-(\\d{1,2})(?![\\w-])");
    private static final Pattern DOTS =
            Vocabulary.pattern(
                    LED
                            + "(?<![\\w.])(\\d{1,2})\\. ?(\\d{1,2})\\.(?:"
                            + " ?(\\d{4}|\\d{2}(?![:.\\d]| ?(?:uhr|h)\\b)))?(?![\\w])");
    private static final Pattern DOTS_RANGE =
            Vocabulary.pattern(
                    LED
                            + "(?<![\\w.])(\\d{1,2})\\.(?: ?(\\d{1,2})\\.)?(\\d{4})?"
                            + " ?(?:-|–|—|bis|to) ?(?:zum )?(\\d{1,2})\\."
                            + " ?(\\d{1,2})\\.(\\d{4})?(?![\\w])");
    private static final Pattern SLASHES =
            Vocabulary.pattern(
                    LED + "(?<![\\w/])(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![\\w/])");
    static final int MOST = 1_000;

    private final boolean dayFirst;

    Dates(boolean dayFirst) {
        this.dayFirst = dayFirst;
    }

    /** Takes a range or a date that names its month. */
    abstract boolean named(Scan scan, Draft draft);

    /** Takes a day as it lies from today: "tomorrow", "next Tuesday", "in 2 weeks". */
    abstract boolean relative(Scan scan, Draft draft);

    /** A day of the week, group 1, with the words around it. */
    abstract Pattern weekday();

    abstract @Nullable DayOfWeek weekday(String word);

    /** "until Christmas Eve" is no date; "until Dec 20" is the day, null for none. */
    abstract Pattern untilWords();

    boolean read(Scan scan, Draft draft) {
        boolean onCalendar =
                scan.take(ISO, Kind.DATE, m -> draft.on(iso(m)))
                        || scan.take(DOTS_RANGE, Kind.DATE, m -> dots(draft, m))
                        || named(scan, draft)
                        || scan.take(DOTS, Kind.DATE, m -> draft.on(dots(draft.today, m)))
                        || scan.take(SLASHES, Kind.DATE, m -> draft.on(slashes(draft.today, m)));
        LocalDate day = draft.date;
        if (onCalendar && day != null) {
            // "Tue, Dec 1" says it twice; a day of the week that is not that of the date is left.
            scan.take(
                    weekday(),
                    Kind.DATE,
                    m ->
                            scan.touchesTaken(m.start(), m.end())
                                    && day.getDayOfWeek() == weekday(m.group(1)));
        }
        return onCalendar || relative(scan, draft);
    }

    /** Reads what stands after "until": the rest of the text is looked at as a date. */
    boolean until(Scan scan, Draft draft) {
        return scan.take(
                untilWords(),
                Kind.RULE,
                m -> {
                    Draft other = new Draft(draft.now, draft.zone);
                    Scan piece = new Scan(scan.typed(m.start(1), m.end(1)));
                    if (!read(piece, other) || other.date == null || !piece.left().isEmpty()) {
                        return false;
                    }
                    draft.until = other.date;
                    return true;
                });
    }

    private static @Nullable LocalDate iso(MatchResult m) {
        return Draft.date(
                LocalDate.EPOCH,
                Integer.parseInt(m.group(3)),
                Integer.parseInt(m.group(2)),
                Integer.parseInt(m.group(1)));
    }

    private static boolean dots(Draft draft, MatchResult m) {
        int month = Integer.parseInt(m.group(5));
        LocalDate first =
                Draft.date(
                        draft.today,
                        Integer.parseInt(m.group(1)),
                        m.group(2) == null ? month : Integer.parseInt(m.group(2)),
                        year(m.group(3) == null ? m.group(6) : m.group(3)));
        return first != null
                && draft.on(
                        first,
                        Draft.date(first, Integer.parseInt(m.group(4)), month, year(m.group(6))));
    }

    private static @Nullable LocalDate dots(LocalDate today, MatchResult m) {
        return Draft.date(
                today,
                Integer.parseInt(m.group(1)),
                Integer.parseInt(m.group(2)),
                year(m.group(3)));
    }

    private @Nullable LocalDate slashes(LocalDate today, MatchResult m) {
        int a = Integer.parseInt(m.group(1));
        int b = Integer.parseInt(m.group(2));
        // Where one order is no date, the other is meant.
        boolean first = dayFirst ? b <= 12 : a > 12;
        return Draft.date(today, first ? a : b, first ? b : a, year(m.group(3)));
    }

    static @Nullable Integer year(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    /** So far from now, or from a day that was said. */
    static boolean later(Draft draft, LocalDate from, int number, @Nullable ChronoUnit unit) {
        if (unit == null || number < 0 || number > MOST) {
            return false;
        }
        if (unit == ChronoUnit.MINUTES || unit == ChronoUnit.HOURS) {
            if (draft.date != null || draft.exact != null) {
                return false;
            }
            draft.exact =
                    draft.now
                            .truncatedTo(ChronoUnit.MINUTES)
                            .atZone(draft.zone)
                            .plus(number, unit)
                            .toLocalDateTime();
            draft.date = draft.exact.toLocalDate();
            return true;
        }
        return draft.on(from.plus(number, unit));
    }

    /** From one day of the week to another one. */
    static boolean days(
            Draft draft, @Nullable DayOfWeek first, @Nullable DayOfWeek last, int weeks) {
        if (first == null || last == null || first == last) {
            return false;
        }
        LocalDate from = draft.today.with(TemporalAdjusters.nextOrSame(first));
        if (weeks > 0) {
            from =
                    draft.today
                            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .plusWeeks(weeks)
                            .with(TemporalAdjusters.nextOrSame(first));
        }
        return draft.on(from, from.with(TemporalAdjusters.next(last)));
    }

    static boolean weekend(Draft draft, boolean next) {
        LocalDate saturday =
                draft.today.getDayOfWeek() == DayOfWeek.SUNDAY && !next
                        ? draft.today
                        : draft.today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        LocalDate first = next ? saturday.plusWeeks(1) : saturday;
        return draft.on(first, first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
    }
}
