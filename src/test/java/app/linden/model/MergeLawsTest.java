package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Some of the triples that the main of {@link MergeLaws} runs by the million. */
final class MergeLawsTest {
    @Test
    void theLawsHoldOnRandomTriples() {
        long seed = Long.getLong("linden.seed", System.nanoTime());
        System.out.println("MergeLawsTest seed " + seed);
        MergeLaws.Met met = new MergeLaws.Met();
        for (int i = 0; i < Integer.getInteger("linden.triples", 20_000); i++) {
            MergeLaws.check(seed + i, met);
        }
        assertTrue(met.withCards.get() > 1_000, met.toString());
    }
}
