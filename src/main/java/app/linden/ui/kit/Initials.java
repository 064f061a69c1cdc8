package app.linden.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name in one or two letters. */
final class Initials {
    private Initials() {}

    /**
     * The first letters of the first and the last word.
     *
     * @param none what stands for a name without letters
     */
    static String of(String name, String none) {
        List<String> words =
                Stream.of(name.strip().split("[\\s.@_-]+")).filter(w -> !w.isEmpty()).toList();
        if (words.isEmpty()) {
            return none;
        }
        Stream<String> taken =
                words.size() < 2 ? words.stream() : Stream.of(words.getFirst(), words.getLast());
        return taken.map(w -> w.substring(0, w.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.getDefault());
    }
}
