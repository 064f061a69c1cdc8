package app.linden.model;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Random rules of every frequency and with every part, each with a start and a span to look at. */
final class RandomRules {
    private static final String[] DAYS = {"mo", "tu", "we", "th", "fr", "sa", "su"};
    private static final List<String> FREQUENCIES =
            List.of("secondly", "minutely", "hourly", "daily", "weekly", "monthly", "yearly");
    private static final List<String> ZONES =
            List.of(
                    "Europe/Berlin",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "Asia/Beirut",
                    "Africa/Casablanca",
                    "America/Santiago",
                    "Pacific/Apia",
                    "Asia/Kolkata");

    private final Random random;

    RandomRules(Random random) {
        this.random = random;
    }

    /** A rule, and the time before which its occurrences are to be compared. */
    record Case(Rule rule, LocalDateTime start, LocalDateTime to, String zone) {
        ZoneId zoneId() {
            return ZoneId.of(zone);
        }

        /** Whether the clocks change in the span that is looked at. */
        boolean changesClock() {
            ZoneOffsetTransition change =
                    zoneId().getRules().nextTransition(start.atZone(zoneId()).toInstant());
            return change != null && change.getDateTimeBefore().isBefore(to);
        }

        /** What is at this instant or after it is not compared. */
        Instant end() {
            return to.atZone(zoneId()).toInstant();
        }

        Event event() {
            ObjectNode json = Json.object().put("@type", "Event").put("uid", "u");
            json.put("start", Event.write(start)).put("timeZone", zone);
            json.set("recurrenceRule", rule.json());
            return Event.of(json);
        }

        boolean has(String part) {
            return rule.json().has(part);
        }

        Case without(String part) {
            ObjectNode json = rule.json().deepCopy();
            json.remove(part);
            return new Case(new Rule(json), start, to, zone);
        }

        boolean isWithinADay() {
            return FREQUENCIES.indexOf(rule.frequency()) < 3;
        }

        boolean namesDays() {
            return has("byDay") || has("byMonth") || has("byMonthDay") || has("byYearDay");
        }

        boolean hasNth() {
            return rule.json().path("byDay").valueStream().anyMatch(d -> d.has("nthOfPeriod"));
        }

        boolean is(String frequency) {
            return rule.frequency().equals(frequency);
        }

        @Override
        public String toString() {
            return start + " " + zone + " " + rule.toRrule();
        }
    }

    Case next() {
        // Coarse frequencies are the usual ones.
        String frequency =
                FREQUENCIES.get(random.nextInt(5) == 0 ? random.nextInt(3) : random.nextInt(3, 7));
        String zone = ZONES.get(random.nextInt(ZONES.size()));
        LocalDateTime start = start(frequency, ZoneId.of(zone));
        ObjectNode json = Json.object().put("@type", "RecurrenceRule").put("frequency", frequency);
        int most = FREQUENCIES.indexOf(frequency) < 4 ? 40 : 5;
        if (random.nextBoolean()) {
            json.put("interval", random.nextInt(2, most));
        }
        if (random.nextInt(4) == 0) {
            json.put("firstDayOfWeek", DAYS[random.nextInt(7)]);
        }
        dates(json, frequency, start);
        times(json, frequency);
        boolean by = json.properties().stream().anyMatch(p -> p.getKey().startsWith("by"));
        if (by && random.nextInt(4) == 0) {
            numbers(json.putArray("bySetPosition"), 1, 4, 2, true);
        }
        LocalDateTime to = thatExists(to(frequency, start), zone);
        int end = random.nextInt(3);
        if (end == 0) {
            json.put("count", random.nextInt(1, 60));
        } else if (end == 1) {
            long seconds = java.time.Duration.between(start, to).toSeconds();
            LocalDateTime until = start.plusSeconds(random.nextLong(seconds));
            json.put("until", Event.write(thatExists(until, zone)));
        }
        return new Case(new Rule(json), start, to, zone);
    }

