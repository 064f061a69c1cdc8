package app.linden.ui.shell;

/** An entry that somebody else adds to the window's menu. */
public record Entry(String text, Runnable action) {}
