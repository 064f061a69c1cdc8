package app.linden.cli;

import app.linden.base.Problem;
import app.linden.calendar.Exports.Written;
import app.linden.model.Calendar;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.BufferedOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code export}: calendars or events as an .ics file. */
@Command(
        name = "export",
        description = "Writes calendars (default: all) or events as one .ics file.")
final class ExportWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Option(
            names = "--calendar",
            paramLabel = "C",
            description = "Its name or id; may be given several times.")
    private List<String> calendars = List.of();

    @Option(
            names = "--event",
            paramLabel = "ID",
            description = "An event's id, as agenda --json tells; may be given several times.")
    private List<String> events = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to (default: standard output).")
    private @Nullable Path file;

    ExportWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!calendars.isEmpty() && !events.isEmpty()) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "Say either --calendar or --event, not both.");
        }
        try (Device device = profile.open(terminal)) {
            Written written = file == null ? toOutput(device) : toFile(device, file);
            written.unwritten()
                    .forEach(u ->
                            terminal.err()
                                    .println(Plain.line("linden: " + u.uid() + ": " + u.reason())));
            if (file != null) {
                terminal.out().println(Count.of(written.events(), "event", "events") + " written");
            }
        }
        return 0;
    }

    private Written toFile(Device device, Path to) {
        return events.isEmpty()
                ? device.exports().calendars(chosen(device), to).join()
                : device.exports().events(events, to).join();
    }

    private Written toOutput(Device device) {
        var out = new BufferedOutputStream(terminal.bytes());
        return events.isEmpty()
                ? device.exports().writeCalendars(chosen(device), out)
                : device.exports().writeEvents(events, out);
    }

    private List<String> chosen(Device device) {
        List<Calendar> all = device.store().calendars();
        return calendars.isEmpty()
                ? all.stream().map(Calendar::id).toList()
                : calendars.stream().map(c -> ChosenCalendar.toRead(all, c).id()).toList();
    }
}
