package app.linden.model;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.util.Random;

/**
 * How long the usual budget of steps can take: expands random rules without an end, made to find
 * little, over all years, and prints the rule that took the most time of the processor. {@code
 * -Dseed=}, {@code -Drules=}.
 */
final class StepTimes {
    private static final int RULES = Integer.getInteger("rules", 20_000);

    private StepTimes() {}

    public static void main(String[] args) {
        Random random = new Random(Long.getLong("seed", 1));
        RandomRules rules = new RandomRules(random);
        long worst = 0;
        long all = 0;
        int gaveUp = 0;
        String which = "";
        for (int i = -RULES / 4; i < RULES; i++) {
            Event event = nasty(random, rules.next());
            long before = processorTime();
            Recurrence.Expansion found =
                    Recurrence.expand(
                            event, LocalDateTime.MIN, LocalDateTime.MAX, Recurrence.Budget.USUAL);
            long nanos = processorTime() - before;
            if (i < 0) {
                continue;
            }
            all += nanos;
            gaveUp += found.complete() || found.starts().size() >= 1_000 ? 0 : 1;
            if (nanos > worst) {
                worst = nanos;
                which = event.json().toString();
            }
        }
        System.out.printf(
                "%d rules, %d of them to the last step; on average %.2f ms, at worst %.2f ms: %s%n",
                RULES, gaveUp, all / 1e6 / RULES, worst / 1e6, which);
    }

    /** The rule without an end, and with days that hardly meet: the 31st of short months. */
    private static Event nasty(Random random, RandomRules.Case one) {
        ObjectNode json = one.rule().endless().json();
        switch (random.nextInt(4)) {
            case 0 -> {
                numbers(json.putArray("byMonth"), 2, 4);
                numbers(json.putArray("byMonthDay"), 30, 31);
            }
            case 1 -> numbers(json.putArray("byYearDay"), 366);
            case 2 -> {
                ArrayNode positions = json.putArray("bySetPosition");
                for (int n = 0; n < 366; n++) {
                    positions.add(random.nextInt(300, 366_000));
                }
            }
            default -> {
                ArrayNode days = json.putArray("byDay");
                ObjectNode day = days.addObject().put("@type", "NDay").put("day", "mo");
                day.put("nthOfPeriod", 5);
                numbers(json.putArray("byMonthDay"), 1);
            }
        }
        return new RandomRules.Case(new Rule(json), one.start(), one.to(), one.zone()).event();
    }

    private static void numbers(ArrayNode list, int... numbers) {
        for (int n : numbers) {
            list.add(n);
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
