import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes down the licences of all libraries in a bundle: THIRD-PARTY.txt from the bill of materials
 * (CycloneDX, JSON), that itself, and the texts that the libraries bring. The build starts this
 * file as it is ({@code java Licences.java BOM JARS OUT}) and stops when a library has no licence.
 */
class Licences {
    private static final Pattern COMPONENT =
            Pattern.compile("\"purl\"\\s*:\\s*\"pkg:maven/([^/\"]+)/([^@\"]+)@([^?\"]+)");
    private static final Pattern LICENCE =
            Pattern.compile("\"(?:id|name|expression)\"\\s*:\\s*\"([^\"]+)\"");

    public static void main(String... args) throws IOException {
        Path out = Path.of(args[2]);
        Files.createDirectories(out);
        String bom = Files.readString(Path.of(args[0]));
        List<String> lines = new ArrayList<>();
        List<String> without = new ArrayList<>();
        String components = bom.substring(bom.indexOf("\"components\""));
        for (String part : components.split("\"bom-ref\"")) {
            Matcher component = COMPONENT.matcher(part);
            if (!component.find()) {
                continue;
            }
            String name = component.group(1) + ":" + component.group(2) + ":" + component.group(3);
            List<String> licences = new ArrayList<>();
            int at = part.indexOf("\"licenses\"");
            if (at >= 0) {
                Matcher licence = LICENCE.matcher(part.substring(at, part.indexOf(']', at)));
                while (licence.find()) {
                    licences.add(licence.group(1));
                }
            }
            (licences.isEmpty() ? without : lines).add(name + ": " + String.join(", ", licences));
        }
        if (!without.isEmpty() || lines.isEmpty()) {
            throw new IOException("No licence is known of " + without);
        }
        Path copy = out.resolve(Path.of(args[0]).getFileName());
        Files.copy(Path.of(args[0]), copy, StandardCopyOption.REPLACE_EXISTING);
        lines.sort(null);
        lines.add("");
        lines.add("and these fonts:");
        lines.add("");
        lines.add("Inter: OFL-1.1");
        lines.add("DejaVu Sans: Bitstream-Vera");
        Path fonts = Path.of("src/main/resources/app/linden/paper");
        for (String font : List.of("Inter-LICENSE.txt", "DejaVuSans-LICENSE.txt")) {
            Files.copy(fonts.resolve(font), out.resolve(font), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(
                out.resolve("THIRD-PARTY.txt"),
                "Linden is Apache-2.0. It brings these libraries:\n\n"
                        + String.join("\n", lines)
                        + "\n");
        try (Stream<Path> jars = Files.list(Path.of(args[1]))) {
            for (Path jar : jars.filter(j -> j.toString().endsWith(".jar")).sorted().toList()) {
                texts(jar, out);
            }
        }
    }

    private static void texts(Path jar, Path out) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(Licences::isText).toList()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                String from = jar.getFileName().toString().replaceFirst("\\.jar$", "");
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.write(out.resolve(from + "-" + name), in.readAllBytes());
                }
            }
        }
    }

    private static boolean isText(ZipEntry entry) {
        String name = entry.getName().toUpperCase(Locale.ROOT);
        return !entry.isDirectory()
                && name.matches("(META-INF/)?(LICENSE|LICENCE|NOTICE|COPYING)[^/]*");
    }
}
