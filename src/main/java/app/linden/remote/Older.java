package app.linden.remote;

import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.Pointers;
import app.linden.model.Type;
import app.linden.wire.Capability;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
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
            case COMMENT -> object;
        };
    }

    /** Nothing says with whom one may not share. */
    @Override
    public ObjectNode principal(ObjectNode principal) {
        ObjectNode result = principal.deepCopy();
        if (!result.path("capabilities").has(Capability.CALENDARS)) {
            result.withObjectProperty("capabilities")
                    .putObject(Capability.CALENDARS)
                    .put("mayShareWith", true)
                    .put("calendarAddress", principal.path("sendTo").path("imip").asString(""));
        }
        return result;
    }

    @Override
    public ObjectNode toServer(Type type, ObjectNode object) {
        return switch (type) {
            case CALENDAR -> OlderCalendar.write(object);
            case EVENT -> Version1Writer.write(object);
            case COMMENT -> object;
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
        ObjectNode kept = fromServer(type, toServer(type, known));
        for (Map.Entry<String, JsonNode> o : kept.path("recurrenceOverrides").properties()) {
            if (o.getValue() instanceof ObjectNode override) {
                withoutWhatTheSeriesSays(
                        override, object, object.path("recurrenceOverrides").path(o.getKey()));
            }
        }
        return overlaid(known, kept, object, false);
    }

    /** A server that compares occurrences with their series cannot keep it. */
    private static void withoutWhatTheSeriesSays(
            ObjectNode override, ObjectNode series, JsonNode theirs) {
        for (String pointer : List.copyOf(override.propertyNames())) {
            if (!theirs.has(pointer)
                    && override.path(pointer).equals(Pointers.get(series, pointer))) {
                override.remove(pointer);
            }
        }
    }

    /**
     * @param kept of {@code known} what the server can keep
     * @param inside whether these are parts of an object and not the object itself
     */
    private static ObjectNode overlaid(
            ObjectNode known, ObjectNode kept, ObjectNode object, boolean inside) {
        ObjectNode result = Json.object();
        for (Map.Entry<String, JsonNode> p : object.properties()) {
            String name = p.getKey();
            JsonNode mine = known.get(name);
            boolean saysNothing = inside && Meaning.isUsual(name, p.getValue());
            if (mine != null) {
                boolean mayStay = saysNothing && !kept.has(name);
                result.set(name, mayStay ? mine : value(name, mine, kept.get(name), p.getValue()));
            } else if (!saysNothing) {
                result.set(name, p.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> p : known.properties()) {
            if (!object.has(p.getKey()) && !kept.has(p.getKey())) {
                result.set(p.getKey(), p.getValue());
            }
        }
        return result;
    }

    private static JsonNode value(
            String name, JsonNode known, @Nullable JsonNode kept, JsonNode theirs) {
        if (Meaning.same(name, kept, theirs)) {
            return known;
        }
        return known instanceof ObjectNode k
                        && kept instanceof ObjectNode could
                        && theirs instanceof ObjectNode t
                ? overlaid(k, could, t, true)
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
