package app.linden.ui.editor;

import app.linden.model.Event;
import app.linden.model.Repetition;
import app.linden.model.Rule;
import app.linden.model.When;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * An event as the fields of a form. What a person did not change comes out as it went in, so that
 * saving without a change changes nothing and what Linden does not know stays. Not thread-safe.
 */
final class EventDraft {
    private final Event whole;
    private final Event shown;
    private final WhenDraft when;
    private final Repetition repetitionBefore;
    private final String calendarBefore;
    private Repetition repetition;
    private String calendarId;
    private String title;
    private String place;
    private String notes;

    private EventDraft(Event whole, Event shown, ZoneId usualZone) {
        this.whole = whole;
        this.shown = shown;
        this.when = new WhenDraft(shown.wallTime(), usualZone);
        this.repetitionBefore = Repetition.of(whole.rule(), anchor());
        this.repetition = repetitionBefore;
        this.calendarBefore = shown.calendarIds().stream().findFirst().orElse("");
        this.calendarId = calendarBefore;
        this.title = shown.title();
        this.place = Objects.requireNonNullElse(shown.place(), "");
        this.notes = shown.description();
    }

    /** Of an event or a series as a whole. */
    static EventDraft of(Event event, ZoneId usualZone) {
        return new EventDraft(event, event, usualZone);
    }

    /** Of one occurrence, see {@link Event#occurrence}; the repetition is that of the series. */
    static EventDraft of(Event series, Event occurrence, ZoneId usualZone) {
        return new EventDraft(series, occurrence, usualZone);
    }

    /** What the form was opened with. */
    Event before() {
        return shown;
    }

    /** The whole event or series behind it. */
    Event wholeBefore() {
        return whole;
    }

    WhenDraft when() {
        return when;
    }

    String title() {
        return title;
    }

    void setTitle(String text) {
        title = text;
    }

    String place() {
        return place;
    }

    void setPlace(String text) {
        place = text;
    }

    String notes() {
        return notes;
    }

    void setNotes(String text) {
        notes = text;
    }

    String calendarId() {
        return calendarId;
    }

    void setCalendarId(String id) {
        calendarId = id;
    }

    Repetition repetition() {
        return repetition;
    }

    void setRepetition(Repetition next) {
        repetition = next;
    }

    /** The day of the first occurrence, which says what "weekly" means. */
    LocalDate anchor() {
        return whole.wallTime().start().plus(shift()).toLocalDate();
    }

    private Duration shift() {
        return Duration.between(shown.wallTime().start(), when.when().start());
    }

    boolean repetitionChanged() {
        return !repetition.equals(repetitionBefore);
    }

    boolean calendarChanged() {
        return !calendarId.equals(calendarBefore);
    }

    /** What it was opened with, changed as the fields say; without the rule of a series. */
    Event after() {
        Event after = texts(shown);
        When next = when.when();
        after = next.equals(shown.wallTime()) ? after : after.with(next);
        return shown == whole ? repeated(after) : after;
    }

    /**
     * The whole series with the same changes: texts are taken over, times move by as much, and the
     * length changes only where it was changed.
     */
    Event wholeAfter() {
        if (shown == whole) {
            return after();
        }
        When was = shown.wallTime();
        When now = when.when();
        When series = whole.wallTime();
        if (now.equals(was)) {
            return repeated(texts(whole));
        }
        When moved =
                new When(
                        series.start().plus(shift()),
                        Objects.equals(was.zone(), now.zone()) ? series.zone() : now.zone(),
                        Objects.equals(was.endZone(), now.endZone())
                                ? series.endZone()
                                : now.endZone(),
                        was.length().equals(now.length()) ? series.length() : now.length(),
                        now.allDay());
        return repeated(texts(whole).with(moved));
    }

    private Event texts(Event event) {
        Event after = event;
        if (!title.equals(shown.title())) {
            after = after.withText("title", title.strip());
        }
        if (!place.equals(Objects.requireNonNullElse(shown.place(), ""))) {
            after = after.withPlace(place.strip());
        }
        if (!notes.equals(shown.description())) {
            after = after.withText("description", notes);
        }
        return calendarChanged() ? after.inCalendar(calendarBefore, calendarId) : after;
    }

    private Event repeated(Event event) {
        Rule before = whole.rule();
        Rule rule = repetition.rule(anchor(), before);
        return Objects.equals(rule, before) ? event : event.with(rule);
    }
}
