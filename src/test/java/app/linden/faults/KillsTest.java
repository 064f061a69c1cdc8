package app.linden.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A few kills and naps; {@link Kills} and {@link Naps} make as many as asked. */
class KillsTest {
    private static final int KILLS = Integer.getInteger("linden.kills", 1);

    @TempDir private Path folder;

    @Test
    void whatAKilledClientAcknowledgedIsThere() throws Exception {
        assertTrue(Kills.clients(folder, KILLS).contains("none lost"));
    }

    @Test
    void whatAKilledServerAcknowledgedIsThere() throws Exception {
        assertTrue(Kills.servers(folder, KILLS).contains("none lost"));
    }

    @Test
    void aClientThatSleptGoesOn() throws Exception {
        assumeTrue(Naps.arePossible(), "this system has no SIGSTOP");
        assertTrue(Naps.clients(folder, KILLS).contains("none lost"));
    }

    @Test
    void aServerThatSleptGoesOn() throws Exception {
        assumeTrue(Naps.arePossible(), "this system has no SIGSTOP");
        assertTrue(Kills.servers(folder, KILLS, true).contains("none lost"));
    }
}
