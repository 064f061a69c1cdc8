package app.linden.model;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Random series: any kind of rule, any kind of exception, across summer time. */
final class RandomSeries {
    private static final String[] DAYS = {"mo", "tu", "we", "th", "fr", "sa", "su"};
    static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago");
    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 20, 0, 0);

    private RandomSeries() {}

    /** With at least two occurrences. */
    static Event next(Random random) {
        while (true) {
            Event series = withExceptions(random, bare(random));
            if (Slots.first(series, 2).size() == 2 && Views.ids(series).size() >= 2) {
                return series;
            }
        }
    }

    private static Event bare(Random random) {
        boolean days = random.nextInt(4) == 0;
        LocalDateTime start = START.plusDays(random.nextInt(400));
        if (!days) {
            start = start.plusMinutes(30L * random.nextInt(48));
        }
        ObjectNode json = Json.object().put("@type", "Event").put("uid", "u");
        json.putObject("calendarIds").put("c", true);
        json.put("title", "Training").put("start", Event.write(start));
        json.put("duration", days ? "P1D" : "PT1H");
        if (days) {
            json.put("showWithoutTime", true);
        } else if (random.nextInt(3) > 0) {
            json.put("timeZone", zone(random));
            if (random.nextInt(4) == 0) {
                json.put("endTimeZone", zone(random));
            }
        }
        if (random.nextInt(3) == 0) {
            json.putObject("locations").putObject("1").put("@type", "Location").put("name", "Gym");
        }
        json.set("recurrenceRule", rule(random, start).json());
        return Event.of(json);
    }

    static String zone(Random random) {
        return ZONES.get(random.nextInt(ZONES.size()));
    }

    /** To another day, time or zone. */
    static Event moved(Random random, Event series) {
        int days = random.nextInt(3) == 0 ? 0 : random.nextInt(-9, 10);
        boolean whole = series.when().allDay();
        int minutes = whole || random.nextBoolean() ? 0 : 15 * random.nextInt(-20, 20);
        LocalDateTime start = series.when().start().plusDays(days).plusMinutes(minutes);
        Event moved = series.with(series.when().at(start));
        // Somebody who moves house takes the series with them to another time zone.
        boolean zoned = series.json().has("timeZone");
        return zoned && random.nextInt(4) == 0
                ? moved.with("timeZone", Json.text(zone(random)))
                : moved;
    }

    static Rule rule(Random random, LocalDateTime start) {
        String frequency = new String[] {"daily", "weekly", "monthly", "yearly"}[random.nextInt(4)];
        ObjectNode json = Json.object().put("@type", "RecurrenceRule").put("frequency", frequency);
        if (random.nextInt(3) == 0) {
            json.put("interval", random.nextInt(2, 4));
        }
        if (random.nextInt(4) == 0) {
            json.put("firstDayOfWeek", DAYS[random.nextInt(7)]);
        }
        boolean months = frequency.equals("monthly") || frequency.equals("yearly");
        switch (random.nextInt(5)) {
            case 0 -> days(random, json.putArray("byDay"), months && random.nextBoolean());
            case 1 -> {
                if (months) {
                    numbers(random, json.putArray("byMonthDay"), 31);
                }
            }
            case 2 -> {
                if (!frequency.equals("daily")) {
                    days(random, json.putArray("byDay"), false);
                    json.putArray("bySetPosition").add(random.nextBoolean() ? 1 : -1);
                }
            }
            case 3 -> {
                if (frequency.equals("yearly") && !json.has("interval")) {
                    numbers(
                            random,
                            json.putArray(random.nextBoolean() ? "byWeekNo" : "byYearDay"),
                            52);
                } else {
                    ArrayNode list = json.putArray("byMonth");
                    new TreeSet<>(List.of(random.nextInt(1, 13), start.getMonthValue()))
                            .forEach(m -> list.add(Integer.toString(m)));
                }
            }
            default -> {}
        }
        if (months && random.nextInt(6) == 0) {
            json.put("skip", random.nextBoolean() ? "forward" : "backward");
        }
        switch (random.nextInt(3)) {
            case 0 -> json.put("count", random.nextInt(1, 30));
            case 1 -> json.put("until", Event.write(start.plusDays(random.nextInt(1500))));
            default -> {}
        }
        return new Rule(json);
    }

    private static void days(Random random, ArrayNode list, boolean nth) {
        TreeSet<Integer> days = new TreeSet<>();
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            days.add(random.nextInt(7));
        }
        for (int d : days) {
            ObjectNode day = list.addObject().put("@type", "NDay").put("day", DAYS[d]);
            if (nth) {
                day.put("nthOfPeriod", random.nextBoolean() ? random.nextInt(1, 5) : -1);
            }
        }
    }

    private static void numbers(Random random, ArrayNode list, int most) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int n = random.nextInt(1, 3); n > 0; n--) {
            int number = random.nextInt(1, most + 1);
            numbers.add(random.nextInt(4) == 0 ? -number : number);
        }
        numbers.forEach(list::add);
    }

    private static Event withExceptions(Random random, Event series) {
        ObjectNode overrides = Json.object();
        for (LocalDateTime slot : Slots.first(series, 25)) {
            switch (random.nextInt(14)) {
                case 0 -> overrides.putObject(Event.write(slot)).put("excluded", true);
                case 1 -> overrides.putObject(Event.write(slot)).put("title", "Special " + slot);
                case 2 ->
                        overrides
                                .putObject(Event.write(slot))
                                .put("start", Event.write(slot.plusHours(random.nextInt(-60, 60))))
                                .put("duration", "PT2H");
                case 3 -> overrides.putObject(Event.write(slot)).putNull("locations");
                case 4 -> {
                    if (series.json().has("timeZone")) {
                        overrides
                                .putObject(Event.write(slot))
                                .put("start", Event.write(slot.plusHours(random.nextInt(24))))
                                .put("timeZone", "Asia/Tokyo");
                    }
                }
                default -> {}
            }
        }
        for (int n = random.nextInt(3); n > 0; n--) {
            LocalDateTime at =
                    series.when().start().plusDays(random.nextInt(0, 200)).plusMinutes(7);
            overrides.putObject(Event.write(at)).put("title", "Added " + at);
        }
        return overrides.isEmpty() ? series : series.with("recurrenceOverrides", overrides);
    }
}
