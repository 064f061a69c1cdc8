package app.linden.ui.shell;

import app.linden.calendar.Settings;
import app.linden.ui.kit.Habits;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import java.util.Locale;
import java.util.Objects;

/** Settings as windows wear them. Lives on JavaFX's thread. */
public final class Worn {
    private static final Locale SYSTEM = Locale.getDefault();

    private Worn() {}

    /**
     * Puts them on.
     *
     * @return whether windows that stand are to be made anew
     */
    public static boolean put(Settings settings, Look look) {
        Locale language =
                switch (settings.language()) {
                    case SYSTEM -> SYSTEM;
                    case ENGLISH -> inCountry("en", Locale.US);
                    case GERMAN -> inCountry("de", Locale.GERMANY);
                };
        boolean anew = false;
        if (settings.language() != Settings.Language.SYSTEM || spoken) {
            anew = !language.equals(Locale.getDefault());
            if (anew) {
                spoken = true;
                Texts.speak(language);
            }
        }
        Boolean twentyFour =
                switch (settings.hours()) {
                    case SYSTEM -> null;
                    case TWELVE -> false;
                    case TWENTY_FOUR -> true;
                };
        Habits habits =
                new Habits(
                        settings.weekStart(),
                        twentyFour,
                        settings.weekNumbers(),
                        settings.secondZone(),
                        settings.firstHour(),
                        settings.lastHour());
        if (!habits.equals(Habits.now())) {
            Habits.use(habits);
            anew = true;
        }
        look.wear(settings.accent(), settings.textSize());
        Look.Choice choice = Look.Choice.valueOf(settings.look().name());
        if (choice != look.choice()) {
            look.choose(choice);
        }
        return anew;
    }

    /** Whether a window that wears the one has to be made anew to wear the other. */
    static boolean differ(Settings before, Settings next) {
        return before.textSize() != next.textSize()
                || before.language() != next.language()
                || before.hours() != next.hours()
                || before.weekNumbers() != next.weekNumbers()
                || before.firstHour() != next.firstHour()
                || before.lastHour() != next.lastHour()
                || !Objects.equals(before.weekStart(), next.weekStart())
                || !Objects.equals(before.zone(), next.zone())
                || !Objects.equals(before.secondZone(), next.secondZone());
    }

    private static boolean spoken;

    /** Somebody in Austria who chooses German keeps Austria's dates. */
    private static Locale inCountry(String language, Locale otherwise) {
        return SYSTEM.getLanguage().equals(language) ? SYSTEM : otherwise;
    }
}
