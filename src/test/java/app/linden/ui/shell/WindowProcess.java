package app.linden.ui.shell;

import app.linden.base.Problem;
import app.linden.model.Json;

import tools.jackson.databind.node.ObjectNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The other end of an {@link OfflineWindow}: starts it, tells it what to do, hears what it says,
 * and kills it. Used by a test's thread; a thread of its own listens.
 */
final class WindowProcess implements AutoCloseable {
    private static final ObjectNode END = Json.object().put("say", "end");

    private final Process process;
    private final Path errors;
    private final BlockingQueue<ObjectNode> heard = new LinkedBlockingQueue<>();

    WindowProcess(Path profile, String server, long seed) throws IOException {
        errors = profile.resolveSibling(profile.getFileName() + ".err");
        process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx512m",
                                        "-XX:TieredStopAtLevel=1",
                                        "-XX:+UseSerialGC",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-Dglass.platform=Headless",
                                        "-Dprism.order=sw",
                                        "-Djava.awt.headless=true",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        OfflineWindow.class.getName(),
                                        profile.toString(),
                                        server,
                                        Long.toString(seed)))
                        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                        .start();
        Thread.ofPlatform().daemon().name("window-says").start(this::listen);
        expect("ready");
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{")) {
                    heard.add(Json.parseObject(line));
                }
            }
        } catch (IOException | Problem e) {
            heard.add(Json.object().put("say", "failed").put("why", String.valueOf(e)));
        }
        heard.add(END);
    }

    void tell(String word) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(word).append('\n').flush();
    }

    /** The next thing that it says; "end" when it can say nothing any more. */
    ObjectNode next() {
        try {
            ObjectNode line = heard.poll(30, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("the window says nothing for 30 s" + complaints());
            }
            return line;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    ObjectNode expect(String what) {
        ObjectNode line = next();
        if (!said(line).equals(what)) {
            throw new AssertionError("not " + what + " but " + line + complaints());
        }
        return line;
    }

    static String said(ObjectNode line) {
        return line.path("say").asString("");
    }

    /**
     * With SIGKILL, where there are signals: no hook runs, nothing is flushed. What it said before
     * can still be heard.
     */
    void kill() throws InterruptedException {
        // The process itself would close the pipe with what is still in it.
        process.toHandle().destroyForcibly();
        int code = process.waitFor();
        boolean windows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        if (!windows && code != 128 + 9) {
            throw new AssertionError("it was not killed, it ended with " + code + complaints());
        }
    }

    void quit() throws IOException, InterruptedException {
        tell("quit");
        expect("end");
        int code = process.waitFor();
        if (code != 0) {
            throw new AssertionError("it ended with " + code + complaints());
        }
    }

    private String complaints() {
        try {
            return "\n" + Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
