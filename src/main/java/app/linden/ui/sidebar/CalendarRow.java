package app.linden.ui.sidebar;

import app.linden.model.Calendar;
import app.linden.model.Feed;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.Tint;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.util.function.Consumer;

/** One calendar: whether it is shown, its name, and what can be done with it. */
final class CalendarRow extends HBox {
    private final Calendar calendar;
    private final CheckBox box = new CheckBox();
    private final Label name = new Label();
    private final Label sign = new Label();
    private final Button more;
    private boolean renaming;

    /**
     * @param locked whether one may only read it
     * @param shared whether others see it too
     * @param show told whether the calendar is to be shown
     * @param menu opens the menu beneath the given node
     */
    CalendarRow(
            Calendar calendar,
            boolean locked,
            boolean shared,
            Look look,
            Consumer<Boolean> show,
            Consumer<Node> menu) {
        this.calendar = calendar;
        getStyleClass().add("calendar-row");
        setAlignment(Pos.CENTER_LEFT);
        setStyle("-calendar-color: " + web(Tint.of(calendar.color(), look.dark().get()).accent()));
        String title = calendar.name().isBlank() ? Texts.text("sidebar.unnamed") : calendar.name();
        box.setSelected(calendar.visible());
        box.setAccessibleText(title);
        box.setOnAction(e -> show.accept(box.isSelected()));
        name.setText(title);
        name.getStyleClass().add("calendar-name");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setTooltip(new Tooltip(title));
        name.setOnMouseClicked(e -> {
            if (e.getButton() == javafx.scene.input.MouseButton.PRIMARY) {
                box.fire();
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        more =
                Icons.button(
                        Feather.MORE_HORIZONTAL,
                        Texts.text("sidebar.more", title),
                        () -> menu.accept(this));
        more.getStyleClass().add("calendar-more");
        // Long names have the room while nobody needs the button; Tab still reaches it.
        more.managedProperty().bind(hoverProperty().or(more.focusedProperty()));
        getChildren().addAll(box, name);
        sign.getStyleClass().add("calendar-lock");
        if (locked) {
            sign(Feather.LOCK, Texts.text("sidebar.locked"));
        } else if (shared) {
            sign(Feather.USERS, Texts.text("sidebar.shared"));
        }
        getChildren().add(more);
        setOnContextMenuRequested(e -> menu.accept(this));
    }

    private void sign(Feather icon, String words) {
        sign.setGraphic(Icons.icon(icon));
        sign.setTooltip(new Tooltip(words));
        sign.setAccessibleText(words);
        getChildren().add(sign);
        box.setAccessibleText(box.getAccessibleText() + ", " + words);
    }

    /** Shows that the calendar follows an address, and in its tooltip how that stands. */
    void follows(Feed feed) {
        boolean well = feed.problem() == null;
        sign.setGraphic(Icons.icon(well ? Feather.RSS : Feather.ALERT_TRIANGLE));
        sign.getStyleClass().add(well ? "calendar-feed" : "calendar-feed-problem");
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        tip.setOnShowing(e -> tip.setText(FeedWords.of(feed, Instant.now())));
        if (!getChildren().contains(sign)) {
            getChildren().add(getChildren().indexOf(more), sign);
        }
        sign.setTooltip(tip);
        sign.setAccessibleText(FeedWords.of(feed, Instant.now()));
    }

    private static String web(Color color) {
        return "#" + color.toString().substring(2, 8);
    }

    Calendar calendar() {
        return calendar;
    }

    boolean isRenaming() {
        return renaming;
    }

    boolean hasFocus() {
        return box.isFocused();
    }

    void focus() {
        box.requestFocus();
    }

    /**
     * Turns the name into a field; Enter or leaving it renames, Esc does not.
     *
     * @param ended called at the end in any case
     */
    void rename(Consumer<String> renamed, Runnable ended) {
        renaming = true;
        TextField field = new TextField(calendar.name());
        field.getStyleClass().add("calendar-rename");
        HBox.setHgrow(field, Priority.ALWAYS);
        int at = getChildren().indexOf(name);
        getChildren().set(at, field);
        more.setVisible(false);
        boolean[] done = {false};
        Consumer<Boolean> end =
                keep -> {
                    if (!done[0]) {
                        done[0] = true;
                        renaming = false;
                        getChildren().set(at, name);
                        more.setVisible(true);
                        String next = field.getText().strip();
                        if (keep && !next.isEmpty() && !next.equals(calendar.name())) {
                            name.setText(next);
                            renamed.accept(next);
                        }
                        ended.run();
                    }
                };
        field.setOnAction(e -> end.accept(true));
        field.focusedProperty()
                .addListener((o, was, is) -> {
                    if (!is) {
                        end.accept(true);
                    }
                });
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        end.accept(false);
                        e.consume();
                    }
                });
        field.requestFocus();
        field.selectAll();
    }
}
