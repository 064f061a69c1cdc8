package app.linden.ui.attention;

import app.linden.calendar.CalendarList;
import app.linden.model.Contested;
import app.linden.model.Event;
import app.linden.model.Waiting;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.FieldWords;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.ValueWords;
import app.linden.ui.kit.WhenWords;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Says in words what a person changed and the server does not have yet; a pure function. */
final class WaitingWords {
    /** Longer texts are not repeated. */
    private static final int VALUE_SHOWN = 60;

    private WaitingWords() {}

    /** "Title of “Swim” to “Swimming”". */
    static String what(Waiting waiting, CalendarList calendars, ZoneId viewer) {
        String title = waiting.title().isBlank() ? Texts.text("event.untitled") : waiting.title();
        if (waiting.isComment()) {
            String text = title.replace("\n", " · ");
            String shown =
                    text.length() > VALUE_SHOWN ? text.substring(0, VALUE_SHOWN - 1) + "…" : text;
            return switch (waiting.kind()) {
                case "CREATE" -> Texts.text("outbox.comment.new", shown);
                case "DESTROY" -> Texts.text("outbox.comment.deleted", shown);
                default -> Texts.text("outbox.comment.changed", shown);
            };
        }
        String of = waiting.isEvent() ? "outbox" : "outbox.calendar";
        return switch (waiting.kind()) {
            case "CREATE" -> Texts.text(of + ".new", title);
            case "DESTROY" -> Texts.text(of + ".deleted", title);
            default -> change(waiting, title, calendars, viewer);
        };
    }

    private static String change(
            Waiting waiting, String title, CalendarList calendars, ZoneId viewer) {
        Contested only = waiting.only();
        if (only == null) {
            List<String> units = waiting.units();
            return Texts.text("outbox.fields", FieldWords.ofUnits(units), title);
        }
        String field = ValueWords.field(only);
        if (only.mine() instanceof Contested.Value.Nothing) {
            return Texts.text("outbox.removed", field, title);
        }
        String value = ValueWords.of(only.mine(), calendars, viewer).replace("\n", " · ");
        if (value.length() > VALUE_SHOWN || only.mine() instanceof Contested.Value.Whole) {
            return Texts.text("outbox.fields", field, title);
        }
        boolean quoted = only.mine() instanceof Contested.Value.Text;
        return Texts.text(quoted ? "outbox.to-text" : "outbox.to", field, title, value);
    }

    /** When a new or deleted event is; null for others. */
    static @Nullable String when(Waiting waiting, ZoneId viewer) {
        return waiting.isEvent() && !waiting.kind().equals("UPDATE")
                ? WhenWords.line(Event.of(waiting.document()).wallTime(), viewer)
                : null;
    }

    /** "Since 14:02", or with the day when that is not today. */
    static String since(Instant made, Instant now, ZoneId viewer) {
        LocalDateTime at = LocalDateTime.ofInstant(made, viewer);
        LocalDate today = LocalDate.ofInstant(now, viewer);
        return Texts.text("outbox.since", moment(at, today));
    }

    static String moment(LocalDateTime at, LocalDate today) {
        String time = Dates.time(at.toLocalTime());
        return at.toLocalDate().equals(today) ? time : Dates.date(at.toLocalDate()) + ", " + time;
    }
}
