package app.linden.ui.palette;

import app.linden.model.Fold;

import java.util.Comparator;
import java.util.List;

/** Which commands are meant by what is typed; pure. */
final class Matching {
    private Matching() {}

    /**
     * Those of which each typed word begins a word of the name or the group; the best first: those
     * whose name begins so, then those with all in the name.
     */
    static List<Command> of(List<Command> all, String typed) {
        List<Fold.Word> words = Fold.words(typed);
        if (words.isEmpty()) {
            return all;
        }
        return all.stream()
                .filter(c -> has(c.name() + " " + c.group(), words))
                .sorted(
                        Comparator.comparing((Command c) -> !begins(c.name(), words))
                                .thenComparing(c -> !has(c.name(), words)))
                .toList();
    }

    private static boolean has(String text, List<Fold.Word> words) {
        List<Fold.Word> own = Fold.words(text);
        return words.stream().allMatch(w -> own.stream().anyMatch(o -> o.startsWith(w)));
    }

    private static boolean begins(String name, List<Fold.Word> words) {
        List<Fold.Word> own = Fold.words(name);
        return !own.isEmpty() && own.getFirst().startsWith(words.getFirst());
    }
}
