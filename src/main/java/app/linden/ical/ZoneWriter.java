package app.linden.ical;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A VTIMEZONE out of Java's rules (RFC 5545, 3.6.5), right from a year on and for ever: the offset
 * that holds at its beginning, the single transitions after it, and the rules of those zones that
 * have some for the future.
 */
final class ZoneWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /** Where a rule cannot be said as RRULE, its transitions are listed until this year. */
    private static final int LISTED_UNTIL = 2099;

    private final String name;
    private final ZoneRules rules;
    private final int from;
    private final List<String> lines = new ArrayList<>();

    private ZoneWriter(String name, ZoneId zone, int from) {
        this.name = name;
        this.rules = zone.getRules();
        this.from = Math.clamp(from, 1601, 9000);
    }

    /** Writes the zone so that it is right from the beginning of the year {@code from}. */
    static void write(ContentLines out, String name, ZoneId zone, int from) throws IOException {
        ZoneWriter writer = new ZoneWriter(name, zone, from);
        out.write("BEGIN:VTIMEZONE");
        out.write(new Line("TZID").text(name).content());
        writer.observances();
        for (String line : writer.lines) {
            out.write(line);
        }
        out.write("END:VTIMEZONE");
    }

    private void observances() {
        // A day earlier, so that no time zone is ahead of the beginning.
        LocalDateTime begin = LocalDate.of(from, 1, 1).atStartOfDay().minusDays(1);
        Instant first = begin.toInstant(ZoneOffset.UTC);
        ZoneOffset offset = rules.getOffset(first);
        begin("STANDARD", TIME.format(begin), offset, offset);
        end("STANDARD");
        Map<String, List<ZoneOffsetTransition>> singles = new LinkedHashMap<>();
        Instant last = first;
        for (ZoneOffsetTransition t : rules.getTransitions()) {
            if (t.getInstant().isAfter(first)) {
                last = t.getInstant();
                add(singles, t);
            }
        }
        // Rules follow the single transitions in the year after the last of them, or in its year.
        int firstYear = last.atZone(ZoneOffset.UTC).getYear();
        List<ZoneOffsetTransitionRule> open = new ArrayList<>();
        for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
            if (YearlyOnset.of(rule) == null) {
                for (int year = firstYear; year <= LISTED_UNTIL; year++) {
                    ZoneOffsetTransition t = rule.createTransition(year);
                    if (t.getInstant().isAfter(last)) {
                        add(singles, t);
                    }
                }
            } else {
                open.add(rule);
            }
        }
        singles.values().forEach(this::listed);
        for (ZoneOffsetTransitionRule rule : open) {
            ZoneOffsetTransition t = rule.createTransition(firstYear);
            repeated(t.getInstant().isAfter(last) ? t : rule.createTransition(firstYear + 1), rule);
        }
    }

    private void add(Map<String, List<ZoneOffsetTransition>> singles, ZoneOffsetTransition t) {
        String key = kind(t) + t.getOffsetBefore() + t.getOffsetAfter();
        singles.computeIfAbsent(key, k -> new ArrayList<>()).add(t);
    }

    private String kind(ZoneOffsetTransition t) {
        return rules.isDaylightSavings(t.getInstant()) ? "DAYLIGHT" : "STANDARD";
    }

    private void listed(List<ZoneOffsetTransition> same) {
        ZoneOffsetTransition first = same.getFirst();
        begin(
                kind(first),
                TIME.format(first.getDateTimeBefore()),
                first.getOffsetBefore(),
                first.getOffsetAfter());
        if (same.size() > 1) {
            List<String> times = new ArrayList<>();
            for (ZoneOffsetTransition t : same.subList(1, same.size())) {
                times.add(TIME.format(t.getDateTimeBefore()));
            }
            lines.add("RDATE:" + String.join(",", times));
        }
        end(kind(first));
    }

    private void repeated(ZoneOffsetTransition first, ZoneOffsetTransitionRule rule) {
        begin(
                kind(first),
                TIME.format(first.getDateTimeBefore()),
                first.getOffsetBefore(),
                first.getOffsetAfter());
        lines.add("RRULE:" + YearlyOnset.of(rule));
        end(kind(first));
    }

    private void begin(String kind, String start, ZoneOffset before, ZoneOffset after) {
        lines.add("BEGIN:" + kind);
        lines.add("DTSTART:" + start);
        lines.add("TZOFFSETFROM:" + offset(before));
        lines.add("TZOFFSETTO:" + offset(after));
    }

    private void end(String kind) {
        lines.add("END:" + kind);
    }

    private static String offset(ZoneOffset offset) {
        String id = offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
        return id.replace(":", "");
    }

    @Override
    public String toString() {
        return name;
    }
}
