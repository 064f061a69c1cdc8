package app.linden.calendar.care;

import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.base.Redaction;
import app.linden.calendar.Settings;
import app.linden.calendar.WholeFile;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A report of how this Linden is, to send along with a description of a fault: versions, choices,
 * numbers, logs. No title, name, address, password or token is in it. Any thread; the work is done
 * on one of its own.
 */
public final class Diagnostics {
    private static final int LONGEST_LOG = 3_000_000;

    private final Path profile;
    private final Supplier<Settings> settings;
    private final @Nullable Store store;

    /**
     * @param profile the folder of the device
     * @param store null where the cache cannot be opened; then nothing is counted
     */
    public Diagnostics(Path profile, Supplier<Settings> settings, @Nullable Store store) {
        this.profile = profile;
        this.settings = settings;
        this.store = store;
    }

    /** Everything that would be written, to be looked at before. */
    public CompletableFuture<List<Piece>> gather() {
        return apart(this::pieces);
    }

    private List<Piece> pieces() throws IOException {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(Piece.of("versions.txt", Facts.versions()));
        pieces.add(Piece.of("settings.txt", Facts.settings(settings.get())));
        if (store != null) {
            pieces.add(
                    Piece.of(
                            "counts.txt",
                            Facts.counts(store.counts(), store.encrypted(), profile)));
        }
        pieces.add(Piece.of("threads.txt", Facts.threads()));
        pieces.addAll(logs(profile.resolve("logs")));
        FlightRecording.piece().ifPresent(pieces::add);
        return List.copyOf(pieces);
    }

    /** Gone through once more: an older Linden may have written them. */
    private static List<Piece> logs(Path folder) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return pieces;
        }
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "linden-*.log")) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            if (Files.size(file) <= LONGEST_LOG) {
                StringBuilder text = new StringBuilder();
                // Of what is no text, as after a power cut, the rest can still be read.
                String content =
                        new String(
                                Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
                content.lines().forEach(l -> text.append(again(l)).append('\n'));
                pieces.add(Piece.of("logs/" + file.getFileName(), text.toString()));
            }
        }
        return pieces;
    }

    /** Lines of code are kept as they are. */
    private static String again(String line) {
        return line.matches("    at [\\w.$/<>]+\\([\\w. :]*\\)") ? line : Redaction.line(line);
    }

    /**
     * Writes what was gathered as one archive; there is the whole file or none.
     *
     * @return fails with a {@link Problem} STORAGE or BAD_INPUT
     */
    public static CompletableFuture<Void> write(List<Piece> pieces, Path file) {
        return apart(() -> WholeFile.write(file, out -> zip(pieces, out))).thenAccept(n -> {});
    }

    private static int zip(List<Piece> pieces, OutputStream out) {
        try {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (Piece piece : pieces) {
                zip.putNextEntry(new ZipEntry(piece.name()));
                zip.write(piece.content());
                zip.closeEntry();
            }
            zip.finish();
            return pieces.size();
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "The report could not be written.", e);
        }
    }

    private static <T> CompletableFuture<T> apart(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Loop.start(
                "diagnostics",
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }
}
