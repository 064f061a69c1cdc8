package app.linden.ui.attention;

import app.linden.base.Subscription;
import app.linden.calendar.Agenda;
import app.linden.calendar.Commands;
import app.linden.model.Trashed;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

/**
 * The window of what was deleted, each with a button that restores it. Lives on JavaFX's thread.
 */
public final class TrashWindow {
    private final Commands commands;
    private final Agenda agenda;
    private final Clock clock;
    private final Look look;
    private List<Trashed> all = List.of();
    private @Nullable Stage stage;

    /**
     * @param clock its zone is the one in which times are shown
     */
    public TrashWindow(Commands commands, Agenda agenda, Clock clock, Look look) {
        this.commands = commands;
        this.agenda = agenda;
        this.clock = clock;
        this.look = look;
    }

    /** Opens the window, or brings the open one to the front. */
    public void show(Window owner) {
        if (stage != null) {
            stage.toFront();
            stage.requestFocus();
            return;
        }
        ObservableList<Trashed> shown = FXCollections.observableArrayList();
        Label said = wrapped("", "trash-said");
        said.setManaged(false);
        TextField search = new TextField();
        search.setPromptText(Texts.text("trash.search"));
        search.textProperty().addListener((o, was, is) -> shown.setAll(matching(is)));
        ListView<Trashed> list = new ListView<>(shown);
        list.getStyleClass().add("trash-list");
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(Texts.text("trash.nothing-found")));
        list.setCellFactory(view -> new Cell(said));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox full = new VBox(wrapped(Texts.text("trash.why"), "attention-why"), search, said, list);
        full.getStyleClass().add("trash");
        VBox empty = empty();
        StackPane root = new StackPane(full, empty);
        root.getStyleClass().addAll("attention-window", "trash-window");
        Stage window =
                DialogWindow.make(owner, look, Texts.text("trash.title"), root, "attention.css");
        stage = window;
        Subscription watch =
                FxRelay.relay(
                        agenda.trash(),
                        trash -> {
                            all = trash;
                            shown.setAll(matching(search.getText()));
                            full.setVisible(!trash.isEmpty() || said.isManaged());
                            empty.setVisible(!full.isVisible());
                        });
        window.addEventHandler(
                WindowEvent.WINDOW_HIDDEN,
                e -> {
                    watch.close();
                    stage = null;
                });
        DialogWindow.showCentered(window);
    }

    private List<Trashed> matching(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(t ->
                        (t.title() + " " + t.calendar()).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    private static VBox empty() {
        Label title = new Label(Texts.text("trash.none"));
        title.getStyleClass().add("attention-none");
        VBox box =
                new VBox(
                        Icons.icon(Feather.TRASH_2),
                        title,
                        wrapped(Texts.text("trash.none-why"), "attention-why"));
        box.getStyleClass().addAll("attention-empty", "trash-empty");
        return box;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private final class Cell extends ListCell<Trashed> {
        private final Label said;

        Cell(Label said) {
            this.said = said;
            getStyleClass().add("trash-cell");
        }

        @Override
        protected void updateItem(Trashed item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(
                    empty || item == null ? null : new TrashRow(item, clock, () -> restore(item)));
        }

        private void restore(Trashed item) {
            FxRelay.after(
                    commands.restore(item.id()),
                    done -> say(Texts.text("trash.restored", item.title()), false),
                    error -> say(Sentences.of(error), true));
        }

        private void say(String sentence, boolean wrong) {
            said.setText(sentence);
            said.setManaged(true);
            said.getStyleClass().remove("attention-failure");
            if (wrong) {
                said.getStyleClass().add("attention-failure");
            }
        }
    }
}
