import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            start(
                    "-XX:AOTMode=record -XX:AOTConfiguration=" + seen + screen(),
                    "try",
                    "--rehearse",
                    "--data",
                    data.toString());
            start(
                    "-XX:AOTMode=create -XX:AOTConfiguration=" + seen + " -XX:AOTCache=" + cache,
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
                Files.writeString(
                        cfg,
                        Files.readString(cfg)
                                .replace(
                                        SECTION,
                                        SECTION
                                                + System.lineSeparator()
                                                + "java-options=-XX:AOTCache=$APPDIR/"
                                                + CACHE));
            }
        }
        if (System.getProperty("os.name").startsWith("Mac")) {
            seal();
        }
    }

    /**
     * jpackage sealed the app before there was a cache in it; a broken seal counts as damage. With
     * a certificate's name in LINDEN_MAC_IDENTITY it is signed for notarisation: Java needs the
     * hardened runtime's permission to write machine code and to load its own libraries.
     */
    private void seal() throws IOException, InterruptedException {
        String identity = System.getenv("LINDEN_MAC_IDENTITY");
        List<String> command = new ArrayList<>(List.of("codesign", "--force", "--deep"));
        if (identity == null || identity.isBlank()) {
            command.addAll(List.of("--sign", "-"));
        } else {
            command.addAll(List.of("--options", "runtime", "--timestamp"));
            command.addAll(List.of("--entitlements", "packaging/mac/linden.entitlements"));
            command.addAll(List.of("--sign", identity));
        }
        command.add(image.toString());
        Process codesign = new ProcessBuilder(command).inheritIO().start();
        if (codesign.waitFor() != 0) {
            throw new IOException("codesign failed for " + image);
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
