package app.linden.cli;

import app.linden.base.Problem;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Length;
import app.linden.model.Rule;
import app.linden.model.RuleSentence;
import app.linden.model.When;
import app.linden.store.Store;
import app.linden.words.Sentence;
import app.linden.words.Understood;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code add}: a new event. */
@Command(name = "add", description = "Adds an event; it goes to the server with the next sync.")
final class AddWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Parameters(
            arity = "0..*",
            paramLabel = "WORDS",
            description = {
                "The event in words instead of --title and --start, in English or German: Lunch"
                        + " with Ben tomorrow 12:30-14 at Luigi's #family",
            })
    private List<String> words = List.of();

    @Option(names = "--title", paramLabel = "T", description = "What it is.")
    private @Nullable String title;

    @Option(
            names = "--start",
            paramLabel = "S",
            description = "When: 2026-11-24T18:00, or a day alone for all day.")
    private @Nullable String start;

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

    @Spec private CommandSpec spec = CommandSpec.create();

    AddWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ZoneId in = zone == null ? ZoneId.systemDefault() : Times.zone(zone);
        try (Device device = profile.open(terminal).withSomeCalendar()) {
            Event event = words.isEmpty() ? ofOptions(device.store(), in) : ofWords(device, in);
            String id = device.commands().create(event).join();
            Calendar chosen = ChosenCalendar.of(device.store(), event.calendarIds().getFirst());
            terminal.out()
                    .println(json ? json(id, event, chosen) : Plain.line(said(event, chosen)));
        }
        return 0;
    }

    private Event ofOptions(Store store, ZoneId in) {
        String from = start;
        if (title == null || from == null) {
            throw new ParameterException(
                    spec.commandLine(), "Say the event in words, or with --title and --start.");
        }
        if (title.isBlank()) {
            throw new Problem(Problem.Kind.BAD_INPUT, "An event needs a title.");
        }
        When when = when(from, in);
        Calendar chosen = ChosenCalendar.of(store, calendar);
        return Event.create("", chosen.id(), title.strip(), when).withPlace(place);
    }

    private Event ofWords(Device device, ZoneId in) {
        if (title != null || start != null || end != null || allDay || place != null) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "Say the event in words or with options, not both.");
        }
        List<Calendar> all =
                device.store().calendars().stream().filter(c -> c.rights().mayWrite()).toList();
        Sentence sentence =
                new Sentence(
                        Locale.getDefault(),
                        all.stream().map(Calendar::name).toList(),
                        in,
                        Length.hours(1));
        Understood understood = sentence.read(String.join(" ", words), LocalDateTime.now(in));
        if (understood.title().isBlank()) {
            throw new Problem(Problem.Kind.BAD_INPUT, "An event needs a title.");
        }
        Calendar chosen =
                understood.calendar() >= 0 && calendar == null
                        ? all.get(understood.calendar())
                        : ChosenCalendar.of(device.store(), calendar);
        return understood.event(chosen.id());
    }

    private String said(Event event, Calendar chosen) {
        String added = "Added “" + event.title() + "” to " + chosen.name();
        if (words.isEmpty()) {
            return added + ".";
        }
        // What was understood is told, since nobody sees it otherwise.
        When when = event.when();
        String at =
                when.allDay()
                        ? when.start().toLocalDate().toString()
                        : when.start().toString().replace('T', ' ')
                                + " to "
                                + when.end().toString().replace('T', ' ');
        Rule rule = event.rule();
        String repeats =
                rule == null
                        ? ""
                        : ", " + RuleSentence.of(rule, when.start().toLocalDate(), Locale.ENGLISH);
        String where = event.place() == null ? "" : ", at " + event.place();
        return added + ": " + at + repeats + where + ".";
    }

    private static String json(String id, Event event, Calendar chosen) {
        return Json.write(
                Json.object()
                        .put("event", id)
                        .put("title", event.title())
                        .put("start", event.when().start().toString())
                        .put("calendar", chosen.name())
                        .put("calendarId", chosen.id()));
    }

    private When when(String from, ZoneId in) {
        boolean days = allDay || Times.isDate(from);
        if (days) {
            LocalDate first = day(from);
            LocalDate last = end == null ? first : day(end);
            check(!last.isBefore(first));
            return When.days(first, last);
        }
        LocalDateTime first = Times.wall(from, in);
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
