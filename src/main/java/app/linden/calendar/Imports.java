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
import app.linden.model.Type;
import app.linden.store.Intent;
import app.linden.store.Store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Brings .ics files into a calendar. May be called on any thread; reading and comparing run on a
 * thread of their own, saving on the store's.
 */
public final class Imports {
    /** So many events are saved at once, so that edits in between wait only a moment. */
    private static final int CHUNK = 500;

    private final Store store;
    private final Ids ids;

    public Imports(Store store, Ids ids) {
        this.store = store;
        this.ids = ids;
    }

    /**
     * What became of a file.
     *
     * @param created events that are new
     * @param changed events that were here, of an earlier import or otherwise, and are different
     *     now
     * @param same events that were here just so
     * @param unreadable what was left out or read otherwise, each with a sentence
     */
    public record Report(int created, int changed, int same, List<Unreadable> unreadable) {
        public Report {
            unreadable = List.copyOf(unreadable);
        }

        /** Why the first of what was left out was; empty when nothing was. */
        public String firstUnreadable() {
            return unreadable.isEmpty() ? "" : unreadable.getFirst().reason();
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
    public CompletableFuture<Report> importInto(String calendarId, Path file) {
        return run(calendarId, () -> read(file));
    }

    /** As {@link #importInto(String, Path)}; the stream is read to its end and not closed. */
    public CompletableFuture<Report> importInto(String calendarId, InputStream file) {
        return run(calendarId, () -> CalendarFile.read(file));
    }

    private CompletableFuture<Report> run(
            String calendarId, java.util.function.Supplier<Reading> reading) {
        CompletableFuture<Report> result = new CompletableFuture<>();
        Loop.start(
                "import",
                () -> {
                    try {
                        result.complete(save(target(calendarId), reading.get()));
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

    private Report save(Calendar calendar, Reading reading) {
        int created = 0;
        int changed = 0;
        int same = 0;
        List<Unreadable> remarks = new ArrayList<>(reading.unreadable());
        for (int from = 0; from < reading.events().size(); from += CHUNK) {
            List<Event> chunk =
                    reading.events().subList(from, Math.min(from + CHUNK, reading.events().size()));
            Map<String, List<Store.Found>> known =
                    store.findByUid(
                            calendar.accountId(),
                            chunk.stream().map(Event::uid).distinct().toList());
            List<Intent> intents = new ArrayList<>();
            for (Event event : chunk) {
                List<Store.Found> sameUid = known.getOrDefault(event.uid(), List.of());
                Store.Found found = Update.counterpart(event, sameUid, calendar.id());
                if (found != null) {
                    Patch patch = Update.patch(found.event(), event);
                    if (patch.isEmpty()) {
                        same++;
                    } else {
                        changed++;
                        intents.add(new Intent.Update(found.id(), patch));
                    }
                } else if (!sameUid.isEmpty() && !Update.isOccurrence(event)) {
                    remarks.add(
                            new Unreadable(
                                    0,
                                    event.uid(),
                                    "“"
                                            + event.title()
                                            + "” is in another calendar of this account already; it"
                                            + " was left there as it is."));
                } else {
                    created++;
                    intents.add(create(calendar, event));
                }
            }
            if (!intents.isEmpty()) {
                store.apply(intents).join();
            }
        }
        return new Report(created, changed, same, remarks);
    }

    private Intent create(Calendar calendar, Event event) {
        var json = event.json().deepCopy();
        json.putObject("calendarIds").put(calendar.id(), true);
        return new Intent.Create(ids.next(), calendar.accountId(), Type.EVENT, json);
    }
}
