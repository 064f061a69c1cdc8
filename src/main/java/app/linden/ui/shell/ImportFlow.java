package app.linden.ui.shell;

import app.linden.calendar.Exports;
import app.linden.calendar.Imports;
import app.linden.model.Calendar;
import app.linden.model.Occurrence;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.scene.Scene;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Files into calendars, calendars into files, addresses to follow. Lives on JavaFX's thread. */
final class ImportFlow {
    /** In letters, of which some take four bytes of the 255 that a name may have. */
    private static final int LONGEST_NAME = 60;

    private final Stage stage;
    private final Services services;
    private final Look look;
    private final NoticeBar notices;

    ImportFlow(Stage stage, Services services, Look look, NoticeBar notices) {
        this.stage = stage;
        this.services = services;
        this.look = look;
        this.notices = notices;
    }

    /** A file of the person's choice, into a calendar that the dialog asks for. */
    void choose() {
        if (writable().isEmpty()) {
            notices.tell(Texts.text("import.no-calendar"));
        } else {
            services.files().chooseCalendarFile().ifPresent(file -> open(file, null));
        }
    }

    void chooseFor(Calendar calendar) {
        services.files().chooseCalendarFile().ifPresent(file -> open(file, calendar));
    }

    /** An .ics file that is dropped on the window is one that was chosen. */
    void takeDropped(Scene scene) {
        scene.setOnDragOver(e -> {
            if (dropped(e.getDragboard()) != null) {
                e.acceptTransferModes(TransferMode.COPY);
                e.consume();
            }
        });
        scene.setOnDragDropped(e -> {
            Path file = dropped(e.getDragboard());
            if (file != null) {
                open(file, null);
                e.setDropCompleted(true);
                e.consume();
            }
        });
    }

    private static @Nullable Path dropped(Dragboard board) {
        return board.getFiles().stream()
                .filter(f -> f.getName().toLowerCase(Locale.ROOT).endsWith(".ics"))
                .findFirst()
                .map(java.io.File::toPath)
                .orElse(null);
    }

    void open(Path file, @Nullable Calendar into) {
        List<Calendar> calendars = writable();
        if (calendars.isEmpty()) {
            notices.tell(Texts.text("import.no-calendar"));
            return;
        }
        Calendar usual =
                into != null
                        ? into
                        : services.agenda()
                                .calendars()
                                .get()
                                .forNewEvents()
                                .orElse(calendars.getFirst());
        new ImportDialog(services.inAndOut().imports(), file, calendars, this::tell)
                .show(stage, look, usual);
    }

    private List<Calendar> writable() {
        return services.agenda().calendars().get().calendars().stream()
                .filter(c -> c.rights().mayWrite())
                .toList();
    }

    void subscribe() {
        new SubscribeDialog(services.inAndOut().subscriptions()).show(stage, look);
    }

    void exportAll() {
        export(
                Texts.text("export.all"),
                services.agenda().calendars().get().calendars().stream()
                        .map(Calendar::id)
                        .toList());
    }

    void export(Calendar calendar) {
        export(calendar.name(), List.of(calendar.id()));
    }

    private void export(String name, List<String> calendars) {
        export(name, file -> services.inAndOut().exports().calendars(calendars, file));
    }

    /** The event; of an occurrence the whole series. */
    void export(Occurrence occurrence) {
        export(
                occurrence.title().isBlank() ? Texts.text("event.untitled") : occurrence.title(),
                file -> services.inAndOut().exports().events(List.of(occurrence.eventId()), file));
    }

    private void export(String name, Function<Path, CompletableFuture<Exports.Written>> write) {
        services.files()
                .chooseWhereToSave(fileName(name))
                .ifPresent(file ->
                        FxRelay.after(
                                write.apply(file), written -> tell(written, file), notices::tell));
    }

    /** A name that every file system takes: neither too long, nor hidden, nor a path. */
    static String fileName(String name) {
        String plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ");
        String trimmed = plain.replaceAll("^[\\s.]+|[\\s.]+$", "");
        int length = Math.min(LONGEST_NAME, trimmed.codePointCount(0, trimmed.length()));
        String cut = trimmed.substring(0, trimmed.offsetByCodePoints(0, length)).strip();
        return (cut.isEmpty() ? "Calendar" : cut) + ".ics";
    }

    private void tell(Exports.Written written, Path file) {
        String sentence = Texts.text("export.done", written.events(), file.getFileName());
        int bad = written.unwritten().size();
        notices.tell(
                bad == 0
                        ? sentence
                        : sentence
                                + " "
                                + Texts.text("export.left-out", bad, written.firstUnwritten()));
    }

    private void tell(Imports.Report report) {
        if (report.left() > 0) {
            int saved = report.created() + report.changed();
            notices.tell(Texts.text("import.stopped", saved, report.left()));
            return;
        }
        String sentence =
                Texts.text("import.done", report.created(), report.changed(), report.same());
        int bad = report.unreadable().size();
        notices.tell(
                bad == 0
                        ? sentence
                        : sentence
                                + " "
                                + Texts.text("import.unreadable", bad, report.firstUnreadable()));
    }
}
