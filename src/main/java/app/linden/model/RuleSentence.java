package app.linden.model;

import app.linden.base.Problem;

import tools.jackson.databind.JsonNode;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.stream.Stream;

/** Says any rule in one sentence, in English or German; English for every other language. */
public final class RuleSentence {
    private static final Set<DayOfWeek> WORKDAYS =
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Control NO_FALLBACK =
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Rule rule;
    private final JsonNode json;
    private final LocalDate first;
    private final Locale locale;
    private final ResourceBundle words;

    private RuleSentence(Rule rule, LocalDate first, Locale locale) {
        this.rule = rule;
        this.json = rule.json();
        this.first = first;
        boolean german = locale.getLanguage().equals("de");
        this.locale = german ? Locale.GERMAN : Locale.ENGLISH;
        this.words =
                ResourceBundle.getBundle("app.linden.model.rule-words", this.locale, NO_FALLBACK);
    }

    /**
     * "Every 2 weeks on Monday and Wednesday, until 3 March 2027".
     *
     * @param first the day of the first occurrence, of which a rule may take its day
     */
    public static String of(Rule rule, LocalDate first, Locale locale) {
        RuleSentence sentence = new RuleSentence(rule, first, locale);
        try {
            RuleParts readable = new RuleParts(rule, first.atStartOfDay());
            return sentence.whole(readable);
        } catch (Problem unreadable) {
            return sentence.words.getString("unreadable");
        }
    }

    private String whole(RuleParts parts) {
        StringBuilder text = new StringBuilder();
        List<Integer> positions = numbers("bySetPosition");
        boolean workdays =
                parts.nths.length == 0
                        && WORKDAYS.size() == rule.days().size()
                        && WORKDAYS.containsAll(rule.days());
        boolean dated = parts.unit == RuleParts.Unit.MONTHLY || parts.unit == RuleParts.Unit.YEARLY;
        boolean plainWorkdays = workdays && parts.anyDate() && positions.isEmpty();
        boolean onlyWorkdays =
                workdays
                        && dated
                        && positions.size() == 1
                        && !parts.hasMonthDays()
                        && !parts.hasWeeks()
                        && parts.yearDays.length == 0
                        && Stream.of("byHour", "byMinute", "bySecond").noneMatch(json::has);
        List<String> clauses = new ArrayList<>();
        if (onlyWorkdays) {
            clauses.add(
                    say("workday." + rule.frequency(), rule.interval(), nth(positions.getFirst())));
        } else if (plainWorkdays
                && rule.interval() == 1
                && (parts.unit == RuleParts.Unit.WEEKLY || parts.unit == RuleParts.Unit.DAILY)) {
            clauses.add(say("weekdays"));
        } else {
            clauses.add(say("every." + rule.frequency(), rule.interval()));
            days(parts, clauses);
        }
        if (json.has("byMonth")) {
            clauses.add(say("month", list(numbers("byMonth").stream().map(this::month).toList())));
        }
        times(clauses);
        text.append(String.join(" ", clauses));
        if (!onlyWorkdays && !positions.isEmpty()) {
            text.append(say("positions", list(positions.stream().map(this::nth).toList())));
        }
        if (parts.skip != RuleParts.Skip.OMIT && parts.hasMonthDays()) {
            text.append(say("skip." + parts.skip.name().toLowerCase(Locale.ROOT)));
        }
        return text.append(end()).toString();
    }

    private String end() {
        Integer count = rule.count();
        if (count != null) {
            return say("count", count);
        }
        var until = rule.until();
        return until == null ? "" : say("until", date("date.until", until.toLocalDate()));
    }

