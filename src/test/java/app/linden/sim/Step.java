package app.linden.sim;

/**
 * One thing that happens in a world. Everything it chooses comes from its seed and what is there,
 * so a script with steps left out still runs.
 *
 * @param at the request of the exchange that the fault happens to, counted from 0; from {@link
 *     SimWire#WRITES} on writes alone are counted
 */
record Step(Kind kind, int device, long seed, Fault fault, int at) {
    /** What happens. */
    enum Kind {
        CREATE,
        CREATE_SERIES,
        TITLE,
        TEXT,
        PLACE,
        WHEN,
        RULE,
        KEYWORD,
        ALERT,
        OVERRIDE,
        EXCLUDE,
        STALE_EDITOR,
        MOVE,
        DELETE,
        NEW_CALENDAR,
        RENAME_CALENDAR,
        DELETE_CALENDAR,
        SHARE,
        REVOKE,
        USE_MINE,
        KEEP_THEIRS,
        SYNC,
        HINT,
        HINT_LOST,
        HINT_TWICE,
        RESTART,
        MONTHS_PASS,
        CLOCK_JUMPS,
        LATE_ARRIVES,
        HINT_FALSE,
        UNDO,
        REDO,
        BOTH,
        RESTORE,
        DISCARD,
        RETRY,
        BACKUP
    }

    String line() {
        return kind + " " + device + " " + seed + " " + fault + " " + at;
    }

    static Step of(String line) {
        String[] p = line.strip().split(" ");
        return new Step(
                Kind.valueOf(p[0]),
                Integer.parseInt(p[1]),
                Long.parseLong(p[2]),
                Fault.valueOf(p[3]),
                Integer.parseInt(p[4]));
    }
}
