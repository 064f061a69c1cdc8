package app.linden.store;

import app.linden.base.Ids;
import app.linden.db.FileKey;
import app.linden.model.Event;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;

/**
 * What encryption costs: opening a cache to the first month, and saving an event durably, plain and
 * encrypted by turns in one run; then the first opening of a process. Main: {@code EncryptedMeasure
 * [EVENTS [ROUNDS]]}.
 */
final class EncryptedMeasure {
    private static final FileKey KEY = encrypted -> "0123456789abcdef".repeat(4).toCharArray();
    private static final int SAVES = 40;
    private static final int COLD = 7;

    private EncryptedMeasure() {}

    /** Times in ms, of many rounds. */
    private record Figures(double[] open, double[] month, double[] save) {
        Figures(int rounds) {
            this(new double[rounds], new double[rounds], new double[rounds * SAVES]);
        }

        void print(String what) {
            System.out.printf(
                    "%-9s open %.1f ms, open and month %.1f ms, save %.2f ms (medians)%n",
                    what, median(open), median(month), median(save));
        }

        private static double median(double[] times) {
            double[] sorted = times.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 3) {
            coldInside(Path.of(args[0]), args[1].equals("key"), LocalDate.parse(args[2]));
            return;
        }
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 15;
        Path plain = Files.createTempDirectory("linden-plain");
        LocalDate middle;
        try (Store store = open(plain, FileKey.NONE)) {
            middle = MonthMeasure.fill(store, events);
            store.check().join();
        }
        Path secret = Files.createTempDirectory("linden-encrypted");
        Path file = plain.resolve("linden.mv.db");
        Files.copy(file, secret.resolve("linden.mv.db"));
        long before = System.nanoTime();
        open(secret, KEY).close();
        System.out.printf(
                "%,d events, %.1f MB, encrypted once in %.0f ms%n",
                events, Files.size(file) / 1e6, since(before));
        Figures bare = new Figures(rounds);
        Figures encrypted = new Figures(rounds);
        for (int i = -3; i < rounds; i++) {
            round(plain, FileKey.NONE, middle, i < 0 ? new Figures(1) : bare, Math.max(0, i));
            round(secret, KEY, middle, i < 0 ? new Figures(1) : encrypted, Math.max(0, i));
        }
        bare.print("plain");
        encrypted.print("encrypted");
        double[][] cold = new double[2][COLD];
        for (int i = 0; i < COLD; i++) {
            cold[0][i] = cold(plain, "plain", middle);
            cold[1][i] = cold(secret, "key", middle);
        }
        System.out.printf(
                "the first opening of a process, to the month: plain %.0f ms, encrypted %.0f ms"
                        + " (medians of %d)%n",
                Figures.median(cold[0]), Figures.median(cold[1]), COLD);
    }

    /** One opening in a process of its own, in ms. */
    private static double cold(Path folder, String key, LocalDate middle) throws Exception {
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EncryptedMeasure.class.getName(),
                                folder.toString(),
                                key,
                                middle.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var out = process.inputReader()) {
            double time = Double.parseDouble(String.valueOf(out.readLine()));
            process.waitFor();
            return time;
        }
    }

    private static void coldInside(Path folder, boolean key, LocalDate middle) {
        long start = System.nanoTime();
        try (Store store = open(folder, key ? KEY : FileKey.NONE)) {
            store.occurrences(middle, middle.plusDays(42), ZoneOffset.UTC);
            System.out.println(since(start));
        }
    }

    private static Store open(Path folder, FileKey key) {
        return Store.open(
                folder, InstantSource.system(), new Ids(InstantSource.system(), new Random()), key);
    }

    private static void round(Path folder, FileKey key, LocalDate middle, Figures into, int round) {
        long start = System.nanoTime();
        try (Store store = open(folder, key)) {
            into.open[round] = since(start);
            store.occurrences(middle, middle.plusDays(42), ZoneOffset.UTC);
            into.month[round] = since(start);
            Stored some =
                    store.read(sql -> Documents.ofType(sql, Type.EVENT)).stream()
                            .findFirst()
                            .orElseThrow();
            for (int i = 0; i < SAVES; i++) {
                long save = System.nanoTime();
                String title = "Title " + round + " " + i;
                store.edits()
                        .change(some.id(), e -> Event.of(e.json().deepCopy().put("title", title)))
                        .join();
                into.save[round * SAVES + i] = since(save);
            }
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
