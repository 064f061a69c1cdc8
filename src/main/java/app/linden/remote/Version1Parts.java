package app.linden.remote;

import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The objects inside an event, from JSCalendar 2.0 to the words of 1.0 (RFC 8984, 4.2 to 4.5). */
final class Version1Parts {
    private static final Map<String, Set<String>> KNOWN =
            Map.of(
                    "locations",
                    Set.of(
                            "@type",
                            "name",
                            "description",
                            "locationTypes",
                            "relativeTo",
                            "timeZone",
                            "coordinates",
                            "links"),
                    "virtualLocations",
                    Set.of("@type", "name", "description", "uri", "features"),
                    "links",
                    Set.of("@type", "href", "contentType", "size", "rel", "display", "title"),
                    "alerts",
                    Set.of("@type", "trigger", "acknowledged", "relatedTo", "action"),
                    "relatedTo",
                    Set.of("@type", "relation"),
                    "participants",
                    Set.of(
                            "@type",
                            "name",
                            "email",
                            "description",
                            "sendTo",
                            "kind",
                            "roles",
                            "participationStatus",
                            "participationComment",
                            "expectReply",
                            "scheduleAgent",
                            "scheduleForceSend",
                            "scheduleSequence",
                            "scheduleStatus",
                            "scheduleUpdated",
                            "delegatedTo",
                            "delegatedFrom",
                            "memberOf",
                            "links"));

    static final Set<String> CONTAINERS = KNOWN.keySet();

    private Version1Parts() {}

    /**
     * @param series the event that they stand in, for references between its people
     */
    static ObjectNode all(String container, ObjectNode parts, ObjectNode series) {
        ObjectNode result = Json.object();
        Set<String> addresses = new HashSet<>();
        List<ObjectNode> places = new ArrayList<>();
        for (Map.Entry<String, JsonNode> p : parts.properties()) {
            JsonNode written =
                    p.getValue() instanceof ObjectNode part ? one(container, part, series) : null;
            // Of two with one address the server would keep one.
            if (written != null
                    && (!container.equals("participants")
                            || addresses.add(written.path("sendTo").toString()))) {
                result.set(p.getKey(), written);
                if (container.equals("locations") && written.has("name")) {
                    places.add((ObjectNode) written);
                }
            }
        }
        // Cyrus cuts the name of a place that is not the first one at a comma.
        places.stream()
                .skip(1)
                .forEach(l -> l.put("name", l.path("name").asString().replace(',', ';')));
        return result;
    }

    /** Nothing for what the server would refuse or lose as a whole. */
    static @Nullable JsonNode one(String container, ObjectNode part, ObjectNode series) {
        ObjectNode result = Json.object();
        for (Map.Entry<String, JsonNode> p : part.properties()) {
            JsonNode value = member(container, List.of(p.getKey()), p.getValue());
            if (value != null && !value.isNull()) {
                result.set(p.getKey(), value);
            }
        }
        return switch (container) {
            case "participants" -> participant(part, result, series);
            case "alerts" -> alert(result);
            case "links" -> result.has("href") ? result : null;
            case "locations" ->
                    result.properties().stream()
                                    .anyMatch(p ->
                                            !Set.of("@type", "relativeTo").contains(p.getKey()))
                            ? result
                            : null;
            default -> result;
        };
    }

    /** One property of a part, or something inside it. */
    static @Nullable JsonNode member(String container, List<String> names, JsonNode value) {
        String name = names.getFirst();
        if (!KNOWN.getOrDefault(container, Set.of()).contains(name)) {
            return null;
        }
        if (names.size() > 1 || value.isNull()) {
            return value;
        }
        return switch (name) {
            case "roles" -> roles(value);
            case "links" -> value instanceof ObjectNode o ? all("links", o, Json.object()) : null;
            case "display" -> display(value);
            // Of a place the name would be cut at a backslash.
            case "name" ->
                    container.equals("locations")
                            ? Json.text(value.asString("").replace('\\', '/'))
                            : value;
            // RFC 8984 has it, Cyrus refuses it.
            case "participationStatus" -> value.asString("").equals("delegated") ? null : value;
            default -> value.deepCopy();
        };
    }

    private static @Nullable JsonNode display(JsonNode value) {
        if (value instanceof ObjectNode set) {
            return set.isEmpty() ? null : Json.text(set.propertyNames().iterator().next());
        }
        return value;
    }

    private static JsonNode roles(JsonNode value) {
        ObjectNode roles = value.isObject() ? (ObjectNode) value.deepCopy() : Json.object();
        boolean onlyOwns = roles.size() == 1 && roles.has("owner");
        roles.remove("required");
        if (!onlyOwns) {
            roles.put("attendee", true);
        }
        return roles;
    }

    private static @Nullable ObjectNode participant(
            ObjectNode person, ObjectNode result, ObjectNode series) {
        ObjectNode sendTo =
                result.get("sendTo") instanceof ObjectNode o ? o : result.putObject("sendTo");
        String address = person.path("calendarAddress").asString("");
        String mail = person.path("email").asString("");
        if (!address.isEmpty()) {
            sendTo.put(method(address), address);
        } else if (sendTo.isEmpty() && !mail.isEmpty()) {
            sendTo.put("imip", "mailto:" + mail);
        }
        if (!result.has("roles")) {
            result.putObject("roles").put("attendee", true);
        }
        for (String property : List.of("delegatedTo", "delegatedFrom", "memberOf")) {
            if (result.get(property) instanceof ObjectNode addresses) {
                ObjectNode ids = ids(addresses, series);
                if (ids.isEmpty()) {
                    result.remove(property);
                } else {
                    result.set(property, ids);
                }
            }
        }
        return sendTo.isEmpty() ? null : result;
    }

    static String method(String address) {
        return address.regionMatches(true, 0, "mailto:", 0, 7) ? "imip" : "other";
    }

    /** 1.0 names people by their ids, 2.0 by their addresses. */
    private static ObjectNode ids(ObjectNode addresses, ObjectNode series) {
        ObjectNode ids = Json.object();
        for (Map.Entry<String, JsonNode> p : series.path("participants").properties()) {
            String address = p.getValue().path("calendarAddress").asString("");
            if (addresses.has(p.getKey()) || (!address.isEmpty() && addresses.has(address))) {
                ids.put(p.getKey(), true);
            }
        }
        return ids;
    }

    private static @Nullable ObjectNode alert(ObjectNode alert) {
        if (!(alert.get("trigger") instanceof ObjectNode trigger)) {
            return null;
        }
        String type = trigger.path("@type").asString("");
        if (type.isEmpty()) {
            trigger.put("@type", trigger.has("when") ? "AbsoluteTrigger" : "OffsetTrigger");
            return alert;
        }
        return Set.of("AbsoluteTrigger", "OffsetTrigger").contains(type) ? alert : null;
    }
}
