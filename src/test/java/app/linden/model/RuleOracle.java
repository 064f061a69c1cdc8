package app.linden.model;

import tools.jackson.databind.JsonNode;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * RFC 5545, 3.3.10, and jscalendarbis, 3.3.3, in the plainest way: look at every day of every
 * period and ask whether it is meant. Daily to yearly rules without times of day; slow, and so
 * simple that it can be checked by reading.
 */
final class RuleOracle {
    private final JsonNode rule;
    private final LocalDateTime start;
    private final DayOfWeek weekStart;

    RuleOracle(Rule rule, LocalDateTime start) {
        this.rule = rule.json();
        this.start = start;
        this.weekStart = day(this.rule.path("firstDayOfWeek").asString("mo"));
    }

    /** What the rule gives before {@code to}, the start only where the rule gives it. */
    List<LocalDateTime> until(LocalDateTime to) {
        List<LocalDateTime> found = new ArrayList<>();
        int interval = Math.max(1, rule.path("interval").asInt(1));
        for (int n = 0; ; n += interval) {
            LocalDate first = periodStart(n);
            if (!first.atStartOfDay().isBefore(to)) {
                return found;
            }
            for (LocalDate day : chosen(daysOf(first))) {
                LocalDateTime at = day.atTime(start.toLocalTime());
                boolean tooLate =
                        rule.has("until")
                                && at.isAfter(LocalDateTime.parse(rule.path("until").asString()));
                if (tooLate || !at.isBefore(to)) {
                    return found;
                }
                if (!at.isBefore(start)) {
                    found.add(at);
                    if (found.size() == rule.path("count").asInt(Integer.MAX_VALUE)) {
                        return found;
                    }
                }
            }
        }
    }

    private LocalDate periodStart(int n) {
        LocalDate day = start.toLocalDate();
        return switch (frequency()) {
            case "daily" -> day.plusDays(n);
            case "weekly" -> day.with(TemporalAdjusters.previousOrSame(weekStart)).plusWeeks(n);
            case "monthly" -> day.withDayOfMonth(1).plusMonths(n);
            default -> day.withDayOfYear(1).plusYears(n);
        };
    }

    private List<LocalDate> daysOf(LocalDate first) {
        LocalDate next =
                switch (frequency()) {
                    case "daily" -> first.plusDays(1);
                    case "weekly" -> first.plusWeeks(1);
                    case "monthly" -> first.plusMonths(1);
                    default -> first.plusYears(1);
                };
        return first.datesUntil(next).filter(this::isMeant).toList();
    }

    private List<LocalDate> chosen(List<LocalDate> days) {
        if (!rule.has("bySetPosition")) {
            return days;
        }
        TreeSet<LocalDate> chosen = new TreeSet<>();
        for (JsonNode position : rule.path("bySetPosition")) {
            int p = position.asInt();
            int index = p > 0 ? p - 1 : days.size() + p;
            if (index >= 0 && index < days.size()) {
                chosen.add(days.get(index));
            }
        }
        return List.copyOf(chosen);
    }

    private boolean isMeant(LocalDate d) {
        return month(d) && week(d) && yearDay(d) && monthDay(d) && weekDay(d);
    }

    private boolean month(LocalDate d) {
        if (rule.has("byMonth")) {
            return rule.path("byMonth")
                    .valueStream()
                    .anyMatch(m -> Integer.parseInt(m.asString()) == d.getMonthValue());
        }
        boolean implied =
                frequency().equals("yearly")
                        && !rule.has("byWeekNo")
                        && !rule.has("byYearDay")
                        && (rule.has("byMonthDay") || !rule.has("byDay"));
        return !implied || d.getMonth() == start.getMonth();
    }

    private boolean week(LocalDate d) {
        if (!rule.has("byWeekNo")) {
            return true;
        }
        WeekFields weeks = WeekFields.of(weekStart, 4);
        int week = d.get(weeks.weekOfWeekBasedYear());
        int last =
                (int) d.with(weeks.dayOfWeek(), 4).range(weeks.weekOfWeekBasedYear()).getMaximum();
        return has("byWeekNo", week, week - last - 1);
    }

    private boolean yearDay(LocalDate d) {
        return !rule.has("byYearDay")
                || has("byYearDay", d.getDayOfYear(), d.getDayOfYear() - d.lengthOfYear() - 1);
    }

    private boolean monthDay(LocalDate d) {
        if (rule.has("byMonthDay")) {
            return has("byMonthDay", d.getDayOfMonth(), d.getDayOfMonth() - d.lengthOfMonth() - 1);
        }
        boolean implied =
                (frequency().equals("monthly") || frequency().equals("yearly"))
                        && !rule.has("byDay")
                        && !rule.has("byYearDay")
                        && !rule.has("byWeekNo");
        return !implied || d.getDayOfMonth() == start.getDayOfMonth();
    }

    private boolean weekDay(LocalDate d) {
        if (!rule.has("byDay")) {
            boolean implied =
                    frequency().equals("weekly")
                            || rule.has("byWeekNo")
                                    && !rule.has("byMonthDay")
                                    && !rule.has("byYearDay");
            return !implied || d.getDayOfWeek() == start.getDayOfWeek();
        }
        boolean inMonth = frequency().equals("monthly") || rule.has("byMonth");
        for (JsonNode nday : rule.path("byDay")) {
            int nth = nday.path("nthOfPeriod").asInt(0);
            if (day(nday.path("day").asString()) == d.getDayOfWeek()
                    && (nth == 0 || nth == nth(d, inMonth, nth > 0))) {
                return true;
            }
        }
        return false;
    }

    private static int nth(LocalDate d, boolean inMonth, boolean fromStart) {
        int before = inMonth ? d.getDayOfMonth() - 1 : d.getDayOfYear() - 1;
        int after = (inMonth ? d.lengthOfMonth() : d.lengthOfYear()) - 1 - before;
        return fromStart ? before / 7 + 1 : -(after / 7 + 1);
    }

    private boolean has(String property, int a, int b) {
        return rule.path(property).valueStream().anyMatch(v -> v.asInt() == a || v.asInt() == b);
    }

    private String frequency() {
        return rule.path("frequency").asString();
    }

    static DayOfWeek day(String letters) {
        for (DayOfWeek d : DayOfWeek.values()) {
            if (d.name().toLowerCase(Locale.ROOT).startsWith(letters)) {
                return d;
            }
        }
        throw new IllegalArgumentException(letters);
    }
}
