package app.linden.calendar.care;

import app.linden.base.Redaction;
import app.linden.calendar.Settings;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What this program and this computer are, in lines without a word about the person. */
final class Facts {
    private static final List<String> OF_JAVA =
            List.of("java.version", "java.vendor", "java.vm.name", "javafx.runtime.version");
    private static final List<String> OF_SYSTEM =
            List.of("os.name", "os.version", "os.arch", "file.encoding", "prism.order");

    /** Settings that are a choice of a few, a number or a yes; of others only that they are set. */
    private static final List<String> CHOICES =
            List.of(
                    "look",
                    "accent",
                    "textSize",
                    "language",
                    "weekStart",
                    "hours",
                    "weekNumbers",
                    "firstHour",
                    "lastHour",
                    "length",
                    "alert",
                    "notifications",
                    "tray",
                    "begun",
                    "view",
                    "backups",
                    "updates");

    private Facts() {}

    static String versions() {
        StringBuilder text = new StringBuilder();
        String version = Facts.class.getPackage().getImplementationVersion();
        line(text, "linden", version == null ? "not packaged" : version);
        OF_JAVA.forEach(name -> line(text, name, System.getProperty(name, "-")));
        OF_SYSTEM.forEach(name -> line(text, name, System.getProperty(name, "-")));
        line(text, "locale", Locale.getDefault());
        line(text, "zone", ZoneId.systemDefault());
        Runtime runtime = Runtime.getRuntime();
        line(text, "processors", runtime.availableProcessors());
        line(text, "memory in use", megabytes(runtime.totalMemory() - runtime.freeMemory()));
        line(text, "memory at most", megabytes(runtime.maxMemory()));
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start ->
                        line(
                                text,
                                "running for",
                                Duration.between(start, java.time.Instant.now()).toSeconds()
                                        + " s"));
        return text.toString();
    }

    static String settings(Settings settings) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, JsonNode> set : settings.json().properties()) {
            String name = set.getKey();
            JsonNode value = set.getValue();
            boolean plain = value.isNumber() || value.isBoolean() || isWord(value);
            if (CHOICES.contains(name)) {
                line(text, name, plain ? value.asString() : "(set)");
            } else if (name.matches("[A-Za-z]{1,20}")) {
                line(text, name, "(set)");
            }
        }
        return text.toString();
    }

    private static boolean isWord(JsonNode value) {
        return value.isString() && value.asString().matches("#?[A-Za-z0-9_]{1,15}");
    }

    static String counts(Map<String, Long> counts, boolean encrypted, Path profile) {
        StringBuilder text = new StringBuilder();
        line(text, "encrypted", encrypted);
        new TreeMap<>(counts).forEach((name, count) -> line(text, name, count));
        try (Stream<Path> files = Files.list(profile)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (Files.isRegularFile(file)
                        && name.matches("(linden|settings|reminders|secrets)[a-z0-9.-]*")) {
                    line(text, "size of " + name, Files.size(file));
                }
            }
            line(text, "free on the disk", megabytes(Files.getFileStore(profile).getUsableSpace()));
        } catch (IOException e) {
            line(text, "the folder cannot be read", e.getClass().getName());
        }
        return text.toString();
    }

    /** Where every thread of the system is now; virtual ones are not listed by Java. */
    static String threads() {
        StringBuilder text = new StringBuilder();
        Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
        all.entrySet().stream()
                .sorted((a, b) -> a.getKey().getName().compareTo(b.getKey().getName()))
                .forEach(entry -> {
                    Thread thread = entry.getKey();
                    text.append(Redaction.line(thread.getName()))
                            .append(thread.isDaemon() ? " (daemon) " : " ")
                            .append(thread.getState())
                            .append('\n');
                    for (StackTraceElement frame : entry.getValue()) {
                        text.append("    at ").append(frame).append('\n');
                    }
                });
        return text.toString();
    }

    private static String megabytes(long bytes) {
        return bytes / 1_000_000 + " MB";
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
