package app.linden.store;

import app.linden.base.Ids;
import app.linden.model.Account;
import app.linden.model.Event;
import app.linden.model.Rule;
import app.linden.model.Type;
import app.linden.model.When;
import app.linden.store.Documents.Stored;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What a month and a week cost with 1,000 and with 100,000 events, beside a bare select of the same
 * rows; each figure in the same run. Main: {@code MonthMeasure [EVENTS]}.
 */
final class MonthMeasure {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);
    private static final int ROUNDS = 400;

    /** Events per day are the same in both, so that a month holds the same. */
    private static final int PER_DAY = 27;

    private MonthMeasure() {}

    public static void main(String[] args) throws Exception {
        int most = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        for (int events : new int[] {1_000, most}) {
            Path folder = Files.createTempDirectory("linden-month");
            try (Store store =
                    Store.open(
                            folder,
                            InstantSource.system(),
                            new Ids(InstantSource.system(), new Random(1)))) {
                LocalDate middle = fill(store, events);
                store.check().join();
                measure(store, events, middle);
            }
        }
    }

    /** A tenth are weekly series of half a year, a tenth whole days; the rest an hour long. */
    static LocalDate fill(Store store, int events) {
        Account account = store.localAccount("This computer", "My calendar").join();
        String calendar = store.calendars().getFirst().id();
        Random random = new Random(42);
        int days = events / PER_DAY;
        LocalDate last = FIRST.plusDays(3_650);
        LocalDate first = last.minusDays(days);
        for (int from = 0; from < events; from += 1_000) {
            List<Stored> some = new ArrayList<>();
            for (int i = from; i < Math.min(from + 1_000, events); i++) {
                Event event = event(random, calendar, i, first.plusDays(random.nextInt(days)));
                some.add(
                        new Stored(
                                store.ids().next(),
                                account.id(),
                                Type.EVENT,
                                null,
                                null,
                                event.json()));
            }
            store.write(false, desk -> some.forEach(desk::save)).join();
        }
        return first.plusDays(days / 2);
    }

    private static Event event(Random random, String calendar, int number, LocalDate day) {
        int kind = random.nextInt(10);
        LocalDateTime start = day.atTime(7 + random.nextInt(12), 15 * random.nextInt(4));
        When when =
                kind == 1
                        ? When.days(day, day.plusDays(random.nextInt(3)))
                        : When.timed(start, start.plusHours(1), BERLIN);
        Event event = Event.create("uid-" + number, calendar, "Meeting " + number, when);
        return kind == 0
                ? event.with(Rule.every(1, Rule.Frequency.WEEKLY).withCount(2 + random.nextInt(3)))
                : event;
    }

    private static void measure(Store store, int events, LocalDate middle) {
        double[] month = new double[ROUNDS];
        double[] week = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        int rows = 0;
        for (int i = -ROUNDS; i < ROUNDS; i++) {
            LocalDate from = middle.minusDays(21L - (i & 7));
            long t0 = System.nanoTime();
            rows = store.occurrences(from, from.plusDays(42), BERLIN).size();
            long t1 = System.nanoTime();
            store.occurrences(from, from.plusDays(7), BERLIN);
            long t2 = System.nanoTime();
            select(store, from, from.plusDays(42));
            long t3 = System.nanoTime();
            if (i >= 0) {
                month[i] = (t1 - t0) / 1e6;
                week[i] = (t2 - t1) / 1e6;
                bare[i] = (t3 - t2) / 1e6;
            }
        }
        System.out.printf(
                "%,d events: six weeks (%,d occurrences) %.2f ms median, %.2f ms p95; a week %.2f"
                        + " ms; a bare select of the six weeks' rows %.2f ms%n",
                events, rows, at(month, 0.5), at(month, 0.95), at(week, 0.5), at(bare, 0.5));
    }

    private static int select(Store store, LocalDate from, LocalDate to) {
        return store.read(sql ->
                        sql.list(
                                "SELECT event_id, recurrence_id, calendar_id, start_at, end_at,"
                                    + " floating, title, color, place, marks FROM occurrence WHERE"
                                    + " is_long = FALSE AND start_at >= ? AND start_at < ?",
                                r ->
                                        new Object[] {
                                            r.text(1), r.textOrNull(2), r.text(3), r.number(4),
                                            r.number(5), r.flag(6), r.text(7), r.textOrNull(8),
                                            r.textOrNull(9), r.number(10)
                                        },
                                from.atStartOfDay().toEpochSecond(ZoneOffset.UTC),
                                to.atStartOfDay().toEpochSecond(ZoneOffset.UTC)))
                .size();
    }

    private static double at(double[] figures, double share) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
