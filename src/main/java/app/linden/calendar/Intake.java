package app.linden.calendar;

import app.linden.base.Ids;
import app.linden.calendar.Imports.Progress;
import app.linden.calendar.Imports.Report;
import app.linden.calendar.Imports.Touched;
import app.linden.ical.CalendarFile.Reading;
import app.linden.ical.CalendarFile.Unreadable;
import app.linden.model.Act;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Patch;
import app.linden.model.Type;
import app.linden.store.Intent;
import app.linden.store.Store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One file on its way into one calendar, or compared with it only. Lives on the import's thread.
 */
final class Intake {
    /** So many events are saved at once, so that edits in between wait only a moment. */
    private static final int CHUNK = 500;

    private final Store store;
    private final Ids ids;
    private final Calendar calendar;
    private final boolean saving;
    private final List<Unreadable> remarks = new ArrayList<>();
    private final List<Touched> touched = new ArrayList<>();
    private final Act act;
    private int created;
    private int changed;
    private int same;

    /**
     * @param saving false only compares
     */
    Intake(Store store, Ids ids, Calendar calendar, boolean saving) {
        this.store = store;
        this.ids = ids;
        this.calendar = calendar;
        this.saving = saving;
        this.act = Act.of(ids, Act.Kind.IMPORT, calendar.name());
    }

    Report run(Reading reading, Progress progress) {
        List<Event> events = reading.events();
        remarks.addAll(reading.unreadable());
        int done = 0;
        boolean goOn = progress.at(0, events.size());
        while (goOn && done < events.size()) {
            List<Event> chunk = events.subList(done, Math.min(done + CHUNK, events.size()));
            take(chunk);
            done += chunk.size();
            goOn = progress.at(done, events.size());
        }
        return new Report(created, changed, same, events.size() - done, remarks, touched);
    }

    private void take(List<Event> chunk) {
        Map<String, List<Store.Found>> known =
                store.findByUid(
                        calendar.accountId(), chunk.stream().map(Event::uid).distinct().toList());
        List<Intent> intents = new ArrayList<>();
        for (Event event : chunk) {
            List<Store.Found> sameUid = known.getOrDefault(event.uid(), List.of());
            Store.Found found = Update.counterpart(event, sameUid, calendar.id());
            if (found != null) {
                update(found, event, intents);
            } else if (!sameUid.isEmpty() && !Update.isOccurrence(event)) {
                remarks.add(
                        new Unreadable(
                                0,
                                event.uid(),
                                "“"
                                        + event.title()
                                        + "” is in another calendar of this account already; it was"
                                        + " left there as it is."));
            } else {
                created++;
                touched.add(Touched.created(event));
                intents.add(create(event));
            }
        }
        if (saving && !intents.isEmpty()) {
            store.edits(act).apply(intents).join();
        }
    }

    private void update(Store.Found found, Event event, List<Intent> intents) {
        Patch patch = Update.patch(found.event(), event);
        if (patch.isEmpty()) {
            same++;
        } else {
            changed++;
            touched.add(Touched.changed(event, patch));
            intents.add(new Intent.Update(found.id(), patch));
        }
    }

    private Intent create(Event event) {
        var json = event.json().deepCopy();
        json.putObject("calendarIds").put(calendar.id(), true);
        return new Intent.Create(ids.next(), calendar.accountId(), Type.EVENT, json);
    }
}
