package app.linden.model;

import tools.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.SortedSet;

/**
 * How another event, or another alert of the same one, belongs to this (jscalendarbis 1.5.10). The
 * id is the uid of the other.
 *
 * @param json the Relation object; never changed by anybody
 */
public record Relation(ObjectNode json) implements Part {
    public static Relation of(String... relations) {
        ObjectNode json = Json.object().put("@type", "Relation");
        json.set("relation", Parts.set(Set.of(relations)));
        return new Relation(json);
    }

    /** "first", "next", "child", "parent", "snooze"; empty where nothing is said: a parent. */
    public SortedSet<String> relations() {
        return Parts.set(json.path("relation"));
    }

    @Override
    public Kind kindOfPart() {
        return Kind.RELATION;
    }
}