    /** On any half hour of some years; often a little before the clocks change, or within that. */
    private LocalDateTime start(String frequency, ZoneId zone) {
        LocalDateTime any =
                LocalDateTime.of(2019, 1, 1, 0, 0)
                        .plusDays(random.nextInt(3000))
                        .plusMinutes(30L * random.nextInt(48));
        if (random.nextInt(8) == 0) {
            any = any.withDayOfMonth(any.toLocalDate().lengthOfMonth());
        }
        ZoneOffsetTransition change = zone.getRules().nextTransition(any.atZone(zone).toInstant());
        if (change == null || random.nextInt(3) > 0) {
            return thatExists(any, zone.getId());
        }
        int before =
                switch (frequency) {
                    case "secondly" -> random.nextInt(4);
                    case "minutely", "hourly" -> random.nextInt(48);
                    default -> 48 * random.nextInt(60);
                };
        LocalDateTime near =
                change.getDateTimeBefore()
                        .minusMinutes(30L * before)
                        .plusMinutes(30L * random.nextInt(-1, 3));
        return thatExists(near, zone.getId());
    }

    /** A time inside a gap is none that anybody can choose. */
    private static LocalDateTime thatExists(LocalDateTime time, String zone) {
        return time.atZone(ZoneId.of(zone)).toLocalDateTime();
    }

    private LocalDateTime to(String frequency, LocalDateTime start) {
        return switch (frequency) {
            case "secondly" -> start.plusMinutes(random.nextInt(1, 90));
            case "minutely" -> start.plusHours(random.nextInt(1, 30));
            case "hourly" -> start.plusDays(random.nextInt(1, 60));
            case "daily" -> start.plusDays(random.nextInt(1, 800));
            case "weekly" -> start.plusDays(random.nextInt(1, 1200));
            case "monthly" -> start.plusDays(random.nextInt(1, 1800));
            default -> start.plusYears(random.nextInt(1, 9));
        };
    }

    private void dates(ObjectNode json, String frequency, LocalDateTime start) {
        boolean yearly = frequency.equals("yearly");
        boolean dated = yearly || frequency.equals("monthly");
        if (random.nextInt(3) == 0) {
            ArrayNode months = json.putArray("byMonth");
            new TreeSet<>(List.of(random.nextInt(1, 13), start.getMonthValue()))
                    .forEach(m -> months.add(Integer.toString(m)));
        }
        if (yearly && random.nextInt(5) == 0) {
            numbers(json.putArray("byWeekNo"), 1, 53, 2, true);
        }
        if (!frequency.equals("weekly") && random.nextInt(3) == 0) {
            numbers(json.putArray("byMonthDay"), 1, 31, dated ? 3 : 12, true);
        }
        if ((yearly || FREQUENCIES.indexOf(frequency) < 3) && random.nextInt(5) == 0) {
            numbers(json.putArray("byYearDay"), 1, 366, yearly ? 3 : 150, true);
        }
        if (random.nextInt(2) == 0) {
            ArrayNode days = json.putArray("byDay");
            boolean nth = dated && !json.has("byWeekNo") && random.nextBoolean();
            TreeSet<Integer> which = new TreeSet<>();
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                which.add(random.nextInt(7));
            }
            for (int d : which) {
                ObjectNode day = days.addObject().put("@type", "NDay").put("day", DAYS[d]);
                if (nth) {
                    int n = random.nextInt(1, yearly && !json.has("byMonth") ? 54 : 6);
                    day.put("nthOfPeriod", random.nextBoolean() ? n : -n);
                }
            }
        }
        if (dated && random.nextInt(4) == 0) {
            json.put("skip", random.nextBoolean() ? "forward" : "backward");
            if (random.nextBoolean()) {
                // SKIP has more to do where nothing else speaks of days.
                json.remove(List.of("byDay", "byWeekNo", "byYearDay"));
                numbers(json.putArray("byMonthDay"), 28, 31, 2, true);
            }
        }
    }

    private void times(ObjectNode json, String frequency) {
        boolean fine = FREQUENCIES.indexOf(frequency) < 3;
        if (random.nextInt(5) == 0) {
            numbers(json.putArray("byHour"), 0, 23, fine ? 18 : 3, false);
        }
        if (random.nextInt(6) == 0) {
            numbers(json.putArray("byMinute"), 0, 59, fine ? 30 : 2, false);
        }
        if (random.nextInt(8) == 0) {
            numbers(json.putArray("bySecond"), 0, 59, 2, false);
        }
    }

    private void numbers(ArrayNode list, int least, int most, int howMany, boolean negative) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int n = random.nextInt(1, howMany + 1); n > 0; n--) {
            int number = random.nextInt(least, most + 1);
            numbers.add(negative && random.nextInt(4) == 0 ? -number : number);
        }
        numbers.forEach(list::add);
    }
}
