package app.linden.model;

import app.linden.model.RandomRules.Case;

import net.fortuna.ical4j.model.Recur;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Other expanders of rules, and the kinds of their known differences from the RFC. */
enum OtherLibrary {
    ICAL4J {
        @Override
        List<LocalDateTime> raw(Case one) throws Exception {
            // Without a WKST it takes the week of the JVM's locale; RFC 5545 says Monday.
            String text =
                    one.has("firstDayOfWeek")
                            ? one.rule().toRrule()
                            : one.rule().toRrule().concat(";WKST=MO");
            return new Recur<LocalDateTime>(text, true)
                    .getDates(one.start(), one.start(), one.to().minusSeconds(1));
        }

        @Override
        Map<String, Predicate<Case>> known() {
            Map<String, Predicate<Case>> known = new LinkedHashMap<>();
            known.put("BYWEEKNO with other days", c -> c.has("byWeekNo"));
            known.put(
                    "BYYEARDAY with other days",
                    c ->
                            c.has("byYearDay")
                                    && (c.has("byMonth") || c.has("byMonthDay") || c.has("byDay")));
            known.put("SKIP", c -> c.has("skip"));
            known.put("weekly with BYMONTH", c -> c.is("weekly") && c.has("byMonth"));
            known.put("numbered BYDAY with BYMONTHDAY", c -> c.hasNth() && c.has("byMonthDay"));
            known.put("within a day, with parts of days", c -> c.isWithinADay() && c.namesDays());
            known.put("within a day, gives up", c -> c.isWithinADay());
            known.put("BYSETPOS", c -> c.has("bySetPosition"));
            return known;
        }
    },
    LIB_RECUR {
        @Override
        List<LocalDateTime> raw(Case one) throws Exception {
            LocalDateTime s = one.start();
            var it =
                    new RecurrenceRule(one.rule().toRrule(), RecurrenceRule.RfcMode.RFC5545_LAX)
                            .iterator(
                                    new DateTime(
                                            s.getYear(),
                                            s.getMonthValue() - 1,
                                            s.getDayOfMonth(),
                                            s.getHour(),
                                            s.getMinute(),
                                            s.getSecond()));
            List<LocalDateTime> found = new java.util.ArrayList<>();
            while (it.hasNext() && found.size() < 200_000) {
                LocalDateTime at =
                        LocalDateTime.ofEpochSecond(
                                Math.floorDiv(it.nextMillis(), 1000), 0, ZoneOffset.UTC);
                if (!at.isBefore(one.to())) {
                    break;
                }
                found.add(at);
            }
            return found;
        }

        @Override
        Map<String, Predicate<Case>> known() {
            Map<String, Predicate<Case>> known = new LinkedHashMap<>();
            known.put("BYWEEKNO", c -> c.has("byWeekNo"));
            known.put("SKIP", c -> c.has("skip"));
            known.put("within a day, with parts of days", c -> c.isWithinADay() && c.namesDays());
            known.put("within a day, gives up", c -> c.isWithinADay());
            known.put("BYSETPOS counts from the start", c -> c.has("bySetPosition"));
            known.put(
                    "BYYEARDAY with other days",
                    c ->
                            c.has("byYearDay")
                                    && (c.has("byMonth") || c.has("byMonthDay") || c.has("byDay")));
            known.put("numbered BYDAY with BYMONTHDAY", c -> c.hasNth() && c.has("byMonthDay"));
            return known;
        }
    };

    static final String AGREES = "agrees";
    static final String UNKNOWN = "differs, not understood";

    abstract List<LocalDateTime> raw(Case one) throws Exception;

    abstract Map<String, Predicate<Case>> known();

    /** With the start as first of all, as JSCalendar counts. */
    List<LocalDateTime> starts(Case one) {
        try {
            TreeSet<LocalDateTime> all = new TreeSet<>(raw(one));
            all.add(one.start());
            Integer count = one.rule().count();
            return all.stream().limit(count == null ? Long.MAX_VALUE : count).toList();
        } catch (Exception gaveUp) {
            return List.of(one.start());
        }
    }

    String verdict(Case one, List<LocalDateTime> ours) {
        if (ours.equals(starts(one))) {
            return AGREES;
        }
        return known().entrySet().stream()
                .filter(k -> k.getValue().test(one))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
