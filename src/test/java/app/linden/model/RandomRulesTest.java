package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.model.RandomRules.Case;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random rules against a plain reading of the RFC, and against two other libraries. The seed is
 * printed; set {@code -Dseed=} to see a run again, {@code -Drules=} for more of them.
 */
final class RandomRulesTest {
    private static final int RULES = Integer.getInteger("rules", 700);
    private static final Recurrence.Budget BUDGET = new Recurrence.Budget(1_000_000, 200_000);

    static Random random() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RandomRulesTest -Dseed=" + seed);
        return new Random(seed);
    }

    static List<LocalDateTime> ours(Case one) {
        return Recurrence.expand(one.event(), LocalDateTime.MIN, one.to(), BUDGET).starts();
    }

    @Test
    void expandsEveryRuleAsThePlainReadingOfTheRfcDoes() {
        Random random = random();
        RandomRules rules = new RandomRules(random);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < RULES && wrong.size() < 20; i++) {
            Case one = rules.next();
            List<LocalDateTime> expected = new RuleOracle(one.rule(), one.start()).until(one.to());
            List<LocalDateTime> found = ours(one);
            if (!expected.equals(found)) {
                wrong.add(one + difference(expected, found));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aWindowShowsWhatTheWholeSeriesHasThere() {
        Random random = random();
        RandomRules rules = new RandomRules(random);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < RULES && wrong.size() < 20; i++) {
            Case one = rules.next();
            long length = Duration.between(one.start(), one.to()).toSeconds();
            LocalDateTime from = one.start().plusSeconds(random.nextLong(length));
            List<LocalDateTime> whole = ours(one).stream().filter(t -> !t.isBefore(from)).toList();
            List<LocalDateTime> window =
                    Recurrence.expand(one.event(), from, one.to(), BUDGET).starts();
            if (!whole.equals(window)) {
                wrong.add(one + " from " + from + difference(whole, window));
            }
        }
        assertEquals(List.of(), wrong);
    }

    static String difference(List<LocalDateTime> expected, List<LocalDateTime> found) {
        List<LocalDateTime> missing = new ArrayList<>(expected);
        missing.removeAll(found);
        List<LocalDateTime> extra = new ArrayList<>(found);
        extra.removeAll(expected);
        return "\n   missing "
                + missing.stream().limit(5).toList()
                + " extra "
                + extra.stream().limit(5).toList()
                + "\n";
    }
}
