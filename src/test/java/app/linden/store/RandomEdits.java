package app.linden.store;

import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.RandomEvents;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/** Random edits of whatever an event's occurrences depend on. */
final class RandomEdits {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Mars/Olympus");
    private static final List<String> RULES =
            List.of(
                    "{'frequency':'daily'}",
                    "{'frequency':'weekly','byDay':[{'day':'mo'},{'day':'th'}],'interval':2}",
                    "{'frequency':'monthly','byDay':[{'day':'fr','nthOfPeriod':-1}],'count':30}",
                    "{'frequency':'yearly','byMonth':['2'],'byMonthDay':[29]}",
                    "{'frequency':'daily','until':'2027-03-01T00:00:00'}",
                    "{'frequency':'yearly','byMonth':['2'],'byMonthDay':[30]}",
                    "{'frequency':'whenever'}",
                    "{'frequency':'hourly','until':'2031-03-01T00:00:00'}");

    private final Random random;

    RandomEdits(Random random) {
        this.random = random;
    }

    ObjectNode event(String calendar, int number) {
        ObjectNode event = random.nextInt(5) == 0 ? RandomEvents.whole(random) : Json.object();
        event.remove("id");
        event.put("@type", "Event").put("uid", "u" + number).put("title", "t" + number);
        event.putObject("calendarIds").put(calendar, true);
        time(event);
        for (int i = random.nextInt(4); i > 0; i--) {
            edit(event);
        }
        return event;
    }

    /** One edit in place. */
    void edit(ObjectNode event) {
        switch (random.nextInt(10)) {
            case 0 -> event.put("title", "t" + random.nextInt(100));
            case 1, 2 -> time(event);
            case 3 -> event.put("timeZone", ZONES.get(random.nextInt(ZONES.size())));
            case 4 -> allDay(event);
            case 5, 6 -> event.set("recurrenceRule", Json.parse(rule()));
            case 7 -> event.remove(List.of("recurrenceRule", "recurrenceOverrides"));
            case 8 -> override(event);
            default -> event.put("duration", "PT" + random.nextInt(300) + "H");
        }
    }

    private String rule() {
        // Every hour for years is 35,000 rows: seldom.
        return RULES.get(random.nextInt(random.nextInt(8) == 0 ? RULES.size() : RULES.size() - 1))
                .replace('\'', '"');
    }

    private void time(ObjectNode event) {
        event.put("start", Event.write(moment()));
    }

    private LocalDateTime moment() {
        int year = random.nextInt(20);
        LocalDate day =
                year == 0
                        ? LocalDate.of(1, 1, 1)
                        : year == 1
                                ? LocalDate.of(9999, 12, 31)
                                : DAY.plusDays(random.nextInt(900));
        return day.atTime(random.nextInt(24), 30 * random.nextInt(2));
    }

    private void allDay(ObjectNode event) {
        if (event.path("showWithoutTime").asBoolean(false)) {
            event.remove("showWithoutTime");
            event.put("timeZone", "Europe/Berlin").put("duration", "PT1H");
            return;
        }
        event.put("showWithoutTime", true).put("duration", "P1D").remove("timeZone");
        event.put("start", event.path("start").asString("").substring(0, 10) + "T00:00:00");
    }

    private void override(ObjectNode event) {
        ObjectNode all =
                event.get("recurrenceOverrides") instanceof ObjectNode there
                        ? there
                        : event.putObject("recurrenceOverrides");
        LocalDateTime start = LocalDateTime.parse(event.path("start").asString(""));
        String id = Event.write(start.plusDays(random.nextInt(20)));
        ObjectNode change = all.putObject(id);
        switch (random.nextInt(4)) {
            case 0 -> change.put("excluded", true);
            case 1 -> change.put("start", Event.write(moment()));
            case 2 -> change.put("title", "other").put("duration", "PT3H");
            default -> change.put("start", "2026-02-30T00:00:00");
        }
    }
}
