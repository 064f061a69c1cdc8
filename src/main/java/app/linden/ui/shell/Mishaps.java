package app.linden.ui.shell;

import app.linden.base.Redaction;
import app.linden.ui.kit.Look;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hears of whatever nobody caught on JavaFX's thread: notes it and shows one panel, however often
 * it happens. Windows and what is typed in them stay. Lives on JavaFX's thread.
 */
final class Mishaps implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = Logger.getLogger(Mishaps.class.getName());

    /** So long nothing more is said about a failure after which the person went on. */
    private static final long SILENT_NANOS = 60_000_000_000L;

    private static final int MOST_KINDS = 100;

    private final Look look;
    private final Runnable quit;
    private final Map<String, Long> dismissed = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private @Nullable DiagnosticsDialog diagnostics;
    private @Nullable MishapPanel panel;
    private boolean busy;

    Mishaps(Look look, Runnable quit) {
        this.look = look;
        this.quit = quit;
    }

    /** From now on the panel offers to save a report. */
    void offer(DiagnosticsDialog report) {
        diagnostics = report;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (busy) {
            // The panel itself cannot be shown.
            note(failure, 1);
            return;
        }
        busy = true;
        try {
            happened(failure);
        } catch (Throwable panelFailed) {
            note(panelFailed, 1);
        } finally {
            busy = false;
        }
    }

    private void happened(Throwable failure) {
        String kind = kind(failure);
        if (counts.size() > MOST_KINDS) {
            counts.clear();
            dismissed.clear();
        }
        int count = counts.merge(kind, 1, Integer::sum);
        // Of one that comes with each frame the log keeps the 1st, 2nd, 4th, 8th...
        if (Integer.bitCount(count) == 1) {
            note(failure, count);
        }
        if (panel != null && panel.isShowing()) {
            panel.again();
            return;
        }
        Long silentSince = dismissed.get(kind);
        if (silentSince != null && System.nanoTime() - silentSince < SILENT_NANOS) {
            return;
        }
        panel =
                new MishapPanel(
                        look,
                        Redaction.trace(failure),
                        diagnostics,
                        quit,
                        () -> dismissed.put(kind, System.nanoTime()));
        panel.show();
    }

    private static void note(Throwable failure, int count) {
        LOG.log(Level.SEVERE, "Uncaught in the window, number " + count, failure);
    }

    /** The same failure at the same place. */
    private static String kind(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return failure.getClass().getName() + (frames.length == 0 ? "" : " " + frames[0]);
    }
}
