package app.linden.desktop;

import app.linden.base.Redaction;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What went wrong, in {@code logs} of the profile folder: three files of a megabyte, the oldest is
 * written over. Nothing that is about a person is written: of libraries only that they said
 * something, of Linden's own words none in quotes, no address, no path. Thread-safe.
 */
public final class LogFile implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger LOG = Logger.getLogger(LogFile.class.getName());
    static final int SIZE = 1_000_000;
    static final int FILES = 3;

    /** The folder of the logs below that of the profile. */
    public static final String FOLDER = "logs";

    private final FileHandler handler;

    private LogFile(FileHandler handler) {
        this.handler = handler;
    }

    /** Begins to write; where that cannot be, Linden goes on without. */
    public static AutoCloseable in(Path profile) {
        try {
            Path folder = Folders.make(profile.resolve(FOLDER));
            // The handler's own language: %g is the number of the file, %% a percent sign.
            String pattern = folder.toString().replace("%", "%%") + "/linden-%g.log";
            FileHandler handler = new FileHandler(pattern, SIZE, FILES, true);
            handler.setEncoding("UTF-8");
            handler.setLevel(Level.INFO);
            handler.setFormatter(new Line());
            ROOT.addHandler(handler);
            return new LogFile(handler);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "There is no log: its folder cannot be written", e);
            return () -> {};
        }
    }

    @Override
    public void close() {
        ROOT.removeHandler(handler);
        handler.close();
    }

    /** Whatever nobody caught on any thread is noted. */
    public static void noteUncaught() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                LOG.log(Level.SEVERE, "Uncaught on the thread " + thread.getName(), failure));
    }

    /** One record as a line, and the places of its failure beneath. */
    static final class Line extends Formatter {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                        .withZone(ZoneOffset.UTC);

        @Override
        public String format(LogRecord record) {
            String source = record.getLoggerName() == null ? "" : record.getLoggerName();
            String words =
                    source.startsWith("app.linden.")
                            ? Redaction.line(formatMessage(record))
                            : "(words of a library)";
            Throwable failure = record.getThrown();
            return TIME.format(record.getInstant())
                    + " "
                    + record.getLevel().getName()
                    + " "
                    + source
                    + ": "
                    + words
                    + "\n"
                    + (failure == null ? "" : Redaction.trace(failure));
        }
    }
}
