package app.linden.calendar.port;

import java.nio.file.Path;
import java.util.Optional;

/** Lets the person choose files with the system's own dialog. Call on the thread of the window. */
public interface Files {
    /** An iCalendar file to read, empty when the person chose none. */
    Optional<Path> chooseCalendarFile();

    /**
     * Where to write a file, empty when the person chose nothing.
     *
     * @param name what it would be called, without folder; its ending says what it is, {@code .ics}
     *     or {@code .pdf}
     */
    Optional<Path> chooseWhereToSave(String name);

    /** The same for a .zip archive. */
    default Optional<Path> chooseWhereToSaveArchive(String name) {
        return chooseWhereToSave(name);
    }
}
