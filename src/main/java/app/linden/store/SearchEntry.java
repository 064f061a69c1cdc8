package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Span;

import org.jspecify.annotations.Nullable;

/**
 * A row of the searched table in memory; those of one event hang together. Lives under the lock of
 * {@link SearchIndex}.
 */
final class SearchEntry {
    final String eventId;
    final @Nullable String recurrenceId;
    final String calendarId;
    final boolean repeats;

    /** Whether the event changed since, or is no more. */
    boolean gone;

    /** Of a series the next occurrence, or the last one when it is over. */
    Span span;

    final @Nullable SearchEntry further;
    private boolean known;
    private boolean ended;

    SearchEntry(SearchRows.Row row, @Nullable SearchEntry further) {
        this.eventId = row.eventId();
        this.recurrenceId = row.recurrenceId();
        this.calendarId = row.calendarId();
        this.repeats = row.repeats();
        this.span = row.span();
        this.further = further;
        this.known = !repeats;
        this.ended = !repeats;
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
    boolean consider(Sql.Row occurrence, @Nullable SearchEntry head, SearchIndex.Clocks now) {
        if (head != null && head.hasItsOwn(occurrence.textOrNull(2))) {
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
            if (recurrenceId.equals(e.recurrenceId)) {
                return true;
            }
        }
        return false;
    }
}
