package app.linden.ui.attention;

import app.linden.base.Subscription;
import app.linden.calendar.Agenda;
import app.linden.calendar.Commands;
import app.linden.calendar.Target;
import app.linden.model.Conflict;
import app.linden.model.Contested;
import app.linden.model.Event;
import app.linden.model.Happening;
import app.linden.model.Notice;
import app.linden.model.Waiting;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The window of what needs the person: conflicts to decide, changes that were refused, and those
 * that still wait to be sent. Lives on JavaFX's thread.
 */
public final class Attention {
    private static final double LOWEST = 240;
    private static final double HIGHEST = 600;

    private record Known(Conflict conflict, Contested contested, @Nullable Event event) {}

    private final Commands commands;
    private final Agenda agenda;
    private final Look look;
    private final Clock clock;
    private final SyncActs acts;
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Label failure = new Label();
    private List<Known> conflicts = List.of();
    private List<Waiting> waiting = List.of();
    private List<Notice> notices = List.of();
    private @Nullable String first;
    private int asked;

    /** What this gave the window last; 0 before. */
    private double fittedHeight;

    private @Nullable Stage stage;

    /**
     * @param clock its zone is the one in which times are shown
     */
    public Attention(Commands commands, Agenda agenda, SyncActs acts, Clock clock, Look look) {
        this.commands = commands;
        this.agenda = agenda;
        this.acts = acts;
        this.clock = clock;
        this.look = look;
        content.getStyleClass().add("attention");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("attention-scroll");
        failure.setWrapText(true);
        failure.getStyleClass().add("attention-failure");
    }

    /** Opens the window, or brings the open one to the front. */
    public void show(Window owner) {
        show(owner, null);
    }

    /** The same with the conflicts of one event first. */
    public void show(Window owner, @Nullable String eventId) {
        first = eventId;
        draw();
        if (stage != null) {
            stage.toFront();
            stage.requestFocus();
            return;
        }
        // A scene holds its root for good; a new window gets a new one around the same content.
        VBox root = new VBox(scroll);
        root.getStyleClass().add("attention-window");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Stage window =
                DialogWindow.make(
                        owner, look, Texts.text("attention.title"), root, "attention.css");
        stage = window;
        failure.setText("");
        Subscription one = FxRelay.relay(agenda.conflicts(), this::ask);
        Subscription two =
                FxRelay.relay(
                        agenda.waiting(),
                        list -> {
                            waiting = list;
                            draw();
                        });
        Subscription three =
                FxRelay.relay(
                        agenda.notices(),
                        list -> {
                            notices = list;
                            draw();
                        });
        window.addEventHandler(
                WindowEvent.WINDOW_HIDDEN,
                e -> {
                    one.close();
                    two.close();
                    three.close();
                    root.getChildren().clear();
                    stage = null;
                });
        fittedHeight = 0;
        DialogWindow.showCentered(window);
        fit();
    }

    /** As high as what is in it, until the person gives it another height. */
    private void fit() {
        Stage window = stage;
        if (window == null || !window.isShowing()) {
            return;
        }
        if (fittedHeight > 0 && Math.abs(window.getHeight() - fittedHeight) > 1) {
            return;
        }
        content.applyCss();
        double wanted = content.prefHeight(window.getScene().getWidth());
        double frame = window.getHeight() - window.getScene().getHeight();
        fittedHeight = Math.clamp(Math.ceil(wanted), LOWEST, HIGHEST) + frame;
        window.setHeight(fittedHeight);
    }

    /** Finds the event of each conflict as it stands; only the newest answer is drawn. */
    private void ask(List<Conflict> open) {
        int question = ++asked;
        List<CompletableFuture<Known>> known = open.stream().map(this::known).toList();
        FxRelay.after(
                CompletableFuture.allOf(known.toArray(CompletableFuture[]::new))
                        .thenApply(done -> known.stream().map(CompletableFuture::join).toList()),
                all -> {
                    if (question == asked) {
                        conflicts = all;
                        draw();
                    }
                },
                error -> failed(error));
    }

