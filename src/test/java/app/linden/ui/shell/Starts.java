package app.linden.ui.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a bundle takes from the start of its process to the first painted month: with all
 * measures taken, with each of them left out, and on profiles of several sizes. In turns, so that a
 * busy machine is busy for all. Arguments: the image (target/bundle/linden), the number of rounds,
 * a folder to work in, and the sizes, such as {@code 100 100000}. Needs a display and Linux.
 */
final class Starts {
    private static final Pattern PAINTED = Pattern.compile("painted after (\\d+) ms");
    private static final String CFG = "lib/app/linden.cfg";

    private Starts() {}

    public static void main(String[] arguments) throws Exception {
        Path image = Path.of(arguments[0]).toAbsolutePath();
        int rounds = Integer.parseInt(arguments[1]);
        Path work = Files.createDirectories(Path.of(arguments[2]).toAbsolutePath());
        Map<String, Path> profiles = new LinkedHashMap<>();
        for (int i = 3; i < arguments.length; i++) {
            profiles.put(arguments[i] + " events", profile(image, work, arguments[i]));
        }
        Map<String, Path> images = new LinkedHashMap<>();
        images.put("as bundled", image);
        images.put("without the AOT cache", without(image, work, "no-aot", "AOTCache"));
        images.put(
                "without cache and flags",
                without(image, work, "plain", "AOTCache|UseSerialGC|UseCompactObjectHeaders"));
        Path first = profiles.values().iterator().next();
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<String, Path> i : images.entrySet()) {
                add(times, i.getKey(), start(i.getValue(), first), round);
            }
            for (Map.Entry<String, Path> p : profiles.entrySet()) {
                add(times, "as bundled, " + p.getKey(), start(image, p.getValue()), round);
            }
        }
        times.forEach((what, all) -> {
            List<Long> sorted = all.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "%s: median %d ms of %d (%d to %d)%n",
                    what,
                    sorted.get(sorted.size() / 2),
                    sorted.size(),
                    sorted.getFirst(),
                    sorted.getLast());
        });
    }

    /** The first round warms the disk's cache and does not count. */
    private static void add(Map<String, List<Long>> times, String what, long ms, int round) {
        if (round >= 0) {
            times.computeIfAbsent(what, w -> new ArrayList<>()).add(ms);
        }
    }

    /** The image again, made of links, without some of its options. */
    private static Path without(Path image, Path work, String name, String options)
            throws IOException, InterruptedException {
        Path copy = work.resolve(name);
        if (Files.exists(copy)) {
            return copy;
        }
        run("cp", "-al", image.toString(), copy.toString());
        Path cfg = copy.resolve(CFG);
        List<String> kept =
                Files.readAllLines(cfg).stream()
                        .filter(l -> !l.matches("java-options=.*(" + options + ").*"))
                        .toList();
        // A new file: the old one is the image's too.
        Files.delete(cfg);
        Files.write(cfg, kept);
        return copy;
    }

    private static Path profile(Path image, Path work, String events)
            throws IOException, InterruptedException {
        Path folder = work.resolve("profile-" + events);
        if (Files.exists(folder)) {
            return folder;
        }
        Path ics = work.resolve("events-" + events + ".ics");
        Files.writeString(ics, calendar(Integer.parseInt(events)));
        // Where there is no keychain, its question was answered with "Do without".
        Files.createDirectories(folder);
        Files.createFile(folder.resolve("secrets.this-run"));
        run(
                image.resolve("bin/linden").toString(),
                "import",
                ics.toString(),
                "--profile",
                folder.toString());
        return folder;
    }

    /** Half of them in the month that is shown, the rest around it. */
    private static String calendar(int events) {
        StringBuilder ics =
                new StringBuilder(
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Linden//Starts//EN\r\n");
        LocalDateTime middle =
                LocalDate.now(ZoneId.systemDefault()).withDayOfMonth(15).atTime(9, 0);
        DateTimeFormatter form = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
        for (int i = 0; i < events; i++) {
            // At most some sixty in the month, as people have; the rest years around it.
            long days = i < 60 ? i % 30 - 15 : (i % 2 == 0 ? 1 : -1) * (30 + i % 3_000);
            LocalDateTime at = middle.plusDays(days).plusMinutes(15L * (i % 32));
            ics.append("BEGIN:VEVENT\r\nUID:start-")
                    .append(i)
                    .append("\r\nDTSTAMP:20260101T000000Z");
            ics.append("\r\nDTSTART:").append(form.format(at));
            ics.append("\r\nDURATION:PT45M\r\nSUMMARY:Event ")
                    .append(i)
                    .append("\r\nEND:VEVENT\r\n");
        }
        return ics.append("END:VCALENDAR\r\n").toString();
    }

    /** Milliseconds to the first painted month. */
    private static long start(Path image, Path profile) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        image.resolve("bin/linden").toString(), "--profile", profile.toString());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dlinden.stopwatch=true");
        builder.redirectErrorStream(true);
        Process process = builder.start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                Matcher m = PAINTED.matcher(line);
                if (m.find()) {
                    long ms = Long.parseLong(m.group(1));
                    end(process);
                    return ms;
                }
            }
        }
        throw new IOException("It painted nothing: " + said);
    }

    private static void end(Process process) throws InterruptedException {
        try (Stream<ProcessHandle> all = process.descendants()) {
            all.forEach(ProcessHandle::destroy);
        }
        process.destroy();
        process.waitFor();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }
}
