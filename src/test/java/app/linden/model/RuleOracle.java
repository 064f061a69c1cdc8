package app.linden.model;

import tools.jackson.databind.JsonNode;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * RFC 5545, 3.3.10, and jscalendarbis, 3.3.3.1, in the plainest way: look at every day, hour,
 * minute and second of every period and ask whether it is meant. Slow, and so simple that it can be
 * checked by reading; shares nothing with the expander.
 */
final class RuleOracle {
    private final JsonNode rule;
    private final LocalDateTime start;
    private final DayOfWeek weekStart;
    private final String frequency;
    private final boolean skips;

    RuleOracle(Rule rule, LocalDateTime start) {
        this.rule = rule.json();
        this.start = start;
        this.weekStart = day(this.rule.path("firstDayOfWeek").asString("mo"));
        frequency = this.rule.path("frequency").asString();
        skips =
                !this.rule.path("skip").asString("omit").equals("omit")
                        && (frequency.equals("monthly") || frequency.equals("yearly"));
    }

    /** All before {@code to}: the start, and what the rule gives after it. */
    List<LocalDateTime> until(LocalDateTime to) {
        TreeSet<LocalDateTime> found = new TreeSet<>();
        int interval = Math.max(1, rule.path("interval").asInt(1));
        LocalDateTime end =
                rule.has("until") ? LocalDateTime.parse(rule.path("until").asString()) : to;
        for (long n = 0; periodStart(n).isBefore(to); n += interval) {
            List<LocalDateTime> all =
                    isLong()
                            ? onDays(periodStart(n).toLocalDate())
                            : seconds(periodStart(n), periodStart(n + 1));
            for (LocalDateTime at : chosen(all)) {
                if (at.isAfter(start) && at.isBefore(to) && !at.isAfter(end)) {
                    found.add(at);
                }
            }
        }
        found.add(start);
        return found.stream().limit(rule.path("count").asInt(Integer.MAX_VALUE)).toList();
    }

    private boolean isLong() {
        return List.of("daily", "weekly", "monthly", "yearly").contains(frequency);
    }

    private LocalDateTime periodStart(long n) {
        LocalDate day = start.toLocalDate();
        return switch (frequency) {
            case "secondly" -> start.plusSeconds(n);
            case "minutely" -> start.truncatedTo(ChronoUnit.MINUTES).plusMinutes(n);
            case "hourly" -> start.truncatedTo(ChronoUnit.HOURS).plusHours(n);
            case "daily" -> day.plusDays(n).atStartOfDay();
            case "weekly" ->
                    day.with(TemporalAdjusters.previousOrSame(weekStart))
                            .plusWeeks(n)
                            .atStartOfDay();
            case "monthly" -> day.withDayOfMonth(1).plusMonths(n).atStartOfDay();
            default -> day.withDayOfYear(1).plusYears(n).atStartOfDay();
        };
    }

    private List<LocalDateTime> seconds(LocalDateTime first, LocalDateTime next) {
        List<LocalDateTime> found = new ArrayList<>();
        if (!isMeant(first.toLocalDate()) || !hour(first.getHour())) {
            return found;
        }
        LocalDateTime t = first;
        while (t.isBefore(next)) {
            if (!minute(t.getMinute())) {
                t = t.plusMinutes(1);
                continue;
            }
            if (second(t.getSecond())) {
                found.add(t);
            }
            t = t.plusSeconds(1);
        }
        return found;
    }

    /** The days that the rule means in the n-th period from that of the start, which has 0. */
    List<LocalDate> days(long n) {
        return days(periodStart(n).toLocalDate());
    }

    private List<LocalDate> days(LocalDate first) {
        LocalDate next =
                switch (frequency) {
                    case "daily" -> first.plusDays(1);
                    case "weekly" -> first.plusWeeks(1);
                    case "monthly" -> first.plusMonths(1);
                    default -> first.plusYears(1);
                };
        return skips ? skipped(first, next) : meant(first, next);
    }

    private List<LocalDateTime> onDays(LocalDate first) {
        TreeSet<LocalDateTime> all = new TreeSet<>();
        for (LocalDate day : days(first)) {
            times().forEach(t -> all.add(day.atTime(t)));
        }
        return List.copyOf(all);
    }

    private List<LocalDate> meant(LocalDate first, LocalDate next) {
        return first.datesUntil(next).filter(this::isMeant).toList();
    }

