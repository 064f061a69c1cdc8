package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Event;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Fills the searched table of a cache that an older Linden made, some events a transaction. */
final class SearchFill {
    /** Raised when other words are kept of an event: the table is then made anew. */
    private static final String FORM = "1";

    private SearchFill() {}

    static boolean isDone(Sql sql) {
        return sql.one("SELECT content FROM meta WHERE name = 'search'", r -> r.text(1))
                .filter(FORM::equals)
                .isPresent();
    }

    /**
     * Goes on after an event.
     *
     * @return the last id of this round, null when it is done
     */
    static @Nullable String some(Sql sql, String after, Reach reach) {
        List<Stored> objects = Documents.after(sql, after, IndexReview.AT_ONCE);
        for (Stored object : objects) {
            if (object.type() == Type.EVENT && object.work() != null) {
                SearchRows.replace(
                        sql,
                        object.id(),
                        Event.of(object.work()),
                        IndexReview.expected(object, reach).occurrences());
            }
        }
        if (objects.isEmpty()) {
            sql.update("MERGE INTO meta (name, content) KEY (name) VALUES ('search', ?)", FORM);
            return null;
        }
        return objects.getLast().id();
    }
}
