package app.linden.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.cli.Device;
import app.linden.db.PostgresForTests;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.server.Accounts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Two server processes on one PostgreSQL database, one of which is killed while people write. */
class TwoServersTest {
    private static final int EDITS = Integer.getInteger("linden.kills.edits", 60);

    @TempDir private Path folder;

    private final Ledger ledger = new Ledger();
    private final AtomicBoolean end = new AtomicBoolean();

    @Test
    void theDevicesOfAKilledServerGoOnAtTheOther() throws Exception {
        PostgresForTests.assumeThere();
        String database = PostgresForTests.database();
        try (Accounts accounts =
                Accounts.open(Files.createDirectory(folder.resolve("add")), database)) {
            accounts.add("anna", "Anna", Kills.PASSWORD);
        }
        int first = free();
        int second = free();
        Process killed = serve("one", first, database);
        Process staying = serve("two", second, database);
        List<Device> devices = new ArrayList<>();
        List<Thread> writers = new ArrayList<>();
        try (Switch toFirst = new Switch(List.of(first, second));
                Switch toSecond = new Switch(List.of(second, first))) {
            devices.add(device("a", toFirst));
            devices.add(device("b", toSecond));
            meet(devices, "before");
            writers.add(writer(devices.get(0), "a"));
            writers.add(writer(devices.get(1), "b"));
            until(EDITS);
            killed.destroyForcibly().waitFor();
            until(2 * EDITS);
            stop(writers);
            Kills.until(
                    "all is sent",
                    () -> devices.stream().allMatch(d -> d.store().waiting().isEmpty()));
            Kills.agree(folder, toSecond.address(), ledger, devices);
            meet(devices, "after");
            assertEquals(List.of(), PostgresForTests.rows(database, DOUBLES));
            assertEquals(List.of(), PostgresForTests.rows(database, TOKENS));
            System.out.println(
                    ledger.acknowledged()
                            + " edits while one of two servers was killed; none lost or doubled");
        } finally {
            stop(writers);
            devices.forEach(Device::close);
            killed.destroyForcibly().waitFor();
            staying.destroyForcibly().waitFor();
        }
    }

    private static final String DOUBLES =
            "SELECT uid FROM event GROUP BY account_id, uid, recurrence_id HAVING COUNT(*) > 1"
                    + " UNION ALL SELECT account_id FROM change_log GROUP BY account_id, type, seq"
                    + " HAVING COUNT(*) > 1";

    /** Each device has one refresh token that is not exchanged yet. */
    private static final String TOKENS =
            "SELECT d.id FROM device d LEFT JOIN refresh_token t ON t.device_id = d.id AND"
                    + " t.rotated_at IS NULL GROUP BY d.id HAVING COUNT(t.hash) <> 1";

    private static int free() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private Process serve(String name, int port, String database) throws Exception {
        return Kills.serve(
                new String[] {
                    "app.linden.Main",
                    "server",
                    "--data",
                    folder.resolve(name).toString(),
                    "--port",
                    "" + port,
                    "--database",
                    database
                });
    }

    private Device device(String name, Switch at) throws Exception {
        Device device = Device.open(folder.resolve(name), new SecretsOfThisRun());
        device.accounts().signIn(at.address(), "anna", Kills.PASSWORD).join();
        return device;
    }

    private Thread writer(Device device, String name) {
        Writer writer = new Writer(device, name, ledger::tries, ledger::saved);
        return Thread.ofPlatform()
                .start(() -> {
                    CountDownLatch never = new CountDownLatch(1);
                    try {
                        while (!end.get()) {
                            writer.write();
                            never.await(20, TimeUnit.MILLISECONDS);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private void stop(List<Thread> writers) throws InterruptedException {
        end.set(true);
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private void until(int edits) throws InterruptedException {
        Kills.until(edits + " edits", () -> ledger.acknowledged() >= edits);
    }

    /** What one device writes appears on the other by itself. */
    private void meet(List<Device> devices, String when) throws InterruptedException {
        Device from = devices.get(0);
        Device to = devices.get(1);
        long began = System.nanoTime();
        new Writer(from, when, ledger::tries, ledger::saved).write();
        Kills.until("the other device sees it", () -> Writer.look(to).equals(Writer.look(from)));
        System.out.println(
                when
                        + " the kill an edit is on the other device after "
                        + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)
                        + " ms");
    }
}
