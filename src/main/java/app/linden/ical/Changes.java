package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.When;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

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

    private Changes(ObjectNode series) {
        this.series = series;
        this.started = series.deepCopy();
        started.remove("duration");
        this.bare = bare(series);
    }

    /** Writes all of them into the series, but for those that do not fit. */
    static void fold(ObjectNode series, Collection<Item> items, BiConsumer<Item, Problem> unfit) {
        Changes ids = new Changes(series);
        Map<Item, LocalDateTime> fit = new LinkedHashMap<>();
        for (Item item : items) {
            try {
                LocalDateTime id = ids.id(item);
                fit.put(item, id);
                String path = Event.write(id);
                if (SeriesWriter.isExcluded(series.path("recurrenceOverrides").path(path))) {
                    ids.excluded(id);
                }
            } catch (Problem unreadable) {
                unfit.accept(item, unreadable);
            }
        }
        Changes changes = new Changes(series);
        fit.forEach(changes::fold);
    }

    private LocalDateTime id(Item change) {
        Moment moment = change.recurrenceId();
        if (moment == null) {
            throw new Problem(Problem.Kind.OUR_BUG, "it is no change of an occurrence.");
        }
        When when = Event.of(started).wallTime();
        return Repetition.id(moment, when.zone(), when.allDay(), when.start());
    }

    private void fold(Item change, LocalDateTime id) {
        keep(change.json());
        bare.put("start", Event.write(id));
        Patch patch = Patch.between(bare, bare(change.json()));
        ObjectNode overrides = Names.child(series, "recurrenceOverrides");
        overrides.set(Event.write(id), patch.toJson());
    }

    /**
     * What the occurrence has of its own that no patch may say (jscalendarbis, 3.3.4) is kept for
     * the way back; a privacy also in the form of iCalendar, which others understand.
     */
    private void keep(ObjectNode change) {
        Own.keep(series, change, Changes::properties);
        String privacy = change.path("privacy").asString("public");
        if (!change.has("privacy") || privacy.equals(series.path("privacy").asString("public"))) {
            return;
        }
        String word = privacy.equals("secret") ? "CONFIDENTIAL" : privacy.toUpperCase(Locale.ROOT);
        properties(change).addArray().add("class").add(Json.object()).add("text").add(word);
    }

    /** Some programs exclude an occurrence and change it: it takes place, and the EXDATE stays. */
    private void excluded(LocalDateTime id) {
        TimeForm form = TimeForm.of(series);
        ObjectNode parameters = Json.object();
        if (form.zone() != null) {
            parameters.put("tzid", form.zone());
        }
        String text = Event.write(id);
        ArrayNode exdate = properties(series).addArray().add("exdate").add(parameters);
        exdate.add(form.dates() ? "date" : "date-time");
        exdate.add(form.dates() ? text.substring(0, 10) : text + (form.utc() ? "Z" : ""));
    }

    /** The properties that are kept with an event as they are. */
    private static ArrayNode properties(ObjectNode event) {
        ObjectNode kept = Names.child(event, "iCalendar");
        if (kept.isEmpty()) {
            boolean isTask = event.path("@type").asString("").equals("Task");
            kept.put("@type", "ICalComponent").put("name", isTask ? "vtodo" : "vevent");
        }
        return kept.path("properties") instanceof ArrayNode list
                ? list
                : kept.putArray("properties");
    }

    private static ObjectNode bare(ObjectNode event) {
        ObjectNode bare = event.deepCopy();
        bare.remove(NOT_PATCHED);
        return bare;
    }
}
