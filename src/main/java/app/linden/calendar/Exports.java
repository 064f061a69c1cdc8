package app.linden.calendar;

import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.ical.CalendarFile;
import app.linden.ical.CalendarFile.Unwritten;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Writes calendars and events as .ics files. May be called on any thread; a file is written on a
 * thread of its own, beside its place, and stands there only when it is whole.
 */
public final class Exports {
    private final Store store;

    public Exports(Store store) {
        this.store = store;
    }

    /**
     * What was written.
     *
     * @param events how many
     * @param unwritten those that were left out, each with a sentence
     */
    public record Written(int events, List<Unwritten> unwritten) {
        public Written {
            unwritten = List.copyOf(unwritten);
        }

        /** Why the first of what was left out was; empty when nothing was. */
        public String firstUnwritten() {
            return unwritten.isEmpty() ? "" : unwritten.getFirst().reason();
        }
    }

    /**
     * Whole calendars into one file, in place of one that is there.
     *
     * @return fails with a {@link Problem}: BAD_INPUT when there is no such calendar or place,
     *     STORAGE when the file cannot be written; what was at its place is then as it was
     */
    public CompletableFuture<Written> calendars(List<String> calendarIds, Path file) {
        return toFile(file, out -> writeCalendars(calendarIds, out));
    }

    /**
     * Single events, series whole, into one file.
     *
     * @return fails as {@link #calendars} does
     */
    public CompletableFuture<Written> events(List<String> eventIds, Path file) {
        return toFile(file, out -> writeEvents(eventIds, out));
    }

    /**
     * As {@link #calendars}, on the calling thread into a stream, which is flushed and not closed.
     */
    public Written writeCalendars(List<String> calendarIds, OutputStream out) {
        List<Calendar> all = store.calendars();
        List<Calendar> chosen = new ArrayList<>();
        for (String id : calendarIds) {
            chosen.add(
                    all.stream()
                            .filter(c -> c.id().equals(id))
                            .findFirst()
                            .orElseThrow(Exports::gone));
        }
        String name = chosen.size() == 1 ? chosen.getFirst().name() : null;
        return write(
                out, name, new Each(chosen.stream().map(c -> store.eachEventIn(c.id())).toList()));
    }

    /** As {@link #events}, on the calling thread into a stream, which is flushed and not closed. */
    public Written writeEvents(List<String> eventIds, OutputStream out) {
        List<Store.Found> found =
                eventIds.stream()
                        .map(id ->
                                store.findEvent(id)
                                        .map(event -> new Store.Found(id, event))
                                        .orElseThrow(() ->
                                                new Problem(
                                                        Problem.Kind.BAD_INPUT,
                                                        "This event no longer exists.")))
                        .toList();
        return write(out, null, new Each(List.of(found)));
    }

    private static Written write(OutputStream out, @Nullable String name, Each events) {
        List<Unwritten> unwritten = CalendarFile.write(out, name, events);
        return new Written(events.count - unwritten.size(), unwritten);
    }

    private static Problem gone() {
        return new Problem(Problem.Kind.BAD_INPUT, "This calendar no longer exists.");
    }

    private static CompletableFuture<Written> toFile(
            Path file, Function<OutputStream, Written> content) {
        CompletableFuture<Written> result = new CompletableFuture<>();
        Loop.start(
                "export",
                () -> {
                    try {
                        result.complete(WholeFile.write(file, content));
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    /** Events one after the other, each once though it be in two calendars; counts them. */
    private static final class Each implements Iterable<Event> {
        private final List<Iterable<Store.Found>> parts;

        /** How many there were when somebody went through them last. */
        private int count;

        Each(List<Iterable<Store.Found>> parts) {
            this.parts = parts;
        }

        @Override
        public Iterator<Event> iterator() {
            count = 0;
            Iterator<Iterable<Store.Found>> each = parts.iterator();
            Set<String> seen = new HashSet<>();
            return new Iterator<>() {
                private Iterator<Store.Found> now = Collections.emptyIterator();
                private @Nullable Event next;

                @Override
                public boolean hasNext() {
                    while (next == null && (now.hasNext() || each.hasNext())) {
                        if (!now.hasNext()) {
                            now = each.next().iterator();
                            continue;
                        }
                        Store.Found found = now.next();
                        next = seen.add(found.id()) ? found.event() : null;
                    }
                    return next != null;
                }

                @Override
                public Event next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    Event event = Objects.requireNonNull(next);
                    next = null;
                    count++;
                    return event;
                }
            };
        }
    }
}
