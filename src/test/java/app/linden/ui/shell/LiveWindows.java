package app.linden.ui.shell;

import app.linden.calendar.Target;
import app.linden.cli.Device;
import app.linden.model.Event;
import app.linden.model.When;
import app.linden.ui.Fx;
import app.linden.ui.kit.Chip;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Two windows of two devices: an event is dragged in one's week, and the time is taken from the
 * release of the mouse until the other's month has it laid out in its new place. Both devices and
 * the server commit durably on the way. Prints the median; argument: how often (50).
 */
public final class LiveWindows {
    private static final LocalDate TUESDAY = Household.TODAY;
    private static final String TITLE = "Dragged";

    private LiveWindows() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        Path folder = Files.createTempDirectory("linden-live");
        try (Household household = new Household(folder)) {
            Device anna = household.device("anna");
            Device ben = household.device("ben");
            String id =
                    anna.commands()
                            .create(
                                    Event.create(
                                            "",
                                            Household.calendar(anna).id(),
                                            TITLE,
                                            When.timed(
                                                    TUESDAY.atTime(12, 0),
                                                    TUESDAY.atTime(13, 0),
                                                    Household.ZONE)))
                            .join();
            Stage week = Fx.on(() -> household.window(anna, Fx.look(false)).stage());
            Fx.keys(KeyCode.W);
            Stage month = Fx.on(() -> household.window(ben, Fx.look(false)).stage());
            // One above the other: the mouse finds the window that lies on top.
            place(week, 0);
            place(month, 500);
            Fx.until("both show it", () -> chip(week) != null && chip(month) != null);
            List<Long> nanos = new ArrayList<>();
            for (int i = 0; i < rounds + 5; i++) {
                LocalDate to = TUESDAY.plusDays(i % 2 == 0 ? 1 : 0);
                long taken = drag(week, month.getScene(), to);
                if (i >= 5) {
                    nanos.add(taken);
                }
            }
            anna.commands().delete(Target.whole(id)).join();
            Collections.sort(nanos);
            System.out.printf(
                    "mouse release to the other window's layout, %d drags: median %.1f ms, p95"
                            + " %.1f ms, max %.1f ms%n",
                    rounds,
                    nanos.get(rounds / 2) / 1e6,
                    nanos.get(rounds * 95 / 100) / 1e6,
                    nanos.getLast() / 1e6);
        }
        System.exit(0);
    }

    private static void place(Stage stage, double y) {
        Fx.run(() -> {
            stage.setX(0);
            stage.setY(y);
            stage.setHeight(490);
        });
        Fx.pulses(5);
    }

    private static long drag(Stage week, Scene month, LocalDate to) throws Exception {
        Point2D from = middle(Fx.on(() -> chip(week)));
        Point2D target = column(week, to, from.getY());
        Fx.moveTo(from.getX(), from.getY());
        Fx.mouse(true);
        Fx.moveTo((from.getX() + target.getX()) / 2, from.getY());
        Fx.moveTo(target.getX(), target.getY());
        CountDownLatch there = new CountDownLatch(1);
        AtomicLong at = new AtomicLong();
        Runnable pulse =
                () -> {
                    Chip chip = chip(month);
                    if (at.get() == 0 && chip != null && day(chip).equals(to)) {
                        at.set(System.nanoTime());
                        there.countDown();
                    }
                };
        Fx.run(() -> month.addPostLayoutPulseListener(pulse));
        long released = System.nanoTime();
        Fx.mouse(false);
        if (!there.await(10, TimeUnit.SECONDS)) {
            Fx.picture(week.getScene(), "live-week");
            Fx.picture(month, "live-month");
            throw new IllegalStateException("it never arrived on " + to);
        }
        Fx.run(() -> month.removePostLayoutPulseListener(pulse));
        Fx.until("the first has it too", () -> day(chipOf(week.getScene())).equals(to));
        Fx.pulses(5);
        return at.get() - released;
    }

    private static LocalDate day(Chip chip) {
        Chip.Content content = chip.content();
        return content == null
                ? LocalDate.EPOCH
                : content.occurrence().span().startIn(Household.ZONE).toLocalDate();
    }

    private static Point2D middle(Chip chip) {
        return Fx.on(() -> {
            Bounds b = chip.localToScreen(chip.getLayoutBounds());
            return new Point2D(b.getCenterX(), b.getCenterY());
        });
    }

    private static Point2D column(Stage week, LocalDate day, double y) {
        return Fx.on(() -> {
            Node hours = week.getScene().lookup(".week-hours");
            Set<Node> columns = hours.lookupAll(".week-column");
            Bounds b =
                    List.copyOf(columns).get(day.getDayOfWeek().getValue() % 7).getBoundsInParent();
            return new Point2D(hours.localToScreen(b.getCenterX(), 0).getX(), y);
        });
    }

    private static Chip chip(Stage stage) {
        return chip(stage.getScene());
    }

    private static Chip chipOf(Scene scene) {
        Chip chip = chip(scene);
        if (chip == null) {
            throw new IllegalStateException("the chip is gone");
        }
        return chip;
    }

    private static Chip chip(Scene scene) {
        for (Node node : scene.getRoot().lookupAll(".chip")) {
            if (node instanceof Chip c
                    && c.isVisible()
                    && c.content() != null
                    && c.content().occurrence().title().equals(TITLE)) {
                return c;
            }
        }
        return null;
    }
}
