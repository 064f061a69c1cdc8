package app.linden.sim;

/** What a world did wrong. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String what) {
        super(what, null, false, false);
    }
}
