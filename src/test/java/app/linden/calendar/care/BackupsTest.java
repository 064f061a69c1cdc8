package app.linden.calendar.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.linden.base.Ids;
import app.linden.calendar.Exports;
import app.linden.calendar.Imports;
import app.linden.calendar.SettingsFile;
import app.linden.store.Store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Backups of a real cache into a real folder, on a clock that is turned by hand. */
final class BackupsTest {
    @TempDir private Path profile;
    private final HandClock clock = new HandClock("2026-11-24T09:00:00Z");
    private Ids ids;
    private Store store;
    private Exports exports;
    private SettingsFile settings;
    private String calendar;
    private Backups backups;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void open() {
        ids = new Ids(clock, new Random(7));
        store = Store.open(profile, clock, ids);
        store.localAccount("This computer", "Family: ours / yours").join();
        calendar = store.calendars().getFirst().id();
        exports = new Exports(store);
        settings = SettingsFile.ofThisRun();
        backups = begin();
    }

    @AfterEach
    void close() {
        backups.close();
        settings.close();
        store.close();
    }

    private Backups begin() {
        Backups begun = new Backups(store, exports, settings, profile, clock);
        begun.told().watch(told::add);
        begun.start();
        return begun;
    }

    private void add(String title) {
        String file =
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:%s
                DTSTAMP:20261101T080000Z
                DTSTART:20261124T090000Z
                DURATION:PT1H
                SUMMARY:%s
                END:VEVENT
                END:VCALENDAR
                """
                        .formatted(ids.next(), title)
                        .replace("\n", "\r\n");
        new Imports(store, ids)
                .importInto(
                        calendar, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
                .join();
    }

    private Path file(String day) {
        return profile.resolve("backups").resolve(day).resolve("Family ours yours.ics");
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(profile.resolve("backups"))) {
            return all.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void onceADayAndAtTheEndWhenSomethingChanged() throws IOException {
        add("Dentist");
        backups.lookNow().join();
        assertTrue(Files.readString(file("2026-11-24")).contains("SUMMARY:Dentist"));
        assertNotNull(backups.state().get().last());
        add("Choir");
        clock.turn(Duration.ofHours(2));
        backups.lookNow().join();
        assertFalse(Files.readString(file("2026-11-24")).contains("Choir"), "once a day");
        backups.close();
        assertTrue(Files.readString(file("2026-11-24")).contains("SUMMARY:Choir"));

        backups = begin();
        Files.delete(file("2026-11-24"));
        backups.close();
        assertFalse(Files.exists(file("2026-11-24")), "nothing changed since");

        backups = begin();
        clock.turn(Duration.ofDays(1));
        backups.lookNow().join();
        assertEquals(List.of("2026-11-24", "2026-11-25"), folders());
        for (int n = 0; n < 40; n++) {
            clock.turn(Duration.ofDays(1));
            backups.lookNow().join();
        }
        assertEquals(7 + 4, new BackupFolder(backups.folder()).days().size());
        assertEquals(List.of(""), told.stream().distinct().toList(), "nothing went wrong");
    }

    @Test
    void anotherStartOnTheSameDayWritesNothing() throws IOException {
        add("Dentist");
        backups.lookNow().join();
        backups.close();
        backups = begin();
        Files.writeString(file("2026-11-24"), "as it was");
        backups.lookNow().join();
        assertEquals("as it was", Files.readString(file("2026-11-24")));
    }

    @Test
    void onlyTheOwnerMayEnter() throws IOException {
        assumeTrue(profile.getFileSystem().supportedFileAttributeViews().contains("posix"));
        add("Dentist");
        backups.lookNow().join();
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(backups.folder())));
    }

    @Test
    void switchedOffItWritesNothing() {
        settings.change(s -> s.withBackups(false));
        add("Dentist");
        backups.lookNow().join();
        backups.close();
        assertFalse(Files.exists(backups.folder()));
    }

    @Test
    void anEmptyCalendarLeavesEarlierBackupsAlone() {
        backups.lookNow().join();
        assertFalse(Files.exists(backups.folder()));
        assertEquals("", backups.state().get().problem());
    }

    @Test
    void aFullDiskIsToldOnceAndTriedAgain() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no disk that is always full");
        add("Dentist");
        Files.createDirectories(file("2026-11-24").getParent());
        Files.createSymbolicLink(file("2026-11-24"), full);
        backups.lookNow().join();
        backups.lookNow().join();
        assertEquals(1, told.stream().filter(s -> !s.isEmpty()).count(), told.toString());
        assertTrue(told.getLast().contains("could not be backed up"), told.toString());
        assertEquals(told.getLast(), backups.state().get().problem());
        Files.delete(file("2026-11-24"));
        backups.lookNow().join();
        assertTrue(Files.readString(file("2026-11-24")).contains("SUMMARY:Dentist"));
        assertEquals("", backups.state().get().problem());
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndHoldsNothingUp() throws IOException {
        add("Dentist");
        Files.writeString(backups.folder(), "a file where the folder should be");
        backups.lookNow().join();
        assertTrue(backups.state().get().problem().contains("cannot be made"));
        backups.close();
        assertEquals(1, told.stream().filter(s -> !s.isEmpty()).count(), told.toString());
    }

    @Test
    void aReadOnlyFolderIsTold() throws IOException {
        assumeTrue(profile.getFileSystem().supportedFileAttributeViews().contains("posix"));
        add("Dentist");
        Files.createDirectories(backups.folder());
        Files.setPosixFilePermissions(
                backups.folder(), PosixFilePermissions.fromString("r-x------"));
        assumeTrue(!Files.isWritable(backups.folder()), "root writes everywhere");
        backups.lookNow().join();
        assertFalse(backups.state().get().problem().isEmpty());
        Files.setPosixFilePermissions(
                backups.folder(), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void whatTheBackupHoldsComesBack() throws IOException {
        add("Dentist");
        backups.lookNow().join();
        try (Store other = Store.open(Files.createDirectory(profile.resolve("b")), clock, ids)) {
            other.localAccount("This computer", "New").join();
            String id = other.calendars().getFirst().id();
            new Imports(other, ids).importInto(id, file("2026-11-24")).join();
            assertEquals("Dentist", other.eventsIn(id).getFirst().event().title());
        }
    }
}
