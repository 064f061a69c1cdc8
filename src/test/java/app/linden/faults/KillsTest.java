package app.linden.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A few kills; {@link Kills} makes as many as asked. */
class KillsTest {
    private static final int KILLS = Integer.getInteger("linden.kills", 2);

    @TempDir private Path folder;

    @Test
    void whatAKilledClientAcknowledgedIsThere() throws Exception {
        assertTrue(Kills.clients(folder, KILLS).contains("none lost"));
    }

    @Test
    void whatAKilledServerAcknowledgedIsThere() throws Exception {
        assertTrue(Kills.servers(folder, KILLS).contains("none lost"));
    }
}
