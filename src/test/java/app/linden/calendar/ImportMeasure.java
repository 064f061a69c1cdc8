package app.linden.calendar;

import app.linden.base.Ids;
import app.linden.ical.CalendarFile;
import app.linden.ical.CalendarFile.Reading;
import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.store.Store;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;

/**
 * Prints what the import of a file costs and what the queries after it cost. Run with the file as
 * argument; everything happens in a temporary folder.
 */
final class ImportMeasure {
    private static final int RUNS = 200;

    private ImportMeasure() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            Reading reading;
            try (InputStream in = Files.newInputStream(file)) {
                reading = CalendarFile.read(in);
            }
            System.out.printf(
                    "read   %6.0f ms  %d events, %d remarks%n",
                    millis(start), reading.events().size(), reading.unreadable().size());
        }
        Path folder = Files.createTempDirectory("import-measure");
        InstantSource clock = InstantSource.system();
        Ids ids = new Ids(clock, new Random());
        try (Store store = Store.open(folder, clock, ids)) {
            Account account = store.localAccount("Here", "Imported").join();
            String calendar =
                    store.calendars().stream()
                            .filter(c -> c.accountId().equals(account.id()))
                            .map(Calendar::id)
                            .findFirst()
                            .orElseThrow();
            Imports imports = new Imports(store, ids);
            for (int round = 0; round < 2; round++) {
                long start = System.nanoTime();
                Imports.Report report = imports.importInto(calendar, file).join();
                System.out.printf(
                        "import %6.0f ms  %d created, %d changed, %d same, %d remarks%n",
                        millis(start),
                        report.created(),
                        report.changed(),
                        report.same(),
                        report.unreadable().size());
            }
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    "heap   %6.1f MiB after GC%n",
                    (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
            LocalDate today = LocalDate.now(ZoneId.systemDefault());
            query(store, "week", today, today.plusDays(7));
            query(store, "month", today.withDayOfMonth(1), today.withDayOfMonth(1).plusDays(42));
        }
        try (var files = Files.list(folder)) {
            for (Path f : files.toList()) {
                System.out.printf("file   %6d KiB  %s%n", Files.size(f) / 1024, f.getFileName());
                Files.delete(f);
            }
        }
        Files.delete(folder);
    }

    private static void query(Store store, String name, LocalDate from, LocalDate to) {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        double[] times = new double[RUNS];
        int found = 0;
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            found = store.occurrences(from, to, zone).size();
            times[i] = millis(start);
        }
        double first = times[0];
        Arrays.sort(times);
        System.out.printf(
                "%-6s %6.2f ms median, %.2f p95, %.2f first  %d occurrences%n",
                name, times[RUNS / 2], times[RUNS * 95 / 100], first, found);
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