    private void days(RuleParts parts, List<String> clauses) {
        List<String> weekdays = new ArrayList<>();
        for (JsonNode d : json.path("byDay")) {
            int n = parts.nths.length == 0 ? 0 : d.path("nthOfPeriod").asInt(0);
            String day = weekday(Rule.day(d.path("day").asString("")));
            weekdays.add(n == 0 ? day : say("on.nth", nth(n), day));
        }
        List<String> dates = new ArrayList<>();
        for (int n : numbers("byMonthDay")) {
            dates.add(
                    n > 0 ? say("on.month-day", ordinal(n)) : say("on.month-day-from-end", nth(n)));
        }
        numbers("byYearDay").forEach(n -> dates.add(say("on.year-day", nth(n))));
        if (weekdays.isEmpty() && dates.isEmpty()) {
            implied(parts, clauses);
        } else if (weekdays.isEmpty() || dates.isEmpty()) {
            clauses.add(say("on", list(weekdays.isEmpty() ? dates : weekdays)));
        } else {
            clauses.add(say("if", say("on", list(weekdays)), list(dates)));
        }
        weeks(clauses);
        // jscalendarbis 3.3.3.1: a yearly rule of days of the month is of the month of the start.
        if (parts.unit == RuleParts.Unit.YEARLY
                && parts.months != 0
                && !json.has("byMonth")
                && !dates.isEmpty()) {
            clauses.add(say("month", month(first.getMonthValue())));
        }
    }

    private void implied(RuleParts parts, List<String> clauses) {
        switch (parts.unit) {
            case WEEKLY -> clauses.add(say("on", weekday(first.getDayOfWeek())));
            case MONTHLY ->
                    clauses.add(say("on", say("on.month-day", ordinal(first.getDayOfMonth()))));
            case YEARLY -> {
                if (parts.hasWeeks()) {
                    clauses.add(say("on", weekday(first.getDayOfWeek())));
                } else if (json.has("byMonth")) {
                    clauses.add(say("on", say("on.month-day", ordinal(first.getDayOfMonth()))));
                } else {
                    clauses.add(say("on", date("date", first)));
                }
            }
            default -> {}
        }
    }

    private void weeks(List<String> clauses) {
        List<String> fromStart = new ArrayList<>();
        List<String> fromEnd = new ArrayList<>();
        for (int n : numbers("byWeekNo")) {
            (n > 0 ? fromStart : fromEnd).add(n > 0 ? Integer.toString(n) : nth(n));
        }
        List<String> both = new ArrayList<>();
        if (!fromStart.isEmpty()) {
            both.add(say(fromStart.size() == 1 ? "week" : "weeks", list(fromStart)));
        }
        if (!fromEnd.isEmpty()) {
            both.add(say("week-from-end", list(fromEnd)));
        }
        if (!both.isEmpty()) {
            clauses.add(list(both));
        }
    }

    private void times(List<String> clauses) {
        for (String unit : List.of("Hour", "Minute", "Second")) {
            List<Integer> numbers = numbers("by" + unit);
            if (!numbers.isEmpty()) {
                clauses.add(
                        say(
                                unit.toLowerCase(Locale.ROOT),
                                numbers.size(),
                                list(numbers.stream().map(String::valueOf).toList())));
            }
        }
    }

    private List<Integer> numbers(String part) {
        return json.path(part).valueStream().map(n -> Integer.parseInt(n.asString())).toList();
    }

    private String nth(int n) {
        if (words.containsKey("nth." + n)) {
            return words.getString("nth." + n);
        }
        return say(n > 0 ? "nth.other" : "nth.from-end", ordinal(Math.abs(n)));
    }

    private String ordinal(int n) {
        if (locale.equals(Locale.GERMAN)) {
            return n + ".";
        }
        boolean teen = n % 100 >= 11 && n % 100 <= 13;
        return n
                + switch (teen ? 0 : n % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    private String list(List<String> items) {
        return items.size() < 2
                ? String.join("", items)
                : say(
                        "and",
                        String.join(", ", items.subList(0, items.size() - 1)),
                        items.getLast());
    }

    private String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    private String month(int n) {
        return Month.of(n).getDisplayName(TextStyle.FULL, locale);
    }

    private String date(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(words.getString(pattern), locale).format(day);
    }

    private String say(String key, Object... values) {
        return new MessageFormat(words.getString(key), locale).format(values);
    }
}
