package app.linden.words;

import app.linden.model.Alert;
import app.linden.model.Event;
import app.linden.model.Length;
import app.linden.model.Part;
import app.linden.model.Rule;
import app.linden.model.When;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a sentence says of an event.
 *
 * @param title what was not understood as anything else; empty when nothing is left
 * @param when with the assumptions below where the sentence does not say it
 * @param rule null for an event that does not repeat
 * @param place null when none is said
 * @param calendar the number of the calendar in the list that was given, -1 when none is said
 * @param alerts so long before the start each
 * @param said what the sentence itself says; all else of {@code when} is assumed
 * @param marks the pieces of the text that were understood, in its order, none over another
 */
public record Understood(
        String title,
        When when,
        @Nullable Rule rule,
        @Nullable String place,
        int calendar,
        List<Length> alerts,
        Said said,
        List<Mark> marks) {
    /** What a piece of the text is about. */
    public enum Kind {
        DATE,
        TIME,
        LENGTH,
        RULE,
        PLACE,
        CALENDAR,
        ALERT
    }

    /**
     * A piece of the text.
     *
     * @param end exclusive
     */
    public record Mark(int start, int end, Kind kind) {}

    /**
     * What of the time stands in the sentence.
     *
     * @param day false: today, or the next day on which the time is still to come
     * @param time false: whole days
     * @param end false: the usual length
     */
    public record Said(boolean day, boolean time, boolean end) {
        public boolean nothing() {
            return !day && !time && !end;
        }
    }

    public Understood {
        alerts = List.copyOf(alerts);
        marks = List.copyOf(marks);
    }

    /** The same with a reminder so long before. */
    public Understood withAlert(Length before) {
        return new Understood(title, when, rule, place, calendar, List.of(before), said, marks);
    }

    /** The new event that this says, in a calendar by its local id. */
    public Event event(String calendarId) {
        Event event = Event.create("", calendarId, title, when).with(rule).withPlace(place);
        for (Length alert : alerts) {
            event = Alert.before(alert).in(event, Part.freeId(event, Part.Kind.ALERT));
        }
        return event;
    }

    /** How many characters were understood. */
    int covered() {
        return marks.stream().mapToInt(m -> m.end - m.start).sum();
    }
}
