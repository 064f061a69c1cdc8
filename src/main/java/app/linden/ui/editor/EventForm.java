package app.linden.ui.editor;

import app.linden.model.Calendar;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.ZoneId;
import java.util.List;

/** The form of one draft with its buttons. Lives on JavaFX's thread. */
final class EventForm extends VBox {
    private static final int NOTES_ROWS = 3;
    private static final int MOST_NOTES_ROWS = 9;

    /** About as many letters as a line of notes has. */
    private static final int NOTES_COLUMNS = 54;

    /** What the buttons do. */
    interface Actions {
        void save();

        void delete();

        void cancel();
    }

    private final EventDraft draft;
    private final Actions actions;
    private final TextField title = new TextField();
    private final WhenFields when;
    private final RepetitionFields repetition;
    private final Button save = new Button(Texts.text("action.save"));
    private final Button delete = new Button(Texts.text("action.delete"));
    private final Button cancel = new Button(Texts.text("action.cancel"));
    private final Label failure = FormRows.fault();

    /**
     * @param calendars to choose from
     * @param locked a sentence why nothing can be changed, null when it can
     * @param isNew whether there is nothing to delete yet
     */
    EventForm(
            EventDraft draft,
            Look look,
            ZoneId zone,
            List<Calendar> calendars,
            @Nullable String locked,
            boolean isNew,
            Actions actions) {
        this.draft = draft;
        this.actions = actions;
        getStyleClass().add("event-form");
        this.repetition = new RepetitionFields(draft, look, this::check);
        this.when = new WhenFields(draft.when(), look, zone, this::whenChanged);
        CalendarChoice calendar =
                new CalendarChoice(look, calendars, c -> draft.setCalendarId(c.id()));
        calendar.setId("calendar");
        calendar.show(draft.calendarId());

        VBox fields =
                new VBox(
                        FormRows.row(titleField()),
                        FormRows.row(Feather.CLOCK, when.node()),
                        FormRows.row(Feather.REPEAT, repetition.node()),
                        FormRows.row(Feather.CALENDAR, calendar));
        // Who may only read has no use for empty fields.
        if (locked == null || !draft.place().isBlank()) {
            fields.getChildren().add(FormRows.row(Feather.MAP_PIN, placeField()));
        }
        if (locked == null || !draft.notes().isBlank()) {
            fields.getChildren().add(FormRows.row(Feather.ALIGN_LEFT, notesField()));
        }
        fields.getStyleClass().add("event-fields");
        if (locked != null) {
            fields.setDisable(true);
            getStyleClass().add("locked");
            getChildren().add(banner(locked));
        }
        failure.setId("failure");
        failure.getStyleClass().add("form-failure");
        getChildren().addAll(fields, failure, buttons(locked != null, isNew));
        addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        check();
    }

    private TextField titleField() {
        title.setId("title");
        title.setPromptText(Texts.text("editor.title"));
        title.getStyleClass().add("title-field");
        title.setText(draft.title());
        title.textProperty().addListener((o, was, is) -> draft.setTitle(is));
        return title;
    }

    private TextField placeField() {
        TextField place = new TextField(draft.place());
        place.setId("place");
        place.setPromptText(Texts.text("editor.place"));
        place.textProperty().addListener((o, was, is) -> draft.setPlace(is));
        return place;
    }

    private TextArea notesField() {
        TextArea notes = new TextArea(draft.notes());
        notes.setId("notes");
        notes.setPromptText(Texts.text("editor.notes"));
        notes.setWrapText(true);
        notes.setPrefRowCount(rows(draft.notes()));
        notes.textProperty()
                .addListener((o, was, is) -> {
                    draft.setNotes(is);
                    notes.setPrefRowCount(rows(is));
                });
        notes.prefRowCountProperty()
                .addListener(o -> {
                    if (getScene() != null && getScene().getWindow() != null) {
                        getScene().getWindow().sizeToScene();
                    }
                });
        return notes;
    }

    private static int rows(String text) {
        int lines = text.lines().mapToInt(line -> 1 + line.length() / NOTES_COLUMNS).sum();
        return Math.clamp(lines + 1L, NOTES_ROWS, MOST_NOTES_ROWS);
    }

    private static HBox banner(String sentence) {
        Label words = new Label(sentence);
        words.setWrapText(true);
        HBox banner = new HBox(app.linden.ui.kit.Icons.icon(Feather.LOCK), words);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().add("event-banner");
        return banner;
    }

    private HBox buttons(boolean isLocked, boolean isNew) {
        save.setId("save");
        delete.setId("delete");
        cancel.setId("cancel");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setOnAction(e -> save());
        delete.getStyleClass().addAll("danger", "flat");
        delete.setOnAction(e -> actions.delete());
        cancel.setOnAction(e -> actions.cancel());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox();
        bar.getStyleClass().add("event-buttons");
        if (isLocked) {
            cancel.setText(Texts.text("action.close"));
            bar.getChildren().addAll(gap, cancel);
        } else if (isNew) {
            bar.getChildren().addAll(gap, cancel, save);
        } else {
            bar.getChildren().addAll(delete, gap, cancel, save);
        }
        return bar;
    }

    void begin() {
        if (title.isDisabled()) {
            cancel.requestFocus();
        } else {
            title.requestFocus();
            // From the end to the beginning, so that a long title shows how it begins.
            title.selectRange(title.getLength(), 0);
        }
    }

    /** A command failed: says so and lets the person go on. */
    void failed(String sentence) {
        failure.setText(sentence);
        failure.setVisible(true);
        busy(false);
        check();
    }

    void busy(boolean is) {
        save.setDisable(is);
        delete.setDisable(is);
    }

    private void shortcut(KeyEvent e) {
        boolean saves = e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.S;
        if (e.isShortcutDown() && saves && getChildren().contains(save.getParent())) {
            save();
            e.consume();
        }
    }

    private void save() {
        when.commit();
        repetition.commit();
        check();
        if (save.getParent() != null && !save.isDisabled()) {
            actions.save();
        }
    }

    private void whenChanged() {
        repetition.show();
        check();
    }

    private void check() {
        // Called by the fields while they are made, too.
        if (when != null && repetition != null) {
            save.setDisable(when.fault() != null || repetition.fault() != null);
            resize();
        }
    }

    private void resize() {
        if (getScene() != null && getScene().getWindow() != null) {
            getScene().getWindow().sizeToScene();
        }
    }
}
