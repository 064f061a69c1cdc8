package app.linden.remote;

import app.linden.base.Backoff;
import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.wire.StateChange;

import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import okio.BufferedSource;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * The live channel of servers without a WebSocket that pushes: an event stream (RFC 8620, 7.3).
 * Lives on a virtual thread of its own that connects, reads and connects again.
 */
final class Events implements AutoCloseable {
    /** How often the server is asked to say that it lives; none may refuse 30 s. */
    static final int PING = 30;

    private static final Duration SILENCE = Duration.ofSeconds(PING * 5 / 2);
    private static final Duration STABLE = Duration.ofMinutes(1);
    private static final long LONGEST_LINE = 1_000_000;

    private final OkHttpClient http;
    private final HttpUrl address;
    private final Credential credential;
    private final Remote.Listener listener;
    private final Backoff backoff =
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), RandomGenerator.getDefault());
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Call call;

    // Of the channel's thread.
    private @Nullable String lastId;

    Events(OkHttpClient http, HttpUrl address, Credential credential, Remote.Listener listener) {
        this.http = http.newBuilder().callTimeout(Duration.ZERO).readTimeout(SILENCE).build();
        this.address = address;
        this.credential = credential;
        this.listener = listener;
    }

    /** The address of a stream of these types, by the template of the session. */
    static String address(String template, String types) {
        return template.replace("{types}", types)
                .replace("{closeafter}", "no")
                .replace("{ping}", String.valueOf(PING));
    }

    void start() {
        Loop.start("events", this::run);
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    private void run() {
        try {
            while (!closed()) {
                long opened = System.nanoTime();
                try {
                    serve();
                } catch (IOException e) {
                    lost(Unreachable.because(e));
                } catch (Problem e) {
                    lost(e);
                }
                if (System.nanoTime() - opened > STABLE.toNanos()) {
                    backoff.reset();
                }
                if (closing.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lost(Problem why) {
        if (!closed()) {
            listener.lost(Problem.sentence(why));
        }
    }

    private void serve() throws IOException {
        String shown = credential.authorization();
        Request.Builder request =
                new Request.Builder()
                        .url(address)
                        .header("Authorization", shown)
                        .header("Accept", "text/event-stream");
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        Call next = http.newCall(request.build());
        call = next;
        // Closing counts down first and cancels then, so one of the two sees the other.
        if (closed()) {
            next.cancel();
        }
        try (Response answer = next.execute()) {
            if (answer.code() == 401) {
                credential.renew(shown);
            }
            String type = answer.header("Content-Type", "");
            if (answer.code() != 200 || type == null || !type.startsWith("text/event-stream")) {
                throw new Problem(
                        Problem.Kind.TRY_LATER,
                        "The live connection to the server could not be opened.");
            }
            listener.opened();
            read(answer.body().source());
            throw new Problem(Problem.Kind.TRY_LATER, "The live connection ended.");
        }
    }

    private void read(BufferedSource source) throws IOException {
        EventLines lines = new EventLines();
        while (!source.exhausted()) {
            String line = source.readUtf8LineStrict(LONGEST_LINE);
            listener.heard();
            EventLines.Event event = lines.line(line);
            if (event != null && event.name().equals("state")) {
                hear(event.data());
            }
            if (event != null && event.id() != null) {
                lastId = event.id();
            }
        }
    }

    private void hear(String data) {
        JsonNode json;
        try {
            json = Json.parse(data);
        } catch (Problem notJson) {
            // Not ours to understand; the timer polls anyway.
            return;
        }
        listener.changed(StateChange.of(json));
    }

    @Override
    public void close() {
        closing.countDown();
        Call open = call;
        if (open != null) {
            open.cancel();
        }
    }
}
