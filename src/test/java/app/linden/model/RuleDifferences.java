package app.linden.model;

import app.linden.model.RandomRules.Case;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts where ical4j and lib-recur expand random rules otherwise than Linden does, by kind of
 * rule, and prints the first differences of a kind that is not known. {@code -Dseed=}, {@code
 * -Drules=}.
 */
final class RuleDifferences {
    private static final int RULES = Integer.getInteger("rules", 2_000);
    private static final int SHOWN = 40;

    private RuleDifferences() {}

    public static void main(String[] args) {
        RandomRules rules = new RandomRules(RandomRulesTest.random());
        Map<String, Integer> kinds = new TreeMap<>();
        int shown = 0;
        for (int i = 0; i < RULES; i++) {
            Case one = rules.next();
            List<LocalDateTime> ours = RandomRulesTest.ours(one);
            for (OtherLibrary other : OtherLibrary.values()) {
                String kind = other.verdict(one, ours);
                kinds.merge(other + ": " + kind, 1, Integer::sum);
                if (kind.equals(OtherLibrary.UNKNOWN) && shown++ < SHOWN) {
                    System.out.println(
                            other
                                    + " "
                                    + one
                                    + RandomRulesTest.difference(ours, other.starts(one)));
                }
            }
        }
        kinds.forEach((kind, n) -> System.out.println("  " + n + " " + kind));
    }
}
