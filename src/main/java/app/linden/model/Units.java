package app.linden.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The units in which two versions of an object are merged: what belongs together is taken together.
 * Change here how a property merges; {@link Merge} only applies it.
 */
final class Units {
    /** How the values of one property merge. */
    enum Way {
        /** As one value. */
        WHOLE,
        /** Line by line. */
        TEXT,
        /** A map of objects: key by key, and inside an entry property by property. */
        ENTRIES,
        /** A map of single values, such as a set: key by key. */
        KEYS,
        /**
         * The overrides of a series: occurrence by occurrence, and inside one property by property.
         */
        OVERRIDES
    }

    /** Set by the server: its value stands, and no patch of ours ever names it. */
    static final Set<String> SERVER_OWNED =
            Set.of(
                    "id",
                    "@type",
                    "baseEventId",
                    "author",
                    "created",
                    "updated",
                    "sequence",
                    "isOrigin",
                    "isDraft",
                    "utcStart",
                    "utcEnd",
                    "uid",
                    "organizerCalendarAddress",
                    "myRights",
                    "isDefault");

    /** Properties that change together or not at all; the name is the unit's on a conflict card. */
    static final SortedMap<String, List<String>> GROUPS =
            Collections.unmodifiableSortedMap(
                    new TreeMap<>(
                            Map.of(
                                    "when",
                                    List.of(
                                            "start",
                                            "timeZone",
                                            "endTimeZone",
                                            "duration",
                                            "showWithoutTime"),
                                    "repeats",
                                    List.of("recurrenceRule", "recurrenceRules"))));

    private static final Set<String> GROUPED =
            GROUPS.values().stream().flatMap(List::stream).collect(Collectors.toSet());

    private static final Map<String, Way> WAYS =
            Map.ofEntries(
                    Map.entry("description", Way.TEXT),
                    Map.entry("locations", Way.ENTRIES),
                    Map.entry("virtualLocations", Way.ENTRIES),
                    Map.entry("links", Way.ENTRIES),
                    Map.entry("alerts", Way.ENTRIES),
                    Map.entry("participants", Way.ENTRIES),
                    Map.entry("relatedTo", Way.ENTRIES),
                    Map.entry("keywords", Way.KEYS),
                    Map.entry("categories", Way.KEYS),
                    Map.entry("shareWith", Way.KEYS),
                    Map.entry("defaultAlertsWithTime", Way.KEYS),
                    Map.entry("defaultAlertsWithoutTime", Way.KEYS),
                    Map.entry("recurrenceOverrides", Way.OVERRIDES));

    private Units() {}

    static Way wayOf(String property) {
        return WAYS.getOrDefault(property, Way.WHOLE);
    }

    static boolean isGrouped(String property) {
        return GROUPED.contains(property);
    }
}
