package app.linden.cli;

import app.linden.model.Calendar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody at a command line: types words, answers on standard input, reads what is printed. */
final class Typed {
    /** What the window returns. */
    static final int WINDOW = 7;

    private final Map<String, String> environment = new HashMap<>();
    private String input = "";
    private StringWriter out = new StringWriter();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private StringWriter err = new StringWriter();
    private List<String> shown = List.of();

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** The next word finds this line on standard input. */
    void answers(String line) {
        input = line + "\n";
    }

    int run(String... words) {
        out = new StringWriter();
        err = new StringWriter();
        bytes = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        input = "";
        return Cli.run(
                words,
                new Shown(),
                new Terminal(
                        in, new PrintWriter(out), new PrintWriter(err), environment, null, bytes));
    }

    /** What was written as bytes, which are UTF-8. */
    String bytes() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    String out() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    String err() {
        return err.toString().replace(System.lineSeparator(), "\n");
    }

    /** Names of the calendars that the window had. */
    List<String> shown() {
        return shown;
    }

    private final class Shown implements Windows {
        @Override
        public int open(Start start) {
            return show(start.open(app.linden.desktop.Vault.Asks.NOBODY));
        }

        private int show(Device device) {
            shown = device.store().calendars().stream().map(Calendar::name).toList();
            return WINDOW;
        }

        @Override
        public int tryOut(TryOut tryOut) {
            return show(tryOut.device(TryOut.ANNA));
        }
    }
}
