package app.linden.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/** Some cuts; {@link PowerCuts} makes as many as asked. */
class PowerCutsTest {
    private static final int CUTS = Integer.getInteger("linden.cuts", 24);

    @Test
    void nothingAcknowledgedIsLostWhenThePowerIsCut() throws IOException {
        assertEquals(List.of(), PowerCuts.run(1, CUTS, 8, new Tally()));
    }
}
