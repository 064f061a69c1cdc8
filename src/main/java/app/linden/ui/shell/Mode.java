package app.linden.ui.shell;

import javafx.scene.input.KeyCode;

/** How one looks at the calendar. */
enum Mode {
    DAY("bar.day", KeyCode.D),
    WEEK("bar.week", KeyCode.W),
    MONTH("bar.month", KeyCode.M),
    AGENDA("bar.agenda", KeyCode.A),
    YEAR("bar.year", KeyCode.Y);

    private final String textKey;
    private final KeyCode key;

    Mode(String textKey, KeyCode key) {
        this.textKey = textKey;
        this.key = key;
    }

    /** What looks so. */
    KeyCode key() {
        return key;
    }

    String textKey() {
        return textKey;
    }
}
