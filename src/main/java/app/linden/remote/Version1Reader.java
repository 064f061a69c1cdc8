package app.linden.remote;

import app.linden.model.Json;
import app.linden.model.Upgrade;
import app.linden.model.Usual;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** An event of JSCalendar 1.0 (RFC 8984) from a server in the words of 2.0. */
final class Version1Reader {
    /** What only Cyrus says, of its own files. */
    private static final List<String> OF_THE_SERVER = List.of("x-href", "blobId", "debugBlobId");

    private Version1Reader() {}

    static ObjectNode read(ObjectNode event) {
        ObjectNode plain = Usual.without(event);
        plain.remove(OF_THE_SERVER);
        if (plain.path("title").asString("").isEmpty()) {
            plain.remove("title");
        }
        if (plain.path("descriptionContentType").asString("").equals("text/plain")) {
            plain.remove("descriptionContentType");
        }
        ObjectNode result = Upgrade.toVersion2(plain);
        lastDay(result);
        endZone(result);
        for (Map.Entry<String, JsonNode> o : result.path("recurrenceOverrides").properties()) {
            if (o.getValue() instanceof ObjectNode override) {
                override(override);
            }
        }
        return result;
    }

    /** Whole days end at their midnight in Linden, at the last second on some servers. */
    private static void lastDay(ObjectNode event) {
        String until = event.path("recurrenceRule").path("until").asString("");
        if (event.path("showWithoutTime").asBoolean(false) && until.endsWith("T23:59:59")) {
            ((ObjectNode) event.path("recurrenceRule"))
                    .put("until", until.replace("T23:59:59", "T00:00:00"));
        }
    }

    /** 1.0 says in which zone an event ends by a location at its end. */
    private static void endZone(ObjectNode event) {
        if (!(event.get("locations") instanceof ObjectNode locations)) {
            return;
        }
        for (String id : List.copyOf(locations.propertyNames())) {
            JsonNode location = locations.path(id);
            if (Version1Writer.isEnd(location)) {
                event.set("endTimeZone", location.path("timeZone"));
                if (!location.has("name") && !location.has("description")) {
                    locations.remove(id);
                }
            }
        }
        if (locations.isEmpty()) {
            event.remove("locations");
        }
    }

    private static void override(ObjectNode override) {
        for (String pointer : List.copyOf(override.propertyNames())) {
            if (!(override.get(pointer) instanceof ObjectNode value)) {
                continue;
            }
            ObjectNode event = Json.object();
            if (pointer.equals("participants")) {
                event.set("participants", value);
                override.set(pointer, Upgrade.toVersion2(event).path("participants"));
            } else if (pointer.matches("participants/[^/]+")) {
                event.putObject("participants").set("one", value);
                override.set(pointer, Upgrade.toVersion2(event).path("participants").path("one"));
            }
        }
    }
}
