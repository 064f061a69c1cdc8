package app.linden.ui.shell;

import app.linden.base.Closer;
import app.linden.calendar.AgendaView;
import app.linden.calendar.CalendarList;
import app.linden.calendar.Settings;
import app.linden.calendar.Snapshot;
import app.linden.calendar.remind.Reminder;
import app.linden.calendar.remind.Reminders;
import app.linden.layout.Range;
import app.linden.model.Occurrence;
import app.linden.ui.activity.ActivityWindow;
import app.linden.ui.attention.Attention;
import app.linden.ui.attention.SyncLabel;
import app.linden.ui.attention.SyncPopup;
import app.linden.ui.attention.TrashWindow;
import app.linden.ui.kit.CalendarView;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;
import app.linden.ui.month.MonthView;
import app.linden.ui.remind.ReminderActs;
import app.linden.ui.remind.ReminderPanel;
import app.linden.ui.share.ShareDialog;
import app.linden.ui.sidebar.Sidebar;
import app.linden.ui.start.FirstStart;
import app.linden.ui.start.JoinPanel;
import app.linden.ui.week.WeekView;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A window on one device's calendars. Shows snapshots of the days that the person looks at and
 * hands on what the person does; it knows neither database nor network. Lives on JavaFX's thread.
 */
public final class CalendarWindow implements AutoCloseable {
    private static final Duration TICK = Duration.seconds(20);

    private final Stage stage;
    private final Services services;
    private final Look look;
    private final Clock clock;
    private final ZoneId zone;
    private final Closer closer = new Closer();
    private final Map<Mode, CalendarView> views = new EnumMap<>(Mode.class);
    private final StackPane center = new StackPane();
    private final Label empty = new Label(Texts.text("window.empty"));
    private final NoticeBar notices = new NoticeBar();
    private final BorderPane root = new BorderPane();
    private final Panels panels;
    private final Steering steering;
    private final WindowActs acts;
    private final Bar bar;
    private final Sidebar sidebar;
    private final AgendaView agenda;
    private final ImportFlow imports;
    private final UndoFlow undo;
    private final Attention attention;
    private final TrashWindow trash;
    private final ShareDialog sharing;
    private final NewsFlow news;
    private final SyncPopup popup;
    private final @Nullable ReminderPanel reminders;
    private Period period;
    private @Nullable Runnable onFirstDays;

    private final Awaited awaited;

    public CalendarWindow(
            Stage stage, Services services, Look look, String title, List<Entry> entries) {
        this.stage = stage;
        this.services = services;
        this.look = look;
        this.clock = services.clock();
        this.zone = clock.getZone();
        this.imports = new ImportFlow(stage, services, look, notices);
        this.acts =
                new WindowActs(stage, services.commands(), services.agenda(), look, new Around());
        this.undo = new UndoFlow(services, notices);
        closer.add(undo);
        views.put(Mode.DAY, new WeekView(1, acts, look.dark(), zone));
        views.put(Mode.WEEK, new WeekView(7, acts, look.dark(), zone));
        views.put(Mode.MONTH, new MonthView(acts, look.dark(), zone));
        views.put(Mode.AGENDA, new app.linden.ui.agenda.AgendaView(acts, look.dark(), zone));
        OutboxFlow outbox = new OutboxFlow(services, notices, new OutboxDoors());
        this.attention = new Attention(services.commands(), services.agenda(), outbox, clock, look);
        this.trash = new TrashWindow(services.commands(), services.agenda(), clock, look);
        this.news =
                closer.add(
                        new NewsFlow(
                                stage,
                                services.commands(),
                                services.agenda(),
                                notices,
                                new ActivityWindow(
                                        services.commands(),
                                        services.agenda(),
                                        clock,
                                        look,
                                        acts::open)));
        this.sharing =
                new ShareDialog(services.commands(), services.agenda(), services.accounts(), look);
        this.popup = new SyncPopup(services.agenda(), services.accounts(), clock, look, outbox);
        SyncLabel sync = new SyncLabel(services.accounts(), popup::toggle);
        closer.add(sync);
        closer.add(
                FxRelay.relay(
                        services.agenda().notices(),
                        all -> {
                            sync.setTold(!all.isEmpty());
                            outbox.told(all, () -> popup.toggle(sync));
                        }));
        this.steering = new Steering(services, this, undo, notices);
        WindowMenu menu = new WindowMenu(stage, services, look, imports, first(), entries);
        this.panels =
                new Panels(
                        services,
                        look,
                        new QuickFlow(services, acts, notices, undo::undo, this::saved),
                        new WindowCommands(services, steering, acts, menu.getItems(), this::goTo),
                        this::reveal);
        this.awaited = new Awaited(acts::peek);
        this.bar = new Bar(steering, sync, menu);
        this.sidebar =
                new Sidebar(
                        services.commands(),
                        services.agenda(),
                        look,
                        new SideFlow(
                                services,
                                imports,
                                this::goTo,
                                calendar -> sharing.show(stage, calendar.id())));
        this.reminders = reminders();
        this.period = Period.of(Mode.MONTH, view(Mode.MONTH), today());
        this.agenda = services.agenda().open(period.first(), period.last().plusDays(1), zone);
        closer.add(agenda);
        build(title);
        closer.add(FxRelay.relay(agenda.snapshots(), this::arrived));
        closer.add(FxRelay.relay(services.agenda().calendars(), this::calendars));
        startClock();
    }

