package app.linden.server;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which values the properties of a calendar may have (jmap-calendars 4). */
final class CalendarRules {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 100_000;
    private static final Set<String> AVAILABILITY = Set.of("all", "attending", "none");

    /** Asking the JDK copies six hundred names each time. */
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private CalendarRules() {}

    /** The names of the properties whose values cannot be kept; unknown ones among them. */
    static List<String> invalid(ObjectNode calendar) {
        List<String> invalid = new ArrayList<>();
        calendar.properties()
                .forEach(p -> {
                    if (!isValid(p.getKey(), p.getValue())) {
                        invalid.add(p.getKey());
                    }
                });
        return invalid;
    }

    private static boolean isValid(String name, JsonNode value) {
        return switch (name) {
            case "name" -> value.isString() && isName(value.asString());
            case "description" ->
                    value.isNull()
                            || (value.isString() && value.asString().length() <= LONGEST_TEXT);
            case "color" ->
                    value.isNull() || (value.isString() && Colors.isColor(value.asString()));
            case "sortOrder" ->
                    value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= 0;
            case "isSubscribed", "isVisible", "isDefault" -> value.isBoolean();
            case "includeInAvailability" ->
                    value.isString() && AVAILABILITY.contains(value.asString());
            case "defaultAlertsWithTime", "defaultAlertsWithoutTime" ->
                    value.isNull() || areAlerts(value);
            case "timeZone" -> value.isNull() || (value.isString() && isZone(value.asString()));
            case "shareWith" -> value.isNull() || areShares(value);
            case "id" -> value.isString();
            case "myRights" -> value.isObject();
            default -> false;
        };
    }

    static boolean isName(String name) {
        return !name.isBlank() && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
    }

    static boolean isZone(String name) {
        return ZONES.contains(name);
    }

    private static boolean areAlerts(JsonNode alerts) {
        return alerts.isObject()
                && alerts.toString().length() <= LONGEST_TEXT
                && alerts.valueStream()
                        .allMatch(a ->
                                a.isObject()
                                        && !a.path("trigger")
                                                .path("@type")
                                                .asString("")
                                                .equals("AbsoluteTrigger"));
    }

    private static boolean areShares(JsonNode shares) {
        return shares.isObject()
                && shares.valueStream()
                        .allMatch(rights ->
                                rights.isObject()
                                        && rights.valueStream().allMatch(JsonNode::isBoolean));
    }
}
