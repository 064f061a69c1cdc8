package app.linden.faults;

import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.server.Accounts;
import app.linden.server.LindenServer;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Kills real processes with SIGKILL at random moments. Arguments: {@code client} or {@code server},
 * how many kills.
 */
final class Kills {
    static final String PASSWORD = "correct horse";
    private static final int PATIENCE_SECONDS = 90;

    private Kills() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("linden-kills");
        try {
            int kills = Integer.parseInt(arguments[1]);
            System.out.println(
                    arguments[0].equals("client")
                            ? clients(folder, kills)
                            : servers(folder, kills));
        } finally {
            PowerCuts.delete(folder);
        }
        System.exit(0);
    }

    /** One device, killed and started again and again, with a server that stays. */
    static String clients(Path folder, int kills) throws Exception {
        Random random = new Random();
        Ledger ledger = new Ledger();
        int early = 0;
        try (LindenServer server =
                LindenServer.start(LindenServer.Options.loopback(folder.resolve("server")))) {
            server.accounts().add("anna", "Anna", PASSWORD);
            String address = server.address().toString();
            Path profile = folder.resolve("device");
            String[] child = {
                "app.linden.faults.DeviceProcess",
                profile.toString(),
                address,
                "anna",
                PASSWORD,
                "e"
            };
            for (int kill = 1; kill <= kills; kill++) {
                boolean soon = kill > 1 && random.nextInt(6) == 0;
                early += soon ? 1 : 0;
                run(child, ledger, soon, random);
                if (kill % 20 == 0) {
                    System.out.println(kill + " kills, " + ledger.acknowledged() + " edits saved");
                }
            }
            try (Device device = Device.open(profile, new SecretsOfThisRun())) {
                ledger.judge("device", Writer.look(device));
                device.accounts().signIn(address, "anna", PASSWORD).join();
                until("all is sent", () -> device.store().waiting().isEmpty());
                agree(folder, address, ledger, List.of(device));
            }
        }
        return kills
                + " kills of the client, "
                + early
                + " of them while it started; edits acknowledged: "
                + ledger.acknowledged()
                + "; none lost or doubled";
    }

    private static void run(String[] arguments, Ledger ledger, boolean soon, Random random)
            throws Exception {
        Process process = start(arguments);
        CountDownLatch ready = new CountDownLatch(1);
        CompletableFuture<Map<String, Integer>> had = new CompletableFuture<>();
        CompletableFuture<String> wrong = new CompletableFuture<>();
        Thread reader = Thread.ofVirtual().start(() -> read(process, ledger, had, wrong, ready));
        if (soon) {
            process.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS);
        } else {
            if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("it does not start");
            }
            process.waitFor(random.nextInt(900), TimeUnit.MILLISECONDS);
        }
        if (!process.isAlive()) {
            reader.join();
            throw new AssertionError("it ended by itself: " + wrong.getNow("?"));
        }
        // Not by the process itself: that would close the stream with what was said last.
        process.toHandle().destroyForcibly();
        process.waitFor();
        reader.join();
        if (wrong.isDone()) {
            throw new AssertionError(wrong.join());
        }
    }

    static void read(
            Process process,
            Ledger ledger,
            CompletableFuture<Map<String, Integer>> had,
            CompletableFuture<String> wrong,
            CountDownLatch ready) {
        Map<String, Integer> there = new HashMap<>();
        StringBuilder other = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                switch (words[0]) {
                    case "RIGHT" -> {}
                    case "HAVE" -> there.put(words[1], Integer.parseInt(words[2]));
                    case "READY" -> {
                        ledger.judge("after a kill", there);
                        had.complete(there);
                    }
                    case "TRY" -> {
                        if (words.length == 3) {
                            ledger.tries(words[1], Integer.parseInt(words[2]));
                        }
                    }
                    case "SAVED" -> {
                        ledger.saved(words[1], Integer.parseInt(words[2]));
                        ready.countDown();
                    }
                    default -> {
                        if (line.contains("WRONG") || line.contains("Exception")) {
                            wrong.complete(line);
                        }
                        other.append(line).append('\n');
                    }
                }
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            wrong.complete(e.toString());
            ready.countDown();
        }
        if (ready.getCount() > 0 && !other.isEmpty()) {
            wrong.complete(other.toString());
        }
    }

    /** The server, killed and started again and again, while two devices write to it. */
    static String servers(Path folder, int kills) throws Exception {
        return servers(folder, kills, false) + "kills of the server";
    }

    /** The server killed, or stopped for a while as with a machine that sleeps. */
    static String servers(Path folder, int times, boolean naps) throws Exception {
        Path data = Files.createDirectory(folder.resolve("server"));
        try (Accounts accounts = Accounts.open(data)) {
            accounts.add("anna", "Anna", PASSWORD);
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String address = "http://127.0.0.1:" + port;
        String[] child = {
            "app.linden.Main", "server", "--data", data.toString(), "--port", String.valueOf(port)
        };
        Random random = new Random();
        Ledger ledger = new Ledger();
        Process server = serve(child);
        AtomicBoolean end = new AtomicBoolean();
        List<Device> devices = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        try {
            for (String name : List.of("a", "b")) {
                Device device = Device.open(folder.resolve(name), new SecretsOfThisRun());
                devices.add(device);
                device.accounts().signIn(address, "anna", PASSWORD).join();
                Writer writer = new Writer(device, name, ledger::tries, ledger::saved);
                threads.add(
                        Thread.ofPlatform()
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
                                }));
            }
            for (int kill = 1; kill <= times; kill++) {
                devices.forEach(d -> d.accounts().syncNow());
                server.waitFor(200 + random.nextInt(1200), TimeUnit.MILLISECONDS);
                if (!server.isAlive()) {
                    throw new AssertionError("the server ended by itself");
                }
                if (naps) {
                    Naps.nap(server, random.nextInt(1500));
                } else {
                    server.destroyForcibly().waitFor();
                    server = serve(child);
                }
                if (kill % 10 == 0) {
                    int waiting = devices.stream().mapToInt(d -> d.store().waiting().size()).sum();
                    System.out.println(
                            kill
                                    + " times, "
                                    + ledger.acknowledged()
                                    + " edits saved, waiting "
                                    + waiting);
                }
            }
            end.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
            devices.forEach(d -> d.accounts().syncNow());
            until(
                    "all is sent",
                    () -> devices.stream().allMatch(d -> d.store().waiting().isEmpty()));
            agree(folder, address, ledger, devices);
        } finally {
            end.set(true);
            devices.forEach(Device::close);
            server.destroyForcibly().waitFor();
        }
        return "edits acknowledged: "
                + ledger.acknowledged()
                + "; none lost or doubled, the devices agree; "
                + times
                + " ";
    }

    static Process serve(String[] arguments) throws IOException {
        Process process = start(arguments);
        BufferedReader lines = process.inputReader();
        StringBuilder said = new StringBuilder();
        String line = lines.readLine();
        while (line != null && !line.startsWith("Linden server at")) {
            said.append(line).append('\n');
            line = lines.readLine();
        }
        if (line == null) {
            throw new AssertionError("the server does not start: " + said);
        }
        return process;
    }

    static void agree(Path folder, String address, Ledger ledger, List<Device> devices)
            throws Exception {
        try (Device fresh = Device.open(folder.resolve("fresh"), new SecretsOfThisRun())) {
            fresh.accounts().signIn(address, "anna", PASSWORD).join();
            ledger.judge("server", Writer.look(fresh));
            for (Device device : devices) {
                until("the devices agree", () -> Writer.look(device).equals(Writer.look(fresh)));
                if (!device.store().check().join().isRight()) {
                    throw new AssertionError("not right");
                }
            }
        }
    }

    static void until(String what, BooleanSupplier reached) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not in time: " + what);
            }
            never.await(50, TimeUnit.MILLISECONDS);
        }
    }

    static Process start(String[] arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx200m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
