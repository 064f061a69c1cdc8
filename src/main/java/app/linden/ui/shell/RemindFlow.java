package app.linden.ui.shell;

import app.linden.base.Closer;
import app.linden.calendar.remind.Reminder;
import app.linden.calendar.remind.Reminders;
import app.linden.ui.kit.Look;
import app.linden.ui.remind.ReminderActs;
import app.linden.ui.remind.ReminderPanel;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a window does about a reminder. Lives on JavaFX's thread. */
final class RemindFlow implements ReminderActs {
    private final Services services;
    private final Supplier<CalendarWindow> window;
    private final Consumer<Throwable> told;

    RemindFlow(Services services, Supplier<CalendarWindow> window, Consumer<Throwable> told) {
        this.services = services;
        this.window = window;
        this.told = told;
    }

    /** The panel of a window, null where nothing reminds. */
    static @Nullable ReminderPanel panel(
            Services services,
            Look look,
            CalendarWindow window,
            Consumer<Throwable> told,
            Closer closer) {
        Reminders source = services.reminders();
        return source == null
                ? null
                : closer.add(
                        new ReminderPanel(
                                source,
                                services.agenda(),
                                look,
                                services.clock(),
                                new RemindFlow(services, () -> window, told)));
    }

    @Override
    public void open(Reminder reminder) {
        window.get().reveal(reminder);
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
        told.accept(problem);
    }
}
