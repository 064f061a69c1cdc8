package app.linden.ui.paper;

import app.linden.paper.Page;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/** Pages as they will be, one at a time; turned with buttons or Page Up and Page Down. */
final class Preview extends VBox {
    private final Sheet sheet = new Sheet();
    private final Button back = turn(Feather.CHEVRON_LEFT, "print.back", -1);
    private final Button forward = turn(Feather.CHEVRON_RIGHT, "print.forward", 1);
    private final Label number = new Label();
    private List<Page> pages = List.of();
    private int shown;

    Preview() {
        getStyleClass().add("print-preview");
        number.setId("print-number");
        HBox turning = new HBox(back, number, forward);
        turning.getStyleClass().add("print-turning");
        turning.setAlignment(Pos.CENTER);
        VBox.setVgrow(sheet, Priority.ALWAYS);
        getChildren().addAll(sheet, turning);
        setAccessibleRole(AccessibleRole.NODE);
    }

    private Button turn(Feather icon, String text, int by) {
        Button button = new Button(null, Icons.icon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(Texts.text(text));
        button.setOnAction(e -> turn(by));
        return button;
    }

    /** Page Up and Page Down, wherever the focus is. */
    void keys(KeyEvent e) {
        switch (e.getCode()) {
            case PAGE_UP -> turn(-1);
            case PAGE_DOWN -> turn(1);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void turn(int by) {
        shown = Math.clamp(shown + by, 0, Math.max(0, pages.size() - 1));
        draw();
    }

    void show(List<Page> next) {
        pages = next;
        turn(0);
    }

    private void draw() {
        if (pages.isEmpty()) {
            return;
        }
        sheet.show(pages.get(shown));
        String words = Texts.text("print.page", shown + 1, pages.size());
        number.setText(words);
        sheet.setAccessibleText(words);
        back.setDisable(shown == 0);
        forward.setDisable(shown == pages.size() - 1);
    }

    /** The page, as large as there is room. */
    private static final class Sheet extends Pane {
        private final Pane paper = new Pane();
        private final Scale scale = new Scale(1, 1);
        private double pageWidth = 1;
        private double pageHeight = 1;

        Sheet() {
            paper.getStyleClass().add("print-paper");
            getChildren().add(paper);
            setMinSize(0, 0);
        }

        void show(Page page) {
            pageWidth = page.width();
            pageHeight = page.height();
            Group drawing = Drawing.of(page);
            drawing.getTransforms().setAll(scale);
            drawing.setManaged(false);
            paper.getChildren().setAll(drawing);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double share = Math.min(getWidth() / pageWidth, getHeight() / pageHeight);
            scale.setX(share);
            scale.setY(share);
            double w = Math.floor(pageWidth * share);
            double h = Math.floor(pageHeight * share);
            paper.resizeRelocate(
                    Math.floor((getWidth() - w) / 2), Math.floor((getHeight() - h) / 2), w, h);
        }
    }
}
