package app.linden.ui.shell;

import app.linden.base.Closer;
import app.linden.calendar.CalendarList;
import app.linden.calendar.Settings;
import app.linden.calendar.port.SignedIn;
import app.linden.calendar.remind.Reminder;
import app.linden.model.Occurrence;
import app.linden.model.SyncState;
import app.linden.ui.activity.ActivityWindow;
import app.linden.ui.attention.Attention;
import app.linden.ui.attention.SyncLabel;
import app.linden.ui.attention.SyncPopup;
import app.linden.ui.attention.TrashWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;
import app.linden.ui.remind.ReminderPanel;
import app.linden.ui.share.ShareDialog;
import app.linden.ui.sidebar.Sidebar;
import app.linden.ui.start.FirstStart;
import app.linden.ui.start.JoinPanel;
import app.linden.ui.start.SignIn;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
    private final Closer closer = new Closer();
    private final NoticeBar notices = new NoticeBar();
    private final BorderPane root = new BorderPane();
    private final Panels panels;
    private final Steering steering;
    private final WindowActs acts;
    private final Bar bar;
    private final Sidebar sidebar;
    private final Pages pages;
    private final ImportFlow imports;
    private final PrintFlow printing;
    private final UndoFlow undo;
    private final Attention attention;
    private final TrashWindow trash;
    private final ShareDialog sharing;
    private final NewsFlow news;
    private final SyncPopup popup;
    private final @Nullable ReminderPanel reminders;

    public CalendarWindow(
            Stage stage, Services services, Look look, String title, List<Entry> entries) {
        this.stage = stage;
        this.services = services;
        this.look = look;
        this.clock = services.clock();
        this.imports = new ImportFlow(stage, services, look, notices);
        this.acts = new WindowActs(stage, services, look, new Around());
        this.undo = new UndoFlow(services, notices);
        closer.add(undo);
        this.pages = closer.add(new Pages(services, acts, look, notices, this::turned));
        this.printing = new PrintFlow(stage, services, look, pages, notices);
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
        SyncLabel sync = new SyncLabel(services.accounts(), popup::toggle, clock);
        closer.add(sync);
        closer.add(
                FxRelay.relay(
                        services.agenda().notices(),
                        all -> {
                            sync.setTold(!all.isEmpty());
                            outbox.told(all, () -> popup.toggle(sync));
                        }));
        closer.add(
                FxRelay.relay(
                        services.accounts().state(),
                        s -> outbox.signedOut(s.phase() == SyncState.Phase.SIGNED_OUT)));
        this.steering = new Steering(services, this, acts, printing, undo, notices);
        WindowMenu menu = new WindowMenu(stage, services, look, imports, first(), entries);
        this.panels =
                new Panels(
                        services,
                        look,
                        new QuickFlow(services, acts, notices, undo::undo, pages::bringIn),
                        new WindowCommands(
                                services,
                                steering,
                                acts,
                                menu.getItems(),
                                pages::go,
                                c -> sharing.show(stage, c.id())),
                        pages::reveal);
        this.bar = new Bar(steering, sync, menu);
        this.sidebar =
                new Sidebar(
                        services.commands(),
                        services.agenda(),
                        look,
                        new SideFlow(
                                services,
                                imports,
                                pages::go,
                                calendar -> sharing.show(stage, calendar.id())));
        this.reminders = RemindFlow.panel(services, look, this, notices::tell, closer);
        sidebar.setToday(LocalDate.now(clock));
        build(title);
        startClock();
    }

    private List<MenuItem> first() {
        MenuItem deleted = new MenuItem(Texts.text("menu.trash"));
        deleted.setOnAction(e -> trash.show(stage));
        List<MenuItem> items = new ArrayList<>(undo.items());
        items.addAll(List.of(new ViewMenu(steering), printing.item(), deleted));
        items.add(news.item());
        return items;
    }

    private void build(String title) {
        root.setTop(bar);
        root.setLeft(sidebar);
        root.setCenter(pages.node());
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
        Narrow.watch(scene, root, sidebar);
        new WindowKeys(scene, acts, steering);
        stage.setTitle(title);
        stage.setMinWidth(860);
        stage.setMinHeight(480);
        stage.setScene(scene);
        pages.start();
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
        pages.tick(now);
    }

    public void show() {
        stage.show();
        pages.view().node().requestFocus();
    }

    /**
     * Comes forward and opens what the desktop handed over.
     *
     * @param items files with their whole paths, and {@code linden:} addresses
     */
    public void take(List<String> items) {
        present(false);
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
        pages.onFirstDays(work);
    }

    /** Goes through what a person sees in the first minute, then closes. */
    void rehearse() {
        Timeline steps = new Timeline();
        int at = 0;
        for (Runnable step :
                List.<Runnable>of(
                        () -> pages.go(Mode.WEEK, pages.today()),
                        () -> pages.go(Mode.DAY, pages.today()),
                        () -> pages.go(Mode.MONTH, pages.today().plusMonths(1)),
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

    /** The same with a button that does something about it; call on JavaFX's thread. */
    void tell(String sentence, String name, Runnable action) {
        notices.tell(sentence, name, action);
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

    private void turned(Period next, String title) {
        bar.show(next.mode(), title);
        // Of what goes on for months only the day that it is about.
        boolean months = next.mode() == Mode.AGENDA || next.mode() == Mode.YEAR;
        sidebar.showRange(
                months ? next.around() : next.first(), months ? next.around() : next.last());
    }

    Pages pages() {
        return pages;
    }

    Panels panels() {
        return panels;
    }

    void toggleSidebar() {
        root.setLeft(root.getLeft() == null ? sidebar : null);
    }

    void createSoon() {
        acts.create(pages.soon(services.settings().settings().get().length()));
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
        pages.reveal(
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
        return pages.period().mode();
    }

    LocalDate around() {
        return pages.period().around();
    }

    /** Looks at days as another window did. */
    void turnTo(Mode mode, LocalDate around) {
        pages.go(mode, around);
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

    private final class Around implements WindowActs.Frame {
        @Override
        public ZoneId zone() {
            return clock.getZone();
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
            pages.go(Mode.DAY, day);
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

        @Override
        public void signInAgain() {
            services.accounts().signIns().stream()
                    .filter(SignedIn::signedOut)
                    .findFirst()
                    .ifPresent(s ->
                            new SignIn(services.accounts(), look).again(s).show(stage, () -> {}));
        }
    }
}
