package app.linden.ui.settings;

import app.linden.base.Subscription;
import app.linden.calendar.Agenda;
import app.linden.calendar.CalendarList;
import app.linden.calendar.Settings;
import app.linden.calendar.SettingsFile;
import app.linden.calendar.care.Care;
import app.linden.calendar.port.Desktop;
import app.linden.model.Calendar;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.WhenWords;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The settings. What is chosen is applied at once in all windows and kept; there is nothing to
 * save. Lives on JavaFX's thread.
 */
public final class SettingsWindow {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 640;
    private static final List<Integer> TEXT_SIZES = List.of(11, 12, 13, 15, 17, 19);
    private static final List<Integer> LENGTHS = List.of(15, 30, 45, 60, 90, 120);
    private static final List<Integer> ALERTS =
            List.of(Settings.NO_ALERT, 0, 5, 10, 15, 30, 60, 120, 24 * 60);

    private final SettingsFile file;
    private final Agenda agenda;
    private final Desktop desktop;
    private final Look look;
    private final @Nullable Care care;
    private @Nullable Stage stage;

    /**
     * @param care null where nothing is backed up
     */
    public SettingsWindow(
            SettingsFile file, Agenda agenda, Desktop desktop, Look look, @Nullable Care care) {
        this.care = care;
        this.file = file;
        this.agenda = agenda;
        this.desktop = desktop;
        this.look = look;
    }

