package app.linden.cli;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Where words come from and answers go: the streams of the process, or those of a test. Lives on
 * the main thread.
 *
 * @param bytes standard output for what is not text in the terminal's own encoding; flush {@code
 *     out} first
 * @param console to ask somebody who sits there; null when nobody does
 */
record Terminal(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        @Nullable Console console,
        OutputStream bytes) {

    private static final int LONGEST_LINE = 10_000;

    static Terminal ofThisProcess() {
        Console console = System.console();
        return new Terminal(
                System.in,
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()),
                System.getenv(),
                console != null && console.isTerminal() ? console : null,
                // System.out would keep quiet about a full disk.
                new FileOutputStream(FileDescriptor.out));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(v -> !v.isEmpty());
    }

    /**
     * A secret: typed without echo by whoever sits there, else the first line of standard input.
     *
     * @param what names it, as in "Password of anna"
     * @throws Problem BAD_INPUT when there is none
     */
    String secret(String what) {
        String line = console == null ? line() : askUnseen(what).orElse("");
        if (line.isEmpty()) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, what + " is expected as one line on standard input.");
        }
        return line;
    }

    /** Asks without echo; empty when nobody sits there, or nothing is typed. */
    Optional<String> askUnseen(String what) {
        if (console == null) {
            return Optional.empty();
        }
        char[] typed = console.readPassword("%s: ", what);
        return typed == null || typed.length == 0
                ? Optional.empty()
                : Optional.of(new String(typed));
    }

    /** Byte by byte, so that what follows the line stays there for others. */
    private String line() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                if (bytes.size() == LONGEST_LINE) {
                    throw new Problem(Problem.Kind.BAD_INPUT, "The line is too long.");
                }
                bytes.write(b);
            }
        } catch (IOException e) {
            throw new Problem(Problem.Kind.BAD_INPUT, "Standard input cannot be read.", e);
        }
        String line = bytes.toString(StandardCharsets.UTF_8);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
