package app.linden.ui.shell;

import javafx.scene.Scene;

import java.time.Duration;
import java.time.Instant;

/**
 * Says on standard error how long the process took to its first painted days, when the system
 * property {@code linden.stopwatch} is there; for measurements and for the rehearsal of a bundle.
 * Lives on the JavaFX thread.
 */
final class FirstPaint implements Runnable {
    private final Scene scene;
    private final Runnable then;
    private int pulses;

    private FirstPaint(Scene scene, Runnable then) {
        this.scene = scene;
        this.then = then;
    }

    /** Watches for the frame in which what a window just got is on the screen. */
    static void watch(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new FirstPaint(scene, then));
    }

    /** The second pulse begins when the first one's frame was handed to the screen. */
    @Override
    public void run() {
        pulses++;
        if (pulses < 2) {
            return;
        }
        scene.removePostLayoutPulseListener(this);
        ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()).toMillis())
                .ifPresent(ms -> System.err.println("painted after " + ms + " ms"));
        then.run();
    }
}
