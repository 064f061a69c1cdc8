package app.linden.store;

/** How a person decides a conflict. */
public enum Choice {
    /** Their own version, as an ordinary new change. */
    MINE,
    /** What stands. */
    THEIRS,
    /** What stands, and their own beside it. */
    BOTH
}
