package app.linden.words;

import app.linden.model.Fold;
import app.linden.words.Clock.Part;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** What the title tells of the hour: dinner at 8 is in the evening. */
final class Hints {
    private static final Set<String> EVENING =
            Set.of(
                    "dinner",
                    "supper",
                    "drinks",
                    "party",
                    "movie",
                    "cinema",
                    "theatre",
                    "theater",
                    "concert",
                    "opera",
                    "pub",
                    "abendessen",
                    "abendbrot",
                    "konzert",
                    "kino",
                    "oper",
                    "feier",
                    "kneipe",
                    "disco",
                    "club");
    private static final Set<String> MORNING =
            Set.of("breakfast", "fruhstuck", "fruehstueck", "brunch");

    private Hints() {}

    static @Nullable Part of(String title) {
        for (Fold.Word word : Fold.words(title)) {
            String form = word.forms().getFirst();
            if (EVENING.contains(form)) {
                return Part.EVENING;
            }
            if (MORNING.contains(form)) {
                return Part.MORNING;
            }
        }
        return null;
    }
}
