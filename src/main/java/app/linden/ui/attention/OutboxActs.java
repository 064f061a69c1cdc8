package app.linden.ui.attention;

import app.linden.model.Waiting;

/** What a person can do with a change that waits. */
public interface OutboxActs {
    /** Has the server asked again. */
    void retry(Waiting waiting);

    /** Takes it back. */
    void discard(Waiting waiting);

    /** Shows the event that it is about. */
    void open(Waiting waiting);

    /** Puts it into words on the clipboard. */
    void copy(Waiting waiting, String words);

    /** Writes the event to a file of the person's choice. */
    void save(Waiting waiting);
}
