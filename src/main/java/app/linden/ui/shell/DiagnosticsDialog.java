package app.linden.ui.shell;

import app.linden.calendar.care.Diagnostics;
import app.linden.calendar.care.Piece;
import app.linden.calendar.port.Files;
import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/** Shows every file of a report of a fault before the person saves it. Lives on JavaFX's thread. */
final class DiagnosticsDialog {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 460;
    private static final double NAMES = 210;
    private static final String NAME = "linden-diagnostics.zip";

    private final Diagnostics diagnostics;
    private final Files files;
    private final Look look;
    private final ListView<Piece> names = new ListView<>();
    private final TextArea content = new TextArea();
    private final Label said = DialogParts.sentence("diagnostics-said", "");
    private final Button save = new Button(Texts.text("diagnostics.save"));

    DiagnosticsDialog(Diagnostics diagnostics, Files files, Look look) {
        this.diagnostics = diagnostics;
        this.files = files;
        this.look = look;
    }

    void show(@Nullable Window owner) {
        names.setId("diagnostics-names");
        names.setCellFactory(list -> new Name());
        names.setMinWidth(NAMES);
        names.setMaxWidth(NAMES);
        names.setAccessibleText(Texts.text("diagnostics.title"));
        names.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> content.setText(is == null ? "" : is.text()));
        content.setId("diagnostics-content");
        content.setEditable(false);
        content.getStyleClass().add("mishap-details");
        HBox.setHgrow(content, Priority.ALWAYS);
        HBox both = new HBox(8, names, content);
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox panel =
                new VBox(
                        DialogParts.sentence("mishap-why", Texts.text("diagnostics.why")),
                        both,
                        said,
                        buttons());
        panel.getStyleClass().add("mishap");
        panel.setPrefSize(WIDTH, HEIGHT);
        Stage stage =
                DialogWindow.make(owner, look, Texts.text("diagnostics.title"), panel, "care.css");
        DialogWindow.showCentered(stage);
        FxRelay.after(diagnostics.gather(), this::gathered, this::failed);
    }

    private HBox buttons() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button(Texts.text("action.close"));
        close.setOnAction(e -> close.getScene().getWindow().hide());
        save.setId("diagnostics-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setDisable(true);
        save.setOnAction(e -> files.chooseWhereToSaveArchive(NAME).ifPresent(this::save));
        return new HBox(8, gap, close, save);
    }

    private void gathered(List<Piece> pieces) {
        names.getItems().setAll(pieces);
        names.getSelectionModel().selectFirst();
        save.setDisable(false);
    }

    /** What was looked at, no other. */
    private void save(Path file) {
        FxRelay.after(
                Diagnostics.write(List.copyOf(names.getItems()), file),
                done ->
                        DialogParts.say(
                                said,
                                Texts.text("diagnostics.saved", file.getFileName().toString())),
                this::failed);
    }

    private void failed(Throwable problem) {
        DialogParts.say(said, Sentences.of(problem));
    }

    /** "versions.txt (1 KB)". */
    private static final class Name extends ListCell<Piece> {
        @Override
        protected void updateItem(@Nullable Piece piece, boolean empty) {
            super.updateItem(piece, empty);
            setText(
                    piece == null || empty
                            ? null
                            : piece.name() + " (" + (piece.size() / 1000 + 1) + " KB)");
        }
    }
}
