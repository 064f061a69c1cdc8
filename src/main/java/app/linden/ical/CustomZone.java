package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Recurrence;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of a VTIMEZONE (RFC 5545, 3.6.5): when which offset from UTC begins. One of which a
 * part cannot be read counts as having no rules.
 */
final class CustomZone {
    /** How many years from the one asked for must agree for two zones to be the same. */
    private static final int YEARS = 2;

    private static final int FIRST = 1900;
    private static final int LAST = 2200;
    private static final int MOST = 500;
    private static final Recurrence.Budget BUDGET = new Recurrence.Budget(2_000, 700);
    private static final Pattern OFFSET =
            Pattern.compile("([+-])(\\d{2}):?(\\d{2})(?::?(\\d{2}))?");

    private final Component vtimezone;
    private @Nullable NavigableMap<Long, ZoneOffset> onsets;
    private ZoneOffset before = ZoneOffset.UTC;

    CustomZone(Component vtimezone) {
        this.vtimezone = vtimezone;
    }

    /** What the file says that this zone is called elsewhere, null when it does not say. */
    @Nullable String location() {
        return vtimezone.text("X-LIC-LOCATION");
    }

    boolean isEmpty() {
        return onsets().isEmpty();
    }

    /** The wall time in UTC at the moment at which it is {@code local} here. */
    LocalDateTime toUtc(LocalDateTime local) {
        long wall = local.toEpochSecond(ZoneOffset.UTC);
        ZoneOffset guess = offsetAt(wall - offsetAt(wall).getTotalSeconds());
        return local.minusSeconds(guess.getTotalSeconds());
    }

    /**
     * The IANA zone with the same offsets at all times from {@code year} on for some years; of
     * several one whose city the name holds, else the one most in use. Null when there is none.
     */
    @Nullable ZoneId sameAs(int year, String lowerName) {
        long from = LocalDateTime.of(year, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        long to = LocalDateTime.of(year + YEARS, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        ZoneId found = null;
        for (ZoneId zone : ZoneNames.byUse()) {
            if ((found == null || isNamed(zone, lowerName)) && agrees(zone.getRules(), from, to)) {
                if (isNamed(zone, lowerName)) {
                    return zone;
                }
                found = zone;
            }
        }
        return found;
    }

    private static boolean isNamed(ZoneId zone, String lowerName) {
        String id = zone.getId().toLowerCase(Locale.ROOT);
        int slash = id.lastIndexOf('/');
        // Canada/Eastern and the like are only other names; nobody means them by "Eastern".
        return slash > 0
                && !id.startsWith("us/")
                && !id.startsWith("canada/")
                && !id.startsWith("etc/")
                && lowerName.contains(id.substring(slash + 1).replace('_', ' '));
    }

    private boolean agrees(ZoneRules rules, long from, long to) {
        for (long t = from; t < to; t += 14 * 86_400L) {
            if (!same(rules, t)) {
                return false;
            }
        }
        for (long onset : onsets().subMap(from, to).keySet()) {
            if (!same(rules, onset) || !same(rules, onset - 1)) {
                return false;
            }
        }
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(from));
        while (next != null && next.toEpochSecond() < to) {
            if (!same(rules, next.toEpochSecond()) || !same(rules, next.toEpochSecond() - 1)) {
                return false;
            }
            next = rules.nextTransition(next.getInstant());
        }
        return true;
    }

    private boolean same(ZoneRules rules, long second) {
        return rules.getOffset(Instant.ofEpochSecond(second)).equals(offsetAt(second));
    }

    private ZoneOffset offsetAt(long second) {
        Map.Entry<Long, ZoneOffset> latest = onsets().floorEntry(second);
        return latest == null ? before : latest.getValue();
    }

    /** Second since 1970 of UTC to the offset that begins then. */
    private NavigableMap<Long, ZoneOffset> onsets() {
        if (onsets == null) {
            TreeMap<Long, ZoneOffset> found = new TreeMap<>();
            long first = Long.MAX_VALUE;
            for (Component observance :
                    vtimezone.components.subList(0, Math.min(MOST, vtimezone.components.size()))) {
                try {
                    ZoneOffset from = offset(observance.text("TZOFFSETFROM"));
                    ZoneOffset to = offset(observance.text("TZOFFSETTO"));
                    for (LocalDateTime start : starts(observance, from)) {
                        long second = start.toEpochSecond(from);
                        found.put(second, to);
                        if (second < first) {
                            first = second;
                            before = from;
                        }
                    }
                } catch (Problem unreadable) {
                    // Half the rules would shift times silently; with none they stay wall times,
                    // and the person is told.
                    onsets = new TreeMap<>();
                    return onsets;
                }
            }
            onsets = found;
        }
        return onsets;
    }

    private static List<LocalDateTime> starts(Component observance, ZoneOffset from) {
        Zones none = new Zones();
        String dtstart = observance.text("DTSTART");
        LocalDateTime start = Moment.parse(dtstart == null ? "" : dtstart, null, none).local();
        List<LocalDateTime> starts = new ArrayList<>();
        for (Property rdate : observance.all("RDATE")) {
            for (String value : rdate.value().split(",")) {
                starts.add(Moment.parse(value, null, none).local());
            }
        }
        String rrule = observance.text("RRULE");
        if (rrule == null) {
            starts.add(start);
            return starts;
        }
        // Windows writes 1601 for "always"; nobody's events are that old.
        LocalDateTime first = start.getYear() < FIRST ? start.withYear(FIRST) : start;
        ObjectNode series = Json.object();
        series.put("start", Event.write(first));
        series.set("recurrenceRule", RuleText.read(rrule, until -> local(until, from)));
        starts.addAll(
                Recurrence.expand(
                                Event.of(series),
                                LocalDateTime.MIN,
                                LocalDateTime.of(LAST, 1, 1, 0, 0),
                                BUDGET)
                        .starts());
        return starts;
    }

    private static LocalDateTime local(Moment until, ZoneOffset from) {
        return until.zone() == null
                ? until.local()
                : LocalDateTime.ofInstant(until.instant(), from);
    }

    private static ZoneOffset offset(@Nullable String text) {
        Matcher m = OFFSET.matcher(text == null ? "" : text.strip());
        if (!m.matches()) {
            throw new Problem(Problem.Kind.BAD_INPUT, "“" + text + "” is not an offset from UTC.");
        }
        int seconds =
                Integer.parseInt(m.group(2)) * 3600
                        + Integer.parseInt(m.group(3)) * 60
                        + (m.group(4) == null ? 0 : Integer.parseInt(m.group(4)));
        if (seconds > 18 * 3600) {
            throw new Problem(Problem.Kind.BAD_INPUT, "“" + text + "” is not an offset from UTC.");
        }
        return ZoneOffset.ofTotalSeconds(m.group(1).equals("-") ? -seconds : seconds);
    }
}
