package app.linden.ui.shell;

import app.linden.calendar.Imports;
import app.linden.model.Calendar;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Texts;

import javafx.scene.control.ChoiceDialog;
import javafx.stage.Stage;

import java.util.List;

/** From "import a file" to the sentence that says what came of it. */
final class ImportFlow {
    private final Stage stage;
    private final Services services;
    private final NoticeBar notices;

    ImportFlow(Stage stage, Services services, NoticeBar notices) {
        this.stage = stage;
        this.services = services;
        this.notices = notices;
    }

    /** Asks for the calendar where there are several that take events. */
    void choose() {
        List<Choice> writable =
                services.agenda().calendars().get().calendars().stream()
                        .filter(c -> c.rights().mayWrite())
                        .map(Choice::new)
                        .toList();
        if (writable.isEmpty()) {
            notices.tell(Texts.text("import.no-calendar"));
        } else if (writable.size() == 1) {
            chooseFor(writable.getFirst().calendar());
        } else {
            ChoiceDialog<Choice> dialog = new ChoiceDialog<>(writable.getFirst(), writable);
            dialog.initOwner(stage);
            dialog.setTitle(Texts.text("import.title"));
            dialog.setHeaderText(Texts.text("import.into"));
            dialog.setGraphic(null);
            dialog.showAndWait().ifPresent(c -> chooseFor(c.calendar()));
        }
    }

    void chooseFor(Calendar calendar) {
        services.files()
                .chooseCalendarFile()
                .ifPresent(file -> {
                    notices.tell(Texts.text("import.running", file.getFileName()));
                    FxRelay.after(
                            services.imports().importInto(calendar.id(), file),
                            this::tell,
                            notices::tell);
                });
    }

    private void tell(Imports.Report report) {
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

    /** A calendar that a dialog shows by its name. */
    private record Choice(Calendar calendar) {
        @Override
        public String toString() {
            return calendar.name();
        }
    }
}
