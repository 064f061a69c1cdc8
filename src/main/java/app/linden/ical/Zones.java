package app.linden.ical;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the TZIDs of one calendar object mean. JSCalendar knows IANA zones only, so every other name
 * is mapped to one: by its ending, by Windows' names, by the rules of its VTIMEZONE. Where no zone
 * has those rules, times become instants of UTC; where there are no rules, they float.
 */
final class Zones {
    private final Map<String, CustomZone> custom = new HashMap<>();
    private final Map<String, ZoneId> byRules = new HashMap<>();
    private final Set<String> asUtc = new LinkedHashSet<>();
    private final Set<String> asFloating = new LinkedHashSet<>();

    void add(Component vtimezone) {
        String id = vtimezone.text("TZID");
        if (id != null) {
            custom.put(id.strip(), new CustomZone(vtimezone));
        }
    }

    /** Whether the name can be read without a VTIMEZONE that may come later in the file. */
    boolean knows(String tzid) {
        return ZoneNames.find(tzid) != null || custom.containsKey(tzid.strip());
    }

    /** A wall time with a TZID. */
    Moment read(LocalDateTime local, String tzid) {
        String id = tzid.strip();
        ZoneId known = ZoneNames.find(id);
        if (known != null) {
            return new Moment(local, false, known);
        }
        CustomZone rules = custom.get(id);
        if (rules == null || rules.isEmpty()) {
            asFloating.add(id);
            return new Moment(local, false, null);
        }
        ZoneId location = rules.location() == null ? null : ZoneNames.find(rules.location());
        ZoneId same = location == null ? sameRules(id, rules, local.getYear()) : location;
        if (same != null) {
            return new Moment(local, false, same);
        }
        asUtc.add(id);
        return new Moment(rules.toUtc(local), false, Moment.UTC);
    }

    private @Nullable ZoneId sameRules(String id, CustomZone rules, int year) {
        String key = year + " " + id;
        if (!byRules.containsKey(key)) {
            byRules.put(key, rules.sameAs(year, id.toLowerCase(Locale.ROOT)));
        }
        return byRules.get(key);
    }

    /** Names since the last call whose times became UTC. */
    Set<String> takeAsUtc() {
        return take(asUtc);
    }

    /** Names since the last call that mean nothing, so that their times float. */
    Set<String> takeAsFloating() {
        return take(asFloating);
    }

    private static Set<String> take(Set<String> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        Set<String> taken = new LinkedHashSet<>(names);
        names.clear();
        return taken;
    }
}
