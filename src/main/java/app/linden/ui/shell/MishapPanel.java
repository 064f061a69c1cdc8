package app.linden.ui.shell;

import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

/**
 * Says in words that something went wrong, what that means, and what can be done. Blocks no other
 * window. Lives on JavaFX's thread.
 */
final class MishapPanel {
    private static final double WIDTH = 520;
    private static final int ROWS = 12;

    private final Stage stage;
    private final Label often = DialogParts.sentence("mishap-often", "");
    private int count = 1;

    /**
     * @param details for those who mend it; holds nothing about the person
     * @param diagnostics null where no report can be made
     * @param wentOn when it was closed
     */
    MishapPanel(
            Look look,
            String details,
            @Nullable DiagnosticsDialog diagnostics,
            Runnable quit,
            Runnable wentOn) {
        TextArea text = new TextArea(details);
        text.setId("mishap-details");
        text.setEditable(false);
        text.setPrefRowCount(ROWS);
        text.getStyleClass().add("mishap-details");
        text.setAccessibleText(Texts.text("mishap.details"));
        Button goOn = button("mishap-go-on", "mishap.go-on", this::close);
        goOn.setDefaultButton(true);
        goOn.getStyleClass().add("accent");
        FlowPane buttons =
                new FlowPane(
                        8,
                        8,
                        goOn,
                        button("mishap-quit", "mishap.quit", quit),
                        button("mishap-copy", "mishap.copy", () -> copy(details)));
        VBox panel =
                new VBox(
                        DialogParts.sentence("mishap-title", Texts.text("mishap.title")),
                        DialogParts.sentence("mishap-why", Texts.text("mishap.why")),
                        often,
                        text,
                        buttons);
        panel.getStyleClass().add("mishap");
        panel.setPrefWidth(WIDTH);
        this.stage = DialogWindow.make(null, look, Texts.text("app.name"), panel, "care.css");
        if (diagnostics != null) {
            Node report =
                    button("mishap-report", "menu.diagnostics", () -> diagnostics.show(stage));
            buttons.getChildren().add(report);
        }
        stage.setOnHidden(e -> wentOn.run());
        stage.setOnShown(e -> goOn.requestFocus());
    }

    private static Button button(String id, String key, Runnable act) {
        Button button = new Button(Texts.text(key));
        button.setId(id);
        button.setOnAction(e -> act.run());
        return button;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    void show() {
        stage.show();
    }

    boolean isShowing() {
        return stage.isShowing();
    }

    /** It, or something else, happened once more. */
    void again() {
        count++;
        DialogParts.say(often, Texts.text("mishap.often", count));
    }

    private void close() {
        stage.close();
    }
}
