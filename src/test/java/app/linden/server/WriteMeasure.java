package app.linden.server;

import app.linden.db.PostgresForTests;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many events a second a server takes, over real sockets, each answered when it is on the disk.
 * Arguments: seconds for each figure; file, postgres, or both. PostgreSQL runs on the same machine,
 * with its disk synced.
 */
final class WriteMeasure {
    private static final int CLIENTS = 16;
    private static final int BATCH = 100;

    private WriteMeasure() {}

    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[0]);
        for (String kind :
                arguments[1].equals("both") ? List.of("file", "postgres") : List.of(arguments[1])) {
            Path folder = Files.createTempDirectory("linden-writes");
            String database = null;
            if (kind.equals("postgres")) {
                PostgresForTests.makeDurable();
                database = PostgresForTests.database();
            }
            measure(kind, folder, database, seconds);
        }
        System.exit(0);
    }

    private static void measure(String kind, Path folder, @Nullable String database, int seconds)
            throws Exception {
        List<TestServer> servers = new ArrayList<>();
        String[] people = new String[CLIENTS];
        Arrays.setAll(people, i -> "person" + i);
        servers.add(serve(folder.resolve("one"), database, people));
        TestServer first = servers.getFirst();
        List<TestClient> clients = new ArrayList<>();
        for (String name : people) {
            clients.add(first.client(name));
        }
        run(clients, 10, 3);
        say(kind, "one device, one event each", run(clients.subList(0, 1), 1, seconds));
        say(kind, CLIENTS + " devices, one event each", run(clients, 1, seconds));
        say(
                kind,
                "one device, " + BATCH + " events each",
                run(clients.subList(0, 1), BATCH, seconds));
        say(
                kind,
                "4 devices, " + BATCH + " events each",
                run(clients.subList(0, 4), BATCH, seconds));
        if (database != null) {
            TestServer second = serve(folder.resolve("two"), database);
            List<TestClient> half = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                TestClient c = clients.get(i);
                half.add(
                        i % 2 == 0
                                ? c
                                : new TestClient(
                                        second.server().address(),
                                        people[i],
                                        TestServer.PASSWORD,
                                        c.account));
            }
            run(half, 10, 3);
            say(kind, CLIENTS + " devices at two servers, one event each", run(half, 1, seconds));
            second.close();
        }
        first.close();
    }

    private static TestServer serve(Path folder, @Nullable String database, String... people) {
        return new TestServer(
                OnPostgres.with(LindenServer.Options.loopback(folder), database),
                InstantSource.system(),
                people);
    }

    private static void say(String kind, String what, double[] result) {
        System.out.printf(
                "%s, %s: %.0f events/s, answered after %.1f ms (median), %.1f ms (95 %%)%n",
                kind, what, result[0], result[1], result[2]);
    }

    /** Events a second, and the median and 95th percentile of an answer in milliseconds. */
    private static double[] run(List<TestClient> clients, int events, int seconds)
            throws Exception {
        List<String> calendars = clients.stream().map(TestClient::calendar).toList();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Callable<List<Long>>> work = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            TestClient client = clients.get(i);
            String calendar = calendars.get(i);
            work.add(() -> {
                List<Long> times = new ArrayList<>();
                do {
                    long began = System.nanoTime();
                    write(client, calendar, events);
                    times.add(System.nanoTime() - began);
                } while (System.nanoTime() < end);
                return times;
            });
        }
        long began = System.nanoTime();
        List<Long> times = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Long>> done : threads.invokeAll(work)) {
                times.addAll(done.get());
            }
        }
        double took = (System.nanoTime() - began) / 1e9;
        times.sort(null);
        return new double[] {
            times.size() * events / took,
            times.get(times.size() / 2) / 1e6,
            times.get(times.size() * 95 / 100) / 1e6
        };
    }

    private static void write(TestClient client, String calendar, int events) {
        ObjectNode set = Json.object();
        ObjectNode create = set.putObject("create");
        for (int i = 0; i < events; i++) {
            create.set(
                    "e" + i, TestServer.json(TestClient.eventJson(calendar, ",'title':'Lunch'")));
        }
        int made = client.in(client.account, "CalendarEvent/set", set).path("created").size();
        if (made != events) {
            throw new AssertionError("made " + made);
        }
    }
}
