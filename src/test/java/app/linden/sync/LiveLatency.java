package app.linden.sync;

import static app.linden.sync.World.BERLIN;
import static app.linden.sync.World.DAY;
import static app.linden.sync.World.find;

import app.linden.calendar.AgendaView;
import app.linden.calendar.Target;
import app.linden.cli.Device;
import app.linden.model.Event;
import app.linden.model.Rights;
import app.linden.model.When;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long a move takes from Anna's command to the snapshot of Ben's agenda: two durable
 * devices and a durable server in one process. Run its main.
 */
final class LiveLatency {
    private static final int WARM = 150;
    private static final int MEASURED = 50;

    private LiveLatency() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("linden-latency");
        try (World world = new World(folder)) {
            Device anna = world.device("anna", "anna");
            Device ben = world.device("ben", "ben");
            String shared = world.share(anna, "Family", Rights.EDIT);
            Event dinner =
                    Event.create(
                            "",
                            shared,
                            "Dinner",
                            When.timed(DAY.atTime(18, 0), DAY.atTime(19, 0), BERLIN));
            String id = anna.commands().create(dinner).join();
            World.until(
                    "it is there", () -> !ben.store().eventsIn(find(ben, "Family").id()).isEmpty());
            double[] millis = new double[MEASURED];
            double[] saved = new double[MEASURED];
            try (AgendaView view = ben.agenda().open(DAY, DAY.plusDays(1), BERLIN)) {
                for (int i = 0; i < WARM + MEASURED; i++) {
                    LocalDateTime start = DAY.atTime(6, 0).plusMinutes(15L * (i % 48));
                    CompletableFuture<Long> seen = new CompletableFuture<>();
                    var watch =
                            view.snapshots()
                                    .watch(s -> {
                                        if (s.occurrences().stream()
                                                .anyMatch(o ->
                                                        o.span().startIn(BERLIN).equals(start))) {
                                            seen.complete(System.nanoTime());
                                        }
                                    });
                    long began = System.nanoTime();
                    anna.commands()
                            .move(Target.whole(id), start, start.plusHours(1), false, BERLIN)
                            .join();
                    long durable = System.nanoTime();
                    long arrived = seen.get(20, TimeUnit.SECONDS);
                    watch.close();
                    World.until("quiet", () -> anna.store().waiting().isEmpty());
                    if (i >= WARM) {
                        millis[i - WARM] = (arrived - began) / 1e6;
                        saved[i - WARM] = (durable - began) / 1e6;
                    }
                }
            }
            Arrays.sort(millis);
            Arrays.sort(saved);
            System.out.printf(
                    "move to the other's snapshot: median %.1f ms, p95 %.1f ms, fastest %.1f ms;"
                            + " saved here: median %.1f ms%n",
                    millis[MEASURED / 2],
                    millis[MEASURED * 95 / 100],
                    millis[0],
                    saved[MEASURED / 2]);
        }
    }
}
