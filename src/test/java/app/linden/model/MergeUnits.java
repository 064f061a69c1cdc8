package app.linden.model;

import app.linden.model.Merge.Clash;
import app.linden.model.Merge.Merged;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a merge must be, unit by unit, said once more without {@link Merge}: the change of one side
 * is there, of two that differ theirs is there and mine on a card, nothing else is there, and no
 * card without such two.
 */
final class MergeUnits {
    private static final Map<String, List<String>> GROUPS =
            Map.of(
                    "when",
                    List.of("start", "timeZone", "endTimeZone", "duration", "showWithoutTime"),
                    "repeats",
                    List.of("recurrenceRule", "recurrenceRules"));
    private static final Set<String> ENTRIES =
            Set.of("locations", "virtualLocations", "links", "alerts", "participants", "relatedTo");
    private static final Set<String> SETS = Set.of("keywords", "categories");
    private static final String OVERRIDES = "recurrenceOverrides";

    private final ObjectNode base;
    private final ObjectNode mine;
    private final ObjectNode theirs;
    private final ObjectNode is;
    private final Map<String, Clash> cards = new HashMap<>();

    MergeUnits(ObjectNode base, ObjectNode mine, ObjectNode theirs, Merged merged) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        this.is = merged.result();
        merged.clashes()
                .forEach(c ->
                        MergeLaws.law(
                                "one card for each unit",
                                cards.put(c.unit(), c) == null,
                                c.unit()));
    }

    void check() {
        GROUPS.forEach((unit, names) -> {
            // A group is taken whole: no side's start with the other's length.
            Clash card =
                    one(
                            unit,
                            only(base, names),
                            only(mine, names),
                            only(theirs, names),
                            only(is, names));
            if (card != null) {
                names.forEach(n -> shown(card, n, mine.get(n), theirs.get(n)));
            }
        });
        TreeSet<String> names = new TreeSet<>();
        List.of(base, mine, theirs, is).forEach(e -> names.addAll(e.propertyNames()));
        for (String name : names) {
            if (GROUPS.values().stream().noneMatch(g -> g.contains(name))) {
                property(name);
            }
        }
        MergeLaws.law("no card without two changes", cards.isEmpty(), cards.keySet());
    }

    private void property(String name) {
        JsonNode b = base.get(name);
        JsonNode l = mine.get(name);
        JsonNode r = theirs.get(name);
        boolean maps = isMap(b) && isMap(l) && isMap(r);
        if (Units.SERVER_OWNED.contains(name)) {
            MergeLaws.law("the server's own", Objects.equals(is.get(name), r), name);
        } else if (name.equals(OVERRIDES) && maps) {
            entries(name, moved(base), moved(mine), moved(theirs), object(is.get(name)), 1);
        } else if (ENTRIES.contains(name) && maps) {
            entries(name, object(b), object(l), object(r), object(is.get(name)), 1);
        } else if (SETS.contains(name) && maps) {
            entries(name, object(b), object(l), object(r), object(is.get(name)), 0);
        } else if (name.equals("description") && isText(b) && isText(l) && isText(r)) {
            text(b, l, r);
        } else {
            value(Pointers.escape(name), b, l, r, is.get(name));
        }
    }

    private void entries(
            String at, ObjectNode b, ObjectNode l, ObjectNode r, ObjectNode merged, int depth) {
        TreeSet<String> keys = new TreeSet<>();
        List.of(b, l, r, merged).forEach(e -> keys.addAll(e.propertyNames()));
        for (String key : keys) {
            String pointer = at + "/" + Pointers.escape(key);
            JsonNode was = b.get(key);
            JsonNode here = l.get(key);
            JsonNode there = r.get(key);
            JsonNode now = merged.get(key);
            if (depth > 0
                    && was instanceof ObjectNode bo
                    && here instanceof ObjectNode lo
                    && there instanceof ObjectNode ro) {
                entries(pointer, bo, lo, ro, object(now), depth - 1);
            } else if (there == null && here != null && !here.equals(was) && now == null) {
                ghost(pointer, here);
            } else if (there == null && was != null && here != null && !here.equals(was)) {
                MergeLaws.law("removed there, changed here", here.equals(now), pointer);
            } else {
                value(pointer, was, here, there, now);
            }
        }
    }

    /** An occurrence that is gone by their change: mine of it is on a card. */
    private void ghost(String pointer, JsonNode here) {
        Clash card = cards.remove(pointer);
        MergeLaws.law("lost", card != null && pointer.startsWith(OVERRIDES + "/"), pointer);
        boolean changed =
                GROUPS.values().stream().anyMatch(g -> !only(base, g).equals(only(theirs, g)));
        MergeLaws.law("only their change takes an occurrence away", changed, pointer);
        if (card != null) {
            shown(card, pointer, here, null);
        }
    }

    private void value(
            String pointer,
            @Nullable JsonNode b,
            @Nullable JsonNode l,
            @Nullable JsonNode r,
            @Nullable JsonNode now) {
        Clash card = one(pointer, b, l, r, now);
        if (card != null) {
            shown(card, pointer, l, r);
        }
    }

    private @Nullable Clash one(
            String unit,
            @Nullable JsonNode b,
            @Nullable JsonNode l,
            @Nullable JsonNode r,
            @Nullable JsonNode now) {
        boolean two = !Objects.equals(l, b) && !Objects.equals(r, b) && !Objects.equals(l, r);
        JsonNode should = !Objects.equals(l, b) && Objects.equals(r, b) ? l : r;
        MergeLaws.law("the change of one side", alike(should, now), unit, should, now);
        Clash card = cards.remove(unit);
        if (two) {
            MergeLaws.law("a card for two changes", card != null, unit);
        } else {
            MergeLaws.law("a card for one change", card == null, unit);
        }
        return card;
    }

    private static void shown(
            Clash card, String pointer, @Nullable JsonNode l, @Nullable JsonNode r) {
        if (!Objects.equals(l, r)) {
            MergeLaws.law("mine on the card", onCard(card.mine(), pointer, l), pointer);
            MergeLaws.law("theirs on the card", onCard(card.theirs(), pointer, r), pointer);
        }
    }

    private static boolean onCard(ObjectNode side, String pointer, @Nullable JsonNode value) {
        return Objects.equals(side.get(pointer), value == null ? Json.nil() : value);
    }

    private void text(@Nullable JsonNode b, @Nullable JsonNode l, @Nullable JsonNode r) {
        Clash card = cards.remove("description");
        String now = string(is.get("description"));
        if (card != null) {
            MergeLaws.law("theirs stands", now.equals(string(r)), now);
            MergeLaws.law("two texts", !Objects.equals(l, b) && !Objects.equals(r, b));
            shown(card, "description", l, r);
            return;
        }
        Map<String, Integer> lines = new TreeMap<>();
        count(lines, string(l), 1);
        if (!Objects.equals(l, r)) {
            count(lines, string(r), 1);
            count(lines, string(b), -1);
        }
        count(lines, now, -1);
        MergeLaws.law("lines", lines.values().stream().allMatch(n -> n == 0), lines);
    }

    private static void count(Map<String, Integer> lines, String text, int by) {
        for (String line : text.split("\n", -1)) {
            lines.merge(line, by, Integer::sum);
        }
    }

    /** The overrides as they are where the merged series starts. */
    private ObjectNode moved(ObjectNode event) {
        ObjectNode overrides = object(event.get(OVERRIDES));
        String from = event.path("start").asString("");
        String to = is.path("start").asString("");
        if (from.equals(to) || !from.startsWith("2026-") || !to.startsWith("2026-")) {
            return overrides;
        }
        Duration by = Duration.between(LocalDateTime.parse(from), LocalDateTime.parse(to));
        return MergeTriples.later(overrides, by);
    }

    private static ObjectNode only(ObjectNode event, List<String> names) {
        ObjectNode part = Json.object();
        names.forEach(n -> {
            JsonNode value = event.get(n);
            if (value != null) {
                part.set(n, value);
            }
        });
        return part;
    }

    /** Equal; absent, null, an empty map and an empty text say the same. */
    static boolean alike(@Nullable JsonNode one, @Nullable JsonNode other) {
        if (Objects.equals(one, other) || (!says(one) && !says(other))) {
            return true;
        }
        if (!(one instanceof ObjectNode a) || !(other instanceof ObjectNode b)) {
            return false;
        }
        TreeSet<String> names = new TreeSet<>(a.propertyNames());
        names.addAll(b.propertyNames());
        return names.stream()
                .allMatch(n -> {
                    JsonNode x = a.get(n);
                    JsonNode y = b.get(n);
                    return Objects.equals(x, y) || (!says(x) && !says(y));
                });
    }

    private static boolean says(@Nullable JsonNode value) {
        return !(value == null
                || value.isNull()
                || (value.isObject() && value.isEmpty())
                || (value.isString() && value.asString().isEmpty()));
    }

    private static boolean isMap(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isObject();
    }

    private static boolean isText(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isString();
    }

    private static ObjectNode object(@Nullable JsonNode node) {
        return node instanceof ObjectNode o ? o : Json.object();
    }

    private static String string(@Nullable JsonNode node) {
        return node == null ? "" : node.asString("");
    }
}