    private @Nullable ReminderPanel reminders() {
        Reminders source = services.reminders();
        return source == null
                ? null
                : closer.add(
                        new ReminderPanel(
                                source, services.agenda(), look, clock, new RemindedActs()));
    }

    private List<MenuItem> first() {
        MenuItem deleted = new MenuItem(Texts.text("menu.trash"));
        deleted.setOnAction(e -> trash.show(stage));
        List<MenuItem> items = new ArrayList<>(undo.items());
        items.add(news.item());
        items.add(deleted);
        return items;
    }

    private void build(String title) {
        empty.getStyleClass().add("empty-hint");
        empty.setMouseTransparent(true);
        StackPane.setAlignment(empty, Pos.BOTTOM_CENTER);
        StackPane.setAlignment(notices, Pos.BOTTOM_CENTER);
        center.getStyleClass().add("center");
        root.setTop(bar);
        root.setLeft(sidebar);
        root.setCenter(center);
        StackPane layers = new StackPane(root);
        if (reminders != null) {
            layers.getChildren().add(reminders);
        }
        layers.getChildren().add(panels.overlay());
        Scene scene = new Scene(layers, 1240, 800);
        if (reminders != null) {
            reminders.reachFrom(scene);
        }
        closer.add(look.dress(scene, "shell.css", "sidebar.css", "attention.css"));
        imports.takeDropped(scene);
        new WindowKeys(scene, acts, steering);
        view(Mode.MONTH).node().addEventHandler(ScrollEvent.SCROLL, this::wheel);
        stage.setTitle(title);
        stage.setMinWidth(820);
        stage.setMinHeight(480);
        stage.setScene(scene);
        go(period);
    }

