package app.linden.model;

/**
 * What a chip shows beside its title. The order is stored as bits in the occurrence index: add new
 * ones at the end.
 */
public enum Mark {
    ALL_DAY,
    RECURRING,
    /** This occurrence differs from its series. */
    OVERRIDDEN,
    TENTATIVE,
    CANCELLED,
    DECLINED,
    READ_ONLY,
    /** Does not make busy. */
    FREE,
    PRIVATE,
    HAS_ALERT,
    HAS_NOTES,
    HAS_PEOPLE,
    /** The rule could not be expanded within its budget; only what was found is shown. */
    TOO_COMPLEX,
    /** A local change of this event waits to be sent. */
    UNSENT,
    /** The event has an open conflict. */
    CONFLICT;

    public int bit() {
        return 1 << ordinal();
    }

    public boolean in(int marks) {
        return (marks & bit()) != 0;
    }
}
