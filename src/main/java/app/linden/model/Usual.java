package app.linden.model;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Set;

/**
 * Values that mean the same as to say nothing (JSCalendar-bis, defaults of the properties). Servers
 * differ in whether they say them, which is no change of anybody's.
 */
public final class Usual {
    private static final Map<String, Set<String>> VALUES =
            Map.ofEntries(
                    Map.entry("showWithoutTime", Set.of("false")),
                    Map.entry("useDefaultAlerts", Set.of("false")),
                    Map.entry("hideAttendees", Set.of("false")),
                    Map.entry("isDraft", Set.of("false")),
                    Map.entry("mayInviteSelf", Set.of("false")),
                    Map.entry("mayInviteOthers", Set.of("false")),
                    Map.entry("priority", Set.of("0")),
                    Map.entry("status", Set.of("confirmed")),
                    Map.entry("freeBusyStatus", Set.of("busy")),
                    Map.entry("privacy", Set.of("public")),
                    Map.entry("description", Set.of("")),
                    Map.entry("duration", Set.of("PT0S", "P0D")));

    private Usual() {}

    /** A copy without what says nothing. */
    public static ObjectNode without(ObjectNode document) {
        ObjectNode rest = Json.object();
        document.properties()
                .forEach(p -> {
                    if (!isUsual(p.getKey(), p.getValue())) {
                        rest.set(p.getKey(), p.getValue());
                    }
                });
        return rest;
    }

    /** As {@link Merge#differ}, leaving out what says nothing. */
    public static boolean differ(ObjectNode one, ObjectNode other) {
        return Merge.differ(one, other) && Merge.differ(without(one), without(other));
    }

    private static boolean isUsual(String name, JsonNode value) {
        return value.isNull()
                || (value.isObject() && value.isEmpty())
                || (value.isValueNode()
                        && VALUES.getOrDefault(name, Set.of()).contains(value.asString("")));
    }
}
