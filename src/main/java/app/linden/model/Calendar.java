package app.linden.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A calendar as jmap-calendars 4 has it, unknown properties kept in {@link #json}.
 *
 * @param id the local id
 * @param accountId the local id of the account that holds it
 * @param json the whole Calendar object; never changed by anybody
 */
public record Calendar(String id, String accountId, ObjectNode json) {
    /** Where a calendar brings no colour of its own. */
    public static final String DEFAULT_COLOR = "#3f8f5f";

    public String name() {
        return json.path("name").asString("");
    }

    public String color() {
        JsonNode color = json.path("color");
        return color.isString() ? color.asString() : DEFAULT_COLOR;
    }

    public @Nullable String description() {
        JsonNode text = json.path("description");
        return text.isString() ? text.asString() : null;
    }

    public int sortOrder() {
        return json.path("sortOrder").asInt(0);
    }

    public boolean visible() {
        return json.path("isVisible").asBoolean(true);
    }

    public boolean subscribed() {
        return json.path("isSubscribed").asBoolean(true);
    }

    public boolean isDefault() {
        return json.path("isDefault").asBoolean(false);
    }

    /**
     * Alerts for events that use those of their calendar (jmap-calendars 4.1), by id.
     *
     * @param wholeDays those for events that last whole days, else for the others
     */
    public SortedMap<String, Alert> defaultAlerts(boolean wholeDays) {
        return Parts.of(
                json.path(wholeDays ? "defaultAlertsWithoutTime" : "defaultAlertsWithTime"),
                Alert::new);
    }

    /** What one may do here; a calendar that says nothing (a local one) allows everything. */
    public Rights rights() {
        return json.path("myRights").isObject() ? Rights.of(json.path("myRights")) : Rights.ALL;
    }

    /** Principal id to what it may do; empty when the calendar is not shared. */
    public Map<String, Rights> shareWith() {
        Map<String, Rights> shares = new TreeMap<>();
        json.path("shareWith")
                .properties()
                .forEach(p -> shares.put(p.getKey(), Rights.of(p.getValue())));
        return shares;
    }
}
