package app.linden.db;

import app.linden.base.Problem;

import org.h2.api.ErrorCode;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/** Turns what a database says into a sentence for a person, and knows what may pass by itself. */
final class Problems {
    private Problems() {}

    static Problem of(SQLException e) {
        // H2 has a number for everything; PostgreSQL's driver and the pool have none.
        if (e.getErrorCode() == 0) {
            return new Problem(Problem.Kind.STORAGE, postgres(state(e)), withoutRows(e));
        }
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

    /** What is said of a batch repeats its rows, and may come to stand in a log. */
    private static SQLException withoutRows(SQLException e) {
        if (!(e instanceof BatchUpdateException)) {
            return e;
        }
        SQLException first = e.getNextException();
        return first != null ? first : new SQLException("a batch failed", e.getSQLState());
    }

    private static String postgres(String state) {
        return switch (state) {
            case "22001" -> "This is too large to be stored.";
            case "28000", "28P01" -> "The database refuses the name or the password.";
            case "3D000" -> "There is no such database; make it first.";
            case "42501" -> "The database does not let Linden do this; it needs more rights there.";
            case "53100" -> "The database's disk is full; the change was not saved.";
            case "53300" -> "The database has no connection left for Linden.";
            case "57P01", "57P02", "57P03" ->
                    "The database is starting or stopping; try again in a moment.";
            case "08007" ->
                    "The connection to the database broke, so that nobody can say whether this"
                            + " change was saved.";
            default ->
                    state.startsWith("08")
                            ? "The database cannot be reached."
                            : "The database failed, so this change was not saved.";
        };
    }

    /** Whether the connection is gone with whatever was not committed. */
    static boolean isLost(SQLException e) {
        String state = state(e);
        return (state.startsWith("08") && !state.equals("08007"))
                || state.startsWith("57P0")
                || state.equals("25P03");
    }

    /** Whether nothing was kept and the same may succeed on the next try. */
    static boolean mayRunAgain(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException e) {
                String state = state(e);
                return isLost(e) || state.equals("40001") || state.equals("40P01");
            }
        }
        return false;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** What a future or a transaction failed of, as a Problem where a database said it. */
    static RuntimeException unwrapped(Exception failure) {
        return switch (failure) {
            case SQLException e -> of(e);
            case CompletionException e when e.getCause() instanceof SQLException cause -> of(cause);
            case CompletionException e when e.getCause() instanceof RuntimeException cause -> cause;
            case RuntimeException e -> e;
            default -> new IllegalStateException(failure);
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
