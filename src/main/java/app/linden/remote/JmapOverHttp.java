package app.linden.remote;

import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.wire.Capability;
import app.linden.wire.Request;
import app.linden.wire.Response;
import app.linden.wire.Session;

import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** JMAP over HTTPS by OkHttp. Thread-safe. */
public final class JmapOverHttp implements Remote {
    /** Bodies beyond this are not read: no honest answer to our requests is as large. */
    private static final long MOST_BYTES = 64_000_000;

    private final OkHttpClient http;
    private final HttpUrl sessionUrl;
    private final Credential credential;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final Set<String> sessionStates = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile @Nullable HttpUrl reachedUrl;
    private volatile @Nullable Session session;

    /**
     * @param typed what the person typed as the server's address
     * @throws Problem BAD_INPUT when it is none
     */
    public JmapOverHttp(String typed, String username, String password) {
        this(typed, Credential.password(username, password));
    }

    /** As the other one, with whatever shows who is asking. */
    public JmapOverHttp(String typed, Credential credential) {
        this.sessionUrl = Addresses.session(typed);
        this.credential = credential;
        this.http =
                new OkHttpClient.Builder()
                        .connectTimeout(Duration.ofSeconds(10))
                        .readTimeout(Duration.ofSeconds(60))
                        .callTimeout(Duration.ofMinutes(3))
                        .pingInterval(Duration.ofSeconds(30))
                        .build();
    }

    @Override
    public Session session() {
        okhttp3.Request request = new okhttp3.Request.Builder().url(sessionUrl).build();
        return exchange(
                request,
                answer -> {
                    Session fetched = Session.of(body(answer));
                    reachedUrl = answer.request().url();
                    session = fetched;
                    return fetched;
                });
    }

    @Override
    public Response call(Request request) {
        Session known = session == null ? session() : session;
        HttpUrl url =
                Addresses.resolve(reachedUrl == null ? sessionUrl : reachedUrl, known.apiUrl());
        okhttp3.Request post =
                new okhttp3.Request.Builder()
                        .url(url)
                        .header("Accept", "application/json")
                        .post(new SentOnce(Json.write(request.toJson())))
                        .build();
        Response response = exchange(post, answer -> Response.of(body(answer)));
        sessionStates.add(response.sessionState());
        return response;
    }

    @Override
    public boolean sessionMoved() {
        // Only answers are compared with answers: some servers never say the session's own state.
        boolean moved = sessionStates.size() > 1;
        if (moved) {
            sessionStates.clear();
        }
        return moved;
    }

    private interface Reader<T> {
        T read(okhttp3.Response answer) throws IOException;
    }

    /** A 401 did nothing at the server, so that the request may be sent once more. */
    private <T> T exchange(okhttp3.Request request, Reader<T> reader) {
        String shown = credential.authorization();
        try {
            return exchange(request, shown, reader);
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.SIGN_IN || closed || !credential.renew(shown)) {
                throw e;
            }
        }
        return exchange(request, credential.authorization(), reader);
    }

    private <T> T exchange(okhttp3.Request bare, String authorization, Reader<T> reader) {
        okhttp3.Request request = bare.newBuilder().header("Authorization", authorization).build();
        Call call = http.newCall(request);
        calls.add(call);
        // Closing sets the flag first and cancels then, so one of the two sees the other.
        if (closed) {
            call.cancel();
        }
        try (okhttp3.Response answer = call.execute()) {
            return reader.read(answer);
        } catch (Problem e) {
            throw Answer.explained(e);
        } catch (IOException e) {
            throw Unreachable.because(e);
        } finally {
            calls.remove(call);
        }
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        Session known = session == null ? session() : session;
        String given = known.webSocketUrl();
        if (given == null) {
            return known.eventSourceUrl().isEmpty() ? () -> {} : events(known, listener);
        }
        HttpUrl base = reachedUrl == null ? sessionUrl : reachedUrl;
        Live live = new Live(Addresses.webSocket(base, given), credential, types(known), listener);
        live.start();
        return live;
    }

    /** What a server is to tell changes of, as far as it knows them. */
    private static List<String> types(Session session) {
        return session.capabilities().containsKey(Capability.COMMENTS)
                ? List.of("Calendar", "CalendarEvent", "Comment")
                : List.of("Calendar", "CalendarEvent");
    }

    /** The event stream, where there is no WebSocket that pushes. */
    AutoCloseable events(Session known, Listener listener) {
        Events events =
                new Events(
                        http,
                        Addresses.resolve(
                                reachedUrl == null ? sessionUrl : reachedUrl,
                                Events.address(
                                        known.eventSourceUrl(), String.join(",", types(known)))),
                        credential,
                        listener);
        events.start();
        return events;
    }

    private static JsonNode body(okhttp3.Response answer) throws IOException {
        String type = answer.header("Content-Type");
        Duration wait = RetryAfter.of(answer.header("Retry-After"), answer.header("Date"));
        return Answer.json(answer.code(), type == null ? "" : type, wait, () -> limited(answer));
    }

    private static String limited(okhttp3.Response answer) throws IOException {
        var source = answer.body().source();
        if (source.request(MOST_BYTES + 1)) {
            throw new Problem(Problem.Kind.TRY_LATER, "The server's answer is too large.");
        }
        return source.readString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed = true;
        calls.forEach(Call::cancel);
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
