package app.linden.cli;

import app.linden.base.Problem;
import app.linden.ical.CalendarFile;
import app.linden.ical.CalendarFile.Unwritten;
import app.linden.ical.GroupFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;

/** {@code convert}: iCalendar to JSCalendar or back, from standard input to standard output. */
@Command(
        name = "convert",
        description =
                "Converts iCalendar (.ics) to a JSCalendar Group or back, from standard input to"
                        + " standard output.")
final class ConvertWord extends Word implements Callable<Integer> {
    private static final int LEFT_OUT = 1;
    private static final int HEAD = 1000;

    /** What it becomes. */
    enum Form {
        ICS,
        JSCALENDAR
    }

    private final Terminal terminal;

    @Option(
            names = "--to",
            paramLabel = "FORM",
            description = "ics or jscalendar (default: the other than what comes in).")
    private @Nullable Form to;

    ConvertWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        BufferedInputStream in = new BufferedInputStream(terminal.in(), 1 << 16);
        try {
            OutputStream out = new BufferedOutputStream(terminal.bytes(), 1 << 16);
            Form form = to == null ? guess(in) : to;
            boolean all;
            if (form == Form.ICS) {
                var left = GroupFile.convert(in, out);
                left.forEach(this::tell);
                all = left.isEmpty();
            } else {
                var left = CalendarFile.convert(in, out);
                left.forEach(u -> terminal.err().println(Remarks.line(u)));
                all = left.isEmpty();
            }
            out.flush();
            return all ? 0 : LEFT_OUT;
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE, "It could not be converted: " + e.getMessage(), e);
        }
    }

    /** JSON begins with a brace, after white space or a byte order mark; iCalendar never does. */
    private static Form guess(BufferedInputStream in) throws IOException {
        in.mark(HEAD);
        try {
            for (byte b : in.readNBytes(HEAD)) {
                boolean blank = b == ' ' || b == '\t' || b == '\r' || b == '\n' || b < 0;
                if (!blank) {
                    return b == '{' || b == '[' ? Form.ICS : Form.JSCALENDAR;
                }
            }
            return Form.JSCALENDAR;
        } finally {
            in.reset();
        }
    }

    private void tell(Unwritten u) {
        String of = u.uid().isEmpty() ? "" : "(" + u.uid() + ") ";
        terminal.err().println(Plain.line(of + u.reason()));
    }
}
