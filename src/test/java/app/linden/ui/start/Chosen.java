package app.linden.ui.start;

import app.linden.calendar.port.Files;

import java.nio.file.Path;
import java.util.Optional;

/** Chooses the name that it is offered, in a folder. */
record Chosen(Path folder) implements Files {
    @Override
    public Optional<Path> chooseCalendarFile() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseWhereToSave(String name) {
        return Optional.of(folder.resolve(name));
    }
}
