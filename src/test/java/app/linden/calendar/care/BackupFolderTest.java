package app.linden.calendar.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.TreeSet;

/** Which backups stay. */
final class BackupFolderTest {
    @TempDir private Path folder;

    @Test
    void daysOfAWeekAndFourWeeksStay() throws IOException {
        BackupFolder backups = new BackupFolder(folder.resolve("backups"));
        assertNull(backups.last());
        LocalDate first = LocalDate.of(2026, 9, 1);
        for (LocalDate day = first; !day.isAfter(first.plusDays(90)); day = day.plusDays(1)) {
            Files.writeString(backups.make(day).resolve("A.ics"), "x");
            backups.tidy();
            assertTrue(backups.days().size() <= BackupFolder.DAYS + BackupFolder.WEEKS);
        }
        TreeSet<LocalDate> kept = backups.days();
        assertEquals(11, kept.size());
        LocalDate last = first.plusDays(90);
        for (int n = 0; n < 7; n++) {
            assertTrue(kept.contains(last.minusDays(n)));
        }
        // Of the weeks before, their Sundays; the newest is the last day that is no more among
        // the seven.
        assertEquals(last.minusDays(7).getDayOfWeek(), DayOfWeek.MONDAY);
        assertTrue(kept.contains(last.minusDays(7)));
        assertTrue(kept.contains(last.minusDays(8)));
        assertTrue(kept.contains(last.minusDays(15)));
        assertTrue(kept.contains(last.minusDays(22)));
    }

    @Test
    void whatIsNoBackupIsLeftAlone() throws IOException {
        BackupFolder backups = new BackupFolder(folder.resolve("backups"));
        Path oldest = backups.make(LocalDate.of(2020, 1, 1));
        Files.writeString(oldest.resolve("A.ics"), "x");
        Files.writeString(oldest.resolve("my notes.txt"), "mine");
        Files.createDirectories(folder.resolve("backups/holiday pictures"));
        for (int n = 1; n <= 30; n++) {
            Files.writeString(
                    backups.make(LocalDate.of(2026, 1, 1).plusDays(n)).resolve("A.ics"), "x");
        }
        backups.tidy();
        assertFalse(Files.exists(oldest.resolve("A.ics")));
        assertEquals("mine", Files.readString(oldest.resolve("my notes.txt")));
        assertTrue(Files.isDirectory(folder.resolve("backups/holiday pictures")));
        assertFalse(backups.days().contains(LocalDate.of(2020, 1, 1)));
    }
}
