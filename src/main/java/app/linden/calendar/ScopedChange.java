package app.linden.calendar;

import app.linden.model.Event;
import app.linden.model.Merge;
import app.linden.model.Preview;
import app.linden.model.Scope;
import app.linden.model.SeenEdit;
import app.linden.model.Series;
import app.linden.model.SeriesEdit;
import app.linden.model.When;
import app.linden.store.Divided;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.util.List;

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
            return one(series);
        }
        SeriesEdit edit = edit(series);
        if (edit != null) {
            return new Divided(edit.series(), edit.added(), clashes(series));
        }
        return new Divided(scope == Scope.SERIES ? null : SeriesEdit.endedBefore(series, id), null);
    }

    Preview preview(Event series) {
        return Preview.of(series, scope == Scope.SERIES ? null : id, edit(series));
    }

    private Divided one(Event series) {
        return switch (change) {
            case Change.Edited e -> {
                SeenEdit edit = SeenEdit.ofOccurrence(series, id, e.before(), e.after());
                yield new Divided(edit.event(), null, edit.clashes());
            }
            case Change.Moved m -> {
                Event before = series.occurrence(id);
                Event after = before.with(moved(before, m));
                yield new Divided(Series.withOccurrence(series, id, before, after), null);
            }
            case Change.Deleted _ -> new Divided(Series.without(series, id), null);
        };
    }

    /** Null for a deletion. */
    private @Nullable SeriesEdit edit(Event series) {
        return switch (change) {
            case Change.Edited e -> edit(series, series, seen(series, e).event());
            case Change.Moved m -> {
                Event was = series.occurrence(id);
                yield edit(series, series, SeriesEdit.shifted(series, was.when(), moved(was, m)));
            }
            case Change.Deleted _ -> null;
        };
    }

    private List<Merge.Clash> clashes(Event series) {
        return change instanceof Change.Edited e ? seen(series, e).clashes() : List.of();
    }

    private static SeenEdit seen(Event series, Change.Edited edit) {
        return SeenEdit.ofWhole(series, edit.wholeBefore(), edit.wholeAfter());
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
