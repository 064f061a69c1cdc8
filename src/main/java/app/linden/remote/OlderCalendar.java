package app.linden.remote;

import app.linden.model.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Set;

/** Calendars of the drafts before -27, where the right to share is called mayAdmin. */
final class OlderCalendar {
    private static final Set<String> KNOWN =
            Set.of(
                    "name",
                    "description",
                    "color",
                    "sortOrder",
                    "isVisible",
                    "isSubscribed",
                    "includeInAvailability",
                    "defaultAlertsWithTime",
                    "defaultAlertsWithoutTime",
                    "timeZone",
                    "shareWith");

    private OlderCalendar() {}

    static ObjectNode read(ObjectNode calendar) {
        ObjectNode result = calendar.deepCopy();
        if (result.get("myRights") instanceof ObjectNode rights) {
            rename(rights, "mayAdmin", "mayShare");
        }
        for (Map.Entry<String, JsonNode> share : result.path("shareWith").properties()) {
            if (share.getValue() instanceof ObjectNode rights) {
                rename(rights, "mayAdmin", "mayShare");
            }
        }
        return result;
    }

    static ObjectNode write(ObjectNode calendar) {
        ObjectNode result = Json.object();
        for (Map.Entry<String, JsonNode> p : calendar.deepCopy().properties()) {
            if (KNOWN.contains(p.getKey()) && !p.getValue().isNull()) {
                result.set(p.getKey(), p.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> share : result.path("shareWith").properties()) {
            if (share.getValue() instanceof ObjectNode rights) {
                rename(rights, "mayShare", "mayAdmin");
            }
        }
        if (result.path("shareWith").isEmpty()) {
            // Shared with nobody is said by null.
            result.remove("shareWith");
        }
        return result;
    }

    private static void rename(ObjectNode rights, String from, String to) {
        JsonNode value = rights.remove(from);
        if (value != null) {
            rights.set(to, value);
        }
    }
}
