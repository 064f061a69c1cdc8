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

/** "werktags", "jeden zweiten Montag", "jeden ersten Freitag im Monat", "alle 3 Wochen". */
final class GermanRules implements Rules {
    private static final Vocabulary DE = Vocabulary.GERMAN;
    private static final String EVERY = "(?<!\\w)(?:an )?(?:jeden|jede|jedes|jedem) ";
    private static final String AND = "(?: ?, ?(?:und )?| und | ?& ?| ?/ ?| ?\\+ ?)";
    private static final String LIST =
            DE.day() + "\\b\\.?(?:" + AND + "(?:jeden )?" + DE.day() + "\\b\\.?){0,6}";
    private static final String ON_DAYS =
            "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s";
    private static final Pattern DAY = Vocabulary.pattern("(?<!\\w)" + DE.day() + "(?=s?\\b)");

    private static final Pattern NTH =
            Vocabulary.pattern(
                    "(?<!\\w)(?:(?:an )?jede[nm] |immer am |am )?("
                            + DE.ordinal()
                            + ") ("
                            + DE.day()
                            + ") (?:im|des|jeden|in jedem|eines|eines jeden) monats?(?!\\w)");
    private static final Pattern EVERY_FIRST =
            Vocabulary.pattern("(?<!\\w)jeden (ersten|1\\.|letzten) (" + DE.day() + ")(?!\\w)");
    private static final Pattern MONTH_DAY =
            Vocabulary.pattern(
                    "(?<!\\w)(?:jeden (\\d{1,2})\\.(?: (?:im|des) monats?)?(?! ?\\p{L})|(?:immer"
                            + " )?am (\\d{1,2})\\. (?:jeden|des|eines jeden|jedes|im)"
                            + " monats?|(?:monatlich|jeden monat) am (\\d{1,2})\\.)(?!\\w)");
    private static final Pattern OTHER =
            Vocabulary.pattern(
                    EVERY
                            + "("
                            + DE.ordinal()
                            + ") ("
                            + LIST
                            + "|tag|woche|monat|jahr)(?: am ("
                            + LIST
                            + "))?(?!\\w)");
    private static final Pattern NUMBER =
            Vocabulary.pattern(
                    "(?<!\\w)alle ("
                            + DE.number()
                            + ") (tage|wochen|monate|jahre)(?:(?: am| immer)? ("
                            + LIST
                            + "|"
                            + ON_DAYS
                            + "))?(?!\\w)");
    private static final Pattern WEEKDAYS =
            Vocabulary.pattern(
                    "(?<!\\w)(?:jeden (?:werktag|arbeitstag|wochentag)|werktags|wochentags|an"
                            + " (?:allen )?(?:werktagen|wochentagen|arbeitstagen))(?!\\w)");
    private static final Pattern WEEKENDS =
            Vocabulary.pattern(
                    "(?<!\\w)(?:jedes wochenende|an wochenenden|am wochenende immer)(?!\\w)");
    private static final Pattern PLAIN =
            Vocabulary.pattern(
                    EVERY
                            + "(tag|morgen|vormittag|mittag|nachmittag|abend|woche|monat|jahr)(?:"
                            + " (?:am |immer )?("
                            + LIST
                            + "))?(?!\\w)");
    private static final Pattern EVERY_LIST =
            Vocabulary.pattern(
                    "(?<!\\w)(?:jeden|immer am|immer) ("
                            + LIST
                            + ")(abend|morgen|früh|vormittag|nachmittag|mittag)?(?!\\w)");
    private static final Pattern EVERY_DAY_PART =
            Vocabulary.pattern(
                    "(?<!\\w)jeden ("
                            + DE.day()
                            + ")(abend|morgen|früh|vormittag|nachmittag|mittag)(?!\\w)");
    private static final Pattern ADVERB =
            Vocabulary.pattern(
                    "(?<!\\w)(täglich|taeglich|wöchentlich|zweiwöchentlich|vierzehntägig|14-tägig|14-täglich|monatlich|vierteljährlich|quartalsweise|jährlich|alljährlich)(?:"
                        + " (?:am )?("
                            + LIST
                            + "|"
                            + ON_DAYS
                            + "))?(?!\\w)");
    private static final Pattern ADVERB_DAYS =
            Vocabulary.pattern(
                    "(?<!\\w)(?:immer )?(" + ON_DAYS + "(?:" + AND + ON_DAYS + "){0,6})(?!\\w)");
    private static final Pattern YEARLY =
            Vocabulary.pattern("(?<!\\w)jeden (?=\\d{1,2}\\. ?(?:\\d|" + DE.month() + "))");
    private static final Pattern BARE_LIST =
            Vocabulary.pattern(
                    "(?<!\\w)(?:am )?("
                            + DE.day()
                            + "\\b\\.?(?:"
                            + AND
                            + DE.day()
                            + "\\b\\.?){1,6})(?!\\w)");
    private static final Pattern TIMES =
            Vocabulary.pattern(
                    "(?<!\\w)(" + DE.number() + ")[ -]?mal(?!\\w)|(?<!\\w)(zweimal)(?!\\w)");

