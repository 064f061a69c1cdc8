package app.linden.remote;

import app.linden.base.Problem;
import app.linden.calendar.port.Fetch;

import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files from the web by OkHttp. No cookies and no sign-in, so nothing can be passed on to where a
 * redirect leads; never from https back to http. Thread-safe.
 */
public final class FileOverHttp implements Fetch {
    private static final int MOST_REDIRECTS = 10;
    private static final int LONGEST_HEADER = 1000;

    private final OkHttpClient http;
    private final long largest;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public FileOverHttp() {
        this(500_000_000L, Duration.ofSeconds(30));
    }

    /**
     * @param largest in bytes, unpacked
     * @param silence how long nothing may come
     */
    public FileOverHttp(long largest, Duration silence) {
        this.largest = largest;
        this.http =
                new OkHttpClient.Builder()
                        .followRedirects(false)
                        .connectTimeout(Duration.ofSeconds(10))
                        .readTimeout(silence)
                        .callTimeout(Duration.ofMinutes(10))
                        .build();
    }

    @Override
    public String address(String typed) {
        String text = typed.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("webcal://")) {
            text = "https" + text.substring("webcal".length());
        } else if (lower.startsWith("webcals://")) {
            text = "https" + text.substring("webcals".length());
        } else if (!text.contains("://")) {
            text = "https://" + text;
        }
        HttpUrl url = HttpUrl.parse(text);
        if (text.isEmpty() || url == null) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "“" + typed.strip() + "” is not a web address.");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "The address holds a name or password; Linden subscribes only to addresses that"
                            + " need none.");
        }
        return url.newBuilder().fragment(null).build().toString();
    }

    @Override
    public Answer fetch(
            String address, @Nullable String etag, @Nullable String lastModified, Path to) {
        HttpUrl url = HttpUrl.get(address);
        try {
            for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
                Call call = http.newCall(request(url, etag, lastModified));
                calls.add(call);
                // Closing sets the flag first and cancels then, so one of the two sees the other.
                if (closed) {
                    call.cancel();
                }
                try (Response response = call.execute()) {
                    HttpUrl next = redirect(response);
                    if (next == null) {
                        return take(response, to);
                    }
                    url = next;
                } finally {
                    calls.remove(call);
                }
            }
        } catch (IOException e) {
            throw Unreachable.because(e);
        }
        throw new Problem(Problem.Kind.REFUSED, "The address leads on and on, in a circle maybe.");
    }

    private static Request request(
            HttpUrl url, @Nullable String etag, @Nullable String lastModified) {
        Request.Builder request =
                new Request.Builder()
                        .url(url)
                        .header("User-Agent", "Linden")
                        .header("Accept", "text/calendar, */*;q=0.5");
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        if (lastModified != null) {
            request.header("If-Modified-Since", lastModified);
        }
        return request.build();
    }

    private static @Nullable HttpUrl redirect(Response response) {
        String location = response.header("Location");
        if (!Set.of(301, 302, 303, 307, 308).contains(response.code()) || location == null) {
            return null;
        }
        HttpUrl from = response.request().url();
        HttpUrl to = from.resolve(location);
        if (to == null || from.isHttps() && !to.isHttps()) {
            throw new Problem(
                    Problem.Kind.REFUSED,
                    "The address leads on to one that is not safe; Linden did not follow.");
        }
        return to.newBuilder().username("").password("").build();
    }

    private Answer take(Response response, Path to) throws IOException {
        String etag = kept(response.header("ETag"));
        String lastModified = kept(response.header("Last-Modified"));
        switch (response.code()) {
            case 200 -> {
                save(response, to);
                return new Answer(true, etag, lastModified);
            }
            case 304 -> {
                return new Answer(false, etag, lastModified);
            }
            case 401, 403 ->
                    throw new Problem(
                            Problem.Kind.REFUSED,
                            "The server does not give this file to everybody.");
            case 404 ->
                    throw new Problem(Problem.Kind.REFUSED, "There is no file at this address.");
            case 410 ->
                    throw new Problem(
                            Problem.Kind.REFUSED,
                            "The file was taken away from this address for good.");
            default ->
                    throw new Problem(
                            Problem.Kind.TRY_LATER,
                            "The server does not give the file now (HTTP "
                                    + response.code()
                                    + ").");
        }
    }

    /** What can be sent back: some servers say more than a request may hold. */
    private static @Nullable String kept(@Nullable String header) {
        return header == null
                        || header.isBlank()
                        || header.length() > LONGEST_HEADER
                        || !header.chars().allMatch(c -> c >= ' ' && c <= '~')
                ? null
                : header;
    }

    private void save(Response response, Path to) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long taken = 0;
        try (InputStream in = response.body().byteStream();
                OutputStream out = open(to)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                taken += n;
                if (taken > largest) {
                    throw new Problem(
                            Problem.Kind.BAD_INPUT,
                            "The file is larger than "
                                    + largest / 1_000_000
                                    + " MB, which is more than Linden reads at once.");
                }
                write(out, buffer, n);
            }
        }
    }

    private static OutputStream open(Path to) {
        try {
            return Files.newOutputStream(to);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private static void write(OutputStream out, byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private static Problem notWritten(IOException e) {
        return new Problem(
                Problem.Kind.STORAGE,
                "The file could not be kept on this computer for reading.",
                e);
    }

    @Override
    public void close() {
        closed = true;
        calls.forEach(Call::cancel);
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
