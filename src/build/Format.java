import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds the sources to google-java-format, AOSP style. The build starts this file as it is ({@code
 * java Format.java check|write FOLDER...}), since the formatter's own command takes no folders and
 * a shell that could list them is not the same on every system.
 */
class Format {
    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    public static void main(String... args) throws IOException {
        boolean write = args[0].equals("write");
        List<Path> files = new ArrayList<>();
        for (String folder : Arrays.asList(args).subList(1, args.length)) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> all = Files.walk(Path.of(folder))) {
                    all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                }
            }
        }
        List<String> complaints =
                files.parallelStream()
                        .map(file -> format(file, write))
                        .filter(complaint -> !complaint.isEmpty())
                        .sorted()
                        .toList();
        complaints.forEach(System.err::println);
        if (!complaints.isEmpty()) {
            System.err.println("To format all sources: mvn -q process-sources -Pformat");
            System.exit(1);
        }
    }

    /** The complaint about this file, empty when there is none. */
    private static String format(Path file, boolean write) {
        try {
            String before = Files.readString(file);
            // A checkout with Windows line ends is as good as one without.
            String after = FORMATTER.formatSourceAndFixImports(before.replace("\r\n", "\n"));
            if (after.equals(before.replace("\r\n", "\n"))) {
                return "";
            }
            if (!write) {
                return file + ": not formatted" + firstDifference(before, after);
            }
            Files.writeString(file, after);
            return "";
        } catch (FormatterException e) {
            return file + ":" + e.getMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstDifference(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> wanted = after.lines().toList();
        for (int i = 0; i < Math.min(old.size(), wanted.size()); i++) {
            if (!old.get(i).equals(wanted.get(i))) {
                return "; line %d should be: %s".formatted(i + 1, wanted.get(i));
            }
        }
        return "";
    }
}
