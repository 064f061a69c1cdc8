package app.linden.calendar;

import app.linden.base.Worker;
import app.linden.model.Calendar;
import app.linden.model.Fold;
import app.linden.model.Hit;
import app.linden.store.Store;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds events by their words over all time, as one types. Looks on a thread of its own; of
 * questions that come faster than they are answered only the newest is looked for.
 */
public final class Search implements AutoCloseable {
    /** So many at most; who does not find it among them types another word. */
    public static final int MOST = 60;

    private final Store store;
    private final InstantSource clock;
    private final Worker worker = new Worker("search");
    private final AtomicLong asked = new AtomicLong();

    /**
     * What was found.
     *
     * @param words what was searched for
     * @param hits the best first: by {@link Hit.Where}, what comes before what is over
     * @param more whether there are or may be more than these
     * @param whole false while the cache of an older Linden is made ready, when some may be missing
     * @param calendars the calendars of the hits by id
     */
    public record Found(
            List<Fold.Word> words,
            List<Hit> hits,
            boolean more,
            boolean whole,
            Map<String, Calendar> calendars) {
        public Found {
            words = List.copyOf(words);
            hits = List.copyOf(hits);
            calendars = Map.copyOf(calendars);
        }
    }

    Search(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Somebody is about to search: the first question is then answered as fast as the next. */
    public void prepare(ZoneId zone) {
        worker.execute(() -> store.search().prepare(clock.instant(), zone));
    }

    /**
     * Events whose words begin with these, in the calendars that are shown; all of the words must
     * be in an event. Without words nothing is found.
     *
     * @param zone where an event without a zone is at its wall time
     * @return cancelled when something newer was asked before it was looked for
     */
    public CompletableFuture<Found> find(String text, ZoneId zone) {
        long number = asked.incrementAndGet();
        CompletableFuture<Found> answer = new CompletableFuture<>();
        worker.execute(() -> {
            if (number != asked.get()) {
                answer.cancel(false);
                return;
            }
            try {
                answer.complete(look(text, zone));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private Found look(String text, ZoneId zone) {
        List<Fold.Word> words = Fold.words(text);
        Map<String, Calendar> shown = new HashMap<>();
        for (Calendar calendar : store.calendars()) {
            if (calendar.visible() && calendar.subscribed()) {
                shown.put(calendar.id(), calendar);
            }
        }
        List<Hit> hits =
                store.search().find(words, clock.instant(), zone, shown::containsKey, MOST);
        return new Found(words, hits, hits.size() == MOST, store.search().isWhole(), shown);
    }

    @Override
    public void close() {
        worker.close();
    }
}
