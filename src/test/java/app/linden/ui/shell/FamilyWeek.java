package app.linden.ui.shell;

import app.linden.cli.Device;
import app.linden.model.Event;
import app.linden.model.Rule;
import app.linden.model.Rule.Frequency;
import app.linden.model.When;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;

/**
 * What Anna's family plans around {@link Household#TODAY}: what the pictures of the window show.
 */
final class FamilyWeek {
    private final Device device;
    private final Map<String, String> calendars = new HashMap<>();
    private final LocalDate monday = Household.TODAY.minusDays(1);

    private FamilyWeek(Device device) {
        this.device = device;
    }

    static void fill(Device device) {
        new FamilyWeek(device).all();
    }

    private void all() {
        var first = Household.calendar(device);
        device.commands().renameCalendar(first.id(), "Anna").join();
        device.commands().colorCalendar(first.id(), "#3b6fd4").join();
        calendars.put("Anna", first.id());
        for (String[] c :
                new String[][] {
                    {"Family", "#2f9e63"}, {"Mia", "#c2487e"}, {"Football club", "#d9822b"}
                }) {
            calendars.put(
                    c[0], device.commands().createCalendar(first.accountId(), c[0], c[1]).join());
        }
        anna();
        family();
        children();
    }

    private void anna() {
        weekly(timed("Anna", "Team meeting", -14, "09:00", "10:00", "Room 4"));
        weekly(timed("Anna", "Run along the river", -12, "07:15", "08:00", null));
        add(timed("Anna", "Presentation for the city council", 1, "14:00", "15:30", "Town hall"));
        add(timed("Anna", "Preparation with Clara", 1, "13:00", "14:30", null));
        add(timed("Anna", "Lunch with Clara", 3, "12:30", "13:30", "Café Mitte"));
        add(timed("Anna", "Train to Hamburg", 9, "08:40", "12:10", "Platform 7"));
        add(timed("Anna", "Dentist", -5, "10:30", "11:15", "Dr. Weber"));
        add(
                timed(
                        "Anna",
                        "Quarterly planning with everybody in the house",
                        2,
                        "09:30",
                        "12:00",
                        "Large hall"));
        add(timed("Anna", "Call: Lisbon", 2, "11:00", "11:30", null));
        add(timed("Anna", "Budget", 4, "10:00", "11:00", null));
    }

    private void family() {
        weekly(timed("Family", "Family dinner", -10, "18:30", "20:30", "At home"));
        add(days("Family", "Grandma visits", 4, 7));
        add(days("Family", "First Advent", 6, 6));
        add(days("Family", "Autumn holidays", -19, -11));
        add(timed("Family", "Parents’ evening", 1, "19:00", "20:30", "Primary school, room 12"));
        add(timed("Family", "Brunch with the Novaks", 6, "11:00", "13:00", null));
        add(timed("Family", "Chimney sweep", -7, "08:00", "08:30", null));
        add(timed("Family", "Concert in the church", 12, "17:00", "19:00", null));
    }

    private void children() {
        weekly(timed("Mia", "Piano lesson", -14, "15:30", "16:15", "Music school"));
        weekly(timed("Football club", "Training", -13, "17:00", "18:30", "Pitch 3"));
        add(days("Mia", "Leo’s birthday", 5, 5));
        add(timed("Mia", "Children’s party at Leo’s", 5, "14:00", "18:00", "Gartenweg 21"));
        add(timed("Football club", "Away match", 5, "16:30", "19:00", "Stadium"));
        add(timed("Mia", "Swimming", 3, "16:00", "17:00", "Pool in the park"));
        add(days("Mia", "School trip", 15, 17));
    }

    private Event timed(
            String calendar, String title, int day, String from, String to, String place) {
        LocalDate date = monday.plusDays(day);
        When when =
                When.timed(
                        date.atTime(LocalTime.parse(from)),
                        date.atTime(LocalTime.parse(to)),
                        Household.ZONE);
        return Event.create("", id(calendar), title, when).withPlace(place);
    }

    private Event days(String calendar, String title, int first, int last) {
        When when = When.days(monday.plusDays(first), monday.plusDays(last));
        return Event.create("", id(calendar), title, when);
    }

    private String id(String calendar) {
        return calendars.get(calendar);
    }

    private void weekly(Event event) {
        add(event.with(Rule.every(1, Frequency.WEEKLY)));
    }

    private void add(Event event) {
        device.commands().create(event).join();
    }
}
