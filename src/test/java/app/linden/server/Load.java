package app.linden.server;

import app.linden.model.Json;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own under load from another. Arguments: the parts to run, of {@code
 * start}, {@code sockets N}, {@code returning N}, {@code members N}, {@code changes}, {@code size}.
 * The heap of the server is 400 MB.
 */
final class Load {
    private static final String PUSH = "{\"@type\":\"WebSocketPushEnable\",\"dataTypes\":null}";
    private static final String PASSWORD = "correct horse";

    /** So many devices of one person, well below what one may have open. */
    private static final int DEVICES_EACH = 10;

    private Load() {}

    /** A device that signed in once. */
    private record Device(String principalId, String accessToken, String refreshToken) {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("bare")) {
            bare();
            return;
        }
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "start" -> start();
                case "sockets" -> sockets(Integer.parseInt(arguments[++i]));
                case "returning" -> returning(Integer.parseInt(arguments[++i]));
                case "members" -> members(Integer.parseInt(arguments[++i]));
                case "changes" -> changes();
                case "size" -> size();
                default -> throw new IllegalArgumentException(arguments[i]);
            }
        }
        System.exit(0);
    }

    // What the parts have in common

    /** Another process; its first line of output ends with its address. */
    private record Other(Process process, URI address, Duration start) implements AutoCloseable {
        static Other of(String main, String... arguments) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));
            command.add("--enable-native-access=ALL-UNNAMED");
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
            command.addAll(List.of(arguments));
            long began = System.nanoTime();
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            BufferedReader out =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            Duration start = Duration.ofNanos(System.nanoTime() - began);
            if (line == null) {
                throw new IOException("The other process did not start.");
            }
            return new Other(process, URI.create(line.substring(line.lastIndexOf(' ') + 1)), start);
        }

        static Other server(Path data) throws IOException {
            return of("app.linden.Main", "server", "--data", data.toString(), "--port", "0");
        }

        /** Resident memory in MiB (Linux). */
        long memory() throws IOException {
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
            throw new IOException("no VmRSS");
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }

    /** People with a password of one hash, and some devices each, without a running server. */
    private static List<Device> people(Path data, int devices, int each) {
        String hash = Passwords.hash(PASSWORD);
        List<Device> all = new ArrayList<>();
        try (ServerData opened = ServerData.open(data, InstantSource.system())) {
            Commits commits = new Commits(opened, news -> {});
            for (int i = 0; i < devices; i += each) {
                int person = i / each;
                commits.run(desk -> {
                    String id =
                            Accounts.insert(desk, "p" + person, "Person " + person, hash)
                                    .orElseThrow()
                                    .id();
                    for (int d = 0; d < each; d++) {
                        Devices.Grant g = Devices.add(desk, id, "device " + d);
                        all.add(new Device(id, g.accessToken(), g.refreshToken()));
                    }
                    return id;
                });
            }
        }
        return all;
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory("linden-load");
    }

    private static TestClient client(Other server, Device device) {
        return TestClient.bearing(server.address, device.accessToken, device.principalId);
    }

    private static void say(String form, Object... values) {
        System.out.printf(Locale.ROOT, form + "%n", values);
    }

    private static double median(List<Double> of) {
        return of.stream().sorted().toList().get(of.size() / 2);
    }

    // The parts

    private static void start() throws Exception {
        Path data = folder();
        people(data, 100, 1);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            try (Other server = Other.server(data)) {
                times.add(server.start.toMillis() / 1e3);
            }
        }
        say("start until it answers, 9 times: median %.2f s, all %s", median(times), times);
    }

    private static void sockets(int count) throws Exception {
        Path data = folder();
        List<Device> devices = people(data, count, DEVICES_EACH);
        try (Other server = Other.server(data)) {
            long before = server.memory();
            long began = System.nanoTime();
            try (Ears ears = new Ears(server.address, "/jmap/ws", "jmap")) {
                for (Device device : devices) {
                    ears.open("Bearer " + device.accessToken, PUSH);
                }
                say(
                        "%d idle sockets: opened in %.1f s, resident %d MiB (%d MiB before)",
                        count, (System.nanoTime() - began) / 1e9, server.memory(), before);
                Thread.sleep(Duration.ofSeconds(70));
                say("after 70 s and a ping to each: %d MiB", server.memory());
            }
        }
    }

    /** Everybody comes back at once after a restart: token, session, changes, socket. */
    private static void returning(int count) throws Exception {
        Path data = folder();
        List<Device> devices = people(data, count, DEVICES_EACH);
        try (Other server = Other.server(data);
                Ears ears = new Ears(server.address, "/jmap/ws", "jmap");
                HttpClient http =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                ExecutorService threads = Executors.newFixedThreadPool(64)) {
            long began = System.nanoTime();
            List<Callable<Double>> work = new ArrayList<>();
            for (Device device : devices) {
                work.add(() -> {
                    returns(http, server.address, device, ears);
                    return (System.nanoTime() - began) / 1e9;
                });
            }
            List<Double> served = new ArrayList<>();
            for (Future<Double> f : threads.invokeAll(work)) {
                served.add(f.get());
            }
            served.sort(null);
            say(
                    "%d returning devices: half served after %.1f s, the last after %.1f s,"
                            + " resident %d MiB",
                    count, served.get(count / 2), served.getLast(), server.memory());
        }
    }

    private static void returns(HttpClient http, URI server, Device device, Ears ears)
            throws Exception {
        JsonNode grant =
                post(
                        http,
                        server.resolve("/account/refresh"),
                        null,
                        Json.object().put("refreshToken", device.refreshToken));
        String authorization = "Bearer " + grant.path("accessToken").asString();
        HttpResponse<String> session =
                http.send(
                        HttpRequest.newBuilder(server.resolve("/jmap/session"))
                                .header("Authorization", authorization)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        check(session.statusCode() == 200, session.body());
        ObjectNode request = Json.object();
        request.putArray("using")
                .add("urn:ietf:params:jmap:core")
                .add("urn:ietf:params:jmap:calendars");
        ArrayNode calls = request.putArray("methodCalls");
        for (String type : List.of("Calendar", "CalendarEvent")) {
            calls.addArray()
                    .add(type + "/get")
                    .add(Json.object().put("accountId", device.principalId).putNull("ids"))
                    .add(type);
        }
        JsonNode answer = post(http, server.resolve("/jmap/api"), authorization, request);
        check(answer.path("methodResponses").path(1).path(1).has("state"), answer.toString());
        ears.open(authorization, PUSH);
    }

    private static JsonNode post(
            HttpClient http, URI to, @Nullable String authorization, ObjectNode body)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        check(answer.statusCode() == 200, answer.statusCode() + answer.body());
        return Json.parse(answer.body());
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** One change in a calendar with so many members who listen, beside bare Jetty's fan-out. */
    private static void members(int count) throws Exception {
        Path data = folder();
        List<Device> devices = people(data, count, 1);
        try (Other server = Other.server(data);
                Other bare = Other.of("app.linden.server.Load", "bare")) {
            Device owner = devices.getFirst();
            TestClient writer = client(server, owner);
            String calendar = writer.calendar();
            ObjectNode set = Json.object();
            ObjectNode patch = set.putObject("update").putObject(calendar);
            for (Device d : devices.subList(1, count)) {
                patch.putObject("shareWith/" + d.principalId).put("mayReadItems", true);
            }
            writer.in(writer.account, "Calendar/set", set);
            try (Ears ears = new Ears(server.address, "/jmap/ws", "jmap");
                    Ears plain = new Ears(bare.address, "/", "bare")) {
                for (Device d : devices) {
                    ears.open("Bearer " + d.accessToken, PUSH);
                    plain.open("", "hello");
                }
                List<Double> ours = new ArrayList<>();
                List<Double> theirs = new ArrayList<>();
                for (int i = 0; i < 40; i++) {
                    int n = i;
                    double linden = ears.allHear(() -> write(writer, calendar, n));
                    double jetty = plain.allHear(() -> plain.say(0, "PUSH"));
                    if (i >= 10) {
                        ours.add(linden);
                        theirs.add(jetty);
                    }
                }
                say(
                        "a change reaches the last of %d members after %.0f ms (median of %d,"
                                + " write included); bare Jetty's frame to as many %.0f ms;"
                                + " ratio %.2f",
                        count,
                        median(ours),
                        ours.size(),
                        median(theirs),
                        median(ours) / median(theirs));
            }
        }
    }

    private static void write(TestClient client, String calendar, int n) {
        ObjectNode set = Json.object();
        ObjectNode event = set.putObject("create").putObject("e");
        event.put("@type", "Event").put("title", "Event " + n);
        event.putObject("calendarIds").put(calendar, true);
        event.put("start", "2026-12-01T10:00:00").put("timeZone", "Europe/Berlin");
        event.put("duration", "PT1H");
        JsonNode answer = client.in(client.account, "CalendarEvent/set", set);
        check(answer.path("created").has("e"), answer.toString());
    }

    /** {@code /changes} where nothing changed, by the server's own clock. */
    private static void changes() throws Exception {
        Path data = folder();
        List<Device> devices = people(data, 1, 1);
        try (Other server = Other.server(data)) {
            TestClient client = client(server, devices.getFirst());
            String calendar = client.calendar();
            for (int i = 0; i < 100; i++) {
                write(client, calendar, i);
            }
            String state = client.call("CalendarEvent/get", "{'ids':[]}").path("state").asString();
            ObjectNode since = Json.object().put("sinceState", state);
            for (int round = 0; round < 2; round++) {
                double before = seconds(client);
                long began = System.nanoTime();
                int n = 3_000;
                for (int i = 0; i < n; i++) {
                    client.in(client.account, "CalendarEvent/changes", since.deepCopy());
                }
                double whole = (System.nanoTime() - began) / 1e6 / n;
                say(
                        "/changes of an unchanged account, %d times: %.3f ms in the server,"
                                + " %.2f ms for the client",
                        n, (seconds(client) - before) * 1e3 / n, whole);
            }
        }
    }

    private static double seconds(TestClient client) {
        return client.get("/metrics")
                .body()
                .lines()
                .filter(l ->
                        l.startsWith("linden_call_seconds_total{method=\"CalendarEvent/changes\"}"))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.indexOf(' ') + 1)))
                .sum();
    }

    /** The same requests beside accounts of 100 and of 100,000 events. */
    private static void size() throws Exception {
        Path data = folder();
        List<Device> devices = people(data, 2, 1);
        try (Other server = Other.server(data)) {
            TestClient small = client(server, devices.get(0));
            TestClient large = client(server, devices.get(1));
            String calendar = small.calendar();
            for (int i = 0; i < 100; i++) {
                write(small, calendar, i);
            }
            timed(small, calendar, "warm up");
            timed(small, calendar, "the other account has no event");
            fill(large, 100_000);
            timed(small, calendar, "the other account has 100,000 events");
        }
    }

    private static void fill(TestClient client, int events) {
        String calendar = client.calendar();
        for (int from = 0; from < events; from += 500) {
            ObjectNode set = Json.object();
            ObjectNode create = set.putObject("create");
            for (int i = from; i < from + 500; i++) {
                ObjectNode event = create.putObject("e" + i);
                event.put("@type", "Event").put("title", "Event " + i);
                event.putObject("calendarIds").put(calendar, true);
                event.put("start", "2026-12-01T10:00:00").put("timeZone", "Europe/Berlin");
                event.put("duration", "PT1H");
            }
            JsonNode answer = client.in(client.account, "CalendarEvent/set", set);
            check(answer.path("created").size() == 500, "not created");
        }
    }

    private static void timed(TestClient client, String calendar, String when) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            long began = System.nanoTime();
            write(client, calendar, i);
            client.call("CalendarEvent/query", "{'limit':50}");
            client.call("CalendarEvent/get", "{'ids':[]}");
            times.add((System.nanoTime() - began) / 1e6);
        }
        say("write, query and get while %s: median %.2f ms", when, median(times));
    }

    // Listening

    /** Many WebSockets on a few threads, of which each waits for its next frame. */
    private static final class Ears implements AutoCloseable {
        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final URI address;
        private final String protocol;
        private final List<Ear> ears = Collections.synchronizedList(new ArrayList<>());
        private volatile CountDownLatch awaited = new CountDownLatch(0);

        private final class Ear implements WebSocket.Listener {
            private volatile boolean heard;
            private WebSocket socket;

            @Override
            public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
                if (last && !heard) {
                    heard = true;
                    awaited.countDown();
                }
                webSocket.request(1);
                return null;
            }
        }

        Ears(URI server, String path, String protocol) {
            address = URI.create("ws://" + server.getAuthority() + (path.isEmpty() ? "/" : path));
            this.protocol = protocol;
        }

        void open(String authorization, String first) {
            Ear ear = new Ear();
            WebSocket.Builder builder = http.newWebSocketBuilder();
            builder.subprotocols(protocol);
            if (!authorization.isEmpty()) {
                builder.header("Authorization", authorization);
            }
            ear.socket = builder.buildAsync(address, ear).join();
            ear.socket.sendText(first, true).join();
            ears.add(ear);
        }

        void say(int which, String text) {
            ears.get(which).socket.sendText(text, true).join();
        }

        /** Milliseconds from the beginning of an act until every ear has heard something. */
        double allHear(Runnable act) throws InterruptedException {
            ears.forEach(e -> e.heard = false);
            awaited = new CountDownLatch(ears.size());
            long began = System.nanoTime();
            act.run();
            check(awaited.await(60, TimeUnit.SECONDS), "not all heard");
            return (System.nanoTime() - began) / 1e6;
        }

        @Override
        public void close() {
            ears.forEach(e -> e.socket.abort());
            http.shutdownNow();
        }
    }

    // Jetty alone

    private static final Set<Session> ALL = ConcurrentHashMap.newKeySet();

    /** Sends to everybody whatever anybody says. */
    public static final class Echo extends Session.Listener.AbstractAutoDemanding {
        @Override
        public void onWebSocketOpen(Session session) {
            super.onWebSocketOpen(session);
            ALL.add(session);
        }

        @Override
        public void onWebSocketText(String message) {
            if (message.equals("PUSH")) {
                String frame = "x".repeat(200);
                ALL.forEach(s -> s.sendText(frame, Callback.NOOP));
            }
        }
    }

    private static void bare() throws Exception {
        Server jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(600_000);
        jetty.addConnector(connector);
        jetty.setHandler(
                WebSocketUpgradeHandler.from(
                        jetty,
                        container -> {
                            container.setIdleTimeout(Duration.ofMinutes(10));
                            container.addMapping(
                                    "/",
                                    (request, response, callback) -> {
                                        response.setAcceptedSubProtocol("bare");
                                        return new Echo();
                                    });
                        }));
        jetty.start();
        System.out.println("at http://127.0.0.1:" + connector.getLocalPort());
        jetty.join();
    }
}
