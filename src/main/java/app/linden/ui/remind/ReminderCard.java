package app.linden.ui.remind;

import app.linden.calendar.remind.Reminder;
import app.linden.calendar.remind.Snooze;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.Tint;

import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One reminder with its buttons. Lives on JavaFX's thread. */
final class ReminderCard extends HBox {
    private static final CornerRadii ROUND = new CornerRadii(2);

    private final Reminder reminder;
    private final Clock clock;
    private final Label soon = new Label();
    private final Label when = new Label();
    private final MenuButton snooze = new MenuButton(Texts.text("remind.snooze"));
    private final Runnable open;
    private final Runnable dismiss;

    ReminderCard(
            Reminder reminder,
            String color,
            Look look,
            Clock clock,
            ReminderActs acts,
            Consumer<Reminder> dismissed,
            BiConsumer<Reminder, Snooze> snoozed) {
        this.reminder = reminder;
        this.clock = clock;
        this.dismiss = () -> dismissed.accept(reminder);
        this.open =
                () -> {
                    acts.open(reminder);
                    dismissed.accept(reminder);
                };
        getStyleClass().add("reminder-card");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleHelp(Texts.text("remind.help"));
        Region edge = new Region();
        edge.getStyleClass().add("reminder-edge");
        edge.setBackground(
                new Background(
                        new BackgroundFill(
                                Tint.of(color, look.dark().get()).accent(), ROUND, Insets.EMPTY)));
        Label title = new Label(ReminderWords.title(reminder));
        title.getStyleClass().add("reminder-title");
        title.setWrapText(true);
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        soon.getStyleClass().add("reminder-soon");
        soon.setMinWidth(Region.USE_PREF_SIZE);
        when.getStyleClass().add("reminder-when");
        HBox times = new HBox(soon, when);
        times.getStyleClass().add("reminder-times");
        VBox words = new VBox(title, times);
        words.getStyleClass().add("reminder-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        if (reminder.place() != null) {
            Label place = new Label(reminder.place(), Icons.icon(Feather.MAP_PIN));
            place.getStyleClass().add("reminder-place");
            words.getChildren().add(place);
        }
        words.getChildren().add(buttons(acts, snoozed));
        getChildren().addAll(edge, words);
        tick();
        setOnMousePressed(e -> requestFocus());
    }

    private HBox buttons(ReminderActs acts, BiConsumer<Reminder, Snooze> snoozed) {
        Button opens = button("remind.open", open);
        Button dismisses = button("remind.dismiss", dismiss);
        snooze.setMinWidth(Region.USE_PREF_SIZE);
        snooze.setOnShowing(e -> {
            snooze.getItems().clear();
            for (Snooze s : Snooze.offered(reminder, clock.instant(), clock.getZone())) {
                MenuItem item = new MenuItem(ReminderWords.snooze(s));
                item.setOnAction(a -> snoozed.accept(reminder, s));
                snooze.getItems().add(item);
            }
        });
        // Without an entry it would not open at all.
        snooze.getItems().add(new MenuItem());
        HBox bar = new HBox();
        bar.getStyleClass().add("reminder-buttons");
        if (reminder.join() != null) {
            Button joins =
                    button(
                            "remind.join",
                            () -> {
                                acts.join(reminder);
                                dismiss.run();
                            });
            joins.getStyleClass().add("accent");
            bar.getChildren().add(joins);
        } else {
            dismisses.getStyleClass().add("accent");
        }
        bar.getChildren().addAll(dismisses, snooze, opens);
        return bar;
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(Texts.text(key));
        button.setId(key.replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    Reminder reminder() {
        return reminder;
    }

    /** As time goes by the words change. */
    void tick() {
        Instant now = clock.instant();
        soon.setText(ReminderWords.soon(reminder, now, clock.getZone()));
        when.setText(ReminderWords.when(reminder, now, clock.getZone()));
        setAccessibleText(ReminderWords.spoken(reminder, now, clock.getZone()));
    }

    /** Keys while the card itself has the keyboard; answers whether it was one of them. */
    boolean pressed(KeyEvent e) {
        if (!isFocused()) {
            return false;
        }
        switch (e.getCode()) {
            case ENTER, O -> open.run();
            case DELETE, BACK_SPACE, SPACE -> dismiss.run();
            case S -> snooze.show();
            default -> {
                return false;
            }
        }
        return true;
    }
}
