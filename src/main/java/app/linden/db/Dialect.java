package app.linden.db;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * What the two databases do not say in one way. The statements of Linden are written so that both
 * understand them; this is the rest.
 */
enum Dialect {
    /** A file of ours, with one process. */
    H2,

    /** A server that several processes may share. */
    POSTGRESQL;

    private static final Pattern TEXT = Pattern.compile("\\bVARCHAR\\b(\\(\\d+\\))?");
    private static final Pattern UNFIT = Pattern.compile("[\\x00\\x{D800}-\\x{DFFF}]");

    /**
     * A migration script as this database takes it. Texts compare by their characters on both, not
     * by a language's rules: a page of ids has to go on where the last one ended.
     */
    String script(String script) {
        return this == H2 ? script : TEXT.matcher(script).replaceAll("$0 COLLATE \"C\"");
    }

    /** Whether a change of the schema is undone with its transaction; H2 commits each by itself. */
    boolean undoesSchema() {
        return this == POSTGRESQL;
    }

    /**
     * A parameter as this database takes it. PostgreSQL keeps no NUL and no half of a character;
     * documents have them escaped, but a uid or a search may bring them: the mark for what cannot
     * be shown stands for them, alike where it is kept and where it is looked for.
     */
    @Nullable Object parameter(@Nullable Object value) {
        if (this == H2) {
            return value;
        }
        return switch (value) {
            case String text -> fit(text);
            case Object[] list -> fit(list);
            case null, default -> value;
        };
    }

    private static String fit(String text) {
        return UNFIT.matcher(text).replaceAll("\uFFFD");
    }

    private static Object fit(Object[] list) {
        String[] texts = new String[list.length];
        for (int i = 0; i < list.length; i++) {
            if (!(list[i] instanceof String text)) {
                throw new IllegalArgumentException("only lists of texts are parameters");
            }
            texts[i] = fit(text);
        }
        return texts;
    }
}