    private CompletableFuture<Known> known(Conflict conflict) {
        return agenda.find(Target.whole(conflict.objectId()))
                .thenApply(event -> new Known(conflict, Contested.of(conflict, event), event))
                // The event is gone or cannot be read: the values themselves are shown.
                .exceptionally(gone -> new Known(conflict, Contested.of(conflict, null), null));
    }

    private void draw() {
        fill();
        fit();
    }

    private void fill() {
        content.getChildren().clear();
        if (!failure.getText().isEmpty()) {
            content.getChildren().add(failure);
        }
        List<Waiting> refused = waiting.stream().filter(Waiting::isParked).toList();
        List<Waiting> unsent = waiting.stream().filter(w -> !w.isParked()).toList();
        if (conflicts.isEmpty() && waiting.isEmpty() && notices.isEmpty()) {
            content.getChildren().add(empty());
        }
        notices.forEach(n -> content.getChildren().add(notice(n)));
        if (!conflicts.isEmpty()) {
            section("attention.conflicts", "attention.conflicts-why", conflicts.size());
            conflicts.stream()
                    .sorted(Comparator.comparing(k -> !k.conflict().objectId().equals(first)))
                    .forEach(k -> content.getChildren().add(card(k)));
        }
        if (!refused.isEmpty()) {
            section("attention.refusals", "attention.refusals-why", refused.size());
            content.getChildren().add(rows(refused));
        }
        if (!unsent.isEmpty()) {
            section("attention.unsent", "attention.unsent-why", unsent.size());
            content.getChildren().add(rows(unsent));
        }
    }

    private void section(String title, String why, int count) {
        Label name = new Label(Texts.text(title, count));
        name.getStyleClass().add("attention-section");
        Label reason = new Label(Texts.text(why));
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        reason.getStyleClass().add("attention-why");
        VBox head = new VBox(name, reason);
        head.getStyleClass().add("attention-head");
        content.getChildren().add(head);
    }

    private ConflictCard card(Known known) {
        String id = known.conflict().id();
        return new ConflictCard(
                known.conflict(),
                known.contested(),
                known.event(),
                agenda.calendars().get(),
                who(known.conflict()),
                clock,
                new ConflictCard.Decision() {
                    @Override
                    public void mine() {
                        decide(commands.useMine(id));
                    }

                    @Override
                    public void both() {
                        decide(commands.keepBoth(id));
                    }

                    @Override
                    public void theirs() {
                        decide(commands.keepTheirs(id));
                    }
                });
    }

    /** Who changed the event last, as far as the server told it. */
    private String who(Conflict conflict) {
        return agenda.activity().get().stream()
                .filter(h -> h.eventId().equals(conflict.objectId()))
                .map(Happening::who)
                .findFirst()
                .orElse("");
    }

    private void decide(CompletableFuture<Void> command) {
        failure.setText("");
        FxRelay.after(command, done -> {}, this::failed);
    }

    private void failed(Throwable error) {
        failure.setText(Sentences.of(error));
        draw();
    }

    private NoticeRow notice(Notice notice) {
        return new NoticeRow(notice, clock.getZone(), clock.instant(), () -> acts.dismiss(notice));
    }

    private VBox rows(List<Waiting> list) {
        VBox box = new VBox();
        box.getStyleClass().add("waiting-list");
        WaitingRow.Around around =
                new WaitingRow.Around(agenda.calendars().get(), clock.getZone(), clock.instant());
        list.forEach(w -> box.getChildren().add(new WaitingRow(w, around, acts)));
        return box;
    }

    private static VBox empty() {
        Label title = new Label(Texts.text("attention.none"));
        title.getStyleClass().add("attention-none");
        Label why = new Label(Texts.text("attention.none-why"));
        why.getStyleClass().add("attention-why");
        VBox box = new VBox(Icons.icon(Feather.CHECK_CIRCLE), title, why);
        box.getStyleClass().add("attention-empty");
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }
}
