package app.linden.ical;

import app.linden.base.Problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes one event or task as VEVENT or VTODO by the conversion draft, 3.2. What iCalendar has no
 * place for becomes JSPROP; what is of one person or one server (jmap-calendars, 5.1) stays here.
 */
final class EventWriter {
    /** Of one person, one server or one calendar, or said by the whole file. */
    private static final Set<String> NOT_WRITTEN =
            Set.of(
                    "@type",
                    "version",
                    "iCalendar",
                    "id",
                    "baseEventId",
                    "calendarIds",
                    "isDraft",
                    "isOrigin",
                    "utcStart",
                    "utcEnd",
                    "useDefaultAlerts",
                    "prodId",
                    "recurrenceIdTimeZone");

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,30}");
    private static final Map<String, String> PRIVACY =
            Map.of("public", "PUBLIC", "private", "PRIVATE", "secret", "CONFIDENTIAL");
    private static final Map<String, String> FREE_BUSY =
            Map.of("busy", "OPAQUE", "free", "TRANSPARENT");
    private static final Set<String> EVENT_STATUS = Set.of("confirmed", "tentative", "cancelled");
    private static final Set<String> PROGRESS =
            Set.of("needs-action", "in-process", "completed", "cancelled", "failed");

    private final OutComponent out;
    private final ObjectNode json;
    private final TimeForm form;
    private final KeptZones zones;
    private final boolean isTask;
    private final String stamp;
    private final boolean saysMethod;

    /**
     * Begins to write.
     *
     * @param stamp DTSTAMP of what does not say when it was changed, empty for none
     * @param saysMethod whether the calendar object has the METHOD of this event
     */
    EventWriter(
            ContentLines lines, ObjectNode json, KeptZones zones, String stamp, boolean saysMethod)
            throws IOException {
        this.zones = zones;
        this.json = json;
        this.isTask = json.path("@type").asString("").equals("Task");
        this.out = new OutComponent(lines, isTask ? "VTODO" : "VEVENT", json);
        this.form = zones.form(json);
        this.stamp = stamp;
        this.saysMethod = saysMethod;
    }

    /**
     * Writes a whole event; {@code recurrenceId} is of the form of the series that it is part of.
     */
    void write(RecurrenceId recurrenceId) throws IOException {
        out.add("UID", new Line("UID").text(uid(json.path("uid").asString(""))));
        if (recurrenceId.isGiven()) {
            out.add("RECURRENCE-ID", recurrenceId.write(out.line("RECURRENCE-ID", "recurrenceId")));
        } else {
            out.rest(json.path("recurrenceId"), "recurrenceId");
        }
        if (!recurrenceId.isGiven() || recurrenceId.form().dates()) {
            out.rest(json.path("recurrenceIdTimeZone"), "recurrenceIdTimeZone");
        }
        stamps();
        new TimesWriter(out, json, form, zones, isTask).write();
        SeriesWriter.write(out, json, form);
        texts();
        words();
        numbers();
        sets();
        List<PartWriter> parts = new ArrayList<>();
        LinkWriter.write(out, json);
        LocationWriter.write(out, json, parts);
        PeopleWriter.write(out, json, parts);
        AlarmWriter.write(out, json, parts);
        unknown();
        out.endOfProperties();
        for (PartWriter part : parts) {
            part.write(out.out());
        }
        out.end();
    }

    /** Writes an event of its own, with only what it says. */
    static void alone(ContentLines lines, ObjectNode json, KeptZones zones) throws IOException {
        new EventWriter(lines, json, zones, "", true).write(RecurrenceId.of(json, zones));
    }

    /** One that nothing could be read of gets one that stays the same. */
    private static String uid(String uid) {
        boolean readable = uid.chars().anyMatch(c -> !ContentLines.isControl(c) && c > ' ');
        return readable ? uid : Keys.of(uid);
    }

    /** A component inside of another; it can only be written when the properties are. */
    interface PartWriter {
        void write(ContentLines lines) throws IOException;
    }

    /** Which occurrence a component stands for, and how that is written. */
    record RecurrenceId(TimeForm form, String local) {
        static final RecurrenceId NONE = new RecurrenceId(new TimeForm(false, false, null), "");

        /** Of an event that says itself of which occurrence it is. */
        static RecurrenceId of(ObjectNode json, KeptZones zones) {
            String local = json.path("recurrenceId").asString("");
            var at = TimeForm.parse(local);
            String zone = json.path("recurrenceIdTimeZone").asString("");
            TimeForm form = TimeForm.of(json).in(zone, local);
            return at == null
                    ? NONE
                    : new RecurrenceId(zones.named(form, json, "recurrenceId", at), local);
        }

        boolean isGiven() {
            return !local.isEmpty();
        }

        private Line write(Line line) {
            var at = TimeForm.parse(local);
            if (at == null) {
                throw new Problem(Problem.Kind.OUR_BUG, local + " is no recurrence id.");
            }
            return form.write(line, at);
        }
    }

    private void stamps() throws IOException {
        String updated = TimeForm.utc(json.path("updated").asString(""));
        String at = updated.isEmpty() ? stamp : updated;
        if (!at.isEmpty()) {
            out.add("DTSTAMP", out.line("DTSTAMP", "updated").raw(at));
        }
        if (!updated.isEmpty() && out.wasConverted("updated", "LAST-MODIFIED")) {
            Line modified = out.line("LAST-MODIFIED", "updated");
            out.add("LAST-MODIFIED", modified.raw(updated));
        }
        String created = TimeForm.utc(json.path("created").asString(""));
        if (!created.isEmpty()) {
            out.add("CREATED", out.line("CREATED", "created").raw(created));
        }
    }

    private void texts() throws IOException {
        String title = json.path("title").asString("");
        JsonNode locale = json.path("locale");
        if (!TextWriter.isBlank(title)) {
            Line line = out.line("SUMMARY", "title");
            line.with("LANGUAGE", locale.isString() ? locale.asString() : null);
            out.add("SUMMARY", line.text(title));
        } else {
            out.rest(json.path("title"), "title");
            out.rest(locale, "locale");
        }
        TextWriter.description(out, json);
        for (Map.Entry<String, JsonNode> e : json.path("relatedTo").properties()) {
            TextWriter.relation(out, e.getKey(), e.getKey(), e.getValue());
        }
    }

    private void words() throws IOException {
        word("privacy", "CLASS", PRIVACY::get);
        word("freeBusyStatus", "TRANSP", FREE_BUSY::get);
        if (isTask) {
            word("progress", "STATUS", w -> PROGRESS.contains(w) ? upper(w) : null);
            out.rest(json.path("status"), "status");
        } else {
            word("status", "STATUS", w -> EVENT_STATUS.contains(w) ? upper(w) : null);
            out.rest(json.path("progress"), "progress");
        }
        word("color", "COLOR", w -> COLOR.matcher(w).matches() ? w : null);
        if (!saysMethod) {
            out.rest(json.path("method"), "method");
        }
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private void word(
            String property,
            String name,
            java.util.function.Function<String, @org.jspecify.annotations.Nullable String> words)
            throws IOException {
        JsonNode value = json.path(property);
        String word = value.isString() ? words.apply(value.asString()) : null;
        if (word == null) {
            out.rest(value, property);
        } else {
            out.add(name, out.line(name, property).raw(word));
        }
    }

    private void numbers() throws IOException {
        number("priority", "PRIORITY", 9);
        number("sequence", "SEQUENCE", Integer.MAX_VALUE);
        if (isTask) {
            number("percentComplete", "PERCENT-COMPLETE", 100);
        } else {
            out.rest(json.path("percentComplete"), "percentComplete");
        }
    }

    private void number(String property, String name, int most) throws IOException {
        JsonNode n = json.path(property);
        if (n.isInt() && n.asInt() >= 0 && n.asInt() <= most) {
            out.add(name, out.line(name, property).raw(n.asString()));
        } else {
            out.rest(n, property);
        }
    }

    private void sets() throws IOException {
        TextWriter.keywords(out, json);
        TextWriter.concepts(out, json);
    }

    private void unknown() {
        for (Map.Entry<String, JsonNode> e : json.properties()) {
            if (!NOT_WRITTEN.contains(e.getKey()) && !KNOWN.contains(e.getKey())) {
                out.rest(e.getValue(), e.getKey());
            }
        }
    }

    /** What the lines above write, each in its way. */
    private static final Set<String> KNOWN =
            Set.of(
                    "uid",
                    "updated",
                    "created",
                    "start",
                    "timeZone",
                    "duration",
                    "endTimeZone",
                    "showWithoutTime",
                    "due",
                    "estimatedDuration",
                    "percentComplete",
                    "progress",
                    "recurrenceRule",
                    "recurrenceRules",
                    "recurrenceOverrides",
                    "recurrenceId",
                    "title",
                    "locale",
                    "description",
                    "descriptionContentType",
                    "relatedTo",
                    "privacy",
                    "freeBusyStatus",
                    "status",
                    "color",
                    "method",
                    "priority",
                    "sequence",
                    "keywords",
                    "categories",
                    "links",
                    "locations",
                    "mainLocationId",
                    "virtualLocations",
                    "participants",
                    "organizerCalendarAddress",
                    "sentBy",
                    "alerts");
}
