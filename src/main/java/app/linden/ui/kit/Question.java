package app.linden.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Asks a question that is answered by one of a few buttons, beneath each other so that their texts
 * may be long. The first has the focus, Up and Down go through them, Esc means none. Lives on
 * JavaFX's thread.
 */
public final class Question {
    /**
     * An answer.
     *
     * @param style "accent" or "danger" for one that stands out, else empty
     */
    public record Answer(String text, String style, Runnable act) {}

    private Question() {}

    public static void ask(
            @Nullable Window owner,
            Look look,
            String question,
            @Nullable String detail,
            List<Answer> answers) {
        ask(owner, look, question, detail, answers, () -> {});
    }

    /** As {@link #ask(Window, Look, String, String, List)}; tells when none was chosen. */
    public static void ask(
            @Nullable Window owner,
            Look look,
            String question,
            @Nullable String detail,
            List<Answer> answers,
            Runnable cancelled) {
        VBox box = new VBox();
        box.getStyleClass().add("question");
        box.setAlignment(Pos.TOP_CENTER);
        Label title = wrapped(question, "question-title");
        box.getChildren().add(title);
        if (detail != null) {
            box.getChildren().add(wrapped(detail, "question-detail"));
        }
        Stage stage = DialogWindow.modal(owner, look, Texts.text("app.name"), box);
        boolean[] answered = {false};
        stage.setOnHidden(e -> {
            if (!answered[0]) {
                cancelled.run();
            }
        });
        VBox buttons = new VBox();
        buttons.getStyleClass().add("question-answers");
        for (Answer answer : answers) {
            Button button =
                    button(
                            answer.text(),
                            () -> {
                                answered[0] = true;
                                stage.close();
                                answer.act().run();
                            });
            if (!answer.style().isEmpty()) {
                button.getStyleClass().add(answer.style());
            }
            buttons.getChildren().add(button);
        }
        Button cancel =
                button(
                        Texts.text(answers.isEmpty() ? "action.close" : "action.cancel"),
                        stage::close);
        cancel.getStyleClass().add("flat");
        buttons.getChildren().add(cancel);
        box.getChildren().add(buttons);
        buttons.getChildren().getFirst().requestFocus();
        DialogWindow.showCentered(stage);
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static Button button(String text, Runnable act) {
        Button button = new Button(text);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> act.run());
        // Enter presses the button that has the focus, as everywhere but in JavaFX.
        button.defaultButtonProperty().bind(button.focusedProperty());
        return button;
    }
}
