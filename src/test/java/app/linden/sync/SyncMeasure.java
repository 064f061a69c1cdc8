package app.linden.sync;

import app.linden.calendar.Target;
import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.model.Event;
import app.linden.model.SyncState;
import app.linden.store.Store.Found;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What sync costs, with real files and a real server over a real socket in one process: clock, and
 * CPU of the whole process, since a busy machine falsifies the clock. Main: {@code SyncMeasure
 * drain [EDITS [RUNS]]}, {@code first [EVENTS [RUNS]]}, {@code one [FEW [MANY]]}, {@code save
 * [EVENTS]}.
 */
final class SyncMeasure {
    private static final int SAVES = 400;
    private static final int CHANGES = 120;

    private SyncMeasure() {}

    public static void main(String[] args) throws Exception {
        int first = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        int second = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        switch (args[0]) {
            case "drain" -> drain(first == 0 ? 1_000 : first, second == 0 ? 5 : second);
            case "first" -> first(first == 0 ? 10_000 : first, second == 0 ? 5 : second);
            case "one" -> one(first == 0 ? 1_000 : first, second == 0 ? 100_000 : second);
            case "save" -> save(first == 0 ? 10_000 : first);
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.exit(0);
    }

    /** Clock and CPU since it was made. */
    private static final class Watch {
        private final long start = System.nanoTime();
        private final long cpu = cpu();

        double clock() {
            return (System.nanoTime() - start) / 1e6;
        }

        double used() {
            return (cpu() - cpu) / 1e6;
        }

        private static long cpu() {
            return ManagementFactory.getOperatingSystemMXBean()
                            instanceof com.sun.management.OperatingSystemMXBean os
                    ? os.getProcessCpuTime()
                    : 0;
        }
    }

    private static void print(String what, List<Watched> runs) {
        double[] clock = runs.stream().mapToDouble(Watched::clock).sorted().toArray();
        double[] cpu = runs.stream().mapToDouble(Watched::cpu).sorted().toArray();
        System.out.printf(
                "%s: %.0f ms median, %.0f ms best; CPU %.0f ms median, %.0f ms best; %d runs, load"
                        + " %.1f%n",
                what,
                clock[clock.length / 2],
                clock[0],
                cpu[cpu.length / 2],
                cpu[0],
                runs.size(),
                load());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private record Watched(double clock, double cpu) {}

    /**
     * A device that was offline sends what was done meanwhile: half edits, the rest new and gone.
     */
    private static void drain(int edits, int runs) throws Exception {
        List<Watched> all = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Path folder = Files.createTempDirectory("linden-drain");
            try (World world = new World(folder)) {
                try (SyncEvents server = new SyncEvents(world, "anna")) {
                    server.fill(edits);
                }
                Device anna = signedIn(world, "anna");
                List<Found> events = anna.store().eventsIn(World.own(anna).id());
                world.stopServer();
                String calendar = World.own(anna).id();
                Random random = new Random(7);
                List<CompletableFuture<?>> saved = new ArrayList<>();
                for (int i = 0; i < edits; i++) {
                    Target target = Target.whole(events.get(i).id());
                    Event event = events.get(i).event();
                    saved.add(
                            switch (i % 4) {
                                case 0 ->
                                        anna.commands()
                                                .create(
                                                        SyncEvents.event(
                                                                random, calendar, edits + i));
                                case 1 -> anna.commands().delete(target);
                                default ->
                                        anna.commands()
                                                .edit(
                                                        target,
                                                        event,
                                                        event.withText(
                                                                "title", "Edited offline " + i));
                            });
                }
                CompletableFuture.allOf(saved.toArray(CompletableFuture[]::new)).join();
                world.startServer();
                Watch watch = new Watch();
                anna.accounts().syncNow();
                sent(anna);
                all.add(new Watched(watch.clock(), watch.used()));
                System.out.printf("  %.0f ms, CPU %.0f ms%n", watch.clock(), watch.used());
            }
        }
        print("%,d offline edits sent".formatted(edits), all);
    }

    private static Device signedIn(World world, String name) throws Exception {
        Device device = world.open(name, "anna", new SecretsOfThisRun());
        device.accounts()
                .signIn(world.address().toString(), "anna", World.PASSWORD)
                .get(10, TimeUnit.MINUTES);
        return device;
    }

    private static void sent(Device device) throws Exception {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try (var watch =
                device.accounts()
                        .state()
                        .watch(s -> {
                            if (s.waiting() == 0 && s.phase() == SyncState.Phase.IDLE) {
                                sent.complete(null);
                            }
                        })) {
            sent.get(5, TimeUnit.MINUTES);
        }
    }

    /** A new device signs in; somebody looks at a week and saves an event meanwhile. */
    private static void first(int events, int runs) throws Exception {
        List<Watched> all = new ArrayList<>();
        Path folder = Files.createTempDirectory("linden-first");
        try (World world = new World(folder)) {
            try (SyncEvents server = new SyncEvents(world, "anna")) {
                server.fill(events);
            }
            for (int run = 0; run < runs; run++) {
                String name = "anna" + run;
                Watch watch = new Watch();
                Device device = signedIn(world, name);
                all.add(new Watched(watch.clock(), watch.used()));
                System.out.printf("  %.0f ms, CPU %.0f ms%n", watch.clock(), watch.used());
                if (device.store().eventsIn(World.own(device).id()).size() != events) {
                    throw new IllegalStateException("not all events came");
                }
                world.close(name);
            }
        }
        print("first sync of %,d events".formatted(events), all);
    }

    /**
     * From the server's answer to who changed it to the commit on the device, two sizes by turns.
     */
    private static void one(int few, int many) throws Exception {
        try (OneChange small = new OneChange(few);
                OneChange large = new OneChange(many)) {
            double[][] clock = new double[2][CHANGES];
            double[][] cpu = new double[2][CHANGES];
            for (int i = -CHANGES; i < CHANGES; i++) {
                OneChange[] both = {small, large};
                for (int n = 0; n < 2; n++) {
                    Watch watch = new Watch();
                    both[n].change("Title " + i);
                    if (i >= 0) {
                        clock[n][i] = watch.clock();
                        cpu[n][i] = watch.used();
                    }
                }
            }
            for (double[] d : new double[][] {clock[0], clock[1], cpu[0], cpu[1]}) {
                Arrays.sort(d);
            }
            System.out.printf(
                    "one remote change: %,d events %.1f ms median (CPU %.1f ms), %,d events %.1f ms"
                        + " (CPU %.1f ms); ratio %.2f, of CPU %.2f; of the fastest quarter %.2f%n",
                    few,
                    clock[0][CHANGES / 2],
                    cpu[0][CHANGES / 2],
                    many,
                    clock[1][CHANGES / 2],
                    cpu[1][CHANGES / 2],
                    clock[1][CHANGES / 2] / clock[0][CHANGES / 2],
                    cpu[1][CHANGES / 2] / cpu[0][CHANGES / 2],
                    clock[1][CHANGES / 4] / clock[0][CHANGES / 4]);
        }
    }

    /** A device with so many events, and somebody elsewhere who changes one. */
    private static final class OneChange implements AutoCloseable {
        private final World world;
        private final SyncEvents server;
        private final Device device;
        private final List<String> ids;
        private int next;

        OneChange(int events) throws Exception {
            world = new World(Files.createTempDirectory("linden-one"));
            server = new SyncEvents(world, "anna");
            server.fill(events);
            device = signedIn(world, "anna");
            ids = server.some(200);
        }

        void change(String title) throws Exception {
            CompletableFuture<Void> here = new CompletableFuture<>();
            try (var watch =
                    device.store()
                            .watch(c -> {
                                if (c.remote() && !c.events().isEmpty()) {
                                    here.complete(null);
                                }
                            })) {
                server.retitle(ids.get(next++ % ids.size()), title + " " + next);
                here.get(1, TimeUnit.MINUTES);
            }
        }

        @Override
        public void close() {
            server.close();
            world.close();
        }
    }

    /** From a command to its future: one after another was sent, and as fast as it goes. */
    private static void save(int events) throws Exception {
        try (OneChange one = new OneChange(events)) {
            List<Found> found = one.device.store().eventsIn(World.own(one.device).id());
            for (boolean quiet : new boolean[] {true, false}) {
                double[] times = new double[SAVES];
                for (int i = -SAVES; i < SAVES; i++) {
                    Found f = found.get((i + SAVES) % found.size());
                    Event after = f.event().withText("title", "Saved " + quiet + i);
                    Watch watch = new Watch();
                    one.device.commands().edit(Target.whole(f.id()), f.event(), after).join();
                    times[Math.max(i, 0)] = watch.clock();
                    if (quiet) {
                        World.until("sent", () -> one.device.store().waiting().isEmpty());
                    }
                }
                Arrays.sort(times);
                System.out.printf(
                        "a save, acknowledged after CHECKPOINT SYNC, %,d events, %s: median %.2f"
                                + " ms, p95 %.2f ms, fastest quarter %.2f ms; load %.1f%n",
                        events,
                        quiet ? "one after another was sent" : "while others are sent",
                        times[SAVES / 2],
                        times[SAVES * 95 / 100],
                        times[SAVES / 4],
                        load());
            }
        }
    }
}
