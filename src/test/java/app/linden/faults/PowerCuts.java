package app.linden.faults;

import app.linden.db.OtherFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Cuts the power of devices. Arguments: the first seed, how many cuts, and cuts a life (12). */
final class PowerCuts {
    private static final int A_LIFE = 12;

    private PowerCuts() {}

    public static void main(String[] arguments) throws IOException {
        long first = Long.parseLong(arguments[0]);
        int cuts = Integer.parseInt(arguments[1]);
        int aLife = arguments.length > 2 ? Integer.parseInt(arguments[2]) : A_LIFE;
        long began = System.nanoTime();
        Tally tally = new Tally();
        List<String> failures = run(first, cuts, aLife, tally);
        System.out.printf(
                "%s; %d failures; %.0f s%n",
                tally, failures.size(), (System.nanoTime() - began) / 1e9);
        System.exit(failures.isEmpty() ? 0 : 1);
    }

    /** Answers the failures, each with its seed. */
    static List<String> run(long first, int cuts, int aLife, Tally tally) throws IOException {
        List<String> failures = new ArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        // What a worker could not do for want of power is no news here.
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {});
        try (OtherFiles _ = OtherFiles.of(DiskPath.SCHEME + ":")) {
            for (long seed = first; tally.cuts() < cuts; seed++) {
                Path folder = Files.createTempDirectory(shm(), "linden-cuts");
                try {
                    new Life(seed, folder, tally).run(Math.min(aLife, cuts - tally.cuts()));
                } catch (AssertionError e) {
                    String failure =
                            "seed " + seed + ", cut " + tally.cuts() + ": " + e.getMessage();
                    System.out.println(failure);
                    if (failures.isEmpty()) {
                        e.printStackTrace(System.out);
                    }
                    failures.add(failure);
                } finally {
                    delete(folder);
                }
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        return failures;
    }

    private static Path shm() {
        Path shm = Path.of("/dev/shm");
        return Files.isWritable(shm) ? shm : Path.of(System.getProperty("java.io.tmpdir"));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
