package app.linden.sim;

/** What may go wrong with one request of an exchange; numbers are those of the list of faults. */
enum Fault {
    NONE,
    /** 1: the server never hears of it. */
    REQUEST_LOST,
    /** 2: done, and nobody hears of it. */
    RESPONSE_LOST,
    /** 3: arrives twice; the first answer comes back. */
    TWICE,
    /** 3: arrives twice; the second answer comes back. */
    TWICE_SECOND_ANSWER,
    /** 4, 6: given up by the device, and arrives later. */
    LATE,
    /** 5: half of the answer. */
    CUT,
    /** 9: a hotel's login page. */
    LOGIN_PAGE,
    /** 12: a proxy that cannot. */
    HTTP_502,
    /** 30: the sign-in is not accepted. */
    HTTP_401,
    HTTP_403,
    HTTP_413,
    /** 13. */
    HTTP_429,
    HTTP_500,
    HTTP_503,
    /** The state is not what it was; nothing was done. */
    STATE_MISMATCH(true),
    SERVER_UNAVAILABLE,
    SERVER_FAIL,
    /** 21: done, and nobody says what of it. */
    SERVER_PARTIAL_FAIL(true),
    /** 20: every item is put off. */
    ITEMS_RATE_LIMITED(true),
    /** 20: every item is refused for good. */
    ITEMS_REFUSED(true),
    /** 18: the server forgot its change log. */
    CHANGES_FORGOTTEN,
    /** 18: the server says that it cannot tell what changed. */
    CANNOT_CALCULATE,
    /** 18: the same, and its list of everything leaves out what the device has. */
    SHORT_LIST,
    /** 20: the server fails from now on whenever it gets one certain change. */
    POISON(true),
    /** 22: fewer changes in a page than asked for. */
    SMALL_PAGES,
    /** 22: fewer objects in a batch than before. */
    SMALL_BATCHES,
    /** 36: the device dies before it sends. */
    KILLED_BEFORE,
    /** 36: the device dies when the server has done it. */
    KILLED_AFTER,
    /** 36: the device dies when a transaction is on disk, before anything is done about it. */
    KILLED_AT_COMMIT,
    /** 17: the server restarts between two requests. */
    SERVER_RESTARTS,
    /** 19: the server is put back to an old backup between two requests. */
    SERVER_RESTORED,
    /** 47: somebody changes the same between this one's pull and its write. */
    SOMEBODY_QUICKER(true),
    /** 47: and again each time that this one tries. */
    ALWAYS_QUICKER(true),
    /** The person edits on while a write is on its way. */
    EDITED_MEANWHILE(true);

    /** Whether it happens to writes alone. */
    final boolean ofWrites;

    Fault() {
        this(false);
    }

    Fault(boolean ofWrites) {
        this.ofWrites = ofWrites;
    }
}
