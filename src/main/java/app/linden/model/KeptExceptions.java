package app.linden.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The exceptions of a series after it changed: each goes with its occurrence. What was excluded or
 * changed stays so where the new rule has that occurrence; dates that were added by hand stay.
 *
 * @param lost those whose occurrence is none any more
 */
record KeptExceptions(ObjectNode overrides, List<Lost> lost) {
    private static final Duration NEAR = Duration.ofDays(7);

    /**
     * @param old the series as it was
     * @param next the same after the change, overrides left aside
     */
    static KeptExceptions of(Event old, Event next, Shift shift) {
        ObjectNode overrides = Json.object();
        List<Lost> lost = new ArrayList<>();
        if (old.overrides().isEmpty()) {
            return new KeptExceptions(overrides, lost);
        }
        LocalDateTime end = old.overrides().lastKey().toLocalDate().plusDays(1).atStartOfDay();
        Set<LocalDateTime> slots = new HashSet<>(Slots.before(old, end));
        TreeSet<LocalDateTime> free =
                new TreeSet<>(Slots.before(next, shift.of(end).plus(NEAR).plusDays(1)));
        List<Map.Entry<LocalDateTime, ObjectNode>> homeless = new ArrayList<>();
        List<Map.Entry<LocalDateTime, ObjectNode>> added = new ArrayList<>();
        for (Map.Entry<LocalDateTime, ObjectNode> entry : old.overrides().entrySet()) {
            LocalDateTime at = shift.of(entry.getKey());
            if (!slots.contains(entry.getKey())) {
                added.add(entry);
            } else if (free.remove(at)) {
                put(overrides, at, entry.getValue(), shift);
            } else {
                homeless.add(entry);
            }
        }
        Set<LocalDateTime> moved = new HashSet<>();
        slots.forEach(slot -> moved.add(shift.of(slot)));
        added.removeIf(entry -> Recurrence.isExcluded(entry.getValue()));
        for (Map.Entry<LocalDateTime, ObjectNode> entry : added) {
            LocalDateTime at = shift.of(entry.getKey());
            if (isTaken(overrides.path(Event.write(at)), moved.contains(at))) {
                lost.add(lost(entry));
            } else {
                free.remove(at);
                put(overrides, at, entry.getValue(), shift);
            }
        }
        for (Map.Entry<LocalDateTime, ObjectNode> entry : homeless) {
            LocalDateTime home =
                    shift.dayCount() == 0 ? null : nearest(free, shift.of(entry.getKey()));
            if (home != null) {
                free.remove(home);
                put(overrides, home, entry.getValue(), shift);
            } else if (!Recurrence.isExcluded(entry.getValue())) {
                lost.add(lost(entry));
            }
        }
        return new KeptExceptions(overrides, lost);
    }

    /** Of what falls on one day, where a series becomes one of whole days, only one can stay. */
    private static boolean isTaken(JsonNode override, boolean slot) {
        return override instanceof ObjectNode o ? !Recurrence.isExcluded(o) : slot;
    }

    private static Lost lost(Map.Entry<LocalDateTime, ObjectNode> entry) {
        LocalDateTime at = start(entry.getValue(), entry.getKey());
        return new Lost(at, Patch.leniently(entry.getValue()));
    }

    private static @Nullable LocalDateTime nearest(TreeSet<LocalDateTime> free, LocalDateTime at) {
        LocalDateTime before = free.floor(at);
        LocalDateTime after = free.ceiling(at);
        boolean hasBefore = before != null && !before.isBefore(at.minus(NEAR));
        boolean hasAfter = after != null && !after.isAfter(at.plus(NEAR));
        if (hasBefore && hasAfter) {
            boolean first =
                    Duration.between(before, at).compareTo(Duration.between(at, after)) <= 0;
            return first ? before : after;
        }
        return hasBefore ? before : hasAfter ? after : null;
    }

    private static void put(
            ObjectNode overrides, LocalDateTime at, ObjectNode override, Shift shift) {
        ObjectNode moved = override.deepCopy();
        String own = override.path("start").asString("");
        if (Event.isLocalDateTime(own)) {
            moved.put("start", Event.write(shift.of(LocalDateTime.parse(own))));
        }
        if (shift.days()) {
            // Whole days have no zone, and an hour of its own is no length for one.
            moved.remove(List.of("timeZone", "endTimeZone"));
            if (moved.path("duration").asString("").contains("T")) {
                moved.remove("duration");
            }
        }
        overrides.set(Event.write(at), moved);
    }

    private static LocalDateTime start(ObjectNode override, LocalDateTime id) {
        String own = override.path("start").asString("");
        return Event.isLocalDateTime(own) ? LocalDateTime.parse(own) : id;
    }
}
