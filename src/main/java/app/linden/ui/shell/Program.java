package app.linden.ui.shell;

import app.linden.base.Problem;
import app.linden.calendar.care.Care;
import app.linden.ui.kit.Look;

import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** JavaFX from its start to the last window's end. */
public final class Program {
    /** Kept, since a logger that nobody holds forgets its level. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private final Look look = new Look();
    private final Mishaps mishaps = new Mishaps(look, () -> end(null));
    private final CountDownLatch ended;
    private final AtomicReference<RuntimeException> failure;
    private int open;
    private boolean rehearsal;

    private Program(CountDownLatch ended, AtomicReference<RuntimeException> failure) {
        this.ended = ended;
        this.failure = failure;
    }

    /**
     * Starts JavaFX, opens what {@code first} opens on its thread, and comes back when the last
     * window is closed.
     *
     * @throws Problem TRY_LATER when there is no screen
     */
    public static void run(Consumer<Program> first) {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        start(() -> {
            Platform.setImplicitExit(false);
            try {
                Program program = new Program(ended, failure);
                Thread.currentThread().setUncaughtExceptionHandler(program.mishaps);
                first.accept(program);
            } catch (RuntimeException e) {
                failure.set(e);
                ended.countDown();
            }
        });
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private static void start(Runnable work) {
        // It complains that it runs from the class path, where it runs well.
        JAVAFX.setLevel(Level.SEVERE);
        try {
            Platform.startup(work);
        } catch (UnsupportedOperationException e) {
            throw new Problem(
                    Problem.Kind.TRY_LATER,
                    "There is no screen to open a window on. See linden --help for what works"
                            + " without one.",
                    e);
        }
    }

    /** Its windows close by themselves when they were looked at. */
    public void rehearse() {
        rehearsal = true;
    }

    /** Opens a window; call on JavaFX's thread. */
    public OpenWindow open(Services services, String title, List<Entry> entries) {
        Stage stage = new Stage();
        stage.getIcons().add(icon());
        open++;
        OpenWindow opened =
                new OpenWindow(
                        stage,
                        services,
                        look,
                        title,
                        entries,
                        () -> {
                            open--;
                            if (open == 0) {
                                ended.countDown();
                            }
                        });
        CalendarWindow window = opened.window();
        if (Boolean.getBoolean("linden.stopwatch") || rehearsal) {
            window.onFirstDays(() ->
                    FirstPaint.watch(stage.getScene(), rehearsal ? window::rehearse : () -> {}));
        }
        Care care = services.care();
        if (care != null) {
            mishaps.offer(new DiagnosticsDialog(care.diagnostics(), services.files(), look));
        }
        opened.show();
        return opened;
    }

    /** How windows look that are opened before or beside the first one. */
    public Look look() {
        return look;
    }

    /**
     * Ends without a window.
     *
     * @param why what {@link #run} throws, null when there is nothing wrong
     */
    public void end(@Nullable RuntimeException why) {
        if (why != null) {
            failure.set(why);
        }
        ended.countDown();
    }

    /** The window that the person uses now, null when it is another program's. */
    public @Nullable Window focused() {
        return Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
    }

    private static Image icon() {
        try (InputStream in = Program.class.getResourceAsStream("/app/linden/ui/icon.png")) {
            return new Image(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
