package app.linden.ui.attention;

import app.linden.model.Notice;

/** What a person can do where they look at how it stands with the server. */
public interface SyncActs extends OutboxActs {
    /** They have read it. */
    void dismiss(Notice notice);

    /** Opens the conflicts. */
    void conflicts();

    /** Opens the trash. */
    void trash();

    /** Asks for the password of a sign-in that its server does not take any more. */
    void signInAgain();

    /** Asks every server now. */
    void syncNow();
}
