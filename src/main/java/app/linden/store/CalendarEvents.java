package app.linden.store;

import app.linden.model.Event;
import app.linden.model.Type;
import app.linden.store.Store.Found;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The events of a calendar one after another, as often as somebody asks, so that a large calendar
 * need not be in memory as a whole. Reads on the calling thread, some at a time, and holds nobody
 * up: what is changed meanwhile comes in the one or the other version.
 */
final class CalendarEvents implements Iterable<Found> {
    private static final int AT_ONCE = 500;

    private final Store store;
    private final String calendarId;
    private final List<String> ids;

    /** Notes which events there are now; later ones do not come. */
    CalendarEvents(Store store, String calendarId) {
        this.store = store;
        this.calendarId = calendarId;
        this.ids =
                store.read(sql ->
                        Documents.find(sql, calendarId).stream()
                                .flatMap(
                                        c -> Documents.ids(sql, c.accountId(), Type.EVENT).stream())
                                .toList());
    }

    @Override
    public Iterator<Found> iterator() {
        return new Walk();
    }

    private final class Walk implements Iterator<Found> {
        private final Deque<Found> ready = new ArrayDeque<>();
        private int next;

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && next < ids.size()) {
                List<String> some = ids.subList(next, Math.min(next + AT_ONCE, ids.size()));
                next += some.size();
                ready.addAll(read(some));
            }
            return !ready.isEmpty();
        }

        @Override
        public Found next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.removeFirst();
        }
    }

    private List<Found> read(List<String> some) {
        return store.read(sql ->
                some.stream()
                        .flatMap(id -> Documents.find(sql, id).stream())
                        .filter(s ->
                                s.work() != null && s.work().path("calendarIds").has(calendarId))
                        .map(s -> new Found(s.id(), Event.of(s.work())))
                        .toList());
    }
}
