package app.linden.ical;

import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.When;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/** Writes changed occurrences into their series as patches (conversion draft, 2.1.2). */
final class Changes {
    /** What an override can never change (jscalendarbis, 3.3.4). */
    private static final List<String> NOT_PATCHED =
            List.of(
                    "@type",
                    "uid",
                    "method",
                    "prodId",
                    "organizerCalendarAddress",
                    "privacy",
                    "relatedTo",
                    "recurrenceId",
                    "recurrenceIdTimeZone",
                    "recurrenceRule",
                    "recurrenceOverrides");

    private final ObjectNode series;
    private final ObjectNode bare;

    /** Without its length, which a JSPROP may have made unreadable. */
    private final ObjectNode started;

    Changes(ObjectNode series) {
        this.series = series;
        this.started = series.deepCopy();
        started.remove("duration");
        this.bare = bare(series);
    }

    void fold(Item change) {
        Moment moment = change.recurrenceId();
        if (moment == null) {
            return;
        }
        When when = Event.of(started).wallTime();
        LocalDateTime id = Repetition.id(moment, when.zone(), when.allDay(), when.start());
        keep(change.json());
        bare.put("start", Event.write(id));
        Patch patch = Patch.between(bare, bare(change.json()));
        ObjectNode overrides = Names.child(series, "recurrenceOverrides");
        overrides.set(Event.write(id), patch.toJson());
    }

    /** A privacy of its own, which no patch may say, stays in the form of iCalendar. */
    private void keep(ObjectNode change) {
        String privacy = change.path("privacy").asString("public");
        if (privacy.equals(series.path("privacy").asString("public"))) {
            return;
        }
        ObjectNode kept = Names.child(change, "iCalendar");
        if (kept.isEmpty()) {
            boolean isTask = change.path("@type").asString("").equals("Task");
            kept.put("@type", "ICalComponent").put("name", isTask ? "vtodo" : "vevent");
        }
        ArrayNode all =
                kept.path("properties") instanceof ArrayNode list
                        ? list
                        : kept.putArray("properties");
        String word = privacy.equals("secret") ? "CONFIDENTIAL" : privacy.toUpperCase(Locale.ROOT);
        all.addArray().add("class").add(Json.object()).add("text").add(word);
    }

    private static ObjectNode bare(ObjectNode event) {
        ObjectNode bare = event.deepCopy();
        bare.remove(NOT_PATCHED);
        return bare;
    }
}
