package app.linden.ui.kit;

import app.linden.model.Lost;
import app.linden.model.Preview;
import app.linden.model.Scope;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Asks how much of a series a change is meant for. Lives on JavaFX's thread. */
public final class ScopeChoice {
    private static final int NAMED = 4;

    private ScopeChoice() {}

    /**
     * Asks, and calls back with the answer; not at all when the person cancels.
     *
     * @param question such as "Move which events?"
     */
    public static void ask(
            @Nullable Window owner, Look look, String question, Consumer<Scope> chosen) {
        ask(owner, look, question, List.of(Scope.values()), chosen, () -> {});
    }

    /**
     * As {@link #ask(Window, Look, String, Consumer)}; tells when the person cancels.
     *
     * @param offered what can be chosen
     */
    public static void ask(
            @Nullable Window owner,
            Look look,
            String question,
            List<Scope> offered,
            Consumer<Scope> chosen,
            Runnable cancelled) {
        Question.ask(
                owner,
                look,
                question,
                null,
                offered.stream()
                        .map(scope ->
                                new Question.Answer(
                                        Texts.text(
                                                "scope." + scope.name().toLowerCase(Locale.ROOT)),
                                        "",
                                        () -> chosen.accept(scope)))
                        .toList(),
                cancelled);
    }

    /** Goes on at once where nothing made by hand would be lost, else asks first. */
    public static void confirm(
            @Nullable Window owner, Look look, Preview preview, Runnable go, Runnable cancelled) {
        if (preview.lost().isEmpty()) {
            go.run();
            return;
        }
        Question.ask(
                owner,
                look,
                Texts.text("scope.lost-question"),
                lost(preview.lost()),
                List.of(new Question.Answer(Texts.text("scope.lost-yes"), "", go)),
                cancelled);
    }

    /** "2 changed dates will be lost: 4 May, 11 May." */
    static String lost(List<Lost> lost) {
        List<String> named =
                lost.stream().limit(NAMED).map(l -> Dates.date(l.at().toLocalDate())).toList();
        String dates = String.join(", ", named);
        int more = lost.size() - named.size();
        return Texts.text(
                "scope.lost",
                lost.size(),
                more == 0 ? dates : Texts.text("scope.lost-more", dates, more));
    }
}
