package app.linden.faults;

import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.server.LindenServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Real processes stopped in mid-work and woken again, as laptops are when their lid is closed:
 * SIGSTOP and SIGCONT. Arguments: {@code client} or {@code server}, how many times; each twentieth
 * nap of a client is longer than its live channel bears.
 */
final class Naps {
    private static final int LONG_MILLIS = 70_000;

    private Naps() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("linden-naps");
        try {
            int naps = Integer.parseInt(arguments[1]);
            System.out.println(
                    arguments[0].equals("client")
                            ? clients(folder, naps)
                            : Kills.servers(folder, naps, true) + "naps of the server");
        } finally {
            PowerCuts.delete(folder);
        }
        System.exit(0);
    }

    /** Whether this system has the signals. */
    static boolean arePossible() {
        return Files.isExecutable(Path.of("/bin/kill"));
    }

    static void nap(Process process, int millis) throws IOException, InterruptedException {
        signal(process, "-STOP");
        try {
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } finally {
            signal(process, "-CONT");
        }
    }

    private static void signal(Process process, String name)
            throws IOException, InterruptedException {
        int code =
                new ProcessBuilder("/bin/kill", name, String.valueOf(process.pid()))
                        .inheritIO()
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new AssertionError("the process ended by itself");
        }
    }

    /** One device that naps again and again while another one of the same person goes on. */
    static String clients(Path folder, int naps) throws Exception {
        Random random = new Random();
        Ledger ledger = new Ledger();
        try (LindenServer server =
                        LindenServer.start(
                                LindenServer.Options.loopback(folder.resolve("server")));
                Device awake = Device.open(folder.resolve("awake"), new SecretsOfThisRun())) {
            server.accounts().add("anna", "Anna", Kills.PASSWORD);
            String address = server.address().toString();
            awake.accounts().signIn(address, "anna", Kills.PASSWORD).join();
            Path profile = folder.resolve("sleeper");
            sleep(profile, address, awake, ledger, naps, random);
            try (Device sleeper = Device.open(profile, new SecretsOfThisRun())) {
                sleeper.accounts().signIn(address, "anna", Kills.PASSWORD).join();
                Kills.until(
                        "all is sent",
                        () ->
                                sleeper.store().waiting().isEmpty()
                                        && awake.store().waiting().isEmpty());
                Kills.agree(folder, address, ledger, List.of(sleeper, awake));
            }
        }
        return naps
                + " naps of the client; edits acknowledged: "
                + ledger.acknowledged()
                + "; none lost or doubled, the devices agree";
    }

    private static void sleep(
            Path profile, String address, Device awake, Ledger ledger, int naps, Random random)
            throws Exception {
        Process process =
                Kills.start(
                        new String[] {
                            "app.linden.faults.DeviceProcess",
                            profile.toString(),
                            address,
                            "anna",
                            Kills.PASSWORD,
                            "e"
                        });
        CountDownLatch ready = new CountDownLatch(1);
        CompletableFuture<Map<String, Integer>> had = new CompletableFuture<>();
        CompletableFuture<String> wrong = new CompletableFuture<>();
        Thread reader =
                Thread.ofVirtual().start(() -> Kills.read(process, ledger, had, wrong, ready));
        try {
            ready.await();
            Writer writer = new Writer(awake, "w", ledger::tries, ledger::saved);
            for (int nap = 1; nap <= naps; nap++) {
                process.waitFor(random.nextInt(600), TimeUnit.MILLISECONDS);
                CompletableFuture<Void> meanwhile =
                        CompletableFuture.runAsync(() -> {
                            for (int i = 0; i < 3; i++) {
                                writer.write();
                            }
                        });
                nap(process, nap % 20 == 0 ? LONG_MILLIS : random.nextInt(800));
                meanwhile.join();
                if (wrong.isDone() || !process.isAlive()) {
                    throw new AssertionError("it ended by itself: " + wrong.getNow("?"));
                }
            }
            // Awake, it hears of the others without being asked.
            int saved = ledger.acknowledged();
            Kills.until("it goes on working", () -> ledger.acknowledged() > saved);
        } finally {
            process.toHandle().destroyForcibly();
            process.waitFor();
            reader.join();
        }
    }
}
