package app.linden.ui.search;

import app.linden.model.Fold;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.List;

/** A text in one line in which what was searched for is marked; its end is cut where it is long. */
final class Marked extends HBox {
    Marked(String text, List<Fold.Word> words) {
        getStyleClass().add("search-title");
        int at = 0;
        for (Fold.Word word : Fold.words(text)) {
            int matched = words.stream().mapToInt(w -> Fold.matched(text, word, w)).max().orElse(0);
            if (matched > 0) {
                add(text.substring(at, word.start()), "search-plain");
                at = word.start() + matched;
                add(text.substring(word.start(), at), "search-match");
            }
        }
        add(text.substring(at), "search-plain");
        for (int i = 0; i + 1 < getChildren().size(); i++) {
            ((Label) getChildren().get(i)).setMinWidth(Region.USE_PREF_SIZE);
        }
        setMinWidth(0);
    }

    private void add(String part, String style) {
        if (!part.isEmpty()) {
            Label label = new Label(part);
            label.getStyleClass().add(style);
            label.setMinWidth(0);
            getChildren().add(label);
        }
    }
}
