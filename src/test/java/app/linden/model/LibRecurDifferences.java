package app.linden.model;

import app.linden.model.RandomRules.Case;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts where lib-recur expands random rules otherwise than Linden does, on wall time, by the form
 * of the difference, and prints those of no known form. {@code -Dseed=}, {@code -Drules=}.
 */
final class LibRecurDifferences {
    private static final int SHOWN = 40;
    private static final String UNKNOWN = "differs, not understood";

    private LibRecurDifferences() {}

    public static void main(String[] args) {
        long seed = Long.getLong("seed", 20_261_124);
        Map<String, Integer> kinds = new TreeMap<>();
        int shown = 0;
        for (int i = 0; i < Integer.getInteger("rules", 2_000); i++) {
            Case one = new RandomRules(new Random(seed + i)).next();
            List<LocalDateTime> ours = RandomRulesTest.ours(one);
            TreeSet<LocalDateTime> all = new TreeSet<>(List.of(one.start()));
            String thrown = "";
            try {
                find(one, all);
            } catch (IllegalArgumentException | IllegalStateException e) {
                thrown = ", then throws";
            } catch (InvalidRecurrenceRuleException
                    | ClassCastException
                    | IndexOutOfBoundsException e) {
                thrown = ", throws " + e.getClass().getSimpleName();
            }
            Integer count = one.rule().count();
            List<LocalDateTime> theirs =
                    all.stream().limit(count == null ? Long.MAX_VALUE : count).toList();
            String kind = kind(one, ours, theirs) + thrown;
            kinds.merge(kind, 1, Integer::sum);
            if (kind.startsWith(UNKNOWN) && shown++ < SHOWN) {
                System.out.println(kind + " " + one + RandomRulesTest.difference(ours, theirs));
            }
        }
        kinds.forEach((kind, n) -> System.out.println("  " + n + " " + kind));
    }

    private static void find(Case one, TreeSet<LocalDateTime> found)
            throws InvalidRecurrenceRuleException {
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
        while (it.hasNext() && found.size() < 200_000) {
            LocalDateTime at =
                    LocalDateTime.ofEpochSecond(
                            Math.floorDiv(it.nextMillis(), 1000), 0, ZoneOffset.UTC);
            if (!at.isBefore(one.to())) {
                break;
            }
            found.add(at);
        }
    }

    private static String kind(Case one, List<LocalDateTime> ours, List<LocalDateTime> theirs) {
        if (ours.equals(theirs)) {
            return "agrees";
        }
        if (one.has("skip")) {
            return "SKIP";
        }
        if (ours.subList(0, Math.min(ours.size(), theirs.size())).equals(theirs)) {
            return "gives up";
        }
        if (one.has("bySetPosition") && isInFirstPeriod(one, ours, theirs)) {
            return "BYSETPOS counts from the start";
        }
        if (one.isWithinADay() && one.has("byYearDay")) {
            return "BYYEARDAY within a day";
        }
        if (one.rule()
                .json()
                .path("byWeekNo")
                .valueStream()
                .anyMatch(n -> Math.abs(n.asInt()) == 53)) {
            return "BYWEEKNO=53 in years of 52 weeks";
        }
        if (one.hasNth() && one.has("byMonthDay")) {
            return "numbered BYDAY with BYMONTHDAY";
        }
        if (one.has("byWeekNo") && (one.has("byMonth") || one.has("byMonthDay"))) {
            return "BYWEEKNO with BYMONTH or BYMONTHDAY";
        }
        return UNKNOWN;
    }

    /** Whether the first difference is in the period of the start, and without COUNT all are. */
    private static boolean isInFirstPeriod(
            Case one, List<LocalDateTime> ours, List<LocalDateTime> theirs) {
        TreeSet<LocalDateTime> odd = new TreeSet<>(ours);
        odd.removeAll(theirs);
        TreeSet<LocalDateTime> extra = new TreeSet<>(theirs);
        extra.removeAll(ours);
        odd.addAll(extra);
        LocalDateTime end =
                switch (one.rule().frequency()) {
                    case "yearly" -> one.start().withDayOfYear(1).plusYears(1);
                    case "monthly" -> one.start().withDayOfMonth(1).plusMonths(1);
                    default -> one.start().plusWeeks(1);
                };
        LocalDateTime last = one.has("count") ? odd.getFirst() : odd.getLast();
        return last.isBefore(end.toLocalDate().atStartOfDay());
    }
}
