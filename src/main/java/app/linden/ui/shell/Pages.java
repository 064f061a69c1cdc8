package app.linden.ui.shell;

import app.linden.base.Closer;
import app.linden.base.Subscription;
import app.linden.calendar.CalendarList;
import app.linden.calendar.Snapshot;
import app.linden.layout.Range;
import app.linden.model.Occurrence;
import app.linden.ui.agenda.AgendaView;
import app.linden.ui.kit.CalendarView;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;
import app.linden.ui.month.MonthView;
import app.linden.ui.week.Days;
import app.linden.ui.week.WeekView;
import app.linden.ui.year.YearView;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/**
 * The views of one window and where in time they are: turns to days, asks for what is on them, and
 * shows it when it comes. Close it with the window. Lives on JavaFX's thread.
 */
final class Pages implements Subscription {
    private static final Set<Mode> HINTING =
            EnumSet.complementOf(EnumSet.of(Mode.AGENDA, Mode.YEAR));

    private final IntFunction<CalendarView> someDays;
    private final Clock clock;
    private final ZoneId zone;
    private final BiConsumer<Period, String> turned;
    private final Closer closer = new Closer();
    private final Map<Mode, CalendarView> views = new EnumMap<>(Mode.class);
    private final StackPane center = new StackPane();
    private final Label empty = new Label(Texts.text("window.empty"));
    private final Node notices;
    private final app.linden.calendar.AgendaView agenda;
    private final Awaited awaited;
    private Snapshot snapshot;
    private Period period;
    private @Nullable Runnable onFirstDays;

    /**
     * On the month of today.
     *
     * @param notices stands over the views
     * @param turned hears of other days, with their name
     */
    Pages(
            Services services,
            WindowActs acts,
            Look look,
            Node notices,
            BiConsumer<Period, String> turned) {
        this.clock = services.clock();
        this.zone = clock.getZone();
        this.notices = notices;
        this.turned = turned;
        this.awaited = new Awaited(acts::peek);
        this.someDays = count -> new WeekView(Days.of(count), acts, look.dark(), zone);
        views.put(Mode.DAY, new WeekView(Days.DAY, acts, look.dark(), zone));
        views.put(Mode.WEEK, new WeekView(Days.WEEK, acts, look.dark(), zone));
        views.put(Mode.WORK_WEEK, new WeekView(Days.WORK_WEEK, acts, look.dark(), zone));
        views.put(Mode.DAYS, someDays.apply(3));
        views.put(Mode.MONTH, new MonthView(acts, look.dark(), zone));
        views.put(Mode.AGENDA, new AgendaView(acts, look.dark(), zone));
        views.put(Mode.YEAR, new YearView(acts, look.dark(), zone));
        view(Mode.MONTH).node().addEventHandler(ScrollEvent.SCROLL, this::wheel);
        empty.getStyleClass().add("empty-hint");
        empty.setMouseTransparent(true);
        StackPane.setAlignment(empty, Pos.BOTTOM_CENTER);
        StackPane.setAlignment(notices, Pos.BOTTOM_CENTER);
        center.getStyleClass().add("center");
        this.period = Period.of(Mode.MONTH, view(Mode.MONTH), today());
        this.agenda = services.agenda().open(period.first(), period.last().plusDays(1), zone);
        this.snapshot = agenda.snapshots().get();
        closer.add(agenda);
        closer.add(FxRelay.relay(services.agenda().calendars(), this::calendars));
    }

    /** Begins to show days. */
    void start() {
        go(period);
        closer.add(FxRelay.relay(agenda.snapshots(), this::arrived));
    }

    Node node() {
        return center;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Period period() {
        return period;
    }

    /** The view that is looked at. */
    CalendarView view() {
        return view(period.mode());
    }

    private CalendarView view(Mode mode) {
        CalendarView view = views.get(mode);
        if (view == null) {
            throw new IllegalStateException("no view for " + mode);
        }
        return view;
    }

    /** Once, when days are shown for the first time. */
    void onFirstDays(Runnable work) {
        onFirstDays = work;
    }

    /** Time goes by. */
    void tick(LocalDateTime now) {
        for (CalendarView view : views.values()) {
            if (view instanceof WeekView week) {
                week.tick(now);
            }
        }
    }

    void go(Mode mode, LocalDate around) {
        go(Period.of(mode, view(mode), around));
    }

    void go(LocalDate day) {
        go(period.mode(), day);
    }

    private void go(Period next) {
        boolean otherView = next.mode() != period.mode() || center.getChildren().isEmpty();
        period = next;
        awaited.await(null);
        CalendarView view = view(next.mode());
        if (otherView) {
            center.getChildren().setAll(view.node(), empty, notices);
            view.node().requestFocus();
        }
        turned.accept(next, view.title(next.around()));
        agenda.show(next.first(), next.last().plusDays(1), zone);
    }

    /** Turns to a day unless it is shown. */
    void bringIn(LocalDate day) {
        if (!period.contains(day)) {
            go(day);
        }
    }

    /**
     * The next full hour, or nine on the day that is looked at.
     *
     * @param minutes how long it lasts
     */
    Range soon(int minutes) {
        LocalDate day = period.contains(today()) ? today() : period.around();
        int hour = day.equals(today()) ? Math.min(22, LocalTime.now(clock).getHour() + 1) : 9;
        return Range.timed(day.atTime(hour, 0), day.atTime(hour, 0).plusMinutes(minutes));
    }

    /** Turns to the days of an occurrence and shows it with its card. */
    void reveal(Occurrence occurrence) {
        reveal(period.mode(), occurrence);
    }

    private void reveal(Mode mode, Occurrence occurrence) {
        go(mode, occurrence.span().startIn(zone).toLocalDate());
        awaited.await(occurrence);
    }

    /** How many days {@link Mode#DAYS} shows from now on. */
    void days(int count) {
        if (view(Mode.DAYS).days() != count) {
            views.put(Mode.DAYS, someDays.apply(count));
            center.getChildren().clear();
        }
    }

    /** Selects the event after or before the one that is selected. */
    void walk(int step, boolean extend) {
        Walking.step(view(), snapshot, step, extend, walkFrom());
    }

    /** Selects every event that is shown. */
    void chooseAll() {
        view().choose(snapshot.occurrences());
        Walking.say(view());
    }

    private LocalDate walkFrom() {
        return period.contains(today()) ? today() : period.first();
    }

    /** A snapshot of days that are no longer looked at comes too late to matter. */
    private void arrived(Snapshot next) {
        if (!next.from().equals(period.first()) || !next.to().equals(period.last().plusDays(1))) {
            return;
        }
        snapshot = next;
        view().show(snapshot, period.around(), LocalDateTime.now(clock));
        Runnable first = onFirstDays;
        onFirstDays = null;
        if (first != null) {
            first.run();
        }
        // The agenda says it itself, and an empty year cannot be missed.
        empty.setVisible(snapshot.occurrences().isEmpty() && HINTING.contains(period.mode()));
        Occurrence unseen = awaited.arrived(snapshot, view());
        if (unseen != null && period.mode() != Mode.DAY) {
            // A month has no room for all of a full day.
            reveal(Mode.DAY, unseen);
        }
    }

    private void calendars(CalendarList list) {
        empty.setText(
                Texts.text(
                        list.forNewEvents().isPresent() ? "window.empty" : "window.no-calendars"));
    }

    private void wheel(ScrollEvent e) {
        if (e.getDeltaY() != 0 && !e.isInertia()) {
            go(period.scrolled(e.getDeltaY() > 0 ? -1 : 1));
            e.consume();
        }
    }

    @Override
    public void close() {
        closer.close();
    }
}
