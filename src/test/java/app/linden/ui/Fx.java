package app.linden.ui;

import app.linden.ui.kit.Look;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Drives JavaFX on its headless platform from a test's thread: work on JavaFX's thread, pulses, a
 * mouse and a keyboard, pictures. The locale is that of the United States, so that texts are the
 * same everywhere; for pictures in another language, {@code -Dlinden.locale=de-DE}.
 */
public final class Fx {
    private static final long DEADLINE_SECONDS = 20;
    private static final Path SCREENS =
            Path.of(System.getProperty("linden.screens", "target/screens"));

    /** One for all: on the headless platform a robot remembers which window is active. */
    private static final Robot robot;

    static {
        Locale.setDefault(Locale.forLanguageTag(System.getProperty("linden.locale", "en-US")));
        // No lambda: its body is a method of this class, which waits for the end of this block.
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        try {
            if (!started.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("JavaFX does not start");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        Platform.setImplicitExit(false);
        FutureTask<Robot> making = new FutureTask<>(Robot::new);
        Platform.runLater(making);
        robot = await(making);
    }

    private Fx() {}

    /** Runs on JavaFX's thread and waits for the answer; a failure fails the test. */
    public static <T> T on(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.call());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        return await(answer);
    }

    public static void run(Runnable work) {
        Fx.<Boolean>on(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until JavaFX has drawn {@code count} times. */
    public static void pulses(int count) {
        int[] left = {count};
        until(count + " pulses", () -> left[0]-- <= 0);
    }

    /** Looks at every pulse, on JavaFX's thread, until the condition holds; fails after a while. */
    public static void until(String what, BooleanSupplier condition) {
        CompletableFuture<Void> met = new CompletableFuture<>();
        AnimationTimer timer =
                on(() -> {
                    AnimationTimer t =
                            new AnimationTimer() {
                                @Override
                                public void handle(long now) {
                                    try {
                                        if (condition.getAsBoolean()) {
                                            met.complete(null);
                                        }
                                    } catch (Throwable e) {
                                        met.completeExceptionally(e);
                                    }
                                }
                            };
                    t.start();
                    return t;
                });
        try {
            met.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("not within " + DEADLINE_SECONDS + " s: " + what, e);
        } catch (ExecutionException e) {
            throw new AssertionError(what, e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            run(timer::stop);
        }
    }

    /** A look that does not ask the system. */
    public static Look look(boolean dark) {
        return on(() -> {
            Look look = new Look();
            look.choose(dark ? Look.Choice.DARK : Look.Choice.LIGHT);
            return look;
        });
    }

    /**
     * Writes what a scene shows to {@code target/screens/NAME.png}, or into the folder that the
     * property {@code linden.screens} names.
     */
    public static void picture(Scene scene, String name) {
        pulses(3);
        WritableImage image = on(() -> scene.snapshot(null));
        try {
            Files.createDirectories(SCREENS);
            write(SwingFXUtils.fromFXImage(image, null), SCREENS.resolve(name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        BufferedImage opaque =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.getGraphics().drawImage(image, 0, 0, Color.WHITE, null);
        SmallPng.write(opaque, file);
    }

    /** The newest window that is showing. */
    public static Window topWindow() {
        return on(() -> Window.getWindows().filtered(Window::isShowing).getLast());
    }

    /** Closes every window, so that the next test starts with none. */
    public static void closeAll() {
        run(() -> java.util.List.copyOf(Window.getWindows()).reversed().forEach(Window::hide));
    }

    /** Closes every window but one. */
    public static void closeAll(Window butNot) {
        run(() ->
                java.util.List.copyOf(Window.getWindows()).reversed().stream()
                        .filter(w -> w != butNot)
                        .forEach(Window::hide));
    }

    /** The first node of a selector such as {@code #save}, in any window; fails without one. */
    public static Node find(String selector) {
        return on(() -> {
            for (Window window : Window.getWindows()) {
                Node node =
                        window.getScene() == null
                                ? null
                                : window.getScene().getRoot().lookup(selector);
                if (node != null) {
                    return node;
                }
            }
            throw new AssertionError("nothing matches " + selector);
        });
    }

    public static void click(String selector) {
        click(find(selector));
    }

    /** Clicks into the middle of a node. */
    public static void click(Node node) {
        Point2D middle =
                on(() -> {
                    Bounds bounds = node.localToScreen(node.getLayoutBounds());
                    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
                });
        moveTo(middle.getX(), middle.getY());
        mouse(true);
        mouse(false);
        pulses(2);
    }

    public static void moveTo(double screenX, double screenY) {
        run(() -> robot.mouseMove(screenX, screenY));
        pulses(1);
    }

    /** Presses or releases the main button where the mouse is. */
    public static void mouse(boolean press) {
        run(() -> {
            if (press) {
                robot.mousePress(MouseButton.PRIMARY);
            } else {
                robot.mouseRelease(MouseButton.PRIMARY);
            }
        });
        pulses(1);
    }

    /** Presses the keys in order, releases them in reverse: {@code keys(CONTROL, S)}. */
    public static void keys(KeyCode... keys) {
        press(keys);
        pulses(2);
    }

    private static void press(KeyCode... keys) {
        run(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
    }

    /**
     * Types into whatever has the focus. The robot has keys for letters, digits and blanks only, so
     * other characters arrive without one.
     */
    public static void type(String text) {
        for (char c : text.toCharArray()) {
            KeyCode key = KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(c)));
            if (c == ' ') {
                press(KeyCode.SPACE);
            } else if (key == null || !Character.isLetterOrDigit(c)) {
                run(() -> typed(c));
            } else if (Character.isUpperCase(c)) {
                press(KeyCode.SHIFT, key);
            } else {
                press(key);
            }
        }
        pulses(2);
    }

    private static void typed(char c) {
        // A popup passes its keys on to the window beneath.
        Window window =
                Window.getWindows().filtered(w -> w instanceof Stage && w.isShowing()).getLast();
        Node owner = window.getScene().getFocusOwner();
        KeyEvent event =
                new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        String.valueOf(c),
                        "",
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false);
        Event.fireEvent(owner, event);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
