package app.linden.ui.shell;

import app.linden.calendar.Imports;
import app.linden.cli.Device;
import app.linden.model.SyncState;
import app.linden.ui.Fx;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Imports a large calendar on one device, syncs it to a second, and turns months and weeks there:
 * prints times and memory for docs/performance.md. Argument: an .ics file.
 */
public final class TenThousand {
    private static final int TURNS = 24;

    private TenThousand() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("linden-measure");
        try (Household household = new Household(folder)) {
            Device first = household.device("first");
            long start = System.nanoTime();
            Imports.Report report =
                    first.imports()
                            .importInto(Household.calendar(first).id(), Path.of(arguments[0]))
                            .join();
            say("import, saved on disk", start);
            System.out.printf(
                    "  %d new, %d not readable%n", report.created(), report.unreadable().size());
            awaitSent(first);
            say("import and drain to the server", start);
            start = System.nanoTime();
            Device second = household.device("second");
            say("first sync of the second device", start);
            show(household, second);
        }
        System.exit(0);
    }

    private static void show(Household household, Device device) throws Exception {
        long start = System.nanoTime();
        CalendarWindow window = household.window(device, Fx.look(false));
        Scene scene = Fx.on(() -> window.stage().getScene());
        Fx.until("events are shown", () -> !scene.getRoot().lookupAll(".chip").isEmpty());
        say("window open with the month's events", start);
        turns(scene, KeyCode.M, "month");
        turns(scene, KeyCode.W, "week");
        System.gc();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                "heap after GC %d MiB (server and both devices), RSS %s%n", heap >> 20, rss());
    }

    /** From the key to the end of the layout that shows the new days. */
    private static void turns(Scene scene, KeyCode view, String name) throws Exception {
        Fx.keys(view);
        Fx.pulses(10);
        List<Long> wall = new ArrayList<>();
        List<Long> cpu = new ArrayList<>();
        var threads = ManagementFactory.getThreadMXBean();
        long fx = Fx.on(() -> Thread.currentThread().threadId());
        for (int i = 0; i < TURNS; i++) {
            CountDownLatch laidOut = new CountDownLatch(2);
            AtomicLong last = new AtomicLong();
            Runnable pulse =
                    () -> {
                        last.set(System.nanoTime());
                        laidOut.countDown();
                    };
            long cpuBefore = threads.getThreadCpuTime(fx);
            long start = System.nanoTime();
            Fx.run(() -> scene.addPostLayoutPulseListener(pulse));
            Fx.keys(i < TURNS / 2 ? KeyCode.RIGHT : KeyCode.LEFT);
            laidOut.await(5, TimeUnit.SECONDS);
            wall.add(last.get() - start);
            Fx.run(() -> scene.removePostLayoutPulseListener(pulse));
            Fx.pulses(4);
            cpu.add(threads.getThreadCpuTime(fx) - cpuBefore);
        }
        System.out.printf(
                "%s turn: key to second layout after it %s ms, FX CPU of turn and six pulses %s"
                        + " ms%n",
                name, median(wall), median(cpu));
    }

    private static void awaitSent(Device device) throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        try (var watch =
                device.accounts()
                        .state()
                        .watch(s -> {
                            if (s.waiting() == 0 && s.phase() == SyncState.Phase.IDLE) {
                                sent.countDown();
                            }
                        })) {
            if (!sent.await(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("not sent within 5 minutes");
            }
        }
    }

    private static void say(String what, long since) {
        System.out.printf(
                "%s: %d ms%n", what, Duration.ofNanos(System.nanoTime() - since).toMillis());
    }

    private static String median(List<Long> nanos) {
        Collections.sort(nanos);
        return String.format(
                "median %.1f, p95 %.1f",
                nanos.get(nanos.size() / 2) / 1e6, nanos.get(nanos.size() * 95 / 100) / 1e6);
    }

    private static String rss() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(l -> l.startsWith("VmRSS"))
                .findFirst()
                .orElse("?");
    }
}
