package app.linden.model;

/** How much of a series a change is meant for. */
public enum Scope {
    /** One occurrence alone. */
    OCCURRENCE,
    /** One occurrence and all after it. */
    FOLLOWING,
    /** The whole series, its past among it. */
    SERIES
}
