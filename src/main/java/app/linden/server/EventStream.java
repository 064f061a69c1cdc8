package app.linden.server;

import app.linden.model.Json;
import app.linden.wire.RequestProblem;
import app.linden.wire.StateChange;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One open event source (RFC 8620, 7.3). The id of an event is the pushState, so that a reader who
 * comes back with Last-Event-ID misses nothing. Called on any thread; nothing here waits.
 */
final class EventStream implements Hearer {
    private static final long LEAST_PING = 1;
    private static final long MOST_PING = 300;

    private final Caller caller;
    private final Http http;
    private final Hub hub;
    private final Scheduler scheduler;
    private final Set<String> types = new HashSet<>(Types.PUSHED);
    private final boolean once;
    private final long ping;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final SocketQueue queue = new SocketQueue(this::write, EventStream::event);
    private volatile boolean told;
    private volatile long lastEvent = System.nanoTime();

    /**
     * Reads what is asked for.
     *
     * @throws Refused notRequest when a parameter is missing or cannot be read
     */
    EventStream(Caller caller, Http http, Hub hub, Scheduler scheduler) {
        this.caller = caller;
        this.http = http;
        this.hub = hub;
        this.scheduler = scheduler;
        Fields asked = Request.extractQueryParameters(http.request());
        String wanted = asked.getValue("types");
        String closeAfter = asked.getValue("closeafter");
        String seconds = asked.getValue("ping");
        if (wanted == null
                || closeAfter == null
                || !closeAfter.matches("state|no")
                || seconds == null
                || !seconds.matches("\\d{1,9}")) {
            throw new Refused(
                    RequestProblem.NOT_REQUEST,
                    "An event source has types, closeafter (state or no) and ping (seconds).");
        }
        if (!wanted.equals("*")) {
            types.retainAll(Arrays.asList(wanted.split(",")));
        }
        once = closeAfter.equals("state");
        ping = interval(Long.parseLong(seconds));
    }

    /** The interval of pings for the one that is asked for, in seconds; 0 for none. */
    static long interval(long asked) {
        return asked == 0 ? 0 : Math.clamp(asked, LEAST_PING, MOST_PING);
    }

    /** The last event that the reader heard before; null when there was none. */
    static @Nullable String lastHeard(Http http) {
        return http.request().getHeaders().get("Last-Event-ID");
    }

    /** Begins to answer; from now on the reader is told. */
    void open() {
        http.response().setStatus(200);
        http.response().getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        http.response().getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, no-store");
        // So that the reader, and every proxy, sees at once that it is open.
        queue.send(": welcome\n\n", () -> {});
        hub.opened(this);
        schedulePing(TimeUnit.SECONDS.toNanos(ping));
    }

    private void schedulePing(long nanos) {
        if (ping > 0) {
            var _ = scheduler.schedule(this::pingWhenSilent, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** A ping is due when the interval has passed since the event before it, whatever that was. */
    private void pingWhenSilent() {
        if (ended.get()) {
            return;
        }
        long left = lastEvent + TimeUnit.SECONDS.toNanos(ping) - System.nanoTime();
        if (left > 0) {
            schedulePing(left);
            return;
        }
        String interval = Json.write(Json.object().put("interval", ping));
        queue.send("event: ping\ndata: " + interval + "\n\n", () -> {});
        lastEvent = System.nanoTime();
        schedulePing(TimeUnit.SECONDS.toNanos(ping));
    }

    private static String event(StateChange change) {
        String id = change.pushState() == null ? "" : "id: " + change.pushState() + "\n";
        return id + "event: state\ndata: " + Json.write(change.toJson()) + "\n\n";
    }

    private void write(String text, Runnable sent, Runnable failed) {
        if (ended.get()) {
            failed.run();
            return;
        }
        boolean state = text.contains("event: state\n");
        boolean last = once && state;
        if (state) {
            lastEvent = System.nanoTime();
        }
        http.response()
                .write(
                        false,
                        ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)),
                        Callback.from(
                                () -> {
                                    sent.run();
                                    if (last) {
                                        end(null);
                                    }
                                },
                                failure -> {
                                    failed.run();
                                    end(failure);
                                }));
    }

    @Override
    public String principalId() {
        return caller.principal().id();
    }

    @Override
    public @Nullable String deviceId() {
        return caller.deviceId();
    }

    @Override
    public void tell(Notice notice) {
        Map<String, String> states = new TreeMap<>(notice.states());
        states.keySet().retainAll(types);
        if (!states.isEmpty() && !(once && told)) {
            told = true;
            queue.tell(notice.accountId(), states, notice.pushState());
        }
    }

    /** A comment, which readers skip. */
    @Override
    public void ping() {
        queue.send(":\n\n", () -> {});
    }

    @Override
    public void signedOut() {
        end(null);
    }

    @Override
    public CompletableFuture<Void> goAway() {
        end(null);
        return CompletableFuture.completedFuture(null);
    }

    private void end(@Nullable Throwable failure) {
        if (ended.compareAndSet(false, true)) {
            hub.ended(this);
            if (failure == null) {
                http.callback().succeeded();
            } else {
                http.callback().failed(failure);
            }
        }
    }
}
