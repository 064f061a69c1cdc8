package app.linden.db;

/** Hears what other processes on the same database say; called on one thread of the database's. */
public interface Ear {
    /** A word of another process, as {@link Sql#announce} took it, after its commit. */
    void heard(String word);

    /** Words may have been lost; from now on none is. */
    void missed();
}
