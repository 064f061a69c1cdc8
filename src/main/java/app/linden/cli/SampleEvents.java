package app.linden.cli;

import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Rule;
import app.linden.model.Rule.Frequency;
import app.linden.model.When;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * What a family of today plans around a given day: the events of the try-out. A pure function of
 * day and zone.
 */
final class SampleEvents {
    private final String calendarId;
    private final LocalDate today;
    private final LocalDate monday;
    private final ZoneId zone;
    private final List<Event> events = new ArrayList<>();

    private SampleEvents(String calendarId, LocalDate today, ZoneId zone) {
        this.calendarId = calendarId;
        this.today = today;
        this.monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        this.zone = zone;
    }

    /** What both share; with uids left to whoever creates them. */
    static List<Event> shared(String calendarId, LocalDate today, ZoneId zone) {
        SampleEvents s = new SampleEvents(calendarId, today, zone);
        s.every(1, Frequency.WEEKLY, s.at(4, "19:00", "21:30", "Family dinner", "At home"));
        s.every(
                1,
                Frequency.WEEKLY,
                s.at(-6, "17:00", "18:30", "Mia: football training", "Sports ground"));
        s.every(
                1,
                Frequency.WEEKLY,
                s.at(-7, "15:30", "16:15", "Mia: piano lesson", "Music school"));
        s.every(2, Frequency.WEEKLY, s.at(-4, "20:00", "22:00", "Choir (Anna)", null));
        s.every(1, Frequency.YEARLY, s.days(3, 3, "Grandma’s birthday"));
        s.add(s.at(1, "18:30", "20:00", "Parents’ evening", "Primary school, room 12"));
        s.add(s.at(0, "16:00", "16:45", "Mia: dentist", "Dr. Weber, Lindenstraße 4"));
        s.add(s.at(2, "08:30", "09:15", "Car to the garage", null));
        s.add(s.at(5, "14:00", "18:00", "Children’s party at Leo’s", "Gartenweg 21"));
        s.add(s.at(5, "16:30", "19:00", "Football: away match", "Stadium, pitch 3"));
        s.add(s.at(6, "11:00", "13:00", "Brunch with the Novaks", null));
        s.add(s.days(8, 12, "School holidays"));
        s.add(s.days(9, 11, "Trip to the lake").withPlace("Youth hostel by the lake"));
        s.add(
                s.at(
                        7,
                        "17:00",
                        "18:00",
                        "Meeting with the neighbours about the bicycle shed, the hedge and who"
                                + " waters the plants in summer",
                        null));
        s.add(s.at(14, "10:00", "11:00", "Meter reading", null));
        s.add(s.at(16, "19:30", "22:00", "Concert in the park", "Bandstand"));
        s.add(
                s.note(
                        s.at(s.today, "20:15", "22:00", "Film night", "Living room"),
                        "Ben brings popcorn.\nMia chooses the film."));
        return List.copyOf(s.events);
    }

    /** Anna's own. */
    static List<Event> ofAnna(String calendarId, LocalDate today, ZoneId zone) {
        SampleEvents s = new SampleEvents(calendarId, today, zone);
        s.every(1, Frequency.WEEKLY, s.at(-7, "09:00", "10:00", "Team meeting", null));
        s.every(1, Frequency.WEEKLY, s.at(-5, "07:15", "08:00", "Run along the river", null));
        s.add(s.at(1, "14:00", "15:30", "Presentation for the city council", "Town hall"));
        s.add(s.at(3, "12:30", "13:30", "Lunch with Clara", "Café Mitte"));
        s.add(s.at(8, "08:40", "12:10", "Train to Hamburg", "Platform 7"));
        return List.copyOf(s.events);
    }

    /** Ben's own. */
    static List<Event> ofBen(String calendarId, LocalDate today, ZoneId zone) {
        SampleEvents s = new SampleEvents(calendarId, today, zone);
        s.every(1, Frequency.WEEKLY, s.at(-4, "18:30", "20:00", "Climbing", "Climbing hall"));
        s.add(s.at(2, "10:00", "12:00", "Handover at work", null));
        s.add(s.at(4, "08:00", "08:30", "Blood test", "Dr. Brandt"));
        s.add(s.days(15, 16, "Conference"));
        return List.copyOf(s.events);
    }

    /** On a day counted from this week's Monday. */
    private Event at(int day, String from, String to, String title, @Nullable String place) {
        return at(monday.plusDays(day), from, to, title, place);
    }

    private Event at(LocalDate day, String from, String to, String title, @Nullable String place) {
        When when =
                When.timed(
                        day.atTime(LocalTime.parse(from)), day.atTime(LocalTime.parse(to)), zone);
        return Event.create("", calendarId, title, when).withPlace(place);
    }

    private Event days(int first, int last, String title) {
        Event event =
                Event.create(
                        "",
                        calendarId,
                        title,
                        When.days(monday.plusDays(first), monday.plusDays(last)));
        return event.with("freeBusyStatus", Json.text("free"));
    }

    private Event note(Event event, String text) {
        return event.withText("description", text);
    }

    private void every(int interval, Frequency frequency, Event event) {
        ObjectNode rule = Rule.every(interval, frequency).json();
        add(event.with(new Rule(rule)));
    }

    private void add(Event event) {
        events.add(event);
    }
}
