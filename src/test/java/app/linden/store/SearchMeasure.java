package app.linden.store;

import app.linden.base.Ids;
import app.linden.model.Account;
import app.linden.model.Event;
import app.linden.model.Fold;
import app.linden.model.Rule;
import app.linden.model.Type;
import app.linden.model.When;
import app.linden.store.Documents.Stored;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What a search costs as one types, what the first one costs, what keeping the table costs, and how
 * long the cache of an older Linden takes to be filled. Main: {@code SearchMeasure [EVENTS]}.
 */
final class SearchMeasure {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime MIDDLE = LocalDateTime.of(2026, 11, 24, 9, 0);
    private static final Instant NOW = MIDDLE.atZone(BERLIN).toInstant();
    private static final int ROUNDS = 60;
    private static final String[] SYLLABLES =
            "ba be bi bo da de di do fa fe ga gi ka ko la le li lo ma me mü mo na no pa pé ra re ri ro"
                    .split(" ");

    private final Random random = new Random(42);
    private final String[] vocabulary = new String[3_000];
    private String calendar = "";

    private SearchMeasure() {
        for (int i = 0; i < vocabulary.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = 2 + random.nextInt(3); n > 0; n--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            vocabulary[i] = word.toString();
        }
    }

    public static void main(String[] args) throws Exception {
        new SearchMeasure().run(args.length == 0 ? 100_000 : Integer.parseInt(args[0]));
    }

    private void run(int events) throws Exception {
        Path folder = Files.createTempDirectory("linden-search");
        Ids ids = new Ids(InstantSource.system(), new Random(1));
        long fill;
        try (Store store = Store.open(folder, InstantSource.system(), ids)) {
            long t0 = System.nanoTime();
            save(store, events);
            fill = System.nanoTime() - t0;
            System.out.printf("%,d events saved in %.1f s%n", events, fill / 1e9);
            store.write(
                            false,
                            desk -> {
                                desk.sql.update("DELETE FROM search");
                                desk.sql.update("DELETE FROM meta WHERE name = 'search'");
                            })
                    .join();
        }
        long t0 = System.nanoTime();
        try (Store store = Store.open(folder, InstantSource.system(), ids)) {
            System.out.printf("opened in %.0f ms%n", (System.nanoTime() - t0) / 1e6);
            store.indexedTo(java.time.LocalDate.MIN).join();
            System.out.printf(
                    "filled in the background in %.1f s%n", (System.nanoTime() - t0) / 1e9);
        }
        try (Store store = Store.open(folder, InstantSource.system(), ids)) {
            store.indexedTo(java.time.LocalDate.MIN).join();
            long before = used();
            long t1 = System.nanoTime();
            store.search().prepare(NOW, BERLIN);
            System.out.printf("brought into memory in %.0f ms%n", (System.nanoTime() - t1) / 1e6);
            System.out.printf("memory for it %.0f MiB%n", (used() - before) / 1048576.0);
            for (String typed : new String[] {"m", "me", "ba", "meeting", "meeting 471", "mü ko"}) {
                ask(store, typed);
            }
            ask(store, vocabulary[7]);
            ask(store, vocabulary[7] + " " + vocabulary[8].substring(0, 2));
            ask(store, "nowhere");
            System.out.println(Files.size(folder.resolve("linden.mv.db")) / 1048576 + " MiB file");
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void ask(Store store, String typed) {
        double[] times = new double[ROUNDS];
        int found = 0;
        for (int i = -ROUNDS; i < ROUNDS; i++) {
            long t0 = System.nanoTime();
            found = store.search().find(Fold.words(typed), NOW, BERLIN, c -> true, 60).size();
            if (i >= 0) {
                times[i] = (System.nanoTime() - t0) / 1e6;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                "“%s”: %d shown, %.1f ms median, %.1f ms p95%n",
                typed, found, times[ROUNDS / 2], times[(int) (ROUNDS * 0.95)]);
    }

    private void save(Store store, int events) {
        Account account = store.localAccount("This computer", "My calendar").join();
        calendar = store.calendars().getFirst().id();
        for (int from = 0; from < events; from += 1_000) {
            List<Stored> some = new ArrayList<>();
            for (int i = from; i < Math.min(from + 1_000, events); i++) {
                some.add(
                        new Stored(
                                store.ids().next(),
                                account.id(),
                                Type.EVENT,
                                null,
                                null,
                                event(i).json()));
            }
            store.write(false, desk -> some.forEach(desk::save)).join();
        }
    }

    /** Half are called a meeting; a tenth repeat; a tenth have notes of eighty words. */
    private Event event(int number) {
        LocalDateTime start = MIDDLE.plusMinutes(15L * (random.nextInt(350_000) - 175_000));
        String title = (random.nextBoolean() ? "Meeting " + number + " " : "") + words(3);
        Event event =
                Event.create(
                        "uid-" + number,
                        calendar,
                        title,
                        When.timed(start, start.plusHours(1), BERLIN));
        if (random.nextInt(3) == 0) {
            event = event.withPlace(words(2));
        }
        if (random.nextInt(10) == 0) {
            event = event.withText("description", words(80));
        }
        return random.nextInt(10) == 0
                ? event.with(Rule.every(1, Rule.Frequency.WEEKLY).withCount(2 + random.nextInt(20)))
                : event;
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(vocabulary[random.nextInt(vocabulary.length)]).append(' ');
        }
        return text.toString().strip();
    }
}
