package app.linden.ui.shell;

import app.linden.calendar.Imports;
import app.linden.calendar.Imports.Report;
import app.linden.model.Calendar;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Says first what a file would bring into a calendar, then brings it. Lives on JavaFX's thread. */
final class ImportDialog {
    private static final int MOST_LINES = 5000;

    private final Imports imports;
    private final Path file;
    private final Consumer<Report> done;
    private final ComboBox<Calendar> calendar = new ComboBox<>();
    private final Label counts = new Label();
    private final ListView<String> details = new ListView<>();
    private final ProgressBar progress = new ProgressBar();
    private final Button go = new Button(Texts.text("import.go"));
    private final Button cancel = new Button(Texts.text("action.cancel"));
    private volatile boolean stopped;
    private int previews;

    ImportDialog(Imports imports, Path file, List<Calendar> calendars, Consumer<Report> done) {
        this.imports = imports;
        this.file = file;
        this.done = done;
        calendar.getItems().setAll(calendars);
        calendar.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Calendar c) {
                        return c == null ? "" : c.name();
                    }

                    @Override
                    public Calendar fromString(String name) {
                        throw new UnsupportedOperationException(name);
                    }
                });
    }

    void show(Window owner, Look look, Calendar usual) {
        String title = Texts.text("import.file", file.getFileName());
        Stage stage = DialogWindow.modal(owner, look, title, content(title), "start.css");
        stage.setOnHidden(e -> stopped = true);
        go.setOnAction(e -> run(stage));
        cancel.setOnAction(e -> stage.close());
        calendar.valueProperty().addListener(o -> preview());
        calendar.setValue(usual);
        DialogWindow.showCentered(stage);
        go.requestFocus();
    }

    private VBox content(String title) {
        Label head = new Label(title);
        head.getStyleClass().add("start-title");
        Label into = new Label(Texts.text("import.calendar"));
        into.getStyleClass().add("start-label");
        into.setLabelFor(calendar);
        calendar.setId("import-calendar");
        calendar.setMaxWidth(Double.MAX_VALUE);
        counts.setId("import-counts");
        counts.setWrapText(true);
        counts.setMinHeight(Region.USE_PREF_SIZE);
        details.setId("import-details");
        details.setPrefHeight(200);
        details.setFixedCellSize(Region.USE_COMPUTED_SIZE);
        details.setCellFactory(Line::new);
        details.managedProperty().bind(details.visibleProperty());
        details.getStyleClass().add("import-details");
        progress.setVisible(false);
        HBox.setHgrow(progress, Priority.ALWAYS);
        progress.setMaxWidth(Double.MAX_VALUE);
        go.setId("import-go");
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        HBox bar = new HBox(progress, cancel, go);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("start-buttons");
        VBox box = new VBox(head, into, calendar, counts, details, bar);
        box.getStyleClass().addAll("start", "import");
        return box;
    }

    /** One sentence, on as many rows as it needs: a cell alone would cut its text. */
    private static final class Line extends ListCell<String> {
        /** What the list takes at both sides: padding, border and scroll bar. */
        private static final double BESIDE = 40;

        private final Text sentence = new Text();

        Line(ListView<String> list) {
            sentence.getStyleClass().add("import-line");
            sentence.wrappingWidthProperty().bind(list.widthProperty().subtract(BESIDE));
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            sentence.setText(text == null ? "" : text);
            setAccessibleText(text);
            setGraphic(empty ? null : sentence);
        }
    }

    /** Of several looks at once the last counts. */
    private void preview() {
        int mine = ++previews;
        go.setDisable(true);
        counts.setText(Texts.text("import.looking"));
        FxRelay.after(
                imports.preview(calendar.getValue().id(), file),
                report -> {
                    if (mine == previews) {
                        told(report);
                    }
                },
                error -> {
                    if (mine == previews) {
                        counts.setText(Sentences.of(error));
                        details.getItems().clear();
                        fit();
                    }
                });
    }

    private void told(Report report) {
        boolean nothing = report.touched().isEmpty();
        go.setDisable(nothing);
        String sentence =
                Texts.text(
                        "import.would",
                        report.created(),
                        report.changed(),
                        report.same(),
                        report.unreadable().size());
        counts.setText(nothing ? sentence + ". " + Texts.text("import.nothing") : sentence);
        details.getItems().setAll(lines(report));
        fit();
    }

    private void fit() {
        details.setVisible(!details.getItems().isEmpty());
        if (counts.getScene().getWindow() instanceof Stage stage) {
            stage.sizeToScene();
        }
    }

    private static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        report.remarks().stream()
                .limit(MOST_LINES)
                .forEach(u -> {
                    String where = u.line() > 0 ? Texts.text("import.line", u.line()) + ": " : "";
                    String uid = u.uid().isEmpty() ? "" : "  (" + u.uid() + ")";
                    lines.add("⚠ " + where + u.reason() + uid);
                });
        report.touched().stream()
                .sorted(Comparator.comparing(Imports.Touched::start))
                .limit(MOST_LINES)
                .forEach(t -> {
                    String day = t.start().length() < 10 ? t.start() : t.start().substring(0, 10);
                    String title = t.title().isBlank() ? Texts.text("event.untitled") : t.title();
                    String what =
                            t.isNew()
                                    ? Texts.text("import.new")
                                    : Texts.text(
                                            "import.changed", String.join(", ", t.properties()));
                    lines.add(day + "  " + title + "  – " + what);
                });
        return lines;
    }

    /** Closing the dialog stops it at the next chunk; what is saved stays. */
    private void run(Stage stage) {
        go.setDisable(true);
        calendar.setDisable(true);
        progress.setVisible(true);
        progress.setProgress(0);
        cancel.setText(Texts.text("import.stop"));
        FxRelay.after(
                imports.importInto(calendar.getValue().id(), file, this::at),
                report -> {
                    stage.close();
                    done.accept(report);
                },
                error -> {
                    progress.setVisible(false);
                    counts.setText(Sentences.of(error));
                    cancel.setText(Texts.text("action.close"));
                    stage.sizeToScene();
                });
    }

    private boolean at(int now, int all) {
        FxRelay.run(() -> {
            progress.setProgress(all == 0 ? 1 : (double) now / all);
            counts.setText(Texts.text("import.progress", now, all));
        });
        return !stopped;
    }
}
