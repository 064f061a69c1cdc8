package app.linden.ui.kit;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/** Asks how much of a series a change is meant for. Lives on JavaFX's thread. */
public final class ScopeChoice {
    /** How much of a series. */
    public enum Scope {
        OCCURRENCE,
        SERIES
    }

    private ScopeChoice() {}

    /**
     * Asks, and calls back with the answer; not at all when the person cancels.
     *
     * @param question such as "Move which events?"
     */
    public static void ask(
            @Nullable Window owner, Look look, String question, Consumer<Scope> chosen) {
        ask(owner, look, question, chosen, () -> {});
    }

    /** As {@link #ask(Window, Look, String, Consumer)}; tells when the person cancels. */
    public static void ask(
            @Nullable Window owner,
            Look look,
            String question,
            Consumer<Scope> chosen,
            Runnable cancelled) {
        Question.ask(
                owner,
                look,
                question,
                null,
                List.of(
                        new Question.Answer(
                                Texts.text("scope.occurrence"),
                                "",
                                () -> chosen.accept(Scope.OCCURRENCE)),
                        new Question.Answer(
                                Texts.text("scope.series"), "", () -> chosen.accept(Scope.SERIES))),
                cancelled);
    }
}
