package app.linden.db;

import app.linden.base.Problem;

import org.h2.api.ErrorCode;

import java.sql.SQLException;
import java.util.Locale;

/** Turns what a database says into a sentence for a person. */
final class Problems {
    private Problems() {}

    static Problem of(SQLException e) {
        Problem.Kind kind =
                e.getErrorCode() == ErrorCode.FILE_ENCRYPTION_ERROR_1
                        ? Problem.Kind.SIGN_IN
                        : Problem.Kind.STORAGE;
        return new Problem(kind, sentence(e), e);
    }

    private static String sentence(SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                    "Linden is already open with this data. Close the other one first.";
            case ErrorCode.FILE_VERSION_ERROR_1 ->
                    "This data was written by a newer Linden. Nothing was changed; please update.";
            case ErrorCode.FILE_CORRUPTED_1 -> "The database file is damaged.";
            case ErrorCode.FILE_ENCRYPTION_ERROR_1 ->
                    "This data is encrypted with another key than the one that is kept here."
                            + " Nothing was changed.";
            case ErrorCode.VALUE_TOO_LONG_2 -> "This is too large to be stored.";
            case ErrorCode.DATABASE_IS_READ_ONLY ->
                    "The database is read-only, so nothing can be saved.";
            default -> {
                if (says(e, "no space left")) {
                    yield "The disk is full; the change was not saved.";
                }
                // After a write that failed H2 closes its file, and says only that from then on.
                yield says(e, "store is closed") || says(e, "io exception")
                        ? "The change was not saved, since the disk cannot be written to. Is it"
                                + " full? Make room and start Linden again; what was saved before"
                                + " is safe."
                        : "The database failed, so this change was not saved.";
            }
        };
    }

    private static boolean says(Throwable e, String words) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (message != null && message.toLowerCase(Locale.ROOT).contains(words)) {
                return true;
            }
        }
        return false;
    }
}
