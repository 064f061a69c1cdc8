package app.linden.cli;

import app.linden.model.Calendar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

    /** As if standard output led to a full disk. */
    int runOntoFullDisk(String... words) {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        return run(full, new PrintWriter(full, false, StandardCharsets.UTF_8), words);
    }

    int run(String... words) {
        out = new StringWriter();
        bytes = new ByteArrayOutputStream();
        return run(bytes, new PrintWriter(out), words);
    }

    private int run(OutputStream output, PrintWriter lines, String... words) {
        err = new StringWriter();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        input = "";
        return Cli.run(
                words,
                new Shown(),
                new Terminal(in, lines, new PrintWriter(err), environment, null, output));
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
        public int tryOut(TryOut tryOut, boolean rehearsal) {
            return show(tryOut.device(TryOut.ANNA));
        }
    }
}