    @Override
    public void read(Scan s, Draft d) {
        boolean taken =
                s.take(NTH, Kind.RULE, m -> nth(d, m))
                        || s.take(EVERY_FIRST, Kind.RULE, m -> nth(d, m))
                        || s.take(YEARLY, Kind.RULE, m -> is(d, Repeat.every(1, Frequency.YEARLY)))
                        || s.take(MONTH_DAY, Kind.RULE, m -> monthDay(d, m))
                        || s.take(
                                OTHER,
                                Kind.RULE,
                                m -> every(d, DE.ordinal(m.group(1)), m.group(2), m.group(3)))
                        || s.take(NUMBER, Kind.RULE, m -> number(d, m))
                        || s.take(
                                WEEKDAYS,
                                Kind.RULE,
                                m -> is(d, Repeat.weekly(1, Repeat.WORKING_DAYS)))
                        || s.take(WEEKENDS, Kind.RULE, m -> is(d, Repeat.weekly(1, Repeat.WEEKEND)))
                        || s.take(PLAIN, Kind.RULE, m -> plain(d, m.group(1), m.group(2)))
                        || s.take(EVERY_DAY_PART, Kind.RULE, m -> dayPart(d, m))
                        || s.take(
                                EVERY_LIST,
                                Kind.RULE,
                                m -> is(d, Repeat.weekly(1, days(m.group(1)))))
                        || s.take(ADVERB, Kind.RULE, m -> adverb(d, m))
                        || s.take(
                                ADVERB_DAYS,
                                Kind.RULE,
                                m -> is(d, Repeat.weekly(1, days(m.group(1)))));
        if (!taken) {
            // Some days of the week are not one event: they are told as a series.
            taken = s.take(BARE_LIST, Kind.RULE, m -> severalDays(d, m.group(1)));
        }
        if (taken) {
            s.take(
                    TIMES,
                    Kind.RULE,
                    m -> Rules.times(d, m.group(1) == null ? 2 : DE.number(m.group(1))));
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
        int nth = DE.ordinal(m.group(1));
        DayOfWeek day = DE.day(m.group(2));
        return nth != 0 && day != null && is(d, Repeat.monthly(nth, day));
    }

    private static boolean dayPart(Draft d, MatchResult m) {
        return GermanTimes.part(d, m.group(2)) && is(d, Repeat.weekly(1, days(m.group(1))));
    }

    private static boolean monthDay(Draft d, MatchResult m) {
        String digits =
                m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
        int day = Integer.parseInt(digits);
        return day >= 1 && day <= 31 && is(d, Repeat.monthly(1, day));
    }

    private static boolean number(Draft d, MatchResult m) {
        int number = DE.number(m.group(1));
        boolean weeks = number % 7 == 0 && Times.small(m.group(2)).equals("tage");
        return weeks
                ? every(d, number / 7, "wochen", m.group(3))
                : every(d, number, m.group(2), m.group(3));
    }

    /** Every so many days, weeks ...; or every so many weeks on these days. */
    private static boolean every(Draft d, int interval, String what, @Nullable String on) {
        if (interval < 1 || interval > 500) {
            return false;
        }
        ChronoUnit unit = DE.unit(what);
        List<DayOfWeek> named = days(on == null ? what : on);
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
        ChronoUnit unit = DE.unit(word);
        if (unit == null) {
            GermanTimes.part(d, word);
            d.part = Times.small(word).equals("mittag") ? Part.NOON : d.part;
            return every(d, 1, "tag", null);
        }
        return every(d, 1, word, unit == ChronoUnit.WEEKS ? on : null);
    }

    private static boolean adverb(Draft d, MatchResult m) {
        return switch (m.group(1).toLowerCase(Locale.ROOT)) {
            case "täglich", "taeglich" -> every(d, 1, "tag", null);
            case "wöchentlich" -> every(d, 1, "woche", m.group(2));
            case "monatlich" -> every(d, 1, "monat", null);
            case "vierteljährlich", "quartalsweise" -> every(d, 3, "monat", null);
            case "jährlich", "alljährlich" -> every(d, 1, "jahr", null);
            default -> every(d, 2, "woche", m.group(2));
        };
    }

    private static List<DayOfWeek> days(String list) {
        List<DayOfWeek> days = new ArrayList<>();
        for (Matcher m = DAY.matcher(list); m.find(); ) {
            DayOfWeek day = DE.day(m.group());
            if (day != null) {
                days.add(day);
            }
        }
        return days;
    }
}
