package app.linden.ui.kit;

import app.linden.model.Act;
import app.linden.model.Undone;

import java.util.List;
import java.util.Locale;

/** Says what a person did, and how undoing it ended. */
public final class ActWords {
    private static final int TITLE_SHOWN = 40;

    private ActWords() {}

    /** "move of “Swim”". */
    public static String of(Act act) {
        return Texts.text("act." + act.kind().name().toLowerCase(Locale.ROOT), shown(act.title()));
    }

    /**
     * "Undone: move of “Swim”.", and what stays as it is.
     *
     * @param key of what was done
     */
    public static String of(String key, Undone undone) {
        List<Undone.Kept> kept = undone.kept();
        if (kept.isEmpty()) {
            return Texts.text(key, of(undone.act()));
        }
        String first = of(kept.getFirst());
        return kept.size() == 1 ? first : Texts.text("undo.kept.more", first, kept.size() - 1);
    }

    private static String of(Undone.Kept kept) {
        String title = shown(kept.title());
        return switch (kept.why()) {
            case CHANGED ->
                    kept.units().isEmpty()
                            ? Texts.text("undo.kept.all", title)
                            : Texts.text(
                                    "undo.kept.changed", title, FieldWords.ofUnits(kept.units()));
            case GONE -> Texts.text("undo.kept.gone", title);
            case NO_CALENDAR -> Texts.text("undo.kept.no-calendar", title);
        };
    }

    private static String shown(String title) {
        if (title.isBlank()) {
            return Texts.text("event.untitled");
        }
        return title.length() <= TITLE_SHOWN ? title : title.substring(0, TITLE_SHOWN - 1) + "…";
    }
}
