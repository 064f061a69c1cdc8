package app.linden.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Three-way merge of an object: base, mine, theirs. A pure function without clock or chance, so
 * that two devices with equal inputs come to equal bytes. At each unit ({@link Units}) a change of
 * one side is taken; where both changed it differently theirs stays and mine goes to a clash that
 * the person decides. Nothing is thrown away.
 */
public final class Merge {
    /**
     * A unit that both sides changed.
     *
     * @param unit its name, such as "title", "when", "locations/1/name"
     * @param mine pointer to my value, as a patch object
     * @param theirs the values that stand at the same pointers
     */
    public record Clash(String unit, ObjectNode mine, ObjectNode theirs) {}

    /**
     * @param result what the person sees from now on
     * @param clashes what of mine is not in it
     */
    public record Merged(ObjectNode result, List<Clash> clashes) {}

    private static final String OVERRIDES = "recurrenceOverrides";

    private final List<Clash> clashes = new ArrayList<>();
    private final ObjectNode result;

    private Merge(ObjectNode theirs) {
        result = theirs.deepCopy();
    }

    public static Merged merge(ObjectNode base, ObjectNode mine, ObjectNode theirs) {
        Merge merge = new Merge(theirs);
        Units.GROUPS.forEach(
                (unit, properties) -> merge.group(unit, properties, base, mine, theirs));
        TreeSet<String> names = new TreeSet<>(base.propertyNames());
        names.addAll(mine.propertyNames());
        for (String name : names) {
            boolean apart = Units.isGrouped(name) || Units.wayOf(name) == Units.Way.OVERRIDES;
            if (!apart && !Units.SERVER_OWNED.contains(name)) {
                merge.property(name, base, mine, theirs);
            }
        }
        // Last, since where an override belongs depends on the start that was agreed on.
        put(
                merge.result,
                OVERRIDES,
                isMap(base) && isMap(mine) && isMap(theirs)
                        ? merge.overrides(base, mine, theirs)
                        : merge.whole(
                                OVERRIDES,
                                base.get(OVERRIDES),
                                mine.get(OVERRIDES),
                                theirs.get(OVERRIDES)));
        return new Merged(merge.result, List.copyOf(merge.clashes));
    }

