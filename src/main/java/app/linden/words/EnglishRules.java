package app.linden.words;

import app.linden.model.Rule.Frequency;
import app.linden.words.Clock.Part;
import app.linden.words.Understood.Kind;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "every weekday", "every second Monday", "on the first Friday of each month", "weekly". */
final class EnglishRules implements Rules {
    private static final Vocabulary EN = Vocabulary.ENGLISH;
    private static final String EVERY = "(?<!\\w)(?:every|each) ";
    private static final String AND = "(?: ?, ?(?:and )?| and | ?& ?| ?/ ?| ?\\+ ?)";
    private static final String LIST =
            EN.day() + "s?\\b\\.?(?:" + AND + EN.day() + "s?\\b\\.?){0,6}";
    private static final Pattern DAY = Vocabulary.pattern(EN.day() + "(?=s?\\b)");

    private static final Pattern NTH =
            Vocabulary.pattern(
                    "(?<!\\w)(?:(?:on )?(?:every|each) |monthly on |(?:every month )?(?:on"
                            + " )?)(?:the )?("
                            + EN.ordinal()
                            + ") ("
                            + EN.day()
                            + ") (?:of|in) (?:every|each|the|a) month(?!\\w)");
    private static final Pattern MONTHLY_NTH =
            Vocabulary.pattern(
                    "(?<!\\w)(?:monthly|every month) (?:on )?the ("
                            + EN.ordinal()
                            + ") ("
                            + EN.day()
                            + ")(?!\\w)");
    private static final Pattern EVERY_FIRST =
            Vocabulary.pattern(EVERY + "(first|1st|last) (" + EN.day() + ")(?!\\w)");
    private static final Pattern MONTH_DAY =
            Vocabulary.pattern(
                    "(?<!\\w)(?:(?:on )?the (\\d{1,2})(?:st|nd|rd|th)? of (?:every|each|the)"
                        + " month|(?:every month|monthly) on the"
                        + " (\\d{1,2})(?:st|nd|rd|th)?|(?:every|each) (\\d{1,2})(?:st|nd|rd|th)(?:"
                        + " of the month)?(?! \\w))(?!\\w)");
    private static final Pattern OTHER =
            Vocabulary.pattern(
                    EVERY
                            + "(other|"
                            + EN.ordinal()
                            + ") ("
                            + LIST
                            + "|days?|weeks?|months?|years?)(?!\\w)");
    private static final Pattern NUMBER =
            Vocabulary.pattern(
                    EVERY
                            + "("
                            + EN.number()
                            + ") (days?|weeks?|months?|years?)(?: on ("
                            + LIST
                            + "))?(?!\\w)");
    private static final Pattern WEEKDAYS =
            Vocabulary.pattern(
                    "(?<!\\w)(?:(?:every|each|on) (?:weekdays?|workdays?|working days?|business"
                            + " days?)|weekdays)(?!\\w)");
    private static final Pattern WEEKENDS =
            Vocabulary.pattern(
                    "(?<!\\w)(?:every|each) weekend(?!\\w)|(?<!\\w)(?:on )?weekends(?!\\w)");
    private static final Pattern PLAIN =
            Vocabulary.pattern(
                    EVERY
                            + "(?:single"
                            + " )?(day|morning|afternoon|evening|night|week|month|year|fortnight)(?:"
                            + " on ("
                            + LIST
                            + "))?(?!\\w)");
    private static final Pattern EVERY_LIST = Vocabulary.pattern(EVERY + "(" + LIST + ")(?!\\w)");
    private static final Pattern ADVERB =
            Vocabulary.pattern(
                    "(?<!\\w)(daily|weekly|bi-?weekly|fortnightly|monthly|quarterly|yearly|annually)(?:"
                        + " on ("
                            + LIST
                            + "))?(?!\\w)");
    private static final Pattern PLURAL =
            Vocabulary.pattern(
                    "(?<!\\w)(?:on"
                        + " )?((?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s(?:(?:"
                        + " ?, ?(?:and )?| and | ?&"
                        + " ?)(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s){0,6})(?!\\w)");
    private static final Pattern YEARLY =
            Vocabulary.pattern(
                    EVERY
                            + "(?="
                            + EN.month()
                            + " \\d|\\d{1,2}(?:st|nd|rd|th)? (?:of )?"
                            + EN.month()
                            + ")");
    private static final Pattern BARE_LIST =
            Vocabulary.pattern(
                    "(?<!\\w)(?:on )?("
                            + EN.day()
                            + "\\b\\.?(?:"
                            + AND
                            + EN.day()
                            + "\\b\\.?){1,6})(?!\\w)");
    private static final Pattern TIMES =
            Vocabulary.pattern(
                    "(?<!\\w)(?:for )?("
                            + EN.number()
                            + ") (?:times|occurrences)(?!\\w)|(?<!\\w)(twice)(?!\\w)");

