package app.linden.ui.search;

import app.linden.calendar.Search;
import app.linden.model.Occurrence;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Overlay;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * A field over the window and beneath it what is found as one types: Up and Down go through it,
 * Enter or a click opens one, Esc closes it. Lives on JavaFX's thread.
 */
public final class SearchPanel extends VBox {
    private static final double SECTION = 34;
    private static final double DAY = 28;
    private static final double EVENT = 32;
    private static final double HIGHEST = 460;

    private final Search search;
    private final Clock clock;
    private final Overlay overlay;
    private final Consumer<Occurrence> chosen;
    private final TextField field = new TextField();
    private final ListView<Line> list = new ListView<>();
    private final Label told = new Label();
    private Search.Found found = new Search.Found(List.of(), List.of(), false, true, Map.of());

    /**
     * @param clock its zone is the one in which times are shown
     * @param chosen gets the event that the person wants to see
     */
    public SearchPanel(
            Search search, Clock clock, Look look, Overlay overlay, Consumer<Occurrence> chosen) {
        this.search = search;
        this.clock = clock;
        this.overlay = overlay;
        this.chosen = chosen;
        getStyleClass().add("search");
        getStylesheets().add(Look.sheet("search.css"));
        field.getStyleClass().add("search-field");
        field.setPromptText(Texts.text("search.prompt"));
        field.setAccessibleText(Texts.text("search.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head = new HBox(Icons.icon(Feather.SEARCH), field);
        head.getStyleClass().add("overlay-head");
        list.getStyleClass().add("search-list");
        list.setFocusTraversable(false);
        list.setCellFactory(v ->
                new LineCell(
                        new LineCell.Around(
                                () -> found,
                                () -> LocalDate.now(clock),
                                clock.getZone(),
                                look.dark()::get),
                        this::open));
        told.getStyleClass().add("overlay-told");
        told.setWrapText(true);
        getChildren().setAll(head, list, told);
        field.textProperty().addListener((o, was, is) -> ask(is));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        show(found, "");
    }

    /** Opens the panel; what was typed last is still there, to be typed over. */
    public void open() {
        search.prepare(clock.getZone());
        overlay.show(this, field);
        field.selectAll();
        ask(field.getText());
    }

    private void ask(String text) {
        FxRelay.after(
                search.find(text, clock.getZone()),
                answer -> {
                    if (text.equals(field.getText())) {
                        show(answer, text);
                    }
                },
                problem -> {
                    if (!(problem instanceof CancellationException)) {
                        tell(Sentences.of(problem));
                    }
                });
    }

    private void show(Search.Found answer, String text) {
        found = answer;
        List<Line> lines = Line.of(answer, clock.getZone());
        list.getItems().setAll(lines);
        double height =
                lines.stream()
                        .mapToDouble(l ->
                                switch (l) {
                                    case Line.Section s -> SECTION;
                                    case Line.Day d -> DAY;
                                    case Line.Event e -> EVENT;
                                })
                        .sum();
        list.setPrefHeight(Math.min(HIGHEST, height + 12));
        list.setVisible(!lines.isEmpty());
        list.setManaged(!lines.isEmpty());
        step(0, 1);
        list.scrollTo(0);
        if (answer.words().isEmpty()) {
            tell(Texts.text("search.hint"));
        } else if (!answer.whole()) {
            tell(Texts.text("search.filling"));
        } else if (lines.isEmpty()) {
            tell(Texts.text("search.none", text.strip()));
        } else {
            tell(answer.more() ? Texts.text("search.more", Search.MOST) : "");
        }
    }

    private void tell(String sentence) {
        told.setText(sentence);
        told.setVisible(!sentence.isEmpty());
        told.setManaged(!sentence.isEmpty());
    }

    private void key(KeyEvent e) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (e.getCode()) {
            case DOWN -> step(at + 1, 1);
            case UP -> step(at - 1, -1);
            case PAGE_DOWN -> step(Math.min(at + 8, list.getItems().size() - 1), 1);
            case PAGE_UP -> step(Math.max(at - 8, 0), -1);
            case ENTER -> {
                if (list.getSelectionModel().getSelectedItem() instanceof Line.Event event) {
                    open(event.hit().occurrence());
                }
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    /** Selects the next event from a line on; stays where there is none. */
    private void step(int from, int direction) {
        List<Line> lines = list.getItems();
        int at = from;
        while (at >= 0 && at < lines.size()) {
            if (lines.get(at) instanceof Line.Event) {
                list.getSelectionModel().select(at);
                list.scrollTo(Math.max(0, at - 6));
                return;
            }
            at += direction;
        }
        if (direction < 0 && from >= 0) {
            list.scrollTo(0);
            step(0, 1);
        }
    }

    private void open(Occurrence occurrence) {
        overlay.hide();
        chosen.accept(occurrence);
    }
}
