package app.linden.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts that a person reads, from the resource bundle {@code texts}. */
public final class Texts {
    private static volatile ResourceBundle bundle = read();

    private Texts() {}

    private static ResourceBundle read() {
        return ResourceBundle.getBundle("app.linden.ui.texts", Locale.getDefault());
    }

    /** The language of the program is another one now; windows that stand are made anew. */
    public static void speak(Locale language) {
        Locale.setDefault(language);
        bundle = read();
        Dates.readAnew();
    }

    /**
     * The text of a key, its {@code {0}}, {@code {1}} ... filled in as {@link MessageFormat} does.
     */
    public static String text(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 && pattern.indexOf('\'') < 0
                ? pattern
                : new MessageFormat(pattern, Locale.getDefault()).format(arguments);
    }
}
