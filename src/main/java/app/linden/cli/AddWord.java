package app.linden.cli;

import app.linden.base.Problem;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.When;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.Callable;

/** {@code add}: a new event. */
@Command(name = "add", description = "Adds an event; it goes to the server with the next sync.")
final class AddWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Option(names = "--title", required = true, paramLabel = "T", description = "What it is.")
    private String title = "";

    @Option(
            names = "--start",
            required = true,
            paramLabel = "S",
            description = "When: 2026-11-24T18:00, or a day alone for all day.")
    private String start = "";

    @Option(
            names = "--end",
            paramLabel = "E",
            description = "Until when; of days the last one (default: one hour, or one day).")
    private @Nullable String end;

    @Option(names = "--all-day", description = "Whole days.")
    private boolean allDay;

    @Option(names = "--place", paramLabel = "P", description = "Where.")
    private @Nullable String place;

    @Option(
            names = "--zone",
            paramLabel = "Z",
            description = "The time zone, as Europe/Berlin (default: this computer's).")
    private @Nullable String zone;

    @Option(
            names = "--calendar",
            paramLabel = "C",
            description = "Its name or id (default: the one for new events).")
    private @Nullable String calendar;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    AddWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        When when = when(zone == null ? ZoneId.systemDefault() : Times.zone(zone));
        if (title.isBlank()) {
            throw new Problem(Problem.Kind.BAD_INPUT, "An event needs a title.");
        }
        try (Device device = profile.open(terminal).withSomeCalendar()) {
            Calendar chosen = ChosenCalendar.of(device.store(), calendar);
            Event event = Event.create("", chosen.id(), title.strip(), when).withPlace(place);
            String id = device.commands().create(event).join();
            terminal.out()
                    .println(
                            json
                                    ? Json.write(
                                            Json.object()
                                                    .put("event", id)
                                                    .put("calendar", chosen.name())
                                                    .put("calendarId", chosen.id()))
                                    : Plain.line(
                                            "Added “"
                                                    + title.strip()
                                                    + "” to "
                                                    + chosen.name()
                                                    + "."));
        }
        return 0;
    }

    private When when(ZoneId in) {
        boolean days = allDay || Times.isDate(start);
        if (days) {
            LocalDate first = day(start);
            LocalDate last = end == null ? first : day(end);
            check(!last.isBefore(first));
            return When.days(first, last);
        }
        LocalDateTime first = Times.wall(start, in);
        LocalDateTime last = end == null ? first.plusHours(1) : Times.wall(end, in);
        check(!last.isBefore(first));
        return When.timed(first, last, in);
    }

    /** With --all-day a time of day is simply not looked at. */
    private static LocalDate day(String text) {
        String plain = text.strip();
        return Times.date(plain.length() > 10 ? plain.substring(0, 10) : plain);
    }

    private static void check(boolean inOrder) {
        if (!inOrder) {
            throw new Problem(Problem.Kind.BAD_INPUT, "The end is before the start.");
        }
    }
}