    private void startClock() {
        Timeline timeline = new Timeline(new KeyFrame(TICK, e -> tick()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
        closer.add(timeline::stop);
    }

    private void tick() {
        LocalDateTime now = LocalDateTime.now(clock);
        sidebar.setToday(now.toLocalDate());
        for (CalendarView view : views.values()) {
            if (view instanceof WeekView week) {
                week.tick(now);
            }
        }
    }

    public void show() {
        stage.show();
        view(period.mode()).node().requestFocus();
    }

    /**
     * Comes forward and opens what the desktop handed over.
     *
     * @param items files with their whole paths, and {@code linden:} addresses
     */
    public void take(List<String> items) {
        comeForward();
        for (String item : items) {
            if (item.startsWith("linden:")) {
                new JoinPanel(services.accounts(), look).with(item).show(stage, () -> {});
            } else {
                imports.open(Path.of(item), null);
            }
        }
    }

    /** Once, when it shows days for the first time. */
    void onFirstDays(Runnable work) {
        onFirstDays = work;
    }

    /** Goes through what a person sees in the first minute, then closes. */
    void rehearse() {
        Timeline steps = new Timeline();
        int at = 0;
        for (Runnable step :
                List.<Runnable>of(
                        () -> go(Mode.WEEK, today()),
                        () -> go(Mode.DAY, today()),
                        () -> go(Mode.MONTH, today().plusMonths(1)),
                        this::createSoon,
                        this::close)) {
            steps.getKeyFrames().add(new KeyFrame(Duration.seconds(++at), e -> step.run()));
        }
        steps.play();
    }

    /** Asks where to begin, where nothing is here yet. Call when the window is shown. */
    public void welcome() {
        boolean begun = services.settings().settings().get().begun();
        if (begun || !services.accounts().signIns().isEmpty()) {
            return;
        }
        CalendarList all = services.agenda().calendars().get();
        List<CompletableFuture<Integer>> counts =
                all.calendars().stream().map(c -> services.agenda().countEvents(c.id())).toList();
        FxRelay.after(
                CompletableFuture.allOf(counts.toArray(CompletableFuture[]::new)),
                done -> {
                    if (counts.stream().allMatch(c -> c.join() == 0)) {
                        new FirstStart(services.accounts(), look)
                                .welcome(
                                        stage,
                                        () -> services.settings().change(Settings::withBegun));
                    }
                },
                notices::tell);
    }

    /** Shows one sentence for a while; may be called on any thread. */
    public void tell(String sentence) {
        FxRelay.run(() -> notices.tell(sentence));
    }

    /** Comes to the front; false when it was closed. */
    public boolean comeForward() {
        if (!stage.isShowing()) {
            return false;
        }
        stage.setIconified(false);
        stage.toFront();
        return true;
    }

    public Stage stage() {
        return stage;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    CalendarView view(Mode mode) {
        CalendarView view = views.get(mode);
        if (view == null) {
            throw new IllegalStateException("no view for " + mode);
        }
        return view;
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
        bar.show(next.mode(), view.title(next.around()));
        // Of a list that goes on for months only where it begins.
        sidebar.showRange(next.first(), next.mode() == Mode.AGENDA ? next.first() : next.last());
        agenda.show(next.first(), next.last().plusDays(1), zone);
    }

    Period period() {
        return period;
    }

    Panels panels() {
        return panels;
    }

    void toggleSidebar() {
        root.setLeft(root.getLeft() == null ? sidebar : null);
    }

    void go(Mode mode, LocalDate around) {
        go(Period.of(mode, view(mode), around));
    }

    /** A snapshot of days that are no longer looked at comes too late to matter. */
    private void arrived(Snapshot snapshot) {
        if (snapshot.from().equals(period.first())
                && snapshot.to().equals(period.last().plusDays(1))) {
            view(period.mode()).show(snapshot, period.around(), LocalDateTime.now(clock));
            Runnable first = onFirstDays;
            onFirstDays = null;
            if (first != null) {
                first.run();
            }
            // The agenda says it itself.
            empty.setVisible(snapshot.occurrences().isEmpty() && period.mode() != Mode.AGENDA);
            Occurrence unseen = awaited.arrived(snapshot, view(period.mode()));
            if (unseen != null && period.mode() != Mode.DAY) {
                // A month has no room for all of a full day.
                reveal(Mode.DAY, unseen);
            }
        }
    }

    private void saved(LocalDate day) {
        if (!period.contains(day)) {
            go(period.mode(), day);
        }
    }

    private void goTo(LocalDate day) {
        go(period.mode(), day);
    }

    /** Turns to the days of an occurrence and shows it with its card. */
    private void reveal(Occurrence occurrence) {
        reveal(period.mode(), occurrence);
    }

    private void reveal(Mode mode, Occurrence occurrence) {
        go(mode, occurrence.span().startIn(zone).toLocalDate());
        awaited.await(occurrence);
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

    void createSoon() {
        LocalDate day = period.contains(today()) ? today() : period.around();
        int hour = day.equals(today()) ? Math.min(22, LocalTime.now(clock).getHour() + 1) : 9;
        LocalDateTime start = day.atTime(hour, 0);
        acts.create(Range.timed(start, start.plusHours(1)));
    }

    /** Comes to the front, also when it was hidden, with a new event if that is wanted. */
    void present(boolean newEvent) {
        if (!stage.isShowing()) {
            stage.show();
        }
        comeForward();
        stage.requestFocus();
        if (newEvent) {
            createSoon();
        }
    }

    /** Shows the event of a reminder. */
    void reveal(Reminder reminder) {
        present(false);
        reveal(
                new Occurrence(
                        reminder.eventId(),
                        reminder.recurrenceId(),
                        reminder.calendarId(),
                        reminder.when().span(),
                        reminder.title(),
                        null,
                        null,
                        0));
    }

    /** How it is looked at now. */
    Mode mode() {
        return period.mode();
    }

    LocalDate around() {
        return period.around();
    }

    /** Looks at days as another window did. */
    void turnTo(Mode mode, LocalDate around) {
        go(mode, around);
    }

    /** Leaves its stage to another one. */
    void leave() {
        popup.hide();
        closer.close();
    }

    @Override
    public void close() {
        popup.hide();
        stage.close();
        closer.close();
    }

    private final class RemindedActs implements ReminderActs {
        @Override
        public void open(Reminder reminder) {
            reveal(reminder);
        }

        @Override
        public void join(Reminder reminder) {
            String address = reminder.join();
            if (address != null) {
                services.desktop().browse(address);
            }
        }

        @Override
        public void tell(Throwable problem) {
            notices.tell(problem);
        }
    }

    private final class Around implements WindowActs.Frame {
        @Override
        public ZoneId zone() {
            return zone;
        }

        @Override
        public void tell(Throwable problem) {
            notices.tell(problem);
        }

        @Override
        public void looked(String eventId) {
            news.looked(eventId);
        }

        @Override
        public void decide(String eventId) {
            attention.show(stage, eventId);
        }

        @Override
        public void showDay(LocalDate day) {
            go(Mode.DAY, day);
        }

        @Override
        public void export(Occurrence occurrence) {
            imports.export(occurrence);
        }
    }

    private final class OutboxDoors implements OutboxFlow.Doors {
        @Override
        public void event(String eventId) {
            acts.open(eventId);
        }

        @Override
        public void conflicts() {
            attention.show(stage);
        }

        @Override
        public void trash() {
            trash.show(stage);
        }
    }
}
