package app.linden.sim;

import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What waiting changes make of a document: the judge's own reading of a patch. */
final class Replay {
    private Replay() {}

    /**
     * The document after one change; null where there is none.
     *
     * @param kind as in the outbox
     */
    static @Nullable JsonNode of(@Nullable JsonNode before, String kind, String patch) {
        return switch (kind) {
            case "CREATE" -> Json.parse(patch);
            case "DESTROY" -> null;
            default -> {
                ObjectNode after = before instanceof ObjectNode o ? o.deepCopy() : Json.object();
                Json.parse(patch)
                        .properties()
                        .forEach(p -> put(after, p.getKey().split("/", -1), p.getValue()));
                yield after;
            }
        };
    }

    private static void put(ObjectNode into, String[] path, JsonNode value) {
        ObjectNode at = into;
        for (int i = 0; i < path.length - 1; i++) {
            JsonNode next = at.get(name(path[i]));
            if (next instanceof ObjectNode o) {
                at = o;
            } else if (value.isNull()) {
                return;
            } else {
                at = at.putObject(name(path[i]));
            }
        }
        String last = name(path[path.length - 1]);
        if (value.isNull()) {
            at.remove(last);
        } else {
            at.set(last, value.deepCopy());
        }
    }

    private static String name(String escaped) {
        return escaped.replace("~1", "/").replace("~0", "~");
    }
}
