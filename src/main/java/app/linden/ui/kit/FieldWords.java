package app.linden.ui.kit;

import app.linden.model.Contested;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the parts of an event or calendar are called. */
public final class FieldWords {
    /** Fields that have a name of their own; the others are "a detail". */
    private static final Set<String> NAMED =
            Set.of(
                    "title",
                    "when",
                    "repeats",
                    "description",
                    "place",
                    "calendar",
                    "occurrence",
                    "delete",
                    "deleted",
                    "name",
                    "color",
                    "status",
                    "privacy",
                    "freeBusyStatus",
                    "alerts",
                    "participants",
                    "links",
                    "virtualLocations",
                    "keywords",
                    "shareWith");

    private FieldWords() {}

    /**
     * @param field see {@link Contested}
     */
    public static String of(String field) {
        return NAMED.contains(field)
                ? Texts.text("attention.field." + field)
                : Texts.text("attention.field.other", field);
    }

    /** "Title, Place and When". */
    public static String ofUnits(List<String> units) {
        List<String> names =
                units.stream().map(Contested::fieldOf).map(FieldWords::of).distinct().toList();
        if (names.size() < 2) {
            return String.join("", names);
        }
        String but = names.stream().limit(names.size() - 1L).collect(Collectors.joining(", "));
        return Texts.text("attention.fields", but, names.getLast());
    }
}
