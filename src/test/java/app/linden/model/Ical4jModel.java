package app.linden.model;

import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;

import app.linden.model.RandomRules.Case;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What ical4j makes of a rule, foretold: period by period it takes the day of the start and lets
 * each part expand or limit it. With all of its {@link Departure departures} this gives what ical4j
 * gives, without them what the standards say, with some of them what these are to blame for.
 */
final class Ical4jModel {
    private static final int TRIES = 1_000;

    private final Case one;
    private final JsonNode rule;
    private final Set<Departure> with;
    private final RuleOracle oracle;
    private final DayOfWeek weekStart;
    private final ZonedDateTime seed;
    private final boolean inADay;
    private final boolean datesByOracle;

    private Ical4jModel(Case one, Set<Departure> with) {
        this.one = one;
        this.with = with;
        rule = one.rule().json();
        oracle = new RuleOracle(one.rule(), one.start());
        weekStart = RuleOracle.day(rule.path("firstDayOfWeek").asString("mo"));
        inADay = one.isWithinADay();
        datesByOracle =
                Departure.ofDates(one).concerns(one) && !with.contains(Departure.ofDates(one));
        seed = one.start().atZone(zone());
    }

    /** The instants of a series before its end, or the start alone where ical4j throws. */
    static List<Instant> starts(Case one, Set<Departure> with) {
        try {
            return new Ical4jModel(one, with).starts();
        } catch (DateTimeException thrown) {
            return List.of(one.start().atZone(one.zoneId()).toInstant());
        }
    }

    /** Where the clock goes wrong it runs on the line of instants, else on the wall. */
    private ZoneId zone() {
        return with.contains(Departure.ELAPSED_TIME) && inADay
                        || with.contains(Departure.SECOND_OF_TWO) && !inADay
                ? one.zoneId()
                : ZoneOffset.UTC;
    }

    private List<Instant> starts() {
        TreeSet<ZonedDateTime> found = new TreeSet<>(run());
        found.add(seed);
        int most = rule.path("count").asInt(Integer.MAX_VALUE);
        return found.stream()
                .limit(most)
                .map(at -> seed.getZone() == ZoneOffset.UTC ? onWall(at) : at.toInstant())
                .filter(at -> at.isBefore(one.end()))
                .sorted()
                .distinct()
                .toList();
    }

    private Instant onWall(ZonedDateTime at) {
        return at.toLocalDateTime().atZone(one.zoneId()).toInstant();
    }

    private List<ZonedDateTime> run() {
        List<ZonedDateTime> found = new ArrayList<>();
        Set<ZonedDateTime> seen = new HashSet<>();
        int count = rule.path("count").asInt(0);
        int counted = 0;
        int empty = 0;
        @Nullable ZonedDateTime until = until();
        ZonedDateTime end = one.to().atZone(seed.getZone()).minusSeconds(1);
        ZonedDateTime date = seed;
        for (int period = 1; ; period++) {
            List<ZonedDateTime> candidates = candidates(date, period - 1);
            if (candidates.isEmpty()) {
                boolean over = date.isAfter(end) || until != null && date.isAfter(until);
                if (over || ++empty > TRIES && with.contains(Departure.GIVES_UP)) {
                    return found;
                }
            } else {
                empty = 0;
            }
            for (ZonedDateTime at : candidates) {
                if (!at.isBefore(seed) && (with.contains(Departure.COUNTS_TWICE) || seen.add(at))) {
                    if (!at.isAfter(end) && (until == null || !at.isAfter(until))) {
                        found.add(at);
                        counted++;
                    }
                }
                if (at.isAfter(end)
                        || until != null && at.isAfter(until)
                        || count > 0 && counted >= count) {
                    return found;
                }
            }
            date = next(period);
        }
    }

    private @Nullable ZonedDateTime until() {
        if (!rule.has("until")) {
            return null;
        }
        LocalDateTime until = LocalDateTime.parse(rule.path("until").asString());
        return until.atZone(seed.getZone());
    }

    private ZonedDateTime next(int period) {
        long n = (long) period * Math.max(1, rule.path("interval").asInt(1));
        return switch (rule.path("frequency").asString()) {
            case "secondly" -> seed.plusSeconds(n);
            case "minutely" -> seed.plusMinutes(n);
            case "hourly" -> seed.plusHours(n);
            case "daily" -> seed.plusDays(n);
            case "weekly" -> seed.plusWeeks(n);
            case "monthly" -> seed.plusMonths(n);
            default -> {
                if (!rule.has("byWeekNo") || datesByOracle) {
                    yield seed.plusYears(n);
                }
                var year = WeekFields.of(weekStart, 4).weekBasedYear();
                yield seed.with(LocalDate.from(year.adjustInto(seed, seed.get(year) + n)));
            }
        };
    }

    private List<ZonedDateTime> candidates(ZonedDateTime date, int period) {
        Collection<ZonedDateTime> dates =
                datesByOracle
                        ? oracle
                                .days((long) period * Math.max(1, rule.path("interval").asInt(1)))
                                .stream()
                                .filter(this::isPlainlyMeant)
                                .map(date::with)
                                .toList()
                        : dates(date);
        List<ZonedDateTime> all = new ArrayList<>(dates);
        all = times(all, "byHour", HOUR_OF_DAY, Set.of("hourly", "minutely", "secondly"));
        all = times(all, "byMinute", MINUTE_OF_HOUR, Set.of("minutely", "secondly"));
        all = times(all, "bySecond", SECOND_OF_MINUTE, Set.of("secondly"));
        all = all.stream().distinct().sorted().toList();
        if (!rule.has("bySetPosition")) {
            return all;
        }
        TreeSet<ZonedDateTime> chosen = new TreeSet<>();
        for (int p : numbers("bySetPosition")) {
            int index = p > 0 ? p - 1 : all.size() + p;
            if (index >= 0 && index < all.size()) {
                chosen.add(all.get(index));
            }
        }
        return List.copyOf(chosen);
    }

    /** Whether this is not a day that is lost because BYDAY has a number. */
    private boolean isPlainlyMeant(LocalDate day) {
        return !rule.has("byDay")
                || !limitsDays()
                || !with.contains(Departure.NUMBER_WITH_DATE)
                || rule.path("byDay")
                        .valueStream()
                        .anyMatch(d -> !d.has("nthOfPeriod") && oracle.isWeekDay(day, d));
    }

    private List<ZonedDateTime> times(
            List<ZonedDateTime> dates, String part, ChronoField field, Set<String> limited) {
        if (!rule.has(part)) {
            return dates;
        }
        List<Integer> numbers = numbers(part);
        boolean limits = limited.contains(one.rule().frequency());
        List<ZonedDateTime> all = new ArrayList<>();
        for (ZonedDateTime date : dates) {
            if (!limits) {
                numbers.forEach(n -> all.add(date.with(field, n)));
            } else if (numbers.contains(date.get(field))) {
                all.add(date);
            }
        }
        return all;
    }

    private List<ZonedDateTime> dates(ZonedDateTime date) {
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

    private List<Integer> numbers(String part) {
        return rule.path(part).valueStream().map(n -> Integer.parseInt(n.asString())).toList();
    }
}
