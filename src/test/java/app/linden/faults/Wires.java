package app.linden.faults;

import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.server.LindenServer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Two devices of one person write and sync through a bad net, each behind a {@link Proxy}.
 * Argument: how many faults of connections.
 */
final class Wires {
    private Wires() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("linden-wires");
        try {
            System.out.println(run(folder, Integer.parseInt(arguments[0])));
        } finally {
            PowerCuts.delete(folder);
        }
        System.exit(0);
    }

    static String run(Path folder, int faults) throws Exception {
        Ledger ledger = new Ledger();
        Random random = new Random();
        AtomicBoolean end = new AtomicBoolean();
        CountDownLatch never = new CountDownLatch(1);
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        try (LindenServer server =
                        LindenServer.start(
                                LindenServer.Options.loopback(folder.resolve("server")));
                Device one = Device.open(folder.resolve("one"), new SecretsOfThisRun());
                Device two = Device.open(folder.resolve("two"), new SecretsOfThisRun());
                Proxy proxy = new Proxy(server.address().getPort())) {
            server.accounts().add("anna", "Anna", Kills.PASSWORD);
            List<Device> devices = List.of(one, two);
            for (Device device : devices) {
                signIn(device, proxy);
                String name = device == one ? "a" : "b";
                Writer writer = new Writer(device, name, ledger::tries, ledger::saved);
                writers.add(
                        CompletableFuture.runAsync(() -> {
                            while (!end.get()) {
                                writer.write();
                                device.accounts().syncNow();
                            }
                        }));
            }
            try {
                while (proxy.count() < faults) {
                    never.await(20 + random.nextInt(100), TimeUnit.MILLISECONDS);
                    proxy.hit();
                }
            } finally {
                end.set(true);
            }
            writers.forEach(CompletableFuture::join);
            proxy.calm();
            devices.forEach(d -> d.accounts().syncNow());
            Kills.until(
                    "all is sent",
                    () -> devices.stream().allMatch(d -> d.store().waiting().isEmpty()));
            Kills.agree(folder, server.address().toString(), ledger, devices);
            return proxy.count()
                    + " faults of connections "
                    + proxy.faults()
                    + "; edits acknowledged: "
                    + ledger.acknowledged()
                    + "; none lost or doubled, the devices agree";
        }
    }

    /** Over such a net also a sign-in fails now and then, and is tried again. */
    private static void signIn(Device device, Proxy proxy) {
        for (int tries = 1; ; tries++) {
            try {
                device.accounts().signIn(proxy.address(), "anna", Kills.PASSWORD).join();
                return;
            } catch (RuntimeException e) {
                if (tries == 50) {
                    throw e;
                }
            }
        }
    }
}
