package app.linden.calendar;

import app.linden.model.Account;
import app.linden.model.Calendar;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
     * Where a new event goes when nothing else is said: one's own before what others share, since
     * every account has a default; then the default, then what is shown.
     */
    public Optional<Calendar> forNewEvents() {
        Set<String> own =
                accounts.stream()
                        .filter(Account::personal)
                        .map(Account::id)
                        .collect(Collectors.toSet());
        return calendars.stream()
                .filter(c -> c.rights().mayWrite() && c.subscribed())
                .min(
                        Comparator.comparing((Calendar c) -> !own.contains(c.accountId()))
                                .thenComparing(c -> !c.isDefault())
                                .thenComparing(c -> !c.visible()));
    }
}
