package app.linden.remote;

import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.Type;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.TreeSet;

/**
 * The drafts of jmap-calendars that go with JSCalendar 1.0 (RFC 8984), as Cyrus 3.12 speaks them. A
 * property that such a server does not know makes it refuse the whole object, so only what it is
 * known to keep is sent; the rest stays on this device.
 */
final class Older implements Dialect {
    @Override
    public ObjectNode fromServer(Type type, ObjectNode object) {
        return switch (type) {
            case CALENDAR -> OlderCalendar.read(object);
            case EVENT -> Version1Reader.read(object);
        };
    }

    @Override
    public ObjectNode toServer(Type type, ObjectNode object) {
        return switch (type) {
            case CALENDAR -> OlderCalendar.write(object);
            case EVENT -> Version1Writer.write(object);
        };
    }

    /**
     * Whole properties, since pointers would have to fit into what the server made of them. Nothing
     * is overwritten by that: the server refuses what is not based on its newest state.
     */
    @Override
    public ObjectNode patch(Type type, ObjectNode before, ObjectNode patch) {
        ObjectNode was = toServer(type, before);
        ObjectNode is = toServer(type, Patch.of(patch).applyLeniently(before));
        ObjectNode changes = Json.object();
        TreeSet<String> names = new TreeSet<>(was.propertyNames());
        names.addAll(is.propertyNames());
        for (String name : names) {
            JsonNode now = is.get(name);
            if (!(now == null ? Json.nil() : now).equals(was.get(name))) {
                changes.set(name, now == null ? Json.nil() : now);
            }
        }
        return changes;
    }

    @Override
    public ObjectNode completed(Type type, ObjectNode known, ObjectNode object) {
        return overlaid(known, fromServer(type, toServer(type, known)), object);
    }

    /**
     * @param kept of {@code known} what the server can keep
     */
    private static ObjectNode overlaid(ObjectNode known, ObjectNode kept, ObjectNode object) {
        ObjectNode result = Json.object();
        for (Map.Entry<String, JsonNode> p : object.properties()) {
            JsonNode mine = known.get(p.getKey());
            JsonNode could = kept.get(p.getKey());
            result.set(p.getKey(), mine == null ? p.getValue() : value(mine, could, p.getValue()));
        }
        for (Map.Entry<String, JsonNode> p : known.properties()) {
            if (!object.has(p.getKey()) && !kept.has(p.getKey())) {
                result.set(p.getKey(), p.getValue());
            }
        }
        return result;
    }

    private static JsonNode value(JsonNode known, JsonNode kept, JsonNode theirs) {
        if (Meaning.same(kept, theirs)) {
            return known;
        }
        return known instanceof ObjectNode k
                        && kept instanceof ObjectNode could
                        && theirs instanceof ObjectNode t
                ? overlaid(k, could, t)
                : theirs;
    }

    @Override
    public boolean rewrites() {
        return true;
    }

    @Override
    public boolean tellsOfShares() {
        return false;
    }

    @Override
    public boolean countsTogether() {
        return true;
    }
}
