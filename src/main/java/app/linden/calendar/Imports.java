package app.linden.calendar;

import app.linden.base.Ids;
import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.ical.CalendarFile;
import app.linden.ical.CalendarFile.Reading;
import app.linden.ical.CalendarFile.Unreadable;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Patch;
import app.linden.store.Store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Brings .ics files into a calendar, or says what that would do. May be called on any thread;
 * reading and comparing run on a thread of their own, saving on the store's.
 */
public final class Imports {
    private static final Progress UNSEEN = (done, all) -> true;

    private final Store store;
    private final Ids ids;

    public Imports(Store store, Ids ids) {
        this.store = store;
        this.ids = ids;
    }

    /** Told how far it is, on the import's thread. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param done so many events are saved or compared
         * @param all so many events the file has
         * @return false to stop here; what is saved stays
         */
        boolean at(int done, int all);
    }

    /**
     * What became of a file, or would.
     *
     * @param created events that are new
     * @param changed events that were here, of an earlier import or otherwise, and are different
     *     now
     * @param same events that were here just so
     * @param left events that were not looked at any more, since somebody stopped it
     * @param unreadable what was left out or read otherwise, each with a sentence
     * @param touched the new and the changed ones, in the order of the file
     */
    public record Report(
            int created,
            int changed,
            int same,
            int left,
            List<Unreadable> unreadable,
            List<Touched> touched) {
        public Report {
            unreadable = List.copyOf(unreadable);
            touched = List.copyOf(touched);
        }

        /** What was left out or read otherwise, for rooms that know no file format. */
        public List<Remark> remarks() {
            return unreadable.stream()
                    .map(u -> new Remark(u.line(), u.uid() == null ? "" : u.uid(), u.reason()))
                    .toList();
        }

        /** Why the first of what was left out was; empty when nothing was. */
        public String firstUnreadable() {
            return unreadable.isEmpty() ? "" : unreadable.getFirst().reason();
        }
    }

    /**
     * Something of which a person should know.
     *
     * @param line counted from 1, 0 where there is none
     * @param uid empty where there is none
     * @param reason one sentence
     */
    public record Remark(int line, String uid, String reason) {}

    /**
     * An event that is new or changed.
     *
     * @param start a JSCalendar LocalDateTime, empty where the event has none that can be read
     * @param properties the top-level properties that change, sorted; empty for a new event
     */
    public record Touched(String uid, String title, String start, List<String> properties) {
        public Touched {
            properties = List.copyOf(properties);
        }

        public boolean isNew() {
            return properties.isEmpty();
        }

        static Touched created(Event event) {
            return of(event, List.of());
        }

        static Touched changed(Event event, Patch patch) {
            return of(
                    event,
                    patch.toJson().properties().stream()
                            .map(p -> topOf(p.getKey()))
                            .distinct()
                            .sorted()
                            .toList());
        }

        private static String topOf(String pointer) {
            int slash = pointer.indexOf('/');
            return slash < 0 ? pointer : pointer.substring(0, slash);
        }

        private static Touched of(Event event, List<String> properties) {
            String start = event.json().path("start").asString("");
            return new Touched(event.uid(), event.title(), start, properties);
        }
    }

    /**
     * Imports a file into a calendar. An event whose UID is in the calendar already is updated, not
     * doubled: what the file says of it counts, what the file does not mention stays. One that is
     * in another calendar of the account stays there and is reported.
     *
     * @return completes when everything is safe on disk; fails with a {@link Problem}: BAD_INPUT
     *     when the file is no calendar or the calendar takes no events, STORAGE when it cannot be
     *     read or saved. What was saved before a failure stays.
     */
    public CompletableFuture<Report> importInto(String calendarId, Path file, Progress progress) {
        return run(calendarId, () -> read(file), true, progress);
    }

    /** As {@link #importInto(String, Path, Progress)}, unwatched. */
    public CompletableFuture<Report> importInto(String calendarId, Path file) {
        return importInto(calendarId, file, UNSEEN);
    }

    /** As {@link #importInto(String, Path)}; the stream is read to its end and not closed. */
    public CompletableFuture<Report> importInto(String calendarId, InputStream file) {
        return run(calendarId, () -> CalendarFile.read(file), true, UNSEEN);
    }

    /**
     * What {@link #importInto(String, Path, Progress)} would do now; writes nothing.
     *
     * @return fails as that does
     */
    public CompletableFuture<Report> preview(String calendarId, Path file) {
        return run(calendarId, () -> read(file), false, UNSEEN);
    }

    private CompletableFuture<Report> run(
            String calendarId, Supplier<Reading> reading, boolean saving, Progress progress) {
        CompletableFuture<Report> result = new CompletableFuture<>();
        Loop.start(
                "import",
                () -> {
                    try {
                        Intake intake = new Intake(store, ids, target(calendarId), saving);
                        result.complete(intake.run(reading.get(), progress));
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    private static Reading read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return CalendarFile.read(in);
        } catch (NoSuchFileException e) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "There is no file “" + file.getFileName() + "”.", e);
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE,
                    "The file “" + file.getFileName() + "” could not be read.",
                    e);
        }
    }

    private Calendar target(String calendarId) {
        Calendar calendar =
                store.calendars().stream()
                        .filter(c -> c.id().equals(calendarId))
                        .findFirst()
                        .orElseThrow(() ->
                                new Problem(
                                        Problem.Kind.BAD_INPUT, "This calendar no longer exists."));
        if (!calendar.rights().mayWrite()) {
            throw new Problem(
                    Problem.Kind.REFUSED,
                    "You may not add events to the calendar “" + calendar.name() + "”.");
        }
        return calendar;
    }
}
