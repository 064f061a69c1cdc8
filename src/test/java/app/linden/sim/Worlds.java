package app.linden.sim;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
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
        Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
        long seconds = 0;
        int failures = 0;
        long began = System.nanoTime();
        for (long seed = first; seed < first + count; seed++) {
            Script script = Script.of(seed);
            Result result = run(script, () -> Bug.NONE);
            result.injected.forEach((f, n) -> faults.merge(f, n, Integer::sum));
            seconds += result.deviceSeconds;
            if (result.failed()) {
                failures++;
                System.out.println("seed " + seed + " fails: " + result.failure);
                if (trace) {
                    System.out.println(result.trace);
                }
                if (shrink) {
                    Script small = Shrink.of(script, s -> run(s, () -> Bug.NONE).failed());
                    System.out.println(
                            small.text() + "# " + run(small, () -> Bug.NONE).failure + "\n");
                }
            }
        }
        System.out.println(
                count
                        + " worlds, "
                        + seconds / 86_400
                        + " device-days, "
                        + failures
                        + " failures, "
                        + (System.nanoTime() - began) / 1_000_000_000
                        + " s");
        faults.forEach((f, n) -> System.out.println("  " + f + " " + n));
    }
}