    /** The unit that a pointer belongs to; empty for what only the server sets. */
    public static String unit(String pointer) {
        String name = Pointers.names(pointer).getFirst();
        if (Units.SERVER_OWNED.contains(name)) {
            return "";
        }
        return Units.GROUPS.entrySet().stream()
                .filter(g -> g.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(pointer);
    }

    private static boolean isMap(ObjectNode event) {
        return isNullOr(JsonNodeType.OBJECT, event.get(OVERRIDES));
    }

    /** Whether two versions differ in anything that a person can change. */
    public static boolean differ(ObjectNode one, ObjectNode other) {
        return !changesToSend(one, other).isEmpty();
    }

    /** The patch from the server's version to mine, without what only the server sets. */
    public static Patch changesToSend(ObjectNode theirs, ObjectNode mine) {
        TreeMap<String, JsonNode> changes = new TreeMap<>(Patch.between(theirs, mine).changes());
        changes.keySet().removeIf(p -> Units.SERVER_OWNED.contains(Pointers.names(p).getFirst()));
        return new Patch(changes);
    }

    /** A document to create again: with its uid, without what only the server sets. */
    public static ObjectNode asNew(ObjectNode document) {
        ObjectNode copy = document.deepCopy();
        for (String name : Units.SERVER_OWNED) {
            if (!name.equals("uid") && !name.equals("@type")) {
                copy.remove(name);
            }
        }
        return copy;
    }

    /**
     * An object after its person decided a card for theirs: mine is put in, and when that moves a
     * series, what its occurrences were changed to goes with it.
     *
     * @param mine pointers and values, as on the card
     */
    public static ObjectNode taking(ObjectNode standing, ObjectNode mine) {
        ObjectNode after = Patch.of(mine).applyLeniently(standing);
        if (mine.has("start")) {
            ObjectNode overrides = shifted(standing, after.path("start").asString(""));
            if (!overrides.isEmpty()) {
                after.set(OVERRIDES, overrides);
            }
        }
        return after;
    }

    private void group(
            String unit,
            List<String> properties,
            ObjectNode base,
            ObjectNode mine,
            ObjectNode theirs) {
        ObjectNode b = only(properties, base);
        ObjectNode l = only(properties, mine);
        ObjectNode r = only(properties, theirs);
        if (l.equals(b) || l.equals(r)) {
            return;
        }
        if (r.equals(b)) {
            properties.forEach(p -> put(result, p, mine.get(p)));
        } else {
            clash(unit, properties, mine, theirs);
        }
    }

    private void property(String name, ObjectNode base, ObjectNode mine, ObjectNode theirs) {
        JsonNode b = base.get(name);
        JsonNode l = mine.get(name);
        JsonNode r = theirs.get(name);
        if (Objects.equals(l, b) || Objects.equals(l, r)) {
            return;
        }
        if (Objects.equals(r, b)) {
            put(result, name, l);
            return;
        }
        switch (wayOf(name, b, l, r)) {
            case TEXT -> put(result, name, text(name, b, l, r));
            case KEYS ->
                    put(
                            result,
                            name,
                            entries(Pointers.escape(name), object(b), object(l), object(r), 0));
            case ENTRIES ->
                    put(
                            result,
                            name,
                            entries(Pointers.escape(name), object(b), object(l), object(r), 1));
            default -> put(result, name, whole(Pointers.escape(name), b, l, r));
        }
    }

    /** A value of a type that the property cannot have has no parts to merge. */
    private static Units.Way wayOf(
            String name, @Nullable JsonNode b, @Nullable JsonNode l, @Nullable JsonNode r) {
        Units.Way way = Units.wayOf(name);
        JsonNodeType type = way == Units.Way.TEXT ? JsonNodeType.STRING : JsonNodeType.OBJECT;
        return isNullOr(type, b) && isNullOr(type, l) && isNullOr(type, r) ? way : Units.Way.WHOLE;
    }

    private static boolean isNullOr(JsonNodeType type, @Nullable JsonNode node) {
        return node == null || node.isNull() || node.getNodeType() == type;
    }

    private @Nullable JsonNode whole(
            String pointer, @Nullable JsonNode b, @Nullable JsonNode l, @Nullable JsonNode r) {
        if (Objects.equals(l, b) || Objects.equals(l, r)) {
            return r;
        }
        if (Objects.equals(r, b)) {
            return l;
        }
        clash(pointer, l, r);
        return r;
    }

    private @Nullable JsonNode text(
            String name, @Nullable JsonNode b, @Nullable JsonNode l, @Nullable JsonNode r) {
        Optional<String> both = Lines.merge(string(b), string(l), string(r));
        if (both.isPresent()) {
            return both.get().isEmpty() ? null : Json.text(both.get());
        }
        clash(Pointers.escape(name), l, r);
        return r;
    }

    /**
     * Key by key; entries that both sides changed go one level deeper while {@code depth} lasts.
     */
    private @Nullable JsonNode entries(
            String pointer, ObjectNode b, ObjectNode l, ObjectNode r, int depth) {
        ObjectNode merged = r.deepCopy();
        TreeSet<String> keys = new TreeSet<>(b.propertyNames());
        keys.addAll(l.propertyNames());
        for (String key : keys) {
            JsonNode base = b.get(key);
            JsonNode mine = l.get(key);
            JsonNode theirs = r.get(key);
            String at = pointer + "/" + Pointers.escape(key);
            if (depth > 0
                    && base instanceof ObjectNode bo
                    && mine instanceof ObjectNode lo
                    && theirs instanceof ObjectNode ro) {
                merged.set(
                        key,
                        Objects.requireNonNullElse(
                                entries(at, bo, lo, ro, depth - 1), Json.object()));
            } else if (theirs == null && base != null && mine != null && !mine.equals(base)) {
                // Removed there, changed here: the change is kept, since a removal is quickly
                // repeated.
                merged.set(key, mine);
            } else {
                put(merged, key, whole(at, base, mine, theirs));
            }
        }
        return merged.isEmpty() ? null : merged;
    }

    private @Nullable JsonNode overrides(ObjectNode base, ObjectNode mine, ObjectNode theirs) {
        boolean seriesChangedThere =
                Units.GROUPS.values().stream()
                        .anyMatch(g -> !only(g, base).equals(only(g, theirs)));
        boolean same = Objects.equals(mine.get(OVERRIDES), theirs.get(OVERRIDES));
        boolean alike = same && Objects.equals(mine.get("start"), theirs.get("start"));
        if ((alike || isAsInBase(base, mine)) && startsAs(theirs)) {
            return theirs.get(OVERRIDES);
        }
        if (isAsInBase(base, theirs) && startsAs(mine) && !seriesChangedThere) {
            return mine.get(OVERRIDES);
        }
        // Overrides follow a series that moved: compare all three by where the occurrences are in
        // the result.
        String start = result.path("start").asString("");
        ObjectNode b = shifted(base, start);
        ObjectNode l = shifted(mine, start);
        ObjectNode r = shifted(theirs, start);
        if (l.equals(b)) {
            return r.isEmpty() ? null : r;
        }
        JsonNode merged = entries(OVERRIDES, b, l, r, 1);
        if (merged instanceof ObjectNode object) {
            if (seriesChangedThere) {
                dropGhosts(object, b, l, r);
            }
            return object.isEmpty() ? null : object;
        }
        return merged;
    }

    private static boolean isAsInBase(ObjectNode base, ObjectNode other) {
        return Objects.equals(other.get(OVERRIDES), base.get(OVERRIDES))
                && Objects.equals(other.get("start"), base.get("start"));
    }

    private boolean startsAs(ObjectNode other) {
        return Objects.equals(result.get("start"), other.get("start"));
    }

    /**
     * My override of an occurrence that the series no longer has would add one that nobody wanted.
     */
    private void dropGhosts(ObjectNode merged, ObjectNode b, ObjectNode l, ObjectNode r) {
        if (!result.path("recurrenceRule").isObject()) {
            return;
        }
        ObjectNode bare = result.deepCopy();
        bare.remove(OVERRIDES);
        Event series = Event.of(bare);
        for (String key : List.copyOf(merged.propertyNames())) {
            boolean onlyMine = !r.has(key) && !Objects.equals(l.get(key), b.get(key));
            // An empty override is an extra date that I added on purpose (RDATE).
            if (onlyMine && !merged.path(key).isEmpty() && !Recurrence.has(series, key)) {
                clash(OVERRIDES + "/" + Pointers.escape(key), merged.get(key), null);
                merged.remove(key);
            }
        }
    }

    private static ObjectNode shifted(ObjectNode event, String newStart) {
        ObjectNode overrides = object(event.get(OVERRIDES));
        String start = event.path("start").asString("");
        if (start.equals(newStart)
                || !Event.isLocalDateTime(start)
                || !Event.isLocalDateTime(newStart)) {
            return overrides;
        }
        Duration shift =
                Duration.between(LocalDateTime.parse(start), LocalDateTime.parse(newStart));
        return Series.shifted(overrides, shift);
    }

    private void clash(String unit, List<String> properties, ObjectNode mine, ObjectNode theirs) {
        ObjectNode m = Json.object();
        ObjectNode t = Json.object();
        for (String p : properties) {
            if (!Objects.equals(mine.get(p), theirs.get(p))) {
                m.set(p, mine.has(p) ? mine.get(p) : Json.nil());
                t.set(p, theirs.has(p) ? theirs.get(p) : Json.nil());
            }
        }
        clashes.add(new Clash(unit, m, t));
    }

    private void clash(String pointer, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
        ObjectNode m = Json.object();
        ObjectNode t = Json.object();
        m.set(pointer, mine == null ? Json.nil() : mine);
        t.set(pointer, theirs == null ? Json.nil() : theirs);
        clashes.add(new Clash(pointer, m, t));
    }

    private static ObjectNode only(List<String> properties, ObjectNode from) {
        ObjectNode part = Json.object();
        for (Map.Entry<String, JsonNode> p : from.properties()) {
            if (properties.contains(p.getKey())) {
                part.set(p.getKey(), p.getValue());
            }
        }
        return part;
    }

    private static void put(ObjectNode target, String name, @Nullable JsonNode value) {
        if (value == null) {
            target.remove(name);
        } else {
            target.set(name, value.deepCopy());
        }
    }

    private static ObjectNode object(@Nullable JsonNode node) {
        return node instanceof ObjectNode o ? o : Json.object();
    }

    private static String string(@Nullable JsonNode node) {
        return node == null ? "" : node.asString("");
    }
}
