package app.linden.ui.shell;

import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** How one looks at the calendar. */
enum Mode {
    DAY(KeyCode.D),
    WEEK(KeyCode.W),
    /** Monday to Friday. */
    WORK_WEEK(KeyCode.X),
    /** As many days as the person wants, from any day on. */
    DAYS(null),
    MONTH(KeyCode.M),
    AGENDA(KeyCode.A),
    YEAR(KeyCode.Y);

    private final @Nullable KeyCode key;

    Mode(@Nullable KeyCode key) {
        this.key = key;
    }

    /** What looks so; null where it takes a number. */
    @Nullable KeyCode key() {
        return key;
    }

    /** Its name in the bar; what has none there stands under that of the week. */
    Mode inBar() {
        return this == WORK_WEEK || this == DAYS ? WEEK : this;
    }

    /** The end of its keys among the texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
