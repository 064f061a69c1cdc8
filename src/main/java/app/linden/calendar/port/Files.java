package app.linden.calendar.port;

import java.nio.file.Path;
import java.util.Optional;

/** Lets the person choose files with the system's own dialog. Call on the thread of the window. */
public interface Files {
    /** An iCalendar file to read, empty when the person chose none. */
    Optional<Path> chooseCalendarFile();

    /**
     * Where to write an iCalendar file, empty when the person chose nothing.
     *
     * @param name what it would be called, without folder
     */
    Optional<Path> chooseWhereToSave(String name);

    /** The same for a .zip archive. */
    default Optional<Path> chooseWhereToSaveArchive(String name) {
        return chooseWhereToSave(name);
    }
}
