package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Event;

import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectReader;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads iCalendar (RFC 5545) and, as far as events go, vCalendar 1.0, into the model, by
 * draft-ietf-calext-jscalendar-icalendar. Lenient by item: what cannot be read is reported, the
 * rest is kept. Runs on the calling thread.
 */
public final class CalendarFile {
    private static final long LARGEST = 500_000_000L;

    private CalendarFile() {}

    /**
     * What was read.
     *
     * @param name what the file calls the calendar, null when it does not say
     * @param events with a uid and without calendarIds; one for each series, overrides folded in
     * @param unreadable what was left out or read otherwise than it stands, in order of finding
     */
    public record Reading(@Nullable String name, List<Event> events, List<Unreadable> unreadable) {}

    /**
     * Something of which a person should know.
     *
     * @param line the line in the file where it begins, counted from 1
     * @param uid of the event that it is about, null where there is none
     * @param reason one sentence
     */
    public record Unreadable(int line, @Nullable String uid, String reason) {}

    /**
     * Reads every readable event of a stream; does not close it.
     *
     * @throws Problem BAD_INPUT when the whole is empty, no calendar or larger than 500 MB; STORAGE
     *     when the stream fails
     */
    public static Reading read(InputStream in) {
        return read(in, LARGEST);
    }

    /** As {@link #read(InputStream)} with a limit of one's own, in bytes. */
    static Reading read(InputStream in, long largest) {
        Report report = new Report();
        try (CleanReader text = new CleanReader(Encoding.reader(in, largest), report)) {
            Calendars calendars = new Calendars(report);
            VObjectReader reader =
                    new VObjectReader(new BufferedReader(text), SyntaxRules.iCalendar());
            Components components = new Components(calendars, report, text);
            reader.parse(components);
            components.end();
            return calendars.reading();
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE, "The file could not be read: " + e.getMessage(), e);
        }
    }
}
