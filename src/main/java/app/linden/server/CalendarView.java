package app.linden.server;

import app.linden.model.Json;
import app.linden.model.Rights;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A calendar as one principal sees it (jmap-calendars 4 and 4.3): what all share, what is inherited
 * until one sets it oneself, and what is one's own from the start.
 */
final class CalendarView {
    /** All properties, in the order in which they are told. */
    static final List<String> PROPERTIES =
            List.of(
                    "id",
                    "name",
                    "description",
                    "color",
                    "sortOrder",
                    "isSubscribed",
                    "isVisible",
                    "isDefault",
                    "includeInAvailability",
                    "defaultAlertsWithTime",
                    "defaultAlertsWithoutTime",
                    "timeZone",
                    "shareWith",
                    "myRights");

    static final Set<String> SERVER_SET = Set.of("id", "isDefault", "myRights");

    /** One's own from the start. */
    static final List<String> PERSONAL =
            List.of(
                    "sortOrder",
                    "isSubscribed",
                    "isVisible",
                    "includeInAvailability",
                    "defaultAlertsWithTime",
                    "defaultAlertsWithoutTime");

    /** The owner's, until one sets it oneself. */
    static final List<String> INHERITED = List.of("name", "color", "timeZone");

    private CalendarView() {}

    static ObjectNode of(
            CalendarRows.Stored calendar,
            @Nullable ObjectNode personal,
            Map<String, Rights> shares,
            Access access) {
        ObjectNode view = Json.object();
        view.put("id", calendar.id());
        ObjectNode own = personal == null ? Json.object() : personal;
        Map<String, JsonNode> values = new LinkedHashMap<>(defaults(access));
        calendar.json().properties().forEach(p -> values.put(p.getKey(), p.getValue()));
        own.properties().forEach(p -> values.put(p.getKey(), p.getValue()));
        values.put("isDefault", Json.bool(calendar.isDefault()));
        values.put("shareWith", shareWith(shares));
        values.put("myRights", access.rights(calendar.id()).toJson());
        PROPERTIES.stream()
                .filter(values::containsKey)
                .forEach(name -> view.set(name, values.get(name)));
        return view;
    }

    private static Map<String, JsonNode> defaults(Access access) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (String name :
                List.of(
                        "description",
                        "color",
                        "defaultAlertsWithTime",
                        "defaultAlertsWithoutTime",
                        "timeZone")) {
            values.put(name, Json.nil());
        }
        values.put("sortOrder", Json.object().put("n", 0).path("n"));
        // What somebody shared with this very principal is meant to be seen.
        values.put("isSubscribed", Json.bool(true));
        values.put("isVisible", Json.bool(true));
        values.put("includeInAvailability", Json.text(access.isOwner() ? "all" : "none"));
        return values;
    }

    static JsonNode shareWith(Map<String, Rights> shares) {
        if (shares.isEmpty()) {
            return Json.nil();
        }
        ObjectNode json = Json.object();
        shares.forEach((principal, rights) -> json.set(principal, rights.toJson()));
        return json;
    }
}
