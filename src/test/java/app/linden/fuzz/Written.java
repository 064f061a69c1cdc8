package app.linden.fuzz;

import app.linden.ical.CalendarFile;
import app.linden.ical.CalendarFile.Reading;
import app.linden.ical.CalendarFile.Unwritten;
import app.linden.ical.FuzzDoor;
import app.linden.model.Event;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** An event written as iCalendar is one calendar, and no other event comes out of it. */
final class Written {
    private Written() {}

    static void of(Event event, boolean right) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Unwritten> unwritten = CalendarFile.write(out, "Name", List.of(event));
        byte[] bytes = out.toByteArray();
        FuzzDoor.calendar(bytes);
        Reading reading = CalendarFile.read(new ByteArrayInputStream(bytes));
        // One occurrence that has overrides of its own is wrong, and more than one event.
        boolean odd = event.json().has("recurrenceId") && event.repeats();
        Holds.that(reading.events().size() <= 1 || odd, "one event stays one");
        Holds.that(
                !right || reading.events().size() == 1,
                "a right event is written: " + unwritten + ", " + reading.unreadable());
    }
}
