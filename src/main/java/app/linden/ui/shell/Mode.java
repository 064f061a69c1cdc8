package app.linden.ui.shell;

/** How one looks at the calendar. */
enum Mode {
    DAY("bar.day"),
    WEEK("bar.week"),
    MONTH("bar.month");

    private final String textKey;

    Mode(String textKey) {
        this.textKey = textKey;
    }

    String textKey() {
        return textKey;
    }
}