    @Override
    public void read(Scan s, Draft d) {
        boolean taken =
                s.take(NTH, Kind.RULE, m -> nth(d, m))
                        || s.take(MONTHLY_NTH, Kind.RULE, m -> nth(d, m))
                        || s.take(EVERY_FIRST, Kind.RULE, m -> nth(d, m))
                        || s.take(MONTH_DAY, Kind.RULE, m -> monthDay(d, m))
                        || s.take(OTHER, Kind.RULE, m -> other(d, m))
                        || s.take(
                                NUMBER,
                                Kind.RULE,
                                m -> every(d, EN.number(m.group(1)), m.group(2), m.group(3)))
                        || s.take(
                                WEEKDAYS,
                                Kind.RULE,
                                m -> is(d, Repeat.weekly(1, Repeat.WORKING_DAYS)))
                        || s.take(WEEKENDS, Kind.RULE, m -> is(d, Repeat.weekly(1, Repeat.WEEKEND)))
                        || s.take(PLAIN, Kind.RULE, m -> plain(d, m.group(1), m.group(2)))
                        || s.take(
                                EVERY_LIST,
                                Kind.RULE,
                                m -> is(d, Repeat.weekly(1, days(m.group(1)))))
                        || s.take(YEARLY, Kind.RULE, m -> is(d, Repeat.every(1, Frequency.YEARLY)))
                        || s.take(ADVERB, Kind.RULE, m -> adverb(d, m))
                        || s.take(
                                PLURAL, Kind.RULE, m -> is(d, Repeat.weekly(1, days(m.group(1)))));
        if (!taken) {
            // Some days of the week are not one event: they are told as a series.
            taken = s.take(BARE_LIST, Kind.RULE, m -> severalDays(d, m.group(1)));
        }
        if (taken) {
            s.take(
                    TIMES,
                    Kind.RULE,
                    m -> Rules.times(d, m.group(1) == null ? 2 : EN.number(m.group(1))));
        }
    }

    private static boolean is(Draft d, Repeat repeat) {
        d.repeat = repeat;
        return true;
    }

    private static boolean severalDays(Draft d, String list) {
        List<DayOfWeek> days = days(list);
        return days.stream().distinct().count() > 1 && is(d, Repeat.weekly(1, days));
    }

    private static boolean nth(Draft d, MatchResult m) {
        int nth = EN.ordinal(m.group(1));
        DayOfWeek day = EN.day(m.group(2));
        return nth != 0 && day != null && is(d, Repeat.monthly(nth, day));
    }

    private static boolean monthDay(Draft d, MatchResult m) {
        String digits =
                m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
        int day = Integer.parseInt(digits);
        return day >= 1 && day <= 31 && is(d, Repeat.monthly(1, day));
    }

    private static boolean other(Draft d, MatchResult m) {
        int interval = Times.small(m.group(1)).equals("other") ? 2 : EN.ordinal(m.group(1));
        return interval > 1 && every(d, interval, m.group(2), null);
    }

    /** Every so many days, weeks ...; or every so many weeks on these days. */
    private static boolean every(Draft d, int interval, String what, @Nullable String on) {
        if (interval < 1 || interval > 500) {
            return false;
        }
        List<DayOfWeek> named = days(on == null ? what : on);
        ChronoUnit unit = EN.unit(what);
        if (unit == null) {
            return !named.isEmpty() && is(d, Repeat.weekly(interval, named));
        }
        return is(
                d,
                unit == ChronoUnit.WEEKS && !named.isEmpty()
                        ? Repeat.weekly(interval, named)
                        : Repeat.every(interval, Rules.frequency(unit)));
    }

    private static boolean plain(Draft d, String word, @Nullable String on) {
        String what = word.toLowerCase(Locale.ROOT);
        if (what.equals("fortnight")) {
            return every(d, 2, "week", on);
        }
        ChronoUnit unit = EN.unit(what);
        if (unit == null) {
            EnglishTimes.part(d, what);
            d.part = what.equals("night") ? Part.EVENING : d.part;
            return every(d, 1, "day", null);
        }
        return every(d, 1, what, unit == ChronoUnit.WEEKS ? on : null);
    }

    private static boolean adverb(Draft d, MatchResult m) {
        return switch (m.group(1).toLowerCase(Locale.ROOT)) {
            case "daily" -> every(d, 1, "day", null);
            case "weekly" -> every(d, 1, "week", m.group(2));
            case "monthly" -> every(d, 1, "month", null);
            case "quarterly" -> every(d, 3, "month", null);
            case "yearly", "annually" -> every(d, 1, "year", null);
            default -> every(d, 2, "week", m.group(2));
        };
    }

    private static List<DayOfWeek> days(String list) {
        List<DayOfWeek> days = new ArrayList<>();
        for (Matcher m = DAY.matcher(list); m.find(); ) {
            DayOfWeek day = EN.day(m.group());
            if (day != null) {
                days.add(day);
            }
        }
        return days;
    }
}
