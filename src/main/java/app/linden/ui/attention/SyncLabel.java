package app.linden.ui.attention;

import app.linden.base.Subscription;
import app.linden.calendar.port.Accounts;
import app.linden.model.SyncState;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.Clock;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Says in the bar how it stands with the server; its seconds go on while it can be seen. Close it
 * with the window. Lives on JavaFX's thread.
 */
public final class SyncLabel extends Button implements Subscription {
    private static final Duration SECOND = Duration.seconds(1);

    private final Clock clock;
    private final FontIcon icon = new FontIcon(Feather.CLOUD);
    private final Tooltip tip = new Tooltip();
    private final Timeline seconds = new Timeline(new KeyFrame(SECOND, e -> show()));
    private final Subscription states;
    private SyncState state;
    private boolean told;

    /**
     * @param opened called with this on a click
     * @param clock its zone is the one in which times are shown
     */
    public SyncLabel(Accounts accounts, Consumer<Node> opened, Clock clock) {
        this.clock = clock;
        this.state = accounts.state().get();
        getStyleClass().addAll("flat", "sync-label");
        getStylesheets().add(Look.sheet("attention.css"));
        setGraphic(icon);
        setOnAction(e -> opened.accept(this));
        seconds.setCycleCount(Animation.INDEFINITE);
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .addListener((o, was, is) -> {
                    if (is) {
                        seconds.play();
                    } else {
                        seconds.stop();
                    }
                });
        states =
                FxRelay.relay(
                        accounts.state(),
                        next -> {
                            state = next;
                            show();
                        });
    }

    /** Whether there is something to read beneath it. */
    public void setTold(boolean something) {
        told = something;
        show();
    }

    private void show() {
        SyncWords words = SyncWords.of(state, clock);
        setText(words.text());
        icon.setIconCode(
                told && words.tone() == SyncWords.Tone.CALM ? Feather.BELL : icon(words.tone()));
        getStyleClass().removeIf(c -> c.startsWith("sync-tone-"));
        getStyleClass().add("sync-tone-" + words.tone().name().toLowerCase(Locale.ROOT));
        String detail = words.detail();
        tip.setText(detail == null ? words.text() : words.text() + "\n" + detail);
        setTooltip(tip);
    }

    private static Feather icon(SyncWords.Tone tone) {
        return switch (tone) {
            case LOCAL -> Feather.MONITOR;
            case CALM -> Feather.CHECK;
            case BUSY -> Feather.REFRESH_CW;
            case OFFLINE -> Feather.CLOUD_OFF;
            case ATTENTION -> Feather.ALERT_CIRCLE;
        };
    }

    @Override
    public void close() {
        seconds.stop();
        states.close();
    }
}
