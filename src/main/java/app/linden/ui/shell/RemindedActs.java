package app.linden.ui.shell;

import app.linden.calendar.remind.Reminder;
import app.linden.ui.remind.ReminderActs;

import java.util.function.Consumer;

/** What a reminder in a window does. Lives on JavaFX's thread. */
final class RemindedActs implements ReminderActs {
    private final Services services;
    private final Consumer<Reminder> reveal;
    private final NoticeBar notices;

    RemindedActs(Services services, Consumer<Reminder> reveal, NoticeBar notices) {
        this.services = services;
        this.reveal = reveal;
        this.notices = notices;
    }

    @Override
    public void open(Reminder reminder) {
        reveal.accept(reminder);
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
