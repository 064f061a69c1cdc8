package app.linden.server;

import app.linden.model.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * When somebody is busy (jmap-calendars 2.2): periods that tell no event are merged and split so
 * that none of them overlap, the surest status first.
 */
final class BusyPeriods {
    /** In the order in which they count. */
    enum Status {
        CONFIRMED,
        UNAVAILABLE,
        TENTATIVE
    }

    private record Period(long start, long end, Status status) {}

    private final List<Period> anonymous = new ArrayList<>();
    private final ArrayNode list = Json.array();

    /** A period whose event is told. */
    void add(long start, long end, Status status, String accountId, ObjectNode event) {
        ObjectNode period = json(new Period(start, end, status)).put("accountId", accountId);
        period.set("event", event);
        list.add(period);
    }

    /** A period of which no more is told than that it is. */
    void add(long start, long end, Status status) {
        if (start < end) {
            anonymous.add(new Period(start, end, status));
        }
    }

    ArrayNode list() {
        merged().forEach(p -> list.add(json(p).putNull("accountId").putNull("event")));
        return list;
    }

    private List<Period> merged() {
        TreeSet<Long> edges = new TreeSet<>();
        anonymous.forEach(p -> {
            edges.add(p.start);
            edges.add(p.end);
        });
        anonymous.sort((a, b) -> Long.compare(a.start, b.start));
        List<Period> merged = new ArrayList<>();
        List<Period> open = new ArrayList<>();
        int next = 0;
        Long from = null;
        for (long to : edges) {
            long at = to;
            if (from != null) {
                long begin = from;
                open.removeIf(p -> p.end <= begin);
                open.stream()
                        .map(Period::status)
                        .min(Enum::compareTo)
                        .ifPresent(status -> append(merged, new Period(begin, at, status)));
            }
            while (next < anonymous.size() && anonymous.get(next).start <= at) {
                open.add(anonymous.get(next++));
            }
            from = at;
        }
        return merged;
    }

    private static void append(List<Period> merged, Period period) {
        if (!merged.isEmpty()
                && merged.getLast().end == period.start
                && merged.getLast().status == period.status) {
            merged.set(
                    merged.size() - 1,
                    new Period(merged.getLast().start, period.end, period.status));
        } else {
            merged.add(period);
        }
    }

    private static ObjectNode json(Period period) {
        return Json.object()
                .put("utcStart", Instant.ofEpochSecond(period.start).toString())
                .put("utcEnd", Instant.ofEpochSecond(period.end).toString())
                .put("busyStatus", period.status.name().toLowerCase(java.util.Locale.ROOT));
    }
}
