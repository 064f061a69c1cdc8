package app.linden.ui.remind;

import app.linden.calendar.remind.Reminder;

/** What a person can do with a reminder beside answering it. On JavaFX's thread. */
public interface ReminderActs {
    /** Shows the event. */
    void open(Reminder reminder);

    /** Takes part from afar, at the event's address. */
    void join(Reminder reminder);

    void tell(Throwable problem);
}
