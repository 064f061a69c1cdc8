package app.linden.ui.shell;

import app.linden.calendar.port.Files;

import java.nio.file.Path;
import java.util.Optional;

/** Somebody who chooses no file. */
final class NoFiles implements Files {
    @Override
    public Optional<Path> chooseCalendarFile() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseWhereToSave(String name) {
        return Optional.empty();
    }
}
