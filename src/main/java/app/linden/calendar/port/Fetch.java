package app.linden.calendar.port;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/** Fetches a file from the web, with nothing that says who asks. Thread-safe; calls block. */
public interface Fetch extends AutoCloseable {
    /**
     * What the other side said.
     *
     * @param changed false when the file is as it was; then nothing was written
     * @param etag to ask with next time, null when there is none
     * @param lastModified likewise
     */
    record Answer(boolean changed, @Nullable String etag, @Nullable String lastModified) {}

    /**
     * The address that is asked for what a person typed: webcal means https, and so does nothing.
     *
     * @throws Problem BAD_INPUT when it is no address, or names a password
     */
    String address(String typed);

    /**
     * Writes what is at an address to a file, unless it is as it was.
     *
     * @param address as {@link #address} gives it
     * @param etag what the last answer said, null to get the file in any case
     * @param lastModified likewise
     * @throws Problem TRY_LATER when nobody answers, REFUSED when the other side says no or the
     *     file is not there (any more), BAD_INPUT when it is too large, STORAGE when it cannot be
     *     written
     */
    Answer fetch(String address, @Nullable String etag, @Nullable String lastModified, Path to);

    /** Ends what is under way. */
    @Override
    void close();
}