    /** Opens the window, or brings the open one to the front. */
    public void show(Window owner) {
        if (stage != null && stage.isShowing()) {
            stage.toFront();
            stage.requestFocus();
            return;
        }
        Settings now = file.settings().get();
        Rows rows = new Rows();
        appearance(rows, now, owner);
        days(rows, now);
        events(rows, now);
        reminders(rows, now);
        computer(rows, now);
        Subscription watched = care == null ? null : new CareRows(care, file, desktop).addTo(rows);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("settings", "edge-to-edge");
        scroll.setPrefSize(WIDTH, HEIGHT);
        stage =
                DialogWindow.make(
                        owner, look, Texts.text("settings.title"), scroll, "settings.css");
        if (watched != null) {
            stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> watched.close());
        }
        DialogWindow.showCentered(stage);
    }

    private void appearance(Rows rows, Settings now, Window owner) {
        rows.section("settings.look-section");
        rows.choice(
                "settings.look",
                List.of(Settings.Brightness.values()),
                now.look(),
                l -> Texts.text("menu.look." + l.name().toLowerCase(Locale.ROOT)),
                l -> change(s -> s.withLook(l)));
        rows.add(
                "settings.accent",
                new Swatches(now.accent(), color -> change(s -> s.withAccent(color))));
        rows.choice(
                "settings.text",
                TEXT_SIZES,
                nearest(TEXT_SIZES, now.textSize()),
                size -> Texts.text("settings.text." + size),
                size -> change(s -> s.withTextSize(size)));
        rows.choice(
                "settings.language",
                List.of(Settings.Language.values()),
                now.language(),
                l -> Texts.text("settings.language." + l.name().toLowerCase(Locale.ROOT)),
                l -> {
                    change(s -> s.withLanguage(l));
                    again(owner);
                });
    }

    /** In the words of the language that was chosen. */
    private void again(Window owner) {
        if (stage != null) {
            stage.close();
        }
        show(owner);
    }

    private void days(Rows rows, Settings now) {
        rows.section("settings.days-section");
        List<@Nullable DayOfWeek> starts = new ArrayList<>();
        starts.add(null);
        starts.addAll(List.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        rows.<@Nullable DayOfWeek>choice(
                "settings.week",
                starts,
                now.weekStart(),
                d -> d == null ? Texts.text("settings.country") : Dates.fullName(d),
                d -> change(s -> s.withWeekStart(d)));
        rows.choice(
                "settings.hours",
                List.of(Settings.Hours.values()),
                now.hours(),
                h -> Texts.text("settings.hours." + h.name().toLowerCase(Locale.ROOT)),
                h -> change(s -> s.withHours(h)));
        rows.choice(
                "settings.first-hour",
                IntStream.range(0, 23).boxed().toList(),
                now.firstHour(),
                SettingsWindow::hour,
                h -> change(s -> s.withFirstHour(h)));
        rows.choice(
                "settings.last-hour",
                IntStream.rangeClosed(1, 24).boxed().toList(),
                now.lastHour(),
                SettingsWindow::hour,
                h -> change(s -> s.withLastHour(h)));
        rows.<@Nullable ZoneId>choice(
                "settings.zone",
                zones(now.zone()),
                now.zone(),
                z -> zone(z, "settings.zone.system"),
                z -> change(s -> s.withZone(z)));
        rows.<@Nullable ZoneId>choice(
                "settings.second-zone",
                zones(now.secondZone()),
                now.secondZone(),
                z -> zone(z, "settings.none"),
                z -> change(s -> s.withSecondZone(z)));
        rows.check(
                "settings.week-numbers",
                null,
                now.weekNumbers(),
                on -> change(s -> s.withWeekNumbers(on)));
    }

    private void events(Rows rows, Settings now) {
        rows.section("settings.events-section");
        CalendarList all = agenda.calendars().get();
        List<@Nullable String> ids = new ArrayList<>();
        ids.add(null);
        all.calendars().stream()
                .filter(c -> c.rights().mayWrite())
                .map(Calendar::id)
                .forEach(ids::add);
        String chosen = now.calendar();
        rows.<@Nullable String>choice(
                "settings.calendar",
                ids,
                ids.contains(chosen) ? chosen : null,
                id ->
                        id == null
                                ? Texts.text("settings.calendar.usual")
                                : all.find(id).map(Calendar::name).orElse(""),
                id -> change(s -> s.withCalendar(id)));
        rows.choice(
                "settings.length",
                LENGTHS,
                nearest(LENGTHS, now.length()),
                m -> WhenWords.length(Duration.ofMinutes(m)),
                m -> change(s -> s.withLength(m)));
        rows.choice(
                "settings.alert",
                ALERTS,
                nearest(ALERTS, now.alert()),
                SettingsWindow::alert,
                m -> change(s -> s.withAlert(m)));
    }

    private void reminders(Rows rows, Settings now) {
        rows.section("settings.reminders-section");
        rows.check(
                "settings.notifications",
                "settings.notifications.why",
                now.notifications(),
                on -> change(s -> s.withNotifications(on)));
        Label from = rows.say(Texts.text("settings.remind-of"));
        from.getStyleClass().setAll("label");
        for (Calendar c : agenda.calendars().get().calendars()) {
            CheckBox box =
                    rows.check(
                            "settings.remind-of-one",
                            null,
                            !now.silentCalendars().contains(c.id()),
                            on -> change(s -> s.withCalendarSilent(c.id(), !on)));
            box.setText(c.name());
            box.setId("remind-" + c.id());
            box.getStyleClass().add("settings-inner");
        }
    }

    private void computer(Rows rows, Settings now) {
        rows.section("settings.computer-section");
        boolean tray = desktop.hasTray();
        CheckBox inTray =
                rows.check(
                        "settings.tray",
                        tray ? "settings.tray.why" : "settings.no-tray",
                        now.tray() && tray,
                        on -> change(s -> s.withTray(on)));
        inTray.setDisable(!tray);
        Label failure = rows.say("");
        failure.setManaged(false);
        CheckBox starts =
                rows.check("settings.autostart", null, desktop.startsByItself(), on -> {});
        starts.setOnAction(e ->
                FxRelay.after(
                        desktop.startByItself(starts.isSelected()),
                        done -> failure.setManaged(false),
                        error -> {
                            starts.setSelected(!starts.isSelected());
                            failure.setText(Sentences.of(error));
                            failure.setManaged(true);
                        }));
    }

    private void change(UnaryOperator<Settings> edit) {
        file.change(edit);
    }

    private static int nearest(List<Integer> values, int wanted) {
        return values.stream()
                .min(java.util.Comparator.comparingInt(v -> Math.abs(v - wanted)))
                .orElse(wanted);
    }

    private static String hour(int hour) {
        return hour == 24 ? Texts.text("settings.midnight") : Dates.time(LocalTime.of(hour, 0));
    }

    private static String alert(int minutes) {
        if (minutes == Settings.NO_ALERT) {
            return Texts.text("settings.none");
        }
        return minutes == 0
                ? Texts.text("settings.alert.start")
                : Texts.text(
                        "settings.alert.before", WhenWords.length(Duration.ofMinutes(minutes)));
    }

    private static List<@Nullable ZoneId> zones(@Nullable ZoneId now) {
        List<@Nullable ZoneId> zones = new ArrayList<>();
        zones.add(null);
        List<String> regions =
                List.of(
                        "Africa",
                        "America",
                        "Asia",
                        "Atlantic",
                        "Australia",
                        "Europe",
                        "Indian",
                        "Pacific");
        zones.addAll(
                Arrays.stream(ZoneId.getAvailableZoneIds().toArray(String[]::new))
                        .filter(id -> regions.contains(id.split("/", 2)[0]) && id.contains("/"))
                        .sorted()
                        .map(ZoneId::of)
                        .toList());
        if (now != null && !zones.contains(now)) {
            zones.add(now);
        }
        return zones;
    }

    private static String zone(@Nullable ZoneId zone, String none) {
        return zone == null ? Texts.text(none) : zone.getId().replace('_', ' ');
    }
}
