package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Upgrade;

import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectReader;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads iCalendar (RFC 5545) and, as far as events go, vCalendar 1.0, into the model, and writes
 * iCalendar, by draft-ietf-calext-jscalendar-icalendar. Lenient by item in reading: what cannot be
 * read is reported, the rest is kept. Strict in writing. Runs on the calling thread.
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
        Calendars calendars = new Calendars(report, new Assembly(report, null), null);
        parse(in, largest, calendars, report, false);
        List<Event> events = new ArrayList<>();
        calendars.drain(json -> events.add(Event.of(json)));
        return new Reading(calendars.name(), List.copyOf(events), report.entries());
    }

    /**
     * A whole file without loss.
     *
     * @param group a Group of JSCalendar (jscalendarbis, 4.3): events and tasks are its entries;
     *     what has no place is in the {@code iCalendar} properties (conversion draft, 5.1.1), among
     *     it journals, free and busy times, and VTIMEZONEs with names of their own
     * @param unreadable as in {@link Reading}
     */
    public record Whole(ObjectNode group, List<Unreadable> unreadable) {}

    /**
     * Reads everything of a stream, by the conversion draft, 2.1; does not close it. Several
     * calendars in one stream become one group that is called as the first.
     *
     * @throws Problem as {@link #read(InputStream)}
     */
    public static Whole readGroup(InputStream in) {
        ArrayNode entries = Json.array();
        ObjectNode[] head = new ObjectNode[1];
        List<Unreadable> unreadable = readEntries(in, entries::add, g -> head[0] = g);
        ObjectNode group = head[0];
        if (!entries.isEmpty()) {
            group.set("entries", entries);
        }
        return new Whole(group, unreadable);
    }

    /**
     * Writes the Group of {@link #readGroup} as JSON text in UTF-8, entry by entry, so that a large
     * file needs little memory; closes neither stream.
     *
     * @return as {@link Reading#unreadable}
     * @throws Problem as {@link #read(InputStream)}; STORAGE also when the text cannot be written
     */
    public static List<Unreadable> convert(InputStream in, OutputStream out) {
        try {
            GroupText text = new GroupText(out);
            List<Unreadable> unreadable = readEntries(in, text::entry, text::end);
            text.flush();
            return unreadable;
        } catch (UncheckedIOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE, "The text could not be written: " + e.getMessage(), e);
        }
    }

    private static List<Unreadable> readEntries(
            InputStream in, Consumer<ObjectNode> entry, Consumer<ObjectNode> group) {
        Report report = new Report();
        Groups groups = new Groups(report);
        Calendars calendars = new Calendars(report, new Assembly(report, groups), groups);
        parse(in, LARGEST, calendars, report, true);
        calendars.drain(entry);
        group.accept(groups.group());
        return report.entries();
    }

    private static void parse(
            InputStream in, long largest, Calendars calendars, Report report, boolean all) {
        try (CleanReader text = new CleanReader(Encoding.reader(in, largest), report)) {
            VObjectReader reader =
                    new VObjectReader(new BufferedReader(text), SyntaxRules.iCalendar());
            Components components = new Components(calendars, report, text, all);
            reader.parse(components);
            components.end();
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE, "The file could not be read: " + e.getMessage(), e);
        }
    }

    /**
     * Something that could not be written.
     *
     * @param uid of the event that it is about, may be empty
     * @param reason one sentence
     */
    public record Unwritten(String uid, String reason) {}

    /**
     * Writes one calendar object with these events as VEVENTs (conversion draft, 3): UTF-8, lines
     * folded and ended by CRLF, with a VTIMEZONE for each zone in use. Leaves out what is of one
     * person or server (calendarIds, isDraft, ...). Flushes the stream and does not close it.
     *
     * @param name what the calendar is called, null when it has no name
     * @param events gone through twice, the same both times; never held
     * @return the events that were left out, each with its reason
     * @throws Problem STORAGE when the stream fails
     */
    public static List<Unwritten> write(
            OutputStream out, @Nullable String name, Iterable<Event> events) {
        ObjectNode group = Json.object().put("@type", "Group");
        if (name != null && !name.isBlank()) {
            group.put("title", name.strip());
            // Programs of before RFC 7986 know a calendar's name by this one only.
            ObjectNode old = group.putObject("iCalendar").put("name", "vcalendar");
            old.putArray("properties")
                    .addArray()
                    .add("x-wr-calname")
                    .add(Json.object())
                    .add("unknown")
                    .add(Line.escaped(name.strip()));
        }
        return write(out, group, CalendarWriter.each(events, Event::json));
    }

    /**
     * As {@link #write(OutputStream, String, Iterable)}, with the properties of a JSCalendar Group
     * and its entries, Events and Tasks.
     *
     * @param group its own entries are not looked at
     */
    public static List<Unwritten> write(
            OutputStream out, ObjectNode group, Iterable<ObjectNode> entries) {
        Iterable<ObjectNode> all = CalendarWriter.each(entries, Upgrade::toVersion2);
        OutCalendars calendars = new OutCalendars(group);
        all.forEach(calendars::add);
        try {
            return new CalendarWriter(out, group, calendars).write(all);
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE, "The file could not be written: " + e.getMessage(), e);
        }
    }
}
