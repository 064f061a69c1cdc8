package app.linden.ui.remind;

import app.linden.base.Closer;
import app.linden.calendar.SettingsFile;
import app.linden.calendar.port.Notifications;
import app.linden.calendar.port.Notifications.Action;
import app.linden.calendar.port.Notifications.Answer;
import app.linden.calendar.port.Notifications.Note;
import app.linden.calendar.remind.Reminder;
import app.linden.calendar.remind.Reminders;
import app.linden.calendar.remind.Snooze;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Texts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Shows open reminders as notifications of the system, and hands on what the person does with them.
 * Many at once, as after a holiday, come as one. Lives on JavaFX's thread.
 */
public final class SystemNotes implements AutoCloseable {
    private static final int MANY = 4;
    private static final String ALL = "all";
    private static final String OPEN = "open";
    private static final String JOIN = "join";
    private static final String SNOOZE = "snooze";

    private final Reminders reminders;
    private final Notifications notifications;
    private final SettingsFile settings;
    private final Clock clock;
    private final ReminderActs acts;
    private final Closer closer = new Closer();
    private final Set<String> shown = new HashSet<>();
    private List<Reminder> open = List.of();

    public SystemNotes(
            Reminders reminders,
            Notifications notifications,
            SettingsFile settings,
            Clock clock,
            ReminderActs acts) {
        this.reminders = reminders;
        this.notifications = notifications;
        this.settings = settings;
        this.clock = clock;
        this.acts = acts;
        notifications.onAnswer(answer -> FxRelay.run(() -> answered(answer)));
        closer.add(FxRelay.relay(reminders.open(), this::show));
    }

    private void show(List<Reminder> next) {
        Set<String> keys = new HashSet<>();
        next.forEach(r -> keys.add(r.key()));
        for (String key : Set.copyOf(shown)) {
            if (!keys.contains(key)) {
                shown.remove(key);
                notifications.withdraw(key);
            }
        }
        if (next.isEmpty()) {
            notifications.withdraw(ALL);
        }
        List<Reminder> fresh = new ArrayList<>();
        for (Reminder r : next) {
            if (open.stream().noneMatch(o -> o.key().equals(r.key()))) {
                fresh.add(r);
            }
        }
        open = next;
        if (!settings.settings().get().notifications()) {
            return;
        }
        if (fresh.size() >= MANY) {
            notifications.show(
                    new Note(
                            ALL,
                            Texts.text("remind.missed", fresh.size()),
                            String.join(
                                    ", ",
                                    fresh.stream().limit(MANY).map(ReminderWords::title).toList()),
                            List.of(new Action(OPEN, Texts.text("tray.open")))));
        } else {
            fresh.forEach(this::show);
        }
    }

    private void show(Reminder reminder) {
        Instant now = clock.instant();
        List<Action> actions = new ArrayList<>();
        actions.add(new Action(OPEN, Texts.text("remind.open")));
        if (reminder.join() != null) {
            actions.add(new Action(JOIN, Texts.text("remind.join")));
        }
        actions.add(new Action(SNOOZE, Texts.text("remind.snooze-5")));
        String times =
                ReminderWords.soon(reminder, now, clock.getZone())
                        + " · "
                        + ReminderWords.when(reminder, now, clock.getZone());
        shown.add(reminder.key());
        notifications.show(
                new Note(
                        reminder.key(),
                        ReminderWords.title(reminder),
                        reminder.place() == null ? times : times + "\n" + reminder.place(),
                        actions));
    }

    private void answered(Answer answer) {
        Reminder reminder =
                open.stream().filter(r -> r.key().equals(answer.key())).findFirst().orElse(null);
        if (reminder == null) {
            if (answer.key().equals(ALL) && answer.action().equals(OPEN) && !open.isEmpty()) {
                acts.open(open.getLast());
            }
            return;
        }
        if (answer.action().equals(SNOOZE)) {
            Instant until = Snooze.FIVE_MINUTES.until(reminder, clock.instant(), clock.getZone());
            FxRelay.after(reminders.snooze(reminder, until), done -> {}, acts::tell);
            return;
        }
        if (answer.action().equals(OPEN)) {
            acts.open(reminder);
        } else if (answer.action().equals(JOIN)) {
            acts.join(reminder);
        }
        FxRelay.after(reminders.dismiss(reminder), done -> {}, acts::tell);
    }

    @Override
    public void close() {
        closer.close();
        open.forEach(r -> notifications.withdraw(r.key()));
    }
}
