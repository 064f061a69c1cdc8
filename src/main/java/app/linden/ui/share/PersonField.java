package app.linden.ui.share;

import app.linden.model.Person;
import app.linden.ui.kit.CardPopup;
import app.linden.ui.kit.Face;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A field in which a person finds another one by name, with those who match beneath it. */
final class PersonField extends TextField {
    private static final int SHOWN = 6;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Function<String, List<Person>> search;
    private final Consumer<Person> picked;
    private final VBox list = new VBox();
    private final CardPopup popup;
    private List<Person> found = List.of();
    private int chosen;

    /**
     * @param search whom a text means
     * @param picked told who was chosen; the field is empty then
     */
    PersonField(Look look, Function<String, List<Person>> search, Consumer<Person> picked) {
        this.search = search;
        this.picked = picked;
        this.popup = new CardPopup(look, list, "share.css").withoutFocus();
        setId("share-person");
        setPromptText(Texts.text("share.add"));
        setAccessibleText(Texts.text("share.add"));
        list.getStyleClass().add("person-list");
        textProperty().addListener((o, was, is) -> find());
        focusedProperty()
                .addListener((o, was, is) -> {
                    if (!is) {
                        popup.hide();
                    }
                });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case DOWN -> choose(chosen + 1);
            case UP -> choose(chosen - 1);
            case ENTER -> {
                if (!popup.isShowing() || found.isEmpty()) {
                    return;
                }
                pick(found.get(chosen));
            }
            case ESCAPE -> {
                if (!popup.isShowing()) {
                    return;
                }
                popup.hide();
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void find() {
        if (getText().isBlank()) {
            popup.hide();
            return;
        }
        List<Person> all = search.apply(getText());
        found = all.subList(0, Math.min(SHOWN, all.size()));
        list.getChildren().clear();
        if (found.isEmpty()) {
            Label none = new Label(Texts.text("share.nobody"));
            none.getStyleClass().add("person-none");
            list.getChildren().add(none);
        }
        found.forEach(p -> list.getChildren().add(row(p)));
        choose(0);
        list.setPrefWidth(getWidth() - 2);
        if (!popup.isShowing() && getScene() != null) {
            popup.showBeneath(this);
        }
    }

    private Node row(Person person) {
        Label name = new Label(person.shown());
        name.getStyleClass().add("member-name");
        VBox words = new VBox(name);
        words.setAlignment(Pos.CENTER_LEFT);
        if (!person.email().isBlank() && !person.email().equals(person.shown())) {
            Label email = new Label(person.email());
            email.getStyleClass().add("member-email");
            words.getChildren().add(email);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(new Face(person.id(), person.shown()), words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("person-row");
        row.setOnMousePressed(e -> pick(person));
        row.setOnMouseEntered(e -> choose(list.getChildren().indexOf(row)));
        return row;
    }

    private void choose(int index) {
        if (!found.isEmpty()) {
            chosen = Math.floorMod(index, found.size());
            for (int i = 0; i < found.size(); i++) {
                list.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == chosen);
            }
        }
    }

    private void pick(@Nullable Person person) {
        if (person != null) {
            clear();
            picked.accept(person);
        }
    }
}
