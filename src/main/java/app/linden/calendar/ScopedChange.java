package app.linden.calendar;

import app.linden.model.Event;
import app.linden.model.Preview;
import app.linden.model.Scope;
import app.linden.model.Series;
import app.linden.model.SeriesEdit;
import app.linden.model.When;
import app.linden.store.Divided;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;

/**
 * A change of one occurrence, of that and all after it, or of the whole series, worked out on the
 * series as it is at the moment.
 *
 * @param id the occurrence at which the person said it
 * @param uid for a second series
 * @param maySplit whether the person may make a second event
 */
record ScopedChange(LocalDateTime id, Scope scope, Change change, String uid, boolean maySplit) {

    Divided of(Event series) {
        if (scope == Scope.OCCURRENCE) {
            return new Divided(one(series), null);
        }
        SeriesEdit edit = edit(series);
        if (edit != null) {
            return new Divided(edit.series(), edit.added());
        }
        return new Divided(scope == Scope.SERIES ? null : SeriesEdit.endedBefore(series, id), null);
    }

    Preview preview(Event series) {
        return Preview.of(series, scope == Scope.SERIES ? null : id, edit(series));
    }

    private Event one(Event series) {
        return switch (change) {
            case Change.Edited e -> Series.withOccurrence(series, id, e.before(), e.after());
            case Change.Moved m -> {
                Event before = series.occurrence(id);
                yield Series.withOccurrence(series, id, before, before.with(moved(before, m)));
            }
            case Change.Deleted d -> Series.without(series, id);
        };
    }

    /** Null for a deletion. */
    private @Nullable SeriesEdit edit(Event series) {
        return switch (change) {
            case Change.Edited e -> edit(series, e.wholeBefore(), e.wholeAfter());
            case Change.Moved m -> {
                Event was = series.occurrence(id);
                yield edit(series, series, SeriesEdit.shifted(series, was.when(), moved(was, m)));
            }
            case Change.Deleted d -> null;
        };
    }

    private SeriesEdit edit(Event series, Event before, Event after) {
        return scope == Scope.FOLLOWING
                ? SeriesEdit.following(series, id, before, after, uid, maySplit)
                : SeriesEdit.all(series, id, before, after);
    }

    private static When moved(Event event, Change.Moved to) {
        return event.when().rescheduled(to.from(), to.to(), to.allDay(), to.viewer());
    }
}
