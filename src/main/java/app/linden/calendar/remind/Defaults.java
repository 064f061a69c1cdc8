package app.linden.calendar.remind;

import app.linden.model.Alert;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Relation;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Alerts that count for events that say so in place of their own (jmap-calendars 6.1): those of all
 * calendars that the event is in.
 */
record Defaults(SortedMap<String, Alert> timed, SortedMap<String, Alert> wholeDays) {
    static final Defaults NONE = new Defaults(new TreeMap<>(), new TreeMap<>());

    static Defaults of(Event event, Collection<Calendar> calendars) {
        if (!event.details().useDefaultAlerts()) {
            return NONE;
        }
        Defaults all = new Defaults(new TreeMap<>(), new TreeMap<>());
        for (Calendar calendar : calendars) {
            if (event.calendarIds().contains(calendar.id())) {
                all.timed.putAll(calendar.defaultAlerts(false));
                all.wholeDays.putAll(calendar.defaultAlerts(true));
            }
        }
        return all;
    }

    /** The alerts that count for an event or an occurrence, by id. */
    SortedMap<String, Alert> alerts(Event shown, boolean allDay) {
        SortedMap<String, Alert> own = shown.details().alerts();
        if (!shown.details().useDefaultAlerts()) {
            return own;
        }
        SortedMap<String, Alert> usual = allDay ? wholeDays : timed;
        TreeMap<String, Alert> all = new TreeMap<>();
        usual.forEach((id, alert) -> all.put(id, answered(alert, own.get(id))));
        own.forEach((id, alert) -> {
            if (alert.relatedTo().entrySet().stream()
                    .anyMatch(r -> isSnooze(r.getValue()) && usual.containsKey(r.getKey()))) {
                all.put(id, alert);
            }
        });
        return all;
    }

    static boolean isSnooze(Relation relation) {
        return relation.relations().contains("snooze");
    }

    private static Alert answered(Alert usual, @org.jspecify.annotations.Nullable Alert own) {
        return own == null || own.acknowledged() == null
                ? usual
                : usual.acknowledged(own.acknowledged());
    }
}
