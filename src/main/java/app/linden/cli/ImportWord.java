package app.linden.cli;

import app.linden.calendar.Imports.Report;
import app.linden.ical.CalendarFile.Unreadable;
import app.linden.model.Calendar;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code import}: an .ics file into a calendar; the same file twice is once. */
@Command(
        name = "import",
        description =
                "Brings an .ics file into a calendar, the one of this computer where there is no"
                        + " other.")
final class ImportWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Parameters(paramLabel = "FILE.ics", description = "The file.")
    private Path file = Path.of("");

    @Option(
            names = "--calendar",
            paramLabel = "C",
            description = "Its name or id (default: the one for new events).")
    private @Nullable String calendar;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    ImportWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Device device = profile.open().withSomeCalendar()) {
            Calendar chosen = ChosenCalendar.of(device.store(), calendar);
            Report report = device.imports().importInto(chosen.id(), file).join();
            if (json) {
                printJson(report);
            } else {
                print(report);
            }
        }
        return 0;
    }

    private void print(Report report) {
        terminal.out()
                .println(
                        report.created()
                                + " new, "
                                + report.changed()
                                + " changed, "
                                + report.same()
                                + " the same, "
                                + report.unreadable().size()
                                + " not readable");
        report.unreadable().forEach(u -> terminal.out().println(line(u)));
    }

    private static String line(Unreadable u) {
        String uid = u.uid();
        String of = uid == null || uid.isEmpty() ? "" : " (" + uid + ")";
        return Plain.line("line " + u.line() + of + ": " + u.reason());
    }

    private void printJson(Report report) {
        var object =
                Json.object()
                        .put("created", report.created())
                        .put("changed", report.changed())
                        .put("same", report.same());
        var list = object.putArray("unreadable");
        report.unreadable()
                .forEach(u ->
                        list.addObject()
                                .put("line", u.line())
                                .put("uid", u.uid())
                                .put("reason", u.reason()));
        terminal.out().println(Json.write(object));
    }
}
