package app.linden.db;

/** Has every database that is opened meanwhile keep its file in another file system of H2's. */
public final class OtherFiles implements AutoCloseable {
    private final String before;

    private OtherFiles(String before) {
        this.before = before;
    }

    /** Begins; the scheme is one such as {@code cut:}. */
    public static OtherFiles of(String scheme) {
        OtherFiles files = new OtherFiles(Database.files);
        Database.files = scheme;
        return files;
    }

    /** From which size on, in octets, files that are mostly room are copied at their end. */
    public static void copiedFrom(long octets) {
        Tidying.large = octets;
    }

    @Override
    public void close() {
        Database.files = before;
    }
}
