package app.linden.ui.palette;

/**
 * Something the window can do.
 *
 * @param group what it belongs to, in words
 * @param name what it does, in words
 * @param keys the keys that do it, empty for none
 */
public record Command(String group, String name, String keys, Runnable act) {}
