package app.linden.server;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what a server did since its start, for whoever watches it; nothing in it is about a
 * person. Told in the text format that Prometheus reads (version 0.0.4). Thread-safe.
 */
final class Meters {
    /** Addresses by their beginnings; what comes in one may be a secret. */
    private static final List<String> PLACES =
            List.of(
                    Sessions.API,
                    Sessions.SESSION,
                    Sessions.WELL_KNOWN,
                    Sessions.EVENTS,
                    Sessions.SOCKET,
                    Blobs.UPLOAD,
                    Blobs.DOWNLOAD,
                    Invitations.HEAD,
                    Welcome.HEAD,
                    Welcome.ABOUT,
                    Pulse.HEALTH,
                    Pulse.METRICS);

    private static final Map<String, String> HELP =
            new TreeMap<>(
                    Map.of(
                            "linden_requests_total", "HTTP requests by address and status.",
                            "linden_request_seconds_total", "Time spent on HTTP requests.",
                            "linden_calls_total", "JMAP calls by method and outcome.",
                            "linden_call_seconds_total", "Time spent on JMAP calls."));

    private final Map<String, Map<String, LongAdder>> counters = new ConcurrentHashMap<>();
    private final long began = System.nanoTime();

    /** The address of a request without what is particular in it. */
    static String place(String path) {
        return PLACES.stream().filter(path::startsWith).findFirst().orElse("other");
    }

    /** An HTTP request was answered; one that stays open for as long as it likes has no time. */
    void request(String place, int status, long nanos) {
        String labels = "place=\"" + place + "\"";
        add("linden_requests_total", labels + ",status=\"" + status + "\"", 1);
        if (!place.equals(Sessions.EVENTS) && !place.equals(Sessions.SOCKET)) {
            add("linden_request_seconds_total", labels, nanos);
        }
    }

    /**
     * A call was answered.
     *
     * @param method a method that there is, or "unknown"
     * @param outcome "ok" or the type of the error (RFC 8620, 3.6.2)
     */
    void call(String method, String outcome, long nanos) {
        String labels = "method=\"" + method + "\"";
        add("linden_calls_total", labels + ",outcome=\"" + outcome + "\"", 1);
        add("linden_call_seconds_total", labels, nanos);
    }

    private void add(String counter, String labels, long value) {
        counters.computeIfAbsent(counter, c -> new ConcurrentHashMap<>())
                .computeIfAbsent(labels, l -> new LongAdder())
                .add(value);
    }

    /**
     * @param open how many sockets and event sources are open now
     */
    String text(int open) {
        StringBuilder text = new StringBuilder();
        HELP.forEach((counter, help) -> {
            head(text, counter, help, "counter");
            boolean time = counter.contains("_seconds_");
            new TreeMap<>(counters.getOrDefault(counter, Map.of()))
                    .forEach((labels, value) ->
                            text.append(counter)
                                    .append('{')
                                    .append(labels)
                                    .append("} ")
                                    .append(time ? seconds(value.sum()) : value.sum())
                                    .append('\n'));
        });
        head(text, "linden_listeners", "Open WebSockets and event sources.", "gauge");
        text.append("linden_listeners ").append(open).append('\n');
        head(text, "linden_uptime_seconds", "Time since the start.", "gauge");
        text.append("linden_uptime_seconds ")
                .append(Duration.ofNanos(System.nanoTime() - began).toSeconds())
                .append('\n');
        return text.toString();
    }

    private static void head(StringBuilder text, String name, String help, String kind) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(kind).append('\n');
    }

    private static String seconds(long nanos) {
        return Double.toString(nanos / 1e9);
    }
}
