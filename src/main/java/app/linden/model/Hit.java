package app.linden.model;

/**
 * An event that has the words that were searched for.
 *
 * @param occurrence of a series the next one, or the last one when it is over
 * @param where in which part the words are; of several words the least good part
 * @param past whether it is over
 */
public record Hit(Occurrence occurrence, Where where, boolean past) {
    /** The parts of an event that are searched, the best first. */
    public enum Where {
        TITLE,
        PLACE,
        PEOPLE,
        NOTES
    }
}
