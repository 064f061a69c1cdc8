package app.linden.model;

import app.linden.model.RandomRules.Case;

import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The days that ical4j makes of one day in a period: each part of a rule expands or limits them.
 */
final class Ical4jDays {
    private final Case one;
    private final JsonNode rule;
    private final Set<Departure> with;
    private final RuleOracle oracle;
    private final DayOfWeek weekStart;
    private final ZonedDateTime seed;
    private final boolean inADay;

    Ical4jDays(Case one, Set<Departure> with, RuleOracle oracle, ZonedDateTime seed) {
        this.one = one;
        this.with = with;
        this.oracle = oracle;
        this.seed = seed;
        rule = one.rule().json();
        weekStart = RuleOracle.day(rule.path("firstDayOfWeek").asString("mo"));
        inADay = one.isWithinADay();
    }

    /** The days of a period, given that of the start or what is in its place. */
    List<ZonedDateTime> from(ZonedDateTime date) {
        List<ZonedDateTime> dates = List.of(date);
        boolean yearly = one.is("yearly");
        boolean monthLast = one.is("weekly") && !with.contains(Departure.MONTH_OF_WEEK);
        if (rule.has("byMonth") && !monthLast) {
            dates = months(dates, yearly);
        }
        if (rule.has("byWeekNo")) {
            dates = weeks(dates);
        }
        if (rule.has("byYearDay")) {
            dates = yearDays(dates, yearly);
        }
        if (rule.has("byMonthDay")) {
            dates = monthDays(dates, numbers("byMonthDay"));
        } else if (!rule.has("byDay")
                && (one.is("monthly")
                        || yearly && !rule.has("byYearDay") && !rule.has("byWeekNo"))) {
            dates = monthDays(dates, List.of(seed.getDayOfMonth()));
        }
        dates = weekdays(dates);
        return rule.has("byMonth") && monthLast ? months(dates, false) : dates;
    }

    private List<ZonedDateTime> months(List<ZonedDateTime> dates, boolean expand) {
        List<Integer> months = numbers("byMonth");
        List<ZonedDateTime> all = new ArrayList<>();
        for (ZonedDateTime date : dates) {
            if (expand) {
                months.forEach(m -> all.add(date.withMonth(m)));
            } else if (months.contains(date.getMonthValue())) {
                all.add(date);
            }
        }
        return all;
    }

    private List<ZonedDateTime> weeks(List<ZonedDateTime> dates) {
        var week = WeekFields.of(weekStart, 4).weekOfWeekBasedYear();
        List<ZonedDateTime> all = new ArrayList<>();
        for (ZonedDateTime date : dates) {
            int last = (int) week.rangeRefinedBy(date).getMaximum();
            for (int n : numbers("byWeekNo")) {
                if (Math.abs(n) <= last) {
                    all.add(date.with(week, n > 0 ? n : last + 1 + n));
                }
            }
        }
        return all;
    }

    private List<ZonedDateTime> yearDays(List<ZonedDateTime> dates, boolean expand) {
        List<ZonedDateTime> all = new ArrayList<>();
        for (ZonedDateTime date : dates) {
            int last = date.toLocalDate().lengthOfYear();
            if (!expand) {
                int day = date.getDayOfYear();
                boolean back = !with.contains(Departure.NEGATIVE_YEAR_DAY);
                List<Integer> days = numbers("byYearDay");
                if (days.contains(day) || back && days.contains(day - last - 1)) {
                    all.add(date);
                }
                continue;
            }
            for (int n : numbers("byYearDay")) {
                if (Math.abs(n) <= last) {
                    all.add(date.withDayOfYear(n > 0 ? n : last + 1 + n));
                }
            }
        }
        return all;
    }

    private List<ZonedDateTime> monthDays(List<ZonedDateTime> dates, List<Integer> days) {
        List<ZonedDateTime> all = new ArrayList<>();
        for (ZonedDateTime date : dates) {
            int last = date.toLocalDate().lengthOfMonth();
            if (!one.is("monthly") && !one.is("yearly")) {
                if (days.contains(date.getDayOfMonth())
                        || days.contains(date.getDayOfMonth() - last - 1)) {
                    all.add(date);
                }
                continue;
            }
            for (int n : days) {
                if (Math.abs(n) <= last) {
                    all.add(date.withDayOfMonth(n > 0 ? n : last + 1 + n));
                } else if (Math.abs(n) == 29 && date.getMonth() == Month.FEBRUARY) {
                    leapDay(all, date, n > 0);
                }
            }
        }
        return all;
    }

