package app.linden.ui.editor;

import app.linden.model.Repetition;
import app.linden.model.Repetition.Kind;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.RuleWords;
import app.linden.ui.kit.Texts;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** How it repeats and when that ends. Lives on JavaFX's thread. */
final class RepetitionFields {
    private static final int USUAL_COUNT = 10;
    private static final int MOST = 9999;

    private enum Ending {
        NEVER,
        ON_DAY,
        AFTER
    }

    private final EventDraft draft;
    private final Runnable changed;
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final ComboBox<Ending> ending = new ComboBox<>();
    private final DateField until;
    private final TextField count = new TextField();
    private final Label times = new Label(Texts.text("editor.times"));
    private final HBox endLine;
    private final Label fault = FormRows.fault();
    private final VBox node;
    private @Nullable String countFault;
    private boolean filling;

    RepetitionFields(EventDraft draft, Look look, Runnable changed) {
        this.draft = draft;
        this.changed = changed;
        until = new DateField(look, day -> change(new Repetition(kind(), day, null)));
        kind.setId("repetition");
        ending.setId("repetition-end");
        until.setId("repetition-until");
        count.setId("repetition-count");
        kind.setMaxWidth(Double.MAX_VALUE);
        words(kind, k -> RuleWords.of(k, draft.anchor(), draft.wholeBefore().rule()));
        words(
                ending,
                e -> Texts.text("editor.ends." + e.name().toLowerCase(java.util.Locale.ROOT)));
        ending.getItems().setAll(Ending.values());
        ending.getStyleClass().add("ending-choice");
        count.getStyleClass().add("count-field");
        endLine = FormRows.named(new Label(Texts.text("editor.ends")), ending, until, count, times);
        node = FormRows.column(kind, endLine, fault);
        kind.setOnAction(e -> choose());
        ending.setOnAction(e -> end());
        count.focusedProperty()
                .addListener((o, was, is) -> {
                    if (!is) {
                        commitCount();
                    }
                });
        show();
    }

    private static <T> void words(ComboBox<T> box, Function<T, String> words) {
        box.setCellFactory(v -> cell(words));
        box.setButtonCell(cell(words));
    }

    private static <T> ListCell<T> cell(Function<T, String> words) {
        return new ListCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
            }
        };
    }

    VBox node() {
        return node;
    }

    void commit() {
        if (until.isFocused()) {
            until.commit();
        }
        if (count.isFocused()) {
            commitCount();
        }
    }

    @Nullable String fault() {
        Repetition now = draft.repetition();
        if (now.until() != null) {
            if (until.fault() != null) {
                return until.fault();
            }
            return now.until().isBefore(draft.anchor()) ? Texts.text("editor.until-before") : null;
        }
        return now.count() != null ? countFault : null;
    }

    /** The day moved: what "weekly" means is another day now. */
    void show() {
        filling = true;
        Repetition now = draft.repetition();
        List<Kind> kinds = new ArrayList<>(Repetition.kinds(draft.anchor()));
        if (!kinds.contains(now.kind())) {
            kinds.add(now.kind());
        }
        kind.getItems().setAll(kinds);
        kind.setValue(now.kind());
        FormRows.shown(endLine, now.kind() != Kind.NONE);
        ending.setValue(
                now.until() != null
                        ? Ending.ON_DAY
                        : now.count() != null ? Ending.AFTER : Ending.NEVER);
        FormRows.shown(until, now.until() != null);
        FormRows.shown(count, now.count() != null);
        FormRows.shown(times, now.count() != null);
        if (now.until() != null && until.fault() == null) {
            until.show(now.until());
        }
        if (now.count() != null && countFault == null && !count.isFocused()) {
            count.setText(Integer.toString(now.count()));
        }
        String sentence = fault();
        fault.setText(sentence);
        fault.setVisible(sentence != null);
        filling = false;
    }

    private Kind kind() {
        return Objects.requireNonNullElse(kind.getValue(), Kind.NONE);
    }

    private void choose() {
        Repetition now = draft.repetition();
        if (!filling && kind() != now.kind()) {
            change(
                    kind() == Kind.NONE
                            ? Repetition.NONE
                            : new Repetition(kind(), now.until(), now.count()));
        }
    }

    private void end() {
        if (filling) {
            return;
        }
        LocalDate usual = draft.anchor().plusMonths(3);
        change(
                switch (Objects.requireNonNullElse(ending.getValue(), Ending.NEVER)) {
                    case NEVER -> new Repetition(kind(), null, null);
                    case ON_DAY -> new Repetition(kind(), usual, null);
                    case AFTER -> new Repetition(kind(), null, USUAL_COUNT);
                });
    }

    private void commitCount() {
        String typed = count.getText().strip();
        int number = typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
        countFault = number >= 1 && number <= MOST ? null : Texts.text("editor.count", MOST);
        if (countFault == null) {
            change(new Repetition(kind(), null, number));
        } else {
            show();
            changed.run();
        }
    }

    private void change(Repetition next) {
        draft.setRepetition(next);
        show();
        changed.run();
    }
}
