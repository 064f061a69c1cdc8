package app.linden.ui.attention;

import app.linden.base.Subscription;
import app.linden.calendar.Agenda;
import app.linden.calendar.port.Accounts;
import app.linden.model.Conflict;
import app.linden.model.Notice;
import app.linden.model.SyncState;
import app.linden.model.Waiting;
import app.linden.ui.kit.CardPopup;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The card beneath the sync state: how it stands, what happened, and every change that waits, with
 * what can be done about it. Lives on JavaFX's thread.
 */
public final class SyncPopup {
    private final Agenda agenda;
    private final Accounts accounts;
    private final Clock clock;
    private final Look look;
    private final SyncActs acts;
    private final VBox list = new VBox();
    private final Label state = new Label();
    private final Label detail = new Label();
    private final Label nothing = new Label();
    private final Button conflicts = new Button();
    private final Button again = new Button(Texts.text("accounts.sign-in-again"));
    private final ScrollPane scroll = new ScrollPane(list);
    private final VBox box = new VBox();
    private List<Waiting> waiting = List.of();
    private List<Notice> notices = List.of();
    private @Nullable CardPopup open;

    public SyncPopup(Agenda agenda, Accounts accounts, Clock clock, Look look, SyncActs acts) {
        this.agenda = agenda;
        this.accounts = accounts;
        this.clock = clock;
        this.look = look;
        this.acts = acts;
        box.getStyleClass().add("sync-popup");
        list.getStyleClass().add("waiting-list");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("attention-scroll", "sync-popup-scroll");
        // As high as its rows are at this width; by itself it takes their titles for one line.
        list.heightProperty()
                .addListener((o, was, is) -> scroll.setPrefViewportHeight(is.doubleValue()));
        conflicts.getStyleClass().addAll("accent", "sync-popup-conflicts");
        conflicts.setMaxWidth(Double.MAX_VALUE);
        conflicts.setOnAction(e -> {
            hide();
            acts.conflicts();
        });
        for (Label label : List.of(state, detail, nothing)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        state.getStyleClass().add("sync-popup-state");
        detail.getStyleClass().add("attention-why");
        nothing.getStyleClass().addAll("attention-why", "outbox-none");
        again.getStyleClass().addAll("accent", "sync-popup-again");
        again.setMaxWidth(Double.MAX_VALUE);
        again.managedProperty().bind(again.visibleProperty());
        again.setOnAction(e -> {
            hide();
            acts.signInAgain();
        });
        box.getChildren().setAll(head(), again, conflicts, nothing, scroll, foot());
    }

    private HBox head() {
        VBox words = new VBox(state, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button now = Icons.button(Feather.REFRESH_CW, Texts.text("menu.sync"), acts::syncNow);
        HBox head = new HBox(words, now);
        head.getStyleClass().add("sync-popup-head");
        return head;
    }

    private HBox foot() {
        Hyperlink trash = new Hyperlink(Texts.text("menu.trash"));
        trash.setOnAction(e -> {
            hide();
            acts.trash();
        });
        HBox foot = new HBox(trash);
        foot.getStyleClass().add("sync-popup-foot");
        return foot;
    }

    /** Opens beneath a node, or goes away when it is open. */
    public void toggle(Node anchor) {
        if (open != null) {
            hide();
            return;
        }
        CardPopup popup = new CardPopup(look, box, "attention.css");
        List<Subscription> watched = new ArrayList<>();
        watched.add(FxRelay.relay(accounts.state(), this::say));
        watched.add(FxRelay.relay(agenda.conflicts(), this::count));
        watched.add(
                FxRelay.relay(
                        agenda.notices(),
                        all -> {
                            notices = all;
                            draw();
                        }));
        watched.add(
                FxRelay.relay(
                        agenda.waiting(),
                        all -> {
                            waiting = all;
                            draw();
                        }));
        popup.onHidden(() -> {
            watched.forEach(Subscription::close);
            if (open == popup) {
                open = null;
            }
        });
        open = popup;
        popup.showBeneath(anchor);
    }

    /** Before its window closes. */
    public void hide() {
        if (open != null) {
            open.hide();
            open = null;
        }
    }

    private void say(SyncState now) {
        SyncWords words = SyncWords.of(now, clock);
        again.setVisible(now.phase() == SyncState.Phase.SIGNED_OUT);
        state.setText(words.text());
        show(detail, words.detail());
    }

    private void count(List<Conflict> open) {
        conflicts.setText(Texts.text("outbox.conflicts", open.size()));
        conflicts.setVisible(!open.isEmpty());
        conflicts.setManaged(!open.isEmpty());
    }

    private static void show(Label label, @Nullable String text) {
        label.setText(text == null ? "" : text);
        label.setVisible(text != null);
        label.setManaged(text != null);
    }

    private void draw() {
        list.getChildren().clear();
        for (Notice notice : notices) {
            list.getChildren()
                    .add(
                            new NoticeRow(
                                    notice,
                                    clock.getZone(),
                                    clock.instant(),
                                    () -> acts.dismiss(notice)));
        }
        WaitingRow.Around around =
                new WaitingRow.Around(agenda.calendars().get(), clock.getZone(), clock.instant());
        for (Waiting one : waiting) {
            list.getChildren().add(new WaitingRow(one, around, acts));
        }
        boolean empty = list.getChildren().isEmpty();
        show(nothing, empty ? Texts.text("outbox.none") : null);
        scroll.setVisible(!empty);
        scroll.setManaged(!empty);
    }
}
