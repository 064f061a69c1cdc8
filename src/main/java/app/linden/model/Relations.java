package app.linden.model;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the parts of a divided series name each other (jscalendarbis, relatedTo): each the "next"
 * one, and all but the first the "first".
 */
final class Relations {
    private Relations() {}

    /** The earlier part, followed by the one with this uid and by no other. */
    static Event next(Event earlier, String uid) {
        ObjectNode related = related(earlier);
        List<String> gone = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : related.properties()) {
            if (entry.getValue().path("relation") instanceof ObjectNode relation
                    && relation.remove("next") != null
                    && relation.isEmpty()) {
                gone.add(entry.getKey());
            }
        }
        related.remove(gone);
        add(related, uid, "next");
        return earlier.with("relatedTo", related);
    }

    /** The later part as a new document; what followed the whole follows it. */
    static Event asLater(Event later, Event whole, String uid) {
        ObjectNode related = related(later);
        boolean hasFirst =
                related.valueStream()
                        .anyMatch(r -> r.path("relation").path("first").asBoolean(false));
        if (!hasFirst) {
            add(related, whole.uid(), "first");
        }
        return Event.of(Merge.asNew(later.json()))
                .with("uid", Json.text(uid))
                .with("relatedTo", related);
    }

    private static void add(ObjectNode related, String uid, String relation) {
        ObjectNode entry =
                related.get(uid) instanceof ObjectNode o
                        ? o
                        : related.putObject(uid).put("@type", "Relation");
        ObjectNode relations =
                entry.get("relation") instanceof ObjectNode o ? o : entry.putObject("relation");
        relations.put(relation, true);
    }

    private static ObjectNode related(Event event) {
        return event.json().path("relatedTo") instanceof ObjectNode o
                ? o.deepCopy()
                : Json.object();
    }
}
