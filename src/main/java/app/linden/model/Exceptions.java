package app.linden.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the overrides of a series add to its starts in a window and take from them (jscalendarbis
 * 3.3.4). Only those near the window are read.
 */
final class Exceptions {
    private Exceptions() {}

    /** The starts with these overrides, in order; each once. */
    static List<LocalDateTime> applied(
            List<LocalDateTime> starts,
            JsonNode overrides,
            @Nullable ZoneId zone,
            LocalDateTime from,
            LocalDateTime to) {
        // Keys of the same form are in the order of their text.
        String first = from.getYear() < 0 ? "" : Event.write(from);
        String last = to.getYear() > 9998 ? ":" : Event.write(to.plusDays(1));
        List<LocalDateTime> added = new ArrayList<>();
        List<LocalDateTime> excluded = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : overrides.properties()) {
            String key = one.getKey();
            LocalDateTime id =
                    key.compareTo(first) >= 0
                                    && key.compareTo(last) < 0
                                    && one.getValue() instanceof ObjectNode
                            ? WallText.read(key)
                            : null;
            if (id == null) {
                continue;
            }
            if (Recurrence.isExcluded((ObjectNode) one.getValue())) {
                excluded.add(id);
            } else if (!id.isBefore(from) && id.isBefore(to)) {
                added.add(id);
            }
        }
        if (added.isEmpty() && excluded.isEmpty()) {
            return List.copyOf(starts);
        }
        TreeSet<LocalDateTime> all = new TreeSet<>(starts);
        all.addAll(added);
        for (LocalDateTime id : excluded) {
            if (!all.remove(id) && zone != null) {
                removeSkipped(all, id, zone);
            }
        }
        return List.copyOf(all);
    }

    /**
     * An exclusion that was written in UTC names the time that the clocks show after a gap of
     * summer time; the occurrence that it means has a wall time inside the gap (RFC 5545, 3.3.5).
     */
    private static void removeSkipped(
            TreeSet<LocalDateTime> starts, LocalDateTime shown, ZoneId zone) {
        Instant instant = shown.atZone(zone).toInstant();
        ZoneOffsetTransition change = zone.getRules().previousTransition(instant.plusSeconds(1));
        if (change != null
                && change.isGap()
                && shown.isBefore(change.getDateTimeAfter().plus(change.getDuration()))) {
            starts.remove(shown.minus(change.getDuration()));
        }
    }
}
