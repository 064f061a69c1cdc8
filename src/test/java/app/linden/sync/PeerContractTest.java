package app.linden.sync;

import app.linden.cli.Device;
import app.linden.model.Rights;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The contract, held by a server that others wrote, as docs/interop.md says: {@code
 * LINDEN_PEER=http://127.0.0.1:28080 LINDEN_PEER_USERS=alice:alice-pw,bob:bob-pw}, or the system
 * properties linden.peer and linden.peer.users. What those two people have there is deleted.
 */
@Tag("peer")
final class PeerContractTest extends RemoteContract {
    @Override
    Host host(Path folder) {
        String address = setting("linden.peer");
        String users = setting("linden.peer.users");
        Assumptions.assumeTrue(
                address != null && users != null, "no LINDEN_PEER and LINDEN_PEER_USERS given");
        Map<String, String> passwords = new TreeMap<>();
        for (String user : users.split(",")) {
            int colon = user.indexOf(':');
            passwords.put(user.substring(0, colon), user.substring(colon + 1));
        }
        return new Host(address, passwords, false, () -> {});
    }

    /** Nobody tells Bob on every server, so his program looks by itself. */
    @Test
    void whatAliceSharesBobHearsOfInAMinuteOrTwo() {
        Device bobs = device("bobs", "bob");
        share(Rights.READ);
        World.until("Bob sees the calendar", 100, () -> World.find(bobs, HOME) != null);
        laptop.commands().create(World.event(World.find(laptop, HOME), "Dinner", 18)).join();
        World.until(
                "Bob sees the event",
                100,
                () -> World.titles(bobs, HOME).equals(List.of("Dinner")));
    }

    private static String setting(String property) {
        String given = System.getProperty(property);
        return given == null
                ? System.getenv(property.toUpperCase(java.util.Locale.ROOT).replace('.', '_'))
                : given;
    }
}
