package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.Function;

/**
 * What a changed occurrence has otherwise than its series and no patch may change (jscalendarbis,
 * 3.3.4): kept as JSON in a property of its iCalendar form, and there again when it is written.
 */
final class Own {
    private static final String NAME = "x-linden-own";
    private static final List<String> PROPERTIES =
            List.of("privacy", "relatedTo", "organizerCalendarAddress", "sentBy");

    private Own() {}

    /**
     * Keeps it.
     *
     * @param properties gives the list of the properties that are kept with an object
     */
    static void keep(
            ObjectNode series, ObjectNode change, Function<ObjectNode, ArrayNode> properties) {
        ObjectNode own = Json.object();
        for (String property : PROPERTIES) {
            JsonNode value = change.path(property);
            if (!value.equals(series.path(property))) {
                own.set(property, value.isMissingNode() ? NullNode.getInstance() : value);
            }
        }
        if (!own.isEmpty()) {
            ArrayNode kept = properties.apply(change).addArray();
            kept.add(NAME).add(Json.object()).add("text").add(Json.write(own));
        }
    }

    /** Gives back to an occurrence what it had of its own. */
    static void restore(ObjectNode occurrence) {
        if (!(occurrence.path("iCalendar").path("properties") instanceof ArrayNode kept)) {
            return;
        }
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (kept.path(i).path(0).asString("").equals(NAME)) {
                apply(kept.path(i).path(3).asString(""), occurrence);
                kept.remove(i);
            }
        }
    }

    private static void apply(String text, ObjectNode occurrence) {
        ObjectNode own;
        try {
            own = Json.parseObject(text);
        } catch (Problem notJson) {
            // Somebody else's; the occurrence has what its series has.
            return;
        }
        for (String property : PROPERTIES) {
            if (own.path(property).isNull()) {
                occurrence.remove(property);
            } else if (own.has(property)) {
                occurrence.set(property, own.path(property));
            }
        }
    }
}
