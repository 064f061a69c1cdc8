package app.linden.ui.shell;

import app.linden.base.Closer;
import app.linden.calendar.Settings;
import app.linden.calendar.WindowPlace;
import app.linden.calendar.care.Care;
import app.linden.calendar.port.Desktop.TrayEntry;
import app.linden.calendar.remind.Reminders;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;
import app.linden.ui.remind.SystemNotes;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The window of one device from its opening to its end: stands where it stood before, is made anew
 * when the person's settings ask for it, and stays in the tray when that is their choice. Lives on
 * JavaFX's thread.
 */
public final class OpenWindow {
    private final Stage stage;
    private final Services services;
    private final Look look;
    private final String title;
    private final List<Entry> entries;
    private final Runnable ended;
    private final Clock systemClock;
    private final Closer closer = new Closer();
    private Settings worn;
    private CalendarWindow window;
    private boolean inTray;
    private boolean quitting;
    private boolean over;

    OpenWindow(
            Stage stage,
            Services services,
            Look look,
            String title,
            List<Entry> entries,
            Runnable ended) {
        this.stage = stage;
        this.services = services;
        this.look = look;
        this.title = title;
        this.entries = entries;
        this.ended = ended;
        this.systemClock = services.clock();
        this.worn = services.settings().settings().get();
        Worn.put(worn, look);
        this.window = make();
        place();
        Arrays.stream(Mode.values())
                .filter(m -> m.name().equals(worn.view()))
                .findFirst()
                .ifPresent(m -> window.turnTo(m, LocalDate.now(systemClock)));
        stage.setOnHidden(e -> hidden());
        closer.add(FxRelay.relay(services.settings().settings(), this::settled));
        closer.add(
                FxRelay.relay(
                        services.settings().told(),
                        sentence -> {
                            if (!sentence.isEmpty()) {
                                window.tell(sentence);
                            }
                        }));
        Care care = services.care();
        if (care != null) {
            closer.add(new CareFlow(care, services.desktop(), this::window));
        }
        remind();
    }

    private void remind() {
        Reminders reminders = services.reminders();
        if (reminders != null) {
            closer.add(
                    new SystemNotes(
                            reminders,
                            services.desktop().notifications(),
                            services.settings(),
                            systemClock,
                            new RemindFlow(
                                    services,
                                    this::window,
                                    problem -> window.tell(Sentences.of(problem)))));
        }
    }

    /** The window as it stands now. */
    public CalendarWindow window() {
        return window;
    }

    void show() {
        window.show();
    }

    private CalendarWindow make() {
        Clock clock = worn.zone() == null ? systemClock : systemClock.withZone(worn.zone());
        return new CalendarWindow(stage, services.at(clock), look, title, entries);
    }

    private void settled(Settings next) {
        if (over || quitting) {
            return;
        }
        Settings before = worn;
        worn = next;
        boolean anew = Worn.put(next, look) || Worn.differ(before, next);
        if (anew) {
            Mode mode = window.mode();
            LocalDate around = window.around();
            double width = stage.getWidth();
            double height = stage.getHeight();
            boolean whole = stage.isMaximized();
            window.leave();
            window = make();
            window.turnTo(mode, around);
            if (!whole && width > 0) {
                stage.setWidth(width);
                stage.setHeight(height);
            }
        }
        if (next.tray() != inTray || (anew && inTray)) {
            tray(next.tray());
        }
    }

    private void tray(boolean wanted) {
        List<TrayEntry> menu =
                wanted
                        ? List.of(
                                entry("tray.open", () -> window.present(false)),
                                entry("tray.new", () -> window.present(true)),
                                entry("tray.quit", this::quit))
                        : List.of();
        boolean done = services.desktop().tray(title, menu);
        inTray = wanted && done;
        if (wanted && !done) {
            services.settings().change(s -> s.withTray(false));
            window.tell(Texts.text("settings.no-tray"));
        }
    }

    private static TrayEntry entry(String key, Runnable act) {
        return new TrayEntry(Texts.text(key), () -> FxRelay.run(act));
    }

    private void quit() {
        quitting = true;
        if (stage.isShowing()) {
            stage.hide();
        } else {
            hidden();
        }
    }

    private void place() {
        WindowPlace place = worn.place();
        if (place == null) {
            return;
        }
        // A screen may be gone since.
        boolean seen =
                Screen.getScreensForRectangle(place.x(), place.y(), place.width(), 40).stream()
                        .map(Screen::getVisualBounds)
                        .anyMatch(b -> isReachable(b, place));
        if (seen) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
    }

    private static boolean isReachable(Rectangle2D screen, WindowPlace place) {
        return place.x() + place.width() > screen.getMinX() + 80
                && place.x() < screen.getMaxX() - 80
                && place.y() > screen.getMinY() - 10
                && place.y() < screen.getMaxY() - 40;
    }

    private void hidden() {
        services.settings().change(this::remembered);
        if (over || (inTray && !quitting)) {
            return;
        }
        over = true;
        services.desktop().tray(title, List.of());
        closer.close();
        window.close();
        ended.run();
    }

    private Settings remembered(Settings settings) {
        WindowPlace before = settings.place();
        WindowPlace now =
                stage.isMaximized() && before != null
                        ? new WindowPlace(
                                before.x(), before.y(), before.width(), before.height(), true)
                        : new WindowPlace(
                                stage.getX(),
                                stage.getY(),
                                stage.getWidth(),
                                stage.getHeight(),
                                stage.isMaximized());
        return settings.withPlace(now).withView(window.mode().name());
    }
}
