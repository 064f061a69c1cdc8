package app.linden.sim;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs as many worlds as asked and says what happened: arguments are the first seed and how many,
 * or a file with a script.
 */
public final class Worlds {
    /** How a world ended. */
    record Result(String failure, Map<Fault, Integer> injected, long deviceSeconds, String trace) {
        boolean failed() {
            return !failure.isEmpty();
        }
    }

    private Worlds() {}

    static {
        // A closing database would tidy itself up, which costs more than the world.
        System.setProperty("h2.maxCompactTime", "0");
    }

    static Result run(Script script, Supplier<Bug> bug) {
        Path folder = Templates.folder();
        try (World world = new World(script, folder, bug.get())) {
            String failure = "";
            try {
                world.run();
            } catch (Failure e) {
                failure = "" + e.getMessage();
            } catch (RuntimeException e) {
                failure = e + where(e);
            }
            return new Result(
                    failure,
                    world.injected,
                    world.seconds * world.devices.size(),
                    world.trace.toString());
        }
    }

    private static String where(Throwable e) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = e; t != null; t = t.getCause()) {
            text.append("\n  ").append(t);
            for (int i = 0; i < Math.min(12, t.getStackTrace().length); i++) {
                text.append("\n    ").append(t.getStackTrace()[i]);
            }
        }
        return text.toString();
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 1) {
            Script script = Script.parse(java.nio.file.Files.readString(Path.of(args[0])));
            Result result = run(script, () -> Bug.NONE);
            System.out.println(result.trace + "\n" + result.failure);
            return;
        }
        long first = Long.parseLong(args[0]);
        long count = Long.parseLong(args[1]);
        boolean shrink = args.length > 2 && args[2].equals("shrink");
        boolean trace = args.length > 2 && args[2].equals("trace");
        Totals totals = new Totals();
        ExecutorService threads = threads();
        for (long seed = first; seed < first + count; seed++) {
            Script script = Script.of(seed);
            threads.execute(() -> {
                Result result = run(script, () -> Bug.NONE);
                String told = "";
                if (result.failed()) {
                    told = "seed " + script.seed() + " fails: " + result.failure + "\n";
                    if (trace) {
                        told += result.trace + "\n";
                    }
                    if (shrink) {
                        Script small = Shrink.of(script, s -> run(s, () -> Bug.NONE).failed());
                        told += small.text() + "# " + run(small, () -> Bug.NONE).failure + "\n";
                    }
                }
                totals.add(result, told);
            });
        }
        threads.shutdown();
        threads.awaitTermination(365, TimeUnit.DAYS);
        totals.print();
    }

    /** A world waits for its databases most of the time, so there are more than processors. */
    static ExecutorService threads() {
        return Executors.newFixedThreadPool(Integer.getInteger("linden.threads", 8));
    }

    /** What came of all worlds so far. */
    private static final class Totals {
        private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
        private final long began = System.nanoTime();
        private long worlds;
        private long seconds;
        private long failures;

        synchronized void add(Result result, String told) {
            worlds++;
            seconds += result.deviceSeconds;
            result.injected.forEach((f, n) -> faults.merge(f, n, Integer::sum));
            if (!told.isEmpty()) {
                failures++;
                System.out.print(told);
            }
            if (worlds % 250 == 0) {
                print();
            }
        }

        synchronized void print() {
            System.out.println(
                    worlds
                            + " worlds, "
                            + seconds / 86_400
                            + " device-days, "
                            + failures
                            + " failures, "
                            + (System.nanoTime() - began) / 1_000_000_000
                            + " s "
                            + faults);
        }
    }
}
