package app.linden.calendar;

import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.ical.CalendarFile;
import app.linden.ical.CalendarFile.Unwritten;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

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
     * @return fails with a {@link Problem}: BAD_INPUT when there is no such calendar, STORAGE when
     *     the file cannot be written; what was at its place is then as it was
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
        return write(out, name, new Several(chosen.stream().map(c -> events(c.id())).toList()));
    }

    /** As {@link #events}, on the calling thread into a stream, which is flushed and not closed. */
    public Written writeEvents(List<String> eventIds, OutputStream out) {
        List<Event> found =
                eventIds.stream()
                        .map(id ->
                                store.findEvent(id)
                                        .orElseThrow(() ->
                                                new Problem(
                                                        Problem.Kind.BAD_INPUT,
                                                        "This event no longer exists.")))
                        .toList();
        return write(out, null, found);
    }

    private Iterable<Event> events(String calendarId) {
        Iterable<Store.Found> found = store.eachEventIn(calendarId);
        return () -> new Events(found.iterator());
    }

    private static Written write(OutputStream out, @Nullable String name, Iterable<Event> events) {
        List<Unwritten> unwritten = CalendarFile.write(out, name, events);
        int count = 0;
        for (Event _ : events) {
            count++;
        }
        return new Written(count - unwritten.size(), unwritten);
    }

    private static Problem gone() {
        return new Problem(Problem.Kind.BAD_INPUT, "This calendar no longer exists.");
    }

    private interface Content {
        Written to(OutputStream out);
    }

    private static CompletableFuture<Written> toFile(Path file, Content content) {
        CompletableFuture<Written> result = new CompletableFuture<>();
        Callable<Written> work = () -> whole(file, content);
        Loop.start(
                "export",
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    private static Written whole(Path file, Content content) {
        try {
            Path target = file.toAbsolutePath();
            Path beside =
                    Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
            try {
                Written written;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                    written = content.to(out);
                }
                move(beside, target);
                return written;
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE,
                    "The file “" + file.getFileName() + "” could not be written.",
                    e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private record Events(Iterator<Store.Found> found) implements Iterator<Event> {
        @Override
        public boolean hasNext() {
            return found.hasNext();
        }

        @Override
        public Event next() {
            return found.next().event();
        }
    }

    /** One after the other. */
    private record Several(List<Iterable<Event>> parts) implements Iterable<Event> {
        @Override
        public Iterator<Event> iterator() {
            Iterator<Iterable<Event>> each = parts.iterator();
            return new Iterator<>() {
                private Iterator<Event> now = List.<Event>of().iterator();

                @Override
                public boolean hasNext() {
                    while (!now.hasNext() && each.hasNext()) {
                        now = each.next().iterator();
                    }
                    return now.hasNext();
                }

                @Override
                public Event next() {
                    return hasNext() ? now.next() : List.<Event>of().iterator().next();
                }
            };
        }
    }
}
