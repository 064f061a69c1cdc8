package app.linden.desktop;

import app.linden.calendar.port.Files;
import app.linden.ui.kit.Texts;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The system's own file dialogs. Lives on the JavaFX thread. */
public final class SystemFiles implements Files {
    private final Supplier<@Nullable Window> owner;

    /**
     * @param owner the window that the dialog belongs to, asked when one opens
     */
    public SystemFiles(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> chooseCalendarFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("files.import"));
        List<FileChooser.ExtensionFilter> filters = chooser.getExtensionFilters();
        filters.add(
                new FileChooser.ExtensionFilter(
                        Texts.text("files.calendars"), "*.ics", "*.ICS", "*.ical"));
        filters.add(new FileChooser.ExtensionFilter(Texts.text("files.all"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseWhereToSave(String name) {
        return name.endsWith(".pdf")
                ? save("files.pdf", "files.pdfs", "*.pdf", name)
                : save("files.export", "files.calendars", "*.ics", name);
    }

    @Override
    public Optional<Path> chooseWhereToSaveArchive(String name) {
        return save("diagnostics.title", "files.archives", "*.zip", name);
    }

    private Optional<Path> save(String title, String kind, String pattern, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text(title));
        chooser.setInitialFileName(name);
        List<FileChooser.ExtensionFilter> filters = chooser.getExtensionFilters();
        filters.add(new FileChooser.ExtensionFilter(Texts.text(kind), pattern));
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }
}
