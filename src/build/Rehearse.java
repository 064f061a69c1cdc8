import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Teaches a jpackage image to start fast: runs its launcher once through a rehearsal, makes an AOT
 * cache (JEP 483, 515) of the classes that it loaded, puts that beside the jars and names it in
 * each launcher's configuration. The build starts this file as it is ({@code java Rehearse.java
 * IMAGE LAUNCHER}). Without a screen JavaFX's headless platform serves.
 */
class Rehearse {
    private static final String CACHE = "linden.aot";
    private static final String SECTION = "[JavaOptions]";

    private final Path image;
    private final Path launcher;

    private Rehearse(Path image, String name) throws IOException {
        this.image = image;
        this.launcher = find(name);
    }

    public static void main(String... args) throws IOException, InterruptedException {
        new Rehearse(Path.of(args[0]).toAbsolutePath(), args[1]).run();
    }

    private void run() throws IOException, InterruptedException {
        Path app = find("linden.jar").getParent();
        Path seen = Files.createTempFile("linden", ".aotconf");
        Path cache = app.resolve(CACHE);
        Path data = Files.createTempDirectory("linden-rehearsal");
        try {
            settle(app);
            start(
                    "-XX:AOTMode=record -XX:AOTConfiguration='" + seen + "'" + screen(),
                    "try",
                    "--rehearse",
                    "--data",
                    data.toString());
            start(
                    "-XX:AOTMode=create -XX:AOTConfiguration='"
                            + seen
                            + "' -XX:AOTCache='"
                            + cache
                            + "'",
                    "try");
        } finally {
            Files.deleteIfExists(seen);
            delete(data);
        }
        if (!Files.isRegularFile(cache)) {
            throw new IOException("The rehearsal left no " + cache);
        }
        try (Stream<Path> files = Files.list(app)) {
            for (Path cfg : files.filter(f -> f.toString().endsWith(".cfg")).toList()) {
                String text = Files.readString(cfg);
                String option =
                        System.lineSeparator() + "java-options=-XX:AOTCache=$APPDIR/" + CACHE;
                if (!text.contains(SECTION)) {
                    throw new IOException("There is no " + SECTION + " in " + cfg);
                }
                Files.writeString(cfg, text.replace(SECTION, SECTION + option));
            }
        }
        if (System.getProperty("os.name").startsWith("Mac")) {
            seal();
        }
    }

    /**
     * The cache is used only while the jars have the times that it saw, in seconds. Packages keep
     * seconds of two at most, and none later than their own build: so one even second, long ago.
     */
    private static void settle(Path app) throws IOException {
        FileTime time = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));
        try (Stream<Path> files = Files.walk(app)) {
            for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
                Files.setLastModifiedTime(jar, time);
            }
        }
    }

    /**
     * jpackage sealed the app before there was a cache in it; a broken seal counts as damage. With
     * a certificate's name in LINDEN_MAC_IDENTITY jpackage signs it anew for notarisation, each
     * library with it, and notes that it did: else it would take that away when it makes the dmg.
     * Java needs the hardened runtime's permission to write machine code.
     */
    private void seal() throws IOException, InterruptedException {
        String identity = System.getenv("LINDEN_MAC_IDENTITY");
        List<String> command = new ArrayList<>();
        if (identity == null || identity.isBlank()) {
            command.addAll(List.of("codesign", "--force", "--deep", "--sign", "-"));
            command.add(image.toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString());
            command.addAll(List.of("--type", "app-image", "--app-image", image.toString()));
            command.addAll(List.of("--mac-sign", "--mac-signing-key-user-name"));
            command.add(identity.replaceFirst("^Developer ID Application: ", ""));
            command.addAll(List.of("--mac-entitlements", "packaging/mac/linden.entitlements"));
        }
        Process signing = new ProcessBuilder(command).inheritIO().start();
        if (signing.waitFor() != 0) {
            throw new IOException(command.getFirst() + " failed for " + image);
        }
    }

    private static String screen() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        return linux && System.getenv("DISPLAY") == null
                ? " -Dglass.platform=Headless -Dprism.order=sw"
                : "";
    }

    private void start(String options, String... words) throws IOException, InterruptedException {
        ProcessBuilder process =
                new ProcessBuilder(
                        Stream.concat(Stream.of(launcher.toString()), Stream.of(words)).toList());
        process.environment().put("JAVA_TOOL_OPTIONS", options);
        Path log = Files.createTempFile("linden-rehearsal", ".log");
        process.redirectErrorStream(true).redirectOutput(log.toFile());
        Process running = process.start();
        boolean ended = running.waitFor(5, TimeUnit.MINUTES);
        if (!ended || running.exitValue() != 0) {
            running.destroyForcibly();
            throw new IOException(
                    "The rehearsal "
                            + List.of(words)
                            + (ended ? " failed:\n" : " does not end:\n")
                            + Files.readString(log));
        }
        Files.delete(log);
    }

    private Path find(String name) throws IOException {
        try (Stream<Path> all = Files.walk(image)) {
            return all.filter(f -> f.getFileName().toString().equals(name))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no " + name + " in " + image));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
