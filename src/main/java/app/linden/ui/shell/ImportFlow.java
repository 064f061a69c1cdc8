package app.linden.ui.shell;

import app.linden.calendar.Exports;
import app.linden.calendar.Imports;
import app.linden.model.Calendar;
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

/** Files into calendars, calendars into files, addresses to follow. Lives on JavaFX's thread. */
final class ImportFlow {
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
        List<Calendar> all = services.agenda().calendars().get().calendars();
        export(Texts.text("export.all"), all);
    }

    void export(Calendar calendar) {
        export(calendar.name(), List.of(calendar));
    }

    private void export(String name, List<Calendar> calendars) {
        String safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        services.files()
                .chooseWhereToSave((safe.isEmpty() ? "Calendar" : safe) + ".ics")
                .ifPresent(file ->
                        FxRelay.after(
                                services.inAndOut()
                                        .exports()
                                        .calendars(
                                                calendars.stream().map(Calendar::id).toList(),
                                                file),
                                written -> tell(written, file),
                                notices::tell));
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
