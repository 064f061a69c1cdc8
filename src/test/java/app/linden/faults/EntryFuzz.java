package app.linden.faults;

import app.linden.base.Problem;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Strikes at the door of a real server, which has 512 MB: arguments are "http" or "socket", a seed,
 * and how many minutes. Every 5xx but 503 and every serverFail is a finding; so are an answer that
 * does not come, a good client who waits for over ten seconds, memory that grows, and the end of
 * the process. Ends with status 1 when there is one.
 */
final class EntryFuzz implements AutoCloseable {
    private static final long GROWTH = 64L << 20;
    private static final int MOST_TOLD = 20;

    private final Process process;
    private final BufferedReader says;
    private final URI address;
    private final List<String> accounts = new ArrayList<>();
    private final Map<String, Integer> seen = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private long served;
    private long slowest;

    private EntryFuzz(Path folder) throws IOException {
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EntryServer.class.getName(),
                                folder.resolve("data").toString())
                        .redirectError(folder.resolve("log").toFile())
                        .start();
        says =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        accounts.add(line());
        accounts.add(line());
        address = URI.create(line());
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("linden-entry");
        boolean clean;
        try (EntryFuzz fuzz = new EntryFuzz(folder)) {
            clean =
                    fuzz.run(
                            arguments[0],
                            Long.parseLong(arguments[1]),
                            Duration.ofSeconds((long) (60 * Double.parseDouble(arguments[2]))));
            fuzz.tellLog(folder.resolve("log"));
        } finally {
            PowerCuts.delete(folder);
        }
        System.exit(clean ? 0 : 1);
    }

    private String line() throws IOException {
        String line = says.readLine();
        if (line == null) {
            throw new IOException("The server ended.");
        }
        return line;
    }

    private boolean run(String way, long seed, Duration time) throws Exception {
        System.out.println(way + ", seed " + seed + ", " + time.toSeconds() + " s, " + address);
        Thread good = Thread.ofPlatform().start(this::serve);
        Random random = new Random(seed);
        EntryWords words = new EntryWords(random, List.of(accounts.get(1), accounts.get(0), "x"));
        EntryStrokes strokes =
                way.equals("http")
                        ? new HttpStrokes(address, mallory(), random, words, this)
                        : new SocketStrokes(address, mallory(), random, words, this);
        List<Long> heaps = new ArrayList<>();
        long began = System.nanoTime();
        long strokesDone = 0;
        try {
            // The first quarter fills caches; what is used after it is what later ones compare to.
            for (int quarter = 1; quarter <= 4; quarter++) {
                long until = began + time.toNanos() * quarter / 4;
                while (System.nanoTime() < until && process.isAlive()) {
                    strokes.one();
                    strokesDone++;
                }
                if (process.isAlive()) {
                    heaps.add(heap());
                }
            }
        } catch (IOException ended) {
            found("the server cannot be reached", ended.toString());
        } finally {
            end.countDown();
            good.join();
        }
        if (!process.isAlive()) {
            found("the process ended", "status " + process.exitValue());
        } else if (heaps.getLast() - heaps.getFirst() > GROWTH) {
            found("memory grew", heaps.toString());
        }
        System.out.println(strokesDone + " strokes: " + seen);
        System.out.println(
                "used after a collection, in MB, after each quarter: "
                        + heaps.stream().map(h -> h >> 20).toList());
        System.out.println(
                "a good client was served "
                        + served
                        + " times, the slowest took "
                        + slowest
                        + " ms");
        System.out.println(findings.size() + " findings");
        findings.stream().limit(MOST_TOLD).forEach(System.out::println);
        return findings.isEmpty();
    }

    private String mallory() {
        return basic("mallory");
    }

    private static String basic(String name) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (name + ":" + Kills.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private long heap() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return Long.parseLong(line());
    }

    /** The good client: reads its calendars, ten times a second. */
    private void serve() {
        String body =
                ("{'using':['urn:ietf:params:jmap:core','urn:ietf:params:jmap:calendars'],"
                                + "'methodCalls':[['Calendar/get',{'accountId':'"
                                + accounts.getFirst()
                                + "'},'0']]}")
                        .replace('\'', '"');
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!end.await(100, TimeUnit.MILLISECONDS)) {
                long start = System.nanoTime();
                try {
                    HttpResponse<String> answer =
                            http.send(
                                    HttpRequest.newBuilder(address.resolve("/jmap/api"))
                                            .timeout(Duration.ofSeconds(10))
                                            .header("Authorization", basic("anna"))
                                            .header("Content-Type", "application/json")
                                            .POST(HttpRequest.BodyPublishers.ofString(body))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() != 200 || !answer.body().contains("\"list\"")) {
                        found("the good client was refused", answer.body());
                    }
                    served++;
                } catch (IOException e) {
                    found("the good client was not served", e.toString());
                }
                slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts an answer. */
    synchronized void saw(String what) {
        seen.merge(what, 1, Integer::sum);
    }

    synchronized void found(String what, String sent) {
        findings.add(what + "\n    " + (sent.length() > 3_000 ? sent.substring(0, 3_000) : sent));
    }

    /** Looks into a JMAP answer for errors of the server, and for ids. */
    void judge(String answer, String sent, EntryWords words) {
        for (String bad :
                List.of("\"serverFail\"", "\"serverUnavailable\"", "\"status\":500", "Exception")) {
            if (answer.contains(bad) && !sent.contains(bad)) {
                found(answer.substring(0, Math.min(1_000, answer.length())), sent);
                return;
            }
        }
        JsonNode json = parsed(answer);
        if (json != null) {
            json.path("methodResponses")
                    .forEach(r -> {
                        r.path(1)
                                .path("created")
                                .forEach(made -> words.learn(made.path("id").asString("x")));
                        r.path(1).path("ids").forEach(id -> words.learn(id.asString("x")));
                    });
            JsonNode blob = json.path("blobId");
            if (blob.isString()) {
                words.learn(blob.asString());
            }
        }
    }

    private static @Nullable JsonNode parsed(String text) {
        try {
            return Json.parse(text);
        } catch (Problem noJson) {
            return null;
        }
    }

    private void tellLog(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        System.out.println("the server's log has " + lines.size() + " lines");
        lines.stream()
                .filter(l -> l.contains("Exception") || l.contains("Error"))
                .distinct()
                .limit(MOST_TOLD)
                .forEach(System.out::println);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
