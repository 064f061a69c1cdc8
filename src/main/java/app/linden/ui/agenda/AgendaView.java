package app.linden.ui.agenda;

import app.linden.base.Cell;
import app.linden.calendar.Snapshot;
import app.linden.model.Occurrence;
import app.linden.ui.kit.Acts;
import app.linden.ui.kit.CalendarView;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Three months as a list: days with what happens on them. A click shows the card of an event, Enter
 * or a double click opens it. Lives on JavaFX's thread.
 */
public final class AgendaView extends StackPane implements CalendarView {
    private static final int DAYS = 92;

    private final Acts acts;
    private final ListView<Row> list = new ListView<>();
    private AgendaCell.Around around;

    public AgendaView(Acts acts, Cell<Boolean> dark, ZoneId zone) {
        this.acts = acts;
        this.around =
                new AgendaCell.Around(
                        Snapshot.empty(LocalDate.EPOCH, LocalDate.EPOCH, zone),
                        LocalDateTime.MIN,
                        dark.get());
        getStyleClass().add("agenda-view");
        getStylesheets().add(Look.sheet("agenda.css"));
        list.getStyleClass().add("agenda-list");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setAccessibleText(Texts.text("bar.agenda"));
        list.setCellFactory(v -> new AgendaCell(() -> around));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        getChildren().setAll(list);
        // The looks of a window live as long as the window.
        FxRelay.relay(
                dark,
                d -> {
                    around = new AgendaCell.Around(around.snapshot(), around.now(), d);
                    list.refresh();
                });
    }

    @Override
    public Region node() {
        return this;
    }

    /** The keyboard goes to the list. */
    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    @Override
    public LocalDate firstDay(LocalDate day) {
        return day;
    }

    @Override
    public int days() {
        return DAYS;
    }

    @Override
    public LocalDate page(LocalDate from, int pages) {
        return from.plusMonths(pages);
    }

    @Override
    public String title(LocalDate day) {
        LocalDate last = day.plusDays(DAYS - 1L);
        String end = Dates.shortMonth(last) + " " + last.getYear();
        return day.getYear() == last.getYear()
                ? Dates.shortMonth(day) + " – " + end
                : Dates.shortMonth(day) + " " + day.getYear() + " – " + end;
    }

    @Override
    public void show(Snapshot snapshot, LocalDate day, LocalDateTime now) {
        boolean otherDays = !snapshot.from().equals(around.snapshot().from());
        List<Occurrence> were = chosen();
        around = new AgendaCell.Around(snapshot, now, around.dark());
        list.getItems().setAll(Row.of(snapshot, now.toLocalDate()));
        list.getSelectionModel().clearSelection();
        choose(were);
        if (otherDays) {
            list.scrollTo(0);
        }
    }

    @Override
    public @Nullable Occurrence selected() {
        return list.getSelectionModel().getSelectedItem() instanceof Row.Event e
                ? e.occurrence()
                : null;
    }

    @Override
    public List<Occurrence> chosen() {
        Map<String, Occurrence> chosen = new LinkedHashMap<>();
        // A row of many can be none for a moment, while the list changes.
        for (Row row : List.copyOf(list.getSelectionModel().getSelectedItems())) {
            if (row instanceof Row.Event e) {
                chosen.put(e.occurrence().key(), e.occurrence());
            }
        }
        return List.copyOf(chosen.values());
    }

    @Override
    public void choose(List<Occurrence> occurrences) {
        list.getSelectionModel().clearSelection();
        for (Occurrence o : occurrences) {
            int at = find(o);
            if (at >= 0) {
                list.getSelectionModel().select(at);
            }
        }
    }

    @Override
    public @Nullable Node reveal(Occurrence occurrence) {
        int at = find(occurrence);
        if (at < 0) {
            return null;
        }
        list.getSelectionModel().clearAndSelect(at);
        list.scrollTo(Math.max(0, at - 3));
        applyCss();
        layout();
        return list.lookupAll(".agenda-cell").stream()
                .filter(n -> n instanceof AgendaCell cell && cell.getIndex() == at)
                .findFirst()
                .orElse(null);
    }

    private int find(Occurrence occurrence) {
        List<Row> rows = list.getItems();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Row.Event e
                    && e.occurrence().key().equals(occurrence.key())) {
                return i;
            }
        }
        return -1;
    }

    private void clicked(MouseEvent e) {
        Occurrence selected = selected();
        if (selected == null || !(cell(e.getTarget()) instanceof AgendaCell cell)) {
            return;
        }
        if (e.isShortcutDown() || e.isShiftDown()) {
            // The list has selected it with others.
            return;
        }
        if (e.getClickCount() == 2) {
            acts.open(selected);
        } else if (e.getClickCount() == 1) {
            acts.peek(cell, selected);
        }
    }

    private static @Nullable Node cell(Object target) {
        Node node = target instanceof Node n ? n : null;
        while (node != null && !(node instanceof AgendaCell)) {
            node = node.getParent();
        }
        return node;
    }

    /** Up and Down pass what is no event; Left and Right turn the pages of the window. */
    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
            // A list would take them for itself.
            e.consume();
            Event.fireEvent(this, e.copyFor(this, this));
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) {
            int step = e.getCode() == KeyCode.DOWN ? 1 : -1;
            List<Row> rows = list.getItems();
            for (int i = at + step; i >= 0 && i < rows.size(); i += step) {
                if (rows.get(i) instanceof Row.Event) {
                    if (e.isShiftDown()) {
                        list.getSelectionModel().select(i);
                    } else {
                        list.getSelectionModel().clearAndSelect(i);
                    }
                    list.getFocusModel().focus(i);
                    list.scrollTo(Math.max(0, i - 6));
                    break;
                }
            }
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER && selected() != null) {
            acts.open(selected());
            e.consume();
        } else if (e.getCode() == KeyCode.SPACE && selected() != null) {
            Node cell = reveal(selected());
            if (cell != null) {
                acts.peek(cell, selected());
            }
            e.consume();
        }
    }
}
