package app.linden.ui.shell;

import app.linden.base.Subscription;
import app.linden.calendar.Commands;
import app.linden.model.Act;
import app.linden.model.NextActs;
import app.linden.model.Undone;
import app.linden.ui.kit.ActWords;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Texts;

import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Undo and redo in a window: two entries of its menu that name what they would do, and a sentence
 * about how it ended. Close it with the window. Lives on JavaFX's thread.
 */
final class UndoFlow implements Subscription {
    /** What takes something from sight is offered to be undone where it happened. */
    private static final Set<Act.Kind> OFFERED =
            Set.of(
                    Act.Kind.DELETE,
                    Act.Kind.DELETE_CALENDAR,
                    Act.Kind.IMPORT,
                    Act.Kind.DISCARD,
                    Act.Kind.DECIDE);

    private final Commands commands;
    private final NoticeBar notices;
    private final MenuItem undo = new MenuItem();
    private final MenuItem redo = new MenuItem();
    private final Subscription history;
    private @Nullable NextActs last;

    UndoFlow(Services services, NoticeBar notices) {
        this.commands = services.commands();
        this.notices = notices;
        undo.setOnAction(e -> undo());
        redo.setOnAction(e -> redo());
        undo.setAccelerator(KeyCombination.valueOf("Shortcut+Z"));
        redo.setAccelerator(KeyCombination.valueOf("Shortcut+Shift+Z"));
        history = FxRelay.relay(services.agenda().history(), this::changed);
    }

    List<MenuItem> items() {
        return List.of(undo, redo);
    }

    void undo() {
        run(commands.undo(), "undo.done", "undo.nothing");
    }

    void redo() {
        run(commands.redo(), "redo.done", "redo.nothing");
    }

    private void run(CompletableFuture<Optional<Undone>> command, String done, String nothing) {
        FxRelay.after(
                command,
                undone ->
                        notices.tell(
                                undone.map(u -> ActWords.of(done, u))
                                        .orElseGet(() -> Texts.text(nothing))),
                notices::tell);
    }

    private void changed(NextActs next) {
        name(undo, "undo", next.undo());
        name(redo, "redo", next.redo());
        NextActs before = last;
        last = next;
        Act act = next.undo();
        // Ids grow with time: what is the newest again since a newer one was undone is not new.
        if (act != null
                && before != null
                && next.redo() == null
                && before.redo() == null
                && OFFERED.contains(act.kind())
                && (before.undo() == null || before.undo().id().compareTo(act.id()) < 0)) {
            notices.tell(
                    Texts.text("undo.offer", ActWords.of(act)),
                    Texts.text("undo.short"),
                    this::undo);
        }
    }

    private static void name(MenuItem item, String key, @Nullable Act act) {
        item.setDisable(act == null);
        item.setText(
                act == null
                        ? Texts.text(key + ".short")
                        : Texts.text(key + ".act", ActWords.of(act)));
    }

    @Override
    public void close() {
        history.close();
    }
}
