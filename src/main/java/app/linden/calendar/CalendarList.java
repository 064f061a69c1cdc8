package app.linden.calendar;

import app.linden.model.Account;
import app.linden.model.Calendar;

import java.util.List;
import java.util.Optional;

/** Accounts and their calendars, each in the order in which a person sees them. */
public record CalendarList(List<Account> accounts, List<Calendar> calendars) {
    public CalendarList {
        accounts = List.copyOf(accounts);
        calendars = List.copyOf(calendars);
    }

    public List<Calendar> of(Account account) {
        return calendars.stream().filter(c -> c.accountId().equals(account.id())).toList();
    }

    public Optional<Calendar> find(String calendarId) {
        return calendars.stream().filter(c -> c.id().equals(calendarId)).findFirst();
    }

    /**
     * Where a new event goes when nothing else is said: the default calendar of a server, else any
     * that takes events.
     */
    public Optional<Calendar> forNewEvents() {
        List<Calendar> writable = calendars.stream().filter(c -> c.rights().mayWrite()).toList();
        return writable.stream()
                .filter(Calendar::isDefault)
                .findFirst()
                .or(() -> writable.stream().filter(Calendar::visible).findFirst())
                .or(() -> writable.stream().findFirst());
    }
}
