package app.linden.ui.kit;

import app.linden.calendar.CalendarList;
import app.linden.model.Calendar;
import app.linden.model.Contested;
import app.linden.model.When;

import java.time.ZoneId;
import java.util.stream.Collectors;

/** Says in words what somebody changed; a pure function. */
public final class ValueWords {
    private ValueWords() {}

    /** "Title", or "Title · Dec 1, 2026" for one of a series. */
    public static String field(Contested contested) {
        String name = FieldWords.of(contested.field());
        return contested.occurrence() == null
                ? name
                : Texts.text(
                        "attention.field-on",
                        name,
                        Dates.date(contested.occurrence().toLocalDate()));
    }

    /** On as many lines as it needs. */
    public static String of(Contested.Value value, CalendarList calendars, ZoneId viewer) {
        return switch (value) {
            case Contested.Value.Nothing none -> Texts.text("attention.nothing");
            case Contested.Value.Text text -> text.text();
            case Contested.Value.Time time -> time(time.when(), viewer);
            case Contested.Value.Repeats repeats -> RuleWords.of(repeats.rule(), repeats.first());
            case Contested.Value.Calendars in ->
                    in.ids().stream()
                            .flatMap(id -> calendars.find(id).stream())
                            .map(Calendar::name)
                            .collect(Collectors.joining(", "));
            case Contested.Value.Whole whole ->
                    (whole.title().isBlank() ? Texts.text("event.untitled") : whole.title())
                            + "\n"
                            + time(whole.when(), viewer);
        };
    }

    private static String time(When when, ZoneId viewer) {
        String line = WhenWords.line(when, viewer).replace(" · ", "\n");
        String elsewhere = WhenWords.elsewhere(when, viewer);
        return elsewhere == null ? line : line + "\n" + elsewhere;
    }
}