    private void leapDay(List<ZonedDateTime> all, ZonedDateTime date, boolean fromStart) {
        switch (rule.path("skip").asString("omit")) {
            case "backward" ->
                    all.add(
                            fromStart
                                    ? date.withDayOfMonth(28)
                                    : date.minusMonths(1).withDayOfMonth(31));
            case "forward" -> {
                if (!fromStart) {
                    throw new DateTimeException("the day -28 of a month");
                }
                all.add(date.plusMonths(1).withDayOfMonth(1));
            }
            default -> {}
        }
    }

    private List<ZonedDateTime> weekdays(List<ZonedDateTime> dates) {
        boolean implied =
                one.is("weekly")
                        || one.is("yearly")
                                && rule.has("byWeekNo")
                                && !rule.has("byYearDay")
                                && !rule.has("byMonthDay");
        if (!rule.has("byDay") && !implied) {
            return dates;
        }
        List<ZonedDateTime> all = new ArrayList<>();
        for (ZonedDateTime date : dates) {
            List<ZonedDateTime> near = near(date);
            if (!rule.has("byDay")) {
                near.stream()
                        .filter(d -> d.getDayOfWeek() == seed.getDayOfWeek())
                        .forEach(all::add);
            }
            for (JsonNode day : rule.path("byDay")) {
                DayOfWeek name = RuleOracle.day(day.path("day").asString());
                int n = day.path("nthOfPeriod").asInt(0);
                List<ZonedDateTime> those =
                        near.stream().filter(d -> d.getDayOfWeek() == name).toList();
                if (n == 0) {
                    all.addAll(those);
                } else if (limitsDays()) {
                    if (!with.contains(Departure.NUMBER_WITH_DATE)) {
                        those.stream()
                                .filter(d -> oracle.isWeekDay(d.toLocalDate(), day))
                                .forEach(all::add);
                    }
                } else if (Math.abs(n) <= those.size()) {
                    all.add(those.get(n > 0 ? n - 1 : those.size() + n));
                }
            }
        }
        return all;
    }

    private boolean limitsDays() {
        return one.is("daily") || rule.has("byYearDay") || rule.has("byMonthDay");
    }

    /** The days among which BYDAY chooses: this one, or those of its week, month or year. */
    private List<ZonedDateTime> near(ZonedDateTime date) {
        List<ZonedDateTime> near = new ArrayList<>();
        if (limitsDays()) {
            near.add(date);
        } else if (one.is("weekly") || rule.has("byWeekNo")) {
            var weekday = WeekFields.of(weekStart, 1).dayOfWeek();
            for (int i = 1; i <= 7; i++) {
                near.add(date.with(weekday, i));
            }
        } else if (inADay && !(rule.has("byMonth") && with.contains(Departure.DAYS_OF_MONTH))) {
            near.add(date);
        } else if (one.is("monthly") || rule.has("byMonth")) {
            for (int i = 1; i <= date.toLocalDate().lengthOfMonth(); i++) {
                near.add(date.withDayOfMonth(i));
            }
        } else {
            for (int i = 1; i <= date.toLocalDate().lengthOfYear(); i++) {
                near.add(date.withDayOfYear(i));
            }
        }
        return near;
    }

    /** Whether this is not a day that is lost because BYDAY has a number. */
    boolean isPlainlyMeant(LocalDate day) {
        return !rule.has("byDay")
                || !limitsDays()
                || !with.contains(Departure.NUMBER_WITH_DATE)
                || rule.path("byDay")
                        .valueStream()
                        .anyMatch(d -> !d.has("nthOfPeriod") && oracle.isWeekDay(day, d));
    }

    private List<Integer> numbers(String part) {
        return numbers(rule, part);
    }

    static List<Integer> numbers(JsonNode rule, String part) {
        return rule.path(part).valueStream().map(n -> Integer.parseInt(n.asString())).toList();
    }
}
