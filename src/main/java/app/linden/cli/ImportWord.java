package app.linden.cli;

import app.linden.calendar.Imports.Report;
import app.linden.calendar.Imports.Touched;
import app.linden.model.Calendar;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

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

    @Option(names = "--dry-run", description = "Only says what would change; writes nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    ImportWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Device device = profile.open(terminal).withSomeCalendar()) {
            Calendar chosen = ChosenCalendar.of(device.store(), calendar);
            Report report =
                    dryRun
                            ? device.imports().preview(chosen.id(), file).join()
                            : device.imports().importInto(chosen.id(), file, this::progress).join();
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
        if (dryRun) {
            report.touched().forEach(t -> terminal.out().println(line(t)));
        }
        report.unreadable().forEach(u -> terminal.out().println(Remarks.line(u)));
    }

    /** One line that is written over, only for somebody who sits there. */
    private boolean progress(int done, int all) {
        if (terminal.console() != null && !json) {
            terminal.err().print("\r" + done + " of " + all + (done == all ? "\n" : ""));
            terminal.err().flush();
        }
        return true;
    }

    private static String line(Touched t) {
        String what = t.isNew() ? "new" : "changed (" + String.join(", ", t.properties()) + ")";
        return Plain.line(what + ": " + t.start().replace('T', ' ') + "  " + t.title());
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
        if (dryRun) {
            var touched = object.putArray("touched");
            report.touched().forEach(t -> write(t, touched.addObject()));
        }
        terminal.out().println(Json.write(object));
    }

    private static void write(Touched t, ObjectNode to) {
        to.put("uid", t.uid()).put("title", t.title()).put("start", t.start());
        to.put("new", t.isNew());
        var properties = to.putArray("properties");
        t.properties().forEach(properties::add);
    }
}
