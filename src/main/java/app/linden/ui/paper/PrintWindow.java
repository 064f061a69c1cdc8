package app.linden.ui.paper;

import app.linden.base.Problem;
import app.linden.base.Worker;
import app.linden.calendar.Agenda;
import app.linden.calendar.AgendaView;
import app.linden.calendar.Snapshot;
import app.linden.calendar.port.Files;
import app.linden.paper.Book;
import app.linden.paper.Manner;
import app.linden.paper.Page;
import app.linden.paper.PdfFile;
import app.linden.paper.Wanted;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Habits;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Shows pages before they are printed or saved. What changes in the calendar meanwhile changes on
 * them. Lives on JavaFX's thread; pages are laid out on a thread of their own.
 */
public final class PrintWindow {
    private final Files files;
    private final Look look;
    private final ZoneId zone;
    private final Consumer<String> told;
    private final Worker worker = new Worker("paper");
    private final Choices choices;
    private final Preview preview = new Preview();
    private final Button save = new Button(Texts.text("print.save"));
    private final Button print = new Button(Texts.text("print.print"));
    private final Label note = DialogParts.sentence("start-note", Texts.text("print.asking"));
    private final Label failure = DialogParts.sentence("start-failure", "");
    private final ProgressIndicator progress = new ProgressIndicator();
    private final AgendaView days;
    private Wanted wanted;
    private List<Page> pages = List.of();
    private long asked;

    /**
     * A window that is not shown yet.
     *
     * @param told hears where a PDF was saved
     */
    public PrintWindow(
            Agenda agenda,
            Files files,
            Look look,
            Wanted.View view,
            LocalDate around,
            ZoneId zone,
            Consumer<String> told) {
        this.files = files;
        this.look = look;
        this.zone = zone;
        this.told = told;
        this.choices = new Choices(view, around, this::choose);
        this.wanted = choices.wanted();
        this.days = agenda.open(first(), after(), zone);
    }

    private LocalDate first() {
        return wanted.first(Dates.firstDayOfWeek());
    }

    private LocalDate after() {
        return wanted.after(Dates.firstDayOfWeek());
    }

    private static Manner manner(ZoneId zone) {
        Manner usual = Manner.usual(Locale.getDefault(), zone);
        Boolean twentyFour = Habits.now().twentyFour();
        return new Manner(
                usual.locale(),
                zone,
                Dates.firstDayOfWeek(),
                Habits.now().weekNumbers(),
                twentyFour == null ? usual.twentyFour() : twentyFour);
    }

    /** Opens it over its owner. */
    public void show(Window owner) {
        Stage stage =
                DialogWindow.make(
                        owner,
                        look,
                        Texts.text("print.title"),
                        content(),
                        "start.css",
                        "print.css");
        stage.getScene().addEventFilter(KeyEvent.KEY_PRESSED, preview::keys);
        stage.setMinWidth(720);
        stage.setMinHeight(520);
        var arriving = FxRelay.relay(days.snapshots(), this::arrived);
        stage.addEventHandler(
                WindowEvent.WINDOW_HIDDEN,
                e -> {
                    arriving.close();
                    days.close();
                    worker.close();
                });
        print.setDisable(true);
        FxRelay.after(
                worker.call(Printing::isPossible),
                possible -> {
                    print.setDisable(!possible);
                    DialogParts.say(note, possible ? "" : Texts.text("print.no-printer"));
                },
                this::fail);
        DialogWindow.showCentered(stage);
        choices.first().requestFocus();
    }

    private BorderPane content() {
        save.setId("print-save");
        save.setDefaultButton(true);
        save.getStyleClass().add("accent");
        save.setMaxWidth(Double.MAX_VALUE);
        save.setOnAction(e -> save());
        print.setId("print-print");
        print.setMaxWidth(Double.MAX_VALUE);
        print.setOnAction(e -> print());
        progress.getStyleClass().add("start-progress");
        progress.setVisible(false);
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        HBox busy = new HBox(progress);
        busy.setAlignment(Pos.CENTER);
        VBox side = new VBox(choices, gap, busy, failure, note, print, save);
        side.getStyleClass().add("print-side");
        BorderPane content = new BorderPane(preview);
        content.setRight(side);
        content.getStyleClass().add("print");
        content.setPrefSize(1000, 640);
        return content;
    }

    private void choose() {
        wanted = choices.wanted();
        days.show(first(), after(), zone);
    }

    private void arrived(Snapshot snapshot) {
        if (!snapshot.from().equals(first()) || !snapshot.to().equals(after())) {
            return;
        }
        Wanted now = wanted;
        Manner manner = manner(zone);
        long turn = ++asked;
        FxRelay.after(
                worker.call(() ->
                        Book.pages(now, manner, snapshot.occurrences(), snapshot.calendars())),
                made -> {
                    if (turn == asked) {
                        pages = made;
                        preview.show(made);
                    }
                },
                this::fail);
    }

    private void save() {
        files.chooseWhereToSave(Texts.text("print.name", wanted.from().toString()) + ".pdf")
                .ifPresent(this::save);
    }

    private void save(Path file) {
        List<Page> now = pages;
        busy(true);
        FxRelay.after(
                worker.call(() -> {
                    PdfFile.write(now, "Linden", Locale.getDefault(), file);
                    return now.size();
                }),
                count -> {
                    busy(false);
                    save.getScene().getWindow().hide();
                    told.accept(Texts.text("print.saved", count, file.getFileName()));
                },
                error -> {
                    busy(false);
                    fail(error);
                });
    }

    private void print() {
        Window window = print.getScene().getWindow();
        try {
            if (Printing.print(pages, window)) {
                window.hide();
            }
        } catch (Problem e) {
            fail(e);
        }
    }

    private void busy(boolean is) {
        progress.setVisible(is);
        save.setDisable(is);
    }

    private void fail(Throwable error) {
        DialogParts.say(failure, Sentences.of(error));
    }
}
