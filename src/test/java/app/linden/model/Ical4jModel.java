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
    private final Ical4jDays days;
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
        days = new Ical4jDays(one, with, oracle, seed);
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
                                .filter(days::isPlainlyMeant)
                                .map(date::with)
                                .toList()
                        : days.from(date);
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

    private List<Integer> numbers(String part) {
        return Ical4jDays.numbers(rule, part);
    }
}
