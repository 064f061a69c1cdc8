package app.linden.model;

import net.fortuna.ical4j.model.Recur;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * 10,000 series of an office over one month: ours with exceptions, from documents; lib-recur and
 * ical4j bare, from rules read before. {@code -Dseed=} for other rules.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecurrenceBenchmark {
    private static final int RULES = 10_000;
    private static final LocalDateTime FROM = LocalDateTime.of(2026, 11, 1, 0, 0);
    private static final LocalDateTime TO = LocalDateTime.of(2026, 12, 1, 0, 0);
    private static final List<String> SHAPES =
            List.of(
                    "FREQ=DAILY",
                    "FREQ=DAILY;INTERVAL=3",
                    "FREQ=WEEKLY",
                    "FREQ=WEEKLY;BYDAY=MO,WE,FR",
                    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
                    "FREQ=MONTHLY",
                    "FREQ=MONTHLY;BYDAY=2TU",
                    "FREQ=MONTHLY;BYDAY=-1FR",
                    "FREQ=MONTHLY;BYMONTHDAY=-1",
                    "FREQ=YEARLY",
                    "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH");

    private final List<Event> events = new ArrayList<>();
    private final List<RecurrenceRule> lib = new ArrayList<>();
    private final List<DateTime> libStarts = new ArrayList<>();
    private final List<Recur<LocalDateTime>> ical4j = new ArrayList<>();
    private final List<LocalDateTime> starts = new ArrayList<>();

    @Setup
    public void rules() throws Exception {
        long seed = Long.getLong("seed", 42);
        System.out.println("-Dseed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < RULES; i++) {
            String shape = SHAPES.get(random.nextInt(SHAPES.size()));
            LocalDateTime start =
                    LocalDateTime.of(2016, 1, 1, 8, 0)
                            .plusDays(random.nextInt(3_900))
                            .plusMinutes(30L * random.nextInt(20));
            boolean counted = random.nextInt(5) == 0;
            String text = counted ? shape + ";COUNT=" + random.nextInt(5, 500) : shape;
            Event event = Rrules.event(text, Event.write(start));
            var json = event.json().deepCopy();
            var overrides = json.putObject("recurrenceOverrides");
            for (int n = random.nextInt(4); n > 0; n--) {
                LocalDateTime id = FROM.plusDays(random.nextInt(30)).with(start.toLocalTime());
                overrides.putObject(Event.write(id)).put("excluded", true);
            }
            events.add(Event.of(json));
            starts.add(start);
            lib.add(new RecurrenceRule(text));
            libStarts.add(
                    new DateTime(
                            start.getYear(),
                            start.getMonthValue() - 1,
                            start.getDayOfMonth(),
                            start.getHour(),
                            start.getMinute(),
                            0));
            ical4j.add(new Recur<>(text));
        }
    }

    @Benchmark
    public long linden() {
        long found = 0;
        for (Event event : events) {
            found += Recurrence.expand(event, FROM, TO, Recurrence.Budget.USUAL).starts().size();
        }
        return found;
    }

    @Benchmark
    public long libRecur() {
        long from = FROM.toInstant(ZoneOffset.UTC).toEpochMilli();
        long to = TO.toInstant(ZoneOffset.UTC).toEpochMilli();
        long found = 0;
        for (int i = 0; i < RULES; i++) {
            var iterator = lib.get(i).iterator(libStarts.get(i));
            iterator.fastForward(from);
            while (iterator.hasNext()) {
                long at = iterator.nextMillis();
                if (at >= to) {
                    break;
                }
                found += at >= from ? 1 : 0;
            }
        }
        return found;
    }

    @Benchmark
    public long ical4j() {
        long found = 0;
        for (int i = 0; i < RULES; i++) {
            found += ical4j.get(i).getDates(starts.get(i), FROM, TO).size();
        }
        return found;
    }
}
