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
        FileChooser chooser = new FileChooser();
        boolean pdf = name.endsWith(".pdf");
        chooser.setTitle(Texts.text(pdf ? "files.pdf" : "files.export"));
        chooser.setInitialFileName(name);
        List<FileChooser.ExtensionFilter> filters = chooser.getExtensionFilters();
        filters.add(
                pdf
                        ? new FileChooser.ExtensionFilter("PDF", "*.pdf")
                        : new FileChooser.ExtensionFilter(Texts.text("files.calendars"), "*.ics"));
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }
}