    /** With 31 days in every month, the missing ones moved as RFC 7529 says. */
    private List<LocalDate> skipped(LocalDate first, LocalDate next) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate month = first; month.isBefore(next); month = month.plusMonths(1)) {
            for (int d = 1; d <= 31; d++) {
                if (d <= month.lengthOfMonth()) {
                    LocalDate real = month.withDayOfMonth(d);
                    if (isMeant(real)) {
                        days.add(real);
                    }
                    continue;
                }
                boolean wanted =
                        month(month)
                                && !rule.has("byWeekNo")
                                && !rule.has("byYearDay")
                                && (rule.has("byMonthDay")
                                        ? has("byMonthDay", d, d)
                                        : impliesMonthDay() && start.getDayOfMonth() == d);
                LocalDate moved =
                        rule.path("skip").asString().equals("forward")
                                ? month.plusMonths(1)
                                : month.withDayOfMonth(month.lengthOfMonth());
                if (wanted && weekDay(moved)) {
                    days.add(moved);
                }
            }
        }
        return days;
    }

    private List<LocalTime> times() {
        List<LocalTime> times = new ArrayList<>();
        for (int h = 0; h < 24; h++) {
            for (int m = 0; hour(h) && m < 60; m++) {
                for (int s = 0; minute(m) && s < 60; s++) {
                    if (second(s)) {
                        times.add(LocalTime.of(h, m, s));
                    }
                }
            }
        }
        return times;
    }

    private List<LocalDateTime> chosen(List<LocalDateTime> all) {
        if (!rule.has("bySetPosition")) {
            return all;
        }
        List<LocalDateTime> chosen = new ArrayList<>();
        for (JsonNode position : rule.path("bySetPosition")) {
            int p = position.asInt();
            int index = p > 0 ? p - 1 : all.size() + p;
            if (index >= 0 && index < all.size()) {
                chosen.add(all.get(index));
            }
        }
        return chosen;
    }

    private boolean hour(int h) {
        boolean own = isLong() && !rule.has("byHour");
        return own ? h == start.getHour() : !rule.has("byHour") || has("byHour", h, h);
    }

    private boolean minute(int m) {
        boolean own = (isLong() || frequency.equals("hourly")) && !rule.has("byMinute");
        return own ? m == start.getMinute() : !rule.has("byMinute") || has("byMinute", m, m);
    }

    private boolean second(int s) {
        boolean own = !frequency.equals("secondly") && !rule.has("bySecond");
        int leap = s == 59 ? 60 : s;
        return own ? s == start.getSecond() : !rule.has("bySecond") || has("bySecond", s, leap);
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
                frequency.equals("yearly")
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

    private boolean impliesMonthDay() {
        return !rule.has("byDay")
                && !rule.has("byMonthDay")
                && (frequency.equals("monthly")
                        || frequency.equals("yearly")
                                && !rule.has("byYearDay")
                                && !rule.has("byWeekNo"));
    }

    private boolean monthDay(LocalDate d) {
        if (rule.has("byMonthDay")) {
            return has("byMonthDay", d.getDayOfMonth(), d.getDayOfMonth() - d.lengthOfMonth() - 1);
        }
        return !impliesMonthDay() || d.getDayOfMonth() == start.getDayOfMonth();
    }

    private boolean weekDay(LocalDate d) {
        if (!rule.has("byDay")) {
            boolean implied =
                    frequency.equals("weekly")
                            || frequency.equals("yearly")
                                    && rule.has("byWeekNo")
                                    && !rule.has("byMonthDay")
                                    && !rule.has("byYearDay");
            return !implied || d.getDayOfWeek() == start.getDayOfWeek();
        }
        for (JsonNode nday : rule.path("byDay")) {
            if (isWeekDay(d, nday)) {
                return true;
            }
        }
        return false;
    }

    boolean isWeekDay(LocalDate d, JsonNode nday) {
        // Of the month in a yearly rule that has months, be they implied (jscalendarbis 3.3.3.1).
        boolean inMonth =
                frequency.equals("monthly")
                        || rule.has("byMonth")
                        || rule.has("byMonthDay")
                                && !rule.has("byWeekNo")
                                && !rule.has("byYearDay");
        int nth = nday.path("nthOfPeriod").asInt(0);
        return day(nday.path("day").asString()) == d.getDayOfWeek()
                && (nth == 0 || nth == nth(d, inMonth, nth > 0));
    }

    private static int nth(LocalDate d, boolean inMonth, boolean fromStart) {
        int before = inMonth ? d.getDayOfMonth() - 1 : d.getDayOfYear() - 1;
        int after = (inMonth ? d.lengthOfMonth() : d.lengthOfYear()) - 1 - before;
        return fromStart ? before / 7 + 1 : -(after / 7 + 1);
    }

    private boolean has(String property, int a, int b) {
        for (JsonNode v : rule.path(property)) {
            if (v.asInt() == a || v.asInt() == b) {
                return true;
            }
        }
        return false;
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
