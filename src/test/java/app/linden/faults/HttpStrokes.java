package app.linden.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Requests by hand, one connection each: right ones, odd ones, and some that break off. */
final class HttpStrokes implements EntryStrokes {
    private static final int PATIENCE = 30_000;

    private final URI address;
    private final String authorization;
    private final Random random;
    private final EntryWords words;
    private final EntryFuzz fuzz;

    HttpStrokes(
            URI address, String authorization, Random random, EntryWords words, EntryFuzz fuzz) {
        this.address = address;
        this.authorization = authorization;
        this.random = random;
        this.words = words;
        this.fuzz = fuzz;
    }

    @Override
    public void one() throws IOException {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> post("/jmap/api", utf8("{" + words.request() + "}"), true);
            case 4 -> post("/jmap/api", words.mutated(utf8("{" + words.request() + "}")), true);
            case 5 -> post("/jmap/api", utf8(words.bomb()), true);
            case 6 -> post("/jmap/api", utf8("{" + words.request() + "}"), false);
            case 7 -> other();
            case 8 -> odd();
            case 9 -> account();
            default -> get(path());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void post(String path, byte[] body, boolean whole) throws IOException {
        boolean chunked = random.nextInt(4) == 0;
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\n");
        header(head, "Host", "a");
        header(head, "Authorization", authorization);
        header(head, "Content-Type", "application/json");
        header(head, "Connection", "close");
        header(
                head,
                chunked ? "Transfer-Encoding" : "Content-Length",
                chunked ? "chunked" : "" + body.length);
        head.append("\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(utf8(head.toString()));
        if (chunked) {
            for (int at = 0; at < body.length; ) {
                int n = Math.min(body.length - at, 1 + random.nextInt(70_000));
                all.writeBytes(utf8(Integer.toHexString(n) + "\r\n"));
                all.write(body, at, n);
                all.writeBytes(utf8("\r\n"));
                at += n;
            }
            all.writeBytes(utf8("0\r\n\r\n"));
        } else {
            all.writeBytes(body);
        }
        byte[] bytes = all.toByteArray();
        send(whole ? bytes : java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)), whole);
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private String path() {
        String id = words.value(9).replaceAll("[\"\\s\\\\]", "");
        return words.one(
                List.of(
                        "/jmap/session",
                        "/jmap/api",
                        "/jmap/download/" + id + "/" + id + "/%2f..%00?type=" + id,
                        "/jmap/download/x/%zz/y",
                        "/jmap/events?types=" + id + "&closeafter=state&ping=" + id,
                        "/jmap/events?types=%ff&closeafter=no&ping=99999999999",
                        "/jmap/ws",
                        "/invite/" + id,
                        "/invite/%F0%9F%90%9D?lang=" + id,
                        "/account/devices",
                        "/account/export",
                        "/.well-known/linden",
                        "/../../etc/passwd",
                        "//",
                        "/%2e%2e/%2f",
                        "/jmap/upload/" + id + "/"));
    }

    private void get(String path) throws IOException {
        StringBuilder head =
                new StringBuilder(
                        words.one(List.of("GET", "GET", "HEAD", "OPTIONS", "PUT", "TRACE", "X"))
                                + " "
                                + path
                                + " HTTP/1.1\r\n");
        header(head, "Host", "a");
        header(head, "Authorization", authorization);
        header(head, "Connection", "close");
        if (random.nextInt(4) == 0) {
            header(head, "Last-Event-ID", "" + random.nextLong());
        }
        send(utf8(head + "\r\n"), false);
    }

    private void other() throws IOException {
        byte[] body =
                random.nextBoolean()
                        ? utf8(
                                "BEGIN:VCALENDAR\r\n"
                                        + "VERSION:2.0\r\n"
                                        + "BEGIN:VEVENT\r\n"
                                        + "UID:u\r\n"
                                        + "DTSTART:20260302T090000Z\r\n"
                                        + "END:VEVENT\r\n"
                                        + "END:VCALENDAR\r\n")
                        : words.mutated(utf8(words.bomb()));
        post("/jmap/upload/" + fuzzed() + "/", body, random.nextInt(5) > 0);
    }

    private String fuzzed() {
        return words.value(9).replaceAll("[^A-Za-z0-9_-]", "x");
    }

    private void account() throws IOException {
        String body =
                random.nextInt(3) == 0
                        ? words.bomb()
                        : "{\"login\":"
                                + words.value(3)
                                + ",\"password\":"
                                + words.value(3)
                                + ",\"refreshToken\":"
                                + words.value(3)
                                + ",\"name\":"
                                + words.value(3)
                                + ",\"deviceName\":"
                                + words.value(3)
                                + "}";
        String path =
                words.one(
                        List.of(
                                "/account/refresh",
                                "/account/register",
                                "/account/sign-out",
                                "/account/name",
                                "/account/nothing",
                                "/invite/x"));
        post(path, utf8(body), true);
    }

    /** Lines of a request that no client would write. */
    private void odd() throws IOException {
        StringBuilder head = new StringBuilder();
        head.append(
                words.one(
                        List.of(
                                "POST /jmap/api HTTP/1.1",
                                "GET /jmap/session HTTP/1.0",
                                "GET http://b/jmap/session HTTP/1.1",
                                "POST * HTTP/1.1",
                                "PRI * HTTP/2.0",
                                "GET /" + "a".repeat(20_000) + " HTTP/1.1",
                                "\u0000\u0001",
                                "GET  / HTTP/1.1")));
        head.append(words.one(List.of("\r\n", "\n", "\r", "\r\n\r\n")));
        for (int i = random.nextInt(8); i > 0; i--) {
            header(
                    head,
                    words.one(
                            List.of(
                                    "Host",
                                    "Authorization",
                                    "Content-Length",
                                    "Transfer-Encoding",
                                    "Expect",
                                    "Upgrade",
                                    "Connection",
                                    "X-Forwarded-For",
                                    "X-Forwarded-Host",
                                    "Forwarded",
                                    "Accept-Language",
                                    "Content-Encoding",
                                    " odd",
                                    "")),
                    words.one(
                            List.of(
                                    "a",
                                    authorization,
                                    "-1",
                                    "99999999999999999999",
                                    "7",
                                    "chunked",
                                    "gzip, chunked",
                                    "100-continue",
                                    "websocket",
                                    "h2c",
                                    "close, Upgrade",
                                    "for=\"[::1",
                                    "<\"x y",
                                    "\u00ff\u0000",
                                    "b".repeat(9_000))));
        }
        head.append("\r\n").append("x".repeat(random.nextInt(40)));
        send(head.toString().getBytes(StandardCharsets.ISO_8859_1), false);
    }

    /**
     * Sends and reads what comes.
     *
     * @param whole whether an answer must come
     */
    private void send(byte[] bytes, boolean whole) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(whole ? PATIENCE : 150);
            String sent = new String(bytes, StandardCharsets.UTF_8);
            String answer = exchange(socket, bytes);
            if (answer.isEmpty()) {
                fuzz.saw(whole ? "cut" : "silence");
                return;
            }
            String status = answer.length() > 12 ? answer.substring(9, 12) : answer;
            fuzz.saw(status);
            if (status.startsWith("5") && !status.matches("503|505|501")) {
                fuzz.found(status, sent);
            }
            int body = answer.indexOf("\r\n\r\n");
            fuzz.judge(body < 0 ? "" : answer.substring(body + 4), sent, words);
        } catch (SocketTimeoutException e) {
            if (whole) {
                fuzz.found("no answer", new String(bytes, StandardCharsets.UTF_8));
            }
        }
    }

    private static String exchange(Socket socket, byte[] bytes) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[65_536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all.write(buffer, 0, n);
            }
        } catch (SocketTimeoutException e) {
            if (all.size() == 0) {
                throw e;
            }
        } catch (IOException closed) {
            // It need not read what it refuses.
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
