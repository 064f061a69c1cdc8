package app.linden.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A wire between a device and its server that can break: real sockets on both sides. Only HTTP goes
 * through it; the live channel goes to the server directly.
 */
public final class Wire implements AutoCloseable {
    /** What happens to one request. */
    public enum Fate {
        PASSES,
        /** The server never hears of it. */
        REQUEST_LOST,
        /** The server has done it, and nobody hears of that. */
        RESPONSE_LOST,
        HTML,
        HTTP_500,
        /** The server wants to be left alone for a second. */
        BUSY,
        /** The connection ends in the middle of the answer. */
        RESPONSE_CUT
    }

    private final URI server;
    private final HttpServer listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder().executor(threads).build();
    private volatile Function<String, Fate> fate = request -> Fate.PASSES;

    public Wire(URI server) {
        this.server = server;
        try {
            listening = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listening.createContext("/", this::pass);
        listening.setExecutor(threads);
        listening.start();
    }

    public String address() {
        return "http://127.0.0.1:" + listening.getAddress().getPort();
    }

    /**
     * @param decides sees the body of each request, empty for the session
     */
    public void fate(Function<String, Fate> decides) {
        fate = decides;
    }

    private void pass(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Fate now = fate.apply(body);
        switch (now) {
            case REQUEST_LOST -> exchange.close();
            case HTML -> answer(exchange, 200, "text/html", "<html>Sign in to the hotel</html>");
            case BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                answer(exchange, 429, "text/plain", "later");
            }
            case HTTP_500 -> answer(exchange, 500, "text/plain", "out of order");
            case PASSES, RESPONSE_LOST, RESPONSE_CUT -> {
                HttpResponse<String> response;
                try {
                    response =
                            http.send(
                                    request(exchange, body), HttpResponse.BodyHandlers.ofString());
                } catch (IOException | InterruptedException e) {
                    exchange.close();
                    return;
                }
                if (now == Fate.RESPONSE_LOST) {
                    exchange.close();
                    return;
                }
                String type = response.headers().firstValue("Content-Type").orElse("text/plain");
                String text = response.body().replace("http://" + server.getAuthority(), address());
                if (now == Fate.RESPONSE_CUT) {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.sendResponseHeaders(response.statusCode(), bytes.length);
                    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
                    exchange.getResponseBody().flush();
                    exchange.close();
                    return;
                }
                answer(exchange, response.statusCode(), type, text);
            }
        }
    }

    private HttpRequest request(HttpExchange exchange, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()));
        for (String name : new String[] {"Authorization", "Content-Type", "Accept"}) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return exchange.getRequestMethod().equals("POST")
                ? request.POST(HttpRequest.BodyPublishers.ofString(body)).build()
                : request.GET().build();
    }

    private static void answer(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        listening.stop(0);
        threads.shutdownNow();
    }
}
