package app.linden.ui.remind;

import app.linden.base.Closer;
import app.linden.calendar.Agenda;
import app.linden.calendar.remind.Reminder;
import app.linden.calendar.remind.Reminders;
import app.linden.calendar.remind.Snooze;
import app.linden.model.Calendar;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * The reminders that stand open, one below the other at the edge of the window, the newest on top.
 * They never take the keyboard by themselves: F8 goes to them and back. Lives on JavaFX's thread.
 */
public final class ReminderPanel extends VBox implements AutoCloseable {
    private static final Duration TICK = Duration.seconds(10);

    /** So many have room in a small window; the rest moves up. */
    private static final int MOST = 3;

    private final Reminders reminders;
    private final Agenda agenda;
    private final Look look;
    private final Clock clock;
    private final ReminderActs acts;
    private final Closer closer = new Closer();
    private final Label count = new Label();
    private final HBox head = new HBox();
    private final VBox cards = new VBox();
    private final Label rest = new Label();
    private List<Reminder> shown = List.of();
    private @Nullable Node before;

    /**
     * @param clock its zone is the one in which times are shown
     */
    public ReminderPanel(
            Reminders reminders, Agenda agenda, Look look, Clock clock, ReminderActs acts) {
        this.reminders = reminders;
        this.agenda = agenda;
        this.look = look;
        this.clock = clock;
        this.acts = acts;
        getStyleClass().add("reminders");
        getStylesheets().add(Look.sheet("remind.css"));
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.TOP_RIGHT);
        Button all = new Button(Texts.text("remind.dismiss-all"));
        all.getStyleClass().addAll("small", "flat");
        all.setOnAction(e -> List.copyOf(shown).forEach(this::dismiss));
        count.getStyleClass().add("reminders-count");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getStyleClass().add("reminders-head");
        head.getChildren().addAll(count, gap, all);
        head.managedProperty().bind(head.visibleProperty());
        cards.getStyleClass().add("reminder-cards");
        rest.getStyleClass().add("reminders-rest");
        rest.managedProperty().bind(rest.visibleProperty());
        getChildren().addAll(head, cards, rest);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        closer.add(FxRelay.relay(reminders.open(), this::show));
        closer.add(FxRelay.relay(look.dark(), dark -> rebuild()));
        Timeline clockwork =
                new Timeline(new KeyFrame(TICK, e -> cards().forEach(ReminderCard::tick)));
        clockwork.setCycleCount(Animation.INDEFINITE);
        clockwork.play();
        closer.add(clockwork::stop);
    }

    /** Lets F8 go from a scene to the reminders. */
    public void reachFrom(Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.F8 && isVisible()) {
                        e.consume();
                        if (holds(scene.getFocusOwner())) {
                            leave();
                        } else {
                            before = scene.getFocusOwner();
                            cards.getChildren().getFirst().requestFocus();
                        }
                    }
                });
    }

    private void show(List<Reminder> open) {
        shown = open.reversed();
        rebuild();
    }

    private void rebuild() {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        boolean held = holds(focused);
        String key = focused instanceof ReminderCard card ? card.reminder().key() : "";
        List<ReminderCard> made = new ArrayList<>();
        for (Reminder r : shown.subList(0, Math.min(MOST, shown.size()))) {
            made.add(new ReminderCard(r, color(r), look, clock, acts, this::dismiss, this::snooze));
        }
        cards.getChildren().setAll(made);
        count.setText(Texts.text("remind.count", shown.size()));
        head.setVisible(shown.size() > 1);
        rest.setText(Texts.text("remind.rest", shown.size() - made.size()));
        rest.setVisible(shown.size() > made.size());
        setVisible(!shown.isEmpty());
        if (held && made.isEmpty()) {
            leave();
        } else if (held) {
            made.stream()
                    .filter(c -> c.reminder().key().equals(key))
                    .findFirst()
                    .orElse(made.getFirst())
                    .requestFocus();
        }
    }

    private String color(Reminder reminder) {
        return agenda.calendars()
                .get()
                .find(reminder.calendarId())
                .map(Calendar::color)
                .orElse(Calendar.DEFAULT_COLOR);
    }

    private boolean holds(@Nullable Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n == this) {
                return true;
            }
        }
        return false;
    }

    private void leave() {
        Node back = before;
        before = null;
        if (back != null && Objects.equals(back.getScene(), getScene())) {
            back.requestFocus();
        }
    }

    private List<ReminderCard> cards() {
        return cards.getChildren().stream().map(ReminderCard.class::cast).toList();
    }

    /** What is pressed here means nothing to the calendar behind. */
    private void pressed(KeyEvent e) {
        List<ReminderCard> all = cards();
        int at = -1;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isFocused()) {
                at = i;
            }
        }
        if (e.getCode() == KeyCode.ESCAPE) {
            leave();
        } else if (at >= 0 && e.getCode() == KeyCode.DOWN) {
            all.get(Math.min(at + 1, all.size() - 1)).requestFocus();
        } else if (at >= 0 && e.getCode() == KeyCode.UP) {
            all.get(Math.max(at - 1, 0)).requestFocus();
        } else if (at >= 0 && !e.isShortcutDown()) {
            if (!all.get(at).pressed(e) && e.getCode() == KeyCode.TAB) {
                return;
            }
        } else {
            return;
        }
        e.consume();
    }

    private void dismiss(Reminder reminder) {
        tell(reminders.dismiss(reminder));
    }

    private void snooze(Reminder reminder, Snooze choice) {
        tell(reminders.snooze(reminder, choice.until(reminder, clock.instant(), clock.getZone())));
    }

    private void tell(CompletableFuture<Void> answer) {
        FxRelay.after(answer, done -> {}, acts::tell);
    }

    @Override
    public void close() {
        closer.close();
    }
}
