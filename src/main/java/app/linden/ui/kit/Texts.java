package app.linden.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts that a person reads, from the resource bundle {@code texts}. */
public final class Texts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("app.linden.ui.texts", Locale.getDefault());

    private Texts() {}

    /**
     * The text of a key, its {@code {0}}, {@code {1}} ... filled in as {@link MessageFormat} does.
     */
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0 && pattern.indexOf('\'') < 0
                ? pattern
                : new MessageFormat(pattern, Locale.getDefault()).format(arguments);
    }
}
