package app.linden.calendar.care;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder of the backups: one folder a day, in it one file a calendar. What is no backup is
 * neither counted nor removed. Runs on the calling thread.
 */
record BackupFolder(Path path) {
    static final int DAYS = 7;
    static final int WEEKS = 4;

    /** The folder of a day, made when it is not there; only its owner may enter. */
    Path make(LocalDate day) {
        Path folder = path.resolve(day.toString());
        try {
            boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                var own =
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------"));
                return Files.createDirectories(folder, own);
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "The folder " + folder + " cannot be made.", e);
        }
    }

    /** The days of which there are backups, the oldest first. */
    TreeSet<LocalDate> days() throws IOException {
        TreeSet<LocalDate> days = new TreeSet<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(path)) {
            for (Path folder : folders) {
                LocalDate day = day(folder);
                if (day != null && !files(folder).isEmpty()) {
                    days.add(day);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return days;
        }
        return days;
    }

    /** When the newest file was written, null when there is none. */
    @Nullable Instant last() throws IOException {
        Instant last = null;
        for (LocalDate day : days()) {
            for (Path file : files(path.resolve(day.toString()))) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                last = last == null || written.isAfter(last) ? written : last;
            }
        }
        return last;
    }

    /**
     * Removes what is older than the last {@value #DAYS} days with a backup, but for the newest of
     * each of the {@value #WEEKS} weeks before.
     */
    void tidy() throws IOException {
        TreeSet<LocalDate> all = days();
        Set<LocalDate> kept = kept(all);
        for (LocalDate day : all) {
            if (!kept.contains(day)) {
                remove(path.resolve(day.toString()));
            }
        }
    }

    static Set<LocalDate> kept(Set<LocalDate> days) {
        List<LocalDate> newestFirst = days.stream().sorted(Comparator.reverseOrder()).toList();
        Set<LocalDate> kept = new HashSet<>(newestFirst.stream().limit(DAYS).toList());
        Set<String> weeks = new HashSet<>();
        for (LocalDate day : newestFirst.stream().skip(DAYS).toList()) {
            if (weeks.size() < WEEKS && weeks.add(week(day))) {
                kept.add(day);
            }
        }
        return kept;
    }

    private static String week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR)
                + "/"
                + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    private static void remove(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        try (DirectoryStream<Path> rest = Files.newDirectoryStream(folder)) {
            if (rest.iterator().hasNext()) {
                return;
            }
        }
        Files.delete(folder);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(
                        folder,
                        f ->
                                f.getFileName()
                                        .toString()
                                        .toLowerCase(Locale.ROOT)
                                        .endsWith(".ics"))) {
            TreeSet<Path> all = new TreeSet<>();
            files.forEach(all::add);
            return List.copyOf(all);
        }
    }

    private static @Nullable LocalDate day(Path folder) {
        try {
            LocalDate day = LocalDate.parse(folder.getFileName().toString());
            return Files.isDirectory(folder) ? day : null;
        } catch (DateTimeException other) {
            return null;
        }
    }
}
