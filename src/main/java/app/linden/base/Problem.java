package app.linden.base;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Something went wrong and a person may be told: the message is one sentence that says what
 * happened and, where there is something to do, what. Library exceptions are turned into a Problem
 * once, at the border of the room that touches the library.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Who has to act, which decides what the program does next. */
    public enum Kind {
        /** The net, the server or the disk is not there now; the same act may succeed later. */
        TRY_LATER,
        /** The account's credential is missing or no longer taken. */
        SIGN_IN,
        /** The other side understood and said no. */
        REFUSED,
        /** What the person or a file gave cannot be used. */
        BAD_INPUT,
        /** The database or disk failed. */
        STORAGE,
        /** A mistake in Linden. */
        OUR_BUG
    }

    private final Kind kind;
    private final Duration wait;

    public Problem(Kind kind, String sentence) {
        this(kind, sentence, null);
    }

    public Problem(Kind kind, String sentence, @Nullable Throwable cause) {
        this(kind, sentence, cause, Duration.ZERO);
    }

    private Problem(Kind kind, String sentence, @Nullable Throwable cause, Duration wait) {
        super(sentence, cause);
        this.kind = kind;
        this.wait = wait;
    }

    /**
     * TRY_LATER.
     *
     * @param wait how long the other side wants to be left alone
     */
    public static Problem later(String sentence, Duration wait) {
        return new Problem(Kind.TRY_LATER, sentence, null, wait);
    }

    public Kind kind() {
        return kind;
    }

    /**
     * The one sentence for a person: this problem's message, or a plain one for anything that is
     * not a Problem.
     */
    public static String sentence(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Problem p && p.getMessage() != null) {
                return p.getMessage();
            }
        }
        return "Something went wrong inside Linden (" + e.getClass().getSimpleName() + ").";
    }

    /** How long to wait before the next try, because the other side said so; else nothing. */
    public static Duration wait(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Problem p && p.wait.isPositive()) {
                return p.wait;
            }
        }
        return Duration.ZERO;
    }

    /** The kind of the first Problem in the chain of causes, else {@link Kind#OUR_BUG}. */
    public static Kind kind(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Problem p) {
                return p.kind;
            }
        }
        return Kind.OUR_BUG;
    }
}
