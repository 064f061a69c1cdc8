package app.linden.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A few faults of connections; {@link Wires} makes as many as asked. */
class WiresTest {
    private static final int FAULTS = Integer.getInteger("linden.wires", 15);

    @TempDir private Path folder;

    @Test
    void whatWasWrittenOverABadNetIsThereOnce() throws Exception {
        assertTrue(Wires.run(folder, FAULTS).contains("none lost"));
    }
}
