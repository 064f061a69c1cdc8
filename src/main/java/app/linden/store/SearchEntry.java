package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Fold;
import app.linden.model.Hit;
import app.linden.model.Span;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A row of the searched table in memory; those of one event hang together. Lives under the lock of
 * {@link SearchIndex}.
 */
final class SearchEntry {
    static final int NOT_FOUND = Integer.MAX_VALUE;

    final SearchRows.Row row;

    /** Of a series the next occurrence, or the last one when it is over. */
    Span span;

    final @Nullable SearchEntry further;
    private boolean known;
    private boolean ended;

    SearchEntry(SearchRows.Row row, @Nullable SearchEntry further) {
        this.row = row;
        this.span = row.span();
        this.further = further;
        this.known = !row.repeats();
        this.ended = !row.repeats();
    }

    /** Whether there may be an occurrence after {@link #span}. */
    boolean mayGoOn() {
        return !ended;
    }

    void forget() {
        known = false;
    }

    /**
     * Takes an occurrence of the series if it is nearer; they may come in any order.
     *
     * @param head the first entry of the event
     */
    boolean consider(Sql.Row occurrence, SearchEntry head, SearchIndex.Clocks now) {
        if (head.hasItsOwn(occurrence.textOrNull(2))) {
            return false;
        }
        Span other = new Span(occurrence.number(3), occurrence.number(4), occurrence.flag(5));
        boolean over = now.isOver(other);
        boolean nearer =
                !known
                        || (over
                                ? ended && other.start() > span.start()
                                : ended || other.start() < span.start());
        if (nearer) {
            known = true;
            span = other;
            ended = over;
        }
        return nearer;
    }

    /** Whether that occurrence has words of its own, and so an entry from here on. */
    private boolean hasItsOwn(@Nullable String recurrenceId) {
        for (SearchEntry e = this; e != null && recurrenceId != null; e = e.further) {
            if (recurrenceId.equals(e.row.recurrenceId())) {
                return true;
            }
        }
        return false;
    }

    /** The part in which the words are, as its number; {@link #NOT_FOUND} when one is missing. */
    int find(List<Fold.Word> words) {
        int worst = 0;
        for (Fold.Word word : words) {
            int at = Integer.MAX_VALUE;
            for (String form : word.forms()) {
                int found = row.words().indexOf(form);
                at = found < 0 ? at : Math.min(at, found);
            }
            if (at == Integer.MAX_VALUE) {
                return NOT_FOUND;
            }
            worst = Math.max(worst, at);
        }
        // The parts stand one after another: the furthest word is in the least good one.
        int part = 0;
        for (int line = row.words().indexOf('\n'); line >= 0 && line < worst; ) {
            part++;
            line = row.words().indexOf('\n', line + 1);
        }
        return Math.min(part, Hit.Where.values().length - 1);
    }
}
