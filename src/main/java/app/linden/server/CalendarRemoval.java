package app.linden.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes a calendar with its events; those that are in another one too stay there. A space ends
 * with its last calendar.
 */
final class CalendarRemoval {
    private final Desk desk;
    private final AccountRows.Stored account;

    CalendarRemoval(Desk desk, AccountRows.Stored account) {
        this.desk = desk;
        this.account = account;
    }

    void remove(CalendarRows.Stored calendar) {
        List<EventRows.Stored> gone = new ArrayList<>();
        Map<String, EventRows.Stored> kept = new LinkedHashMap<>();
        Map<String, EventRows.Stored> were = new HashMap<>();
        for (EventRows.Stored event : EventRows.in(desk.sql, calendar.id())) {
            if (event.where().calendars().size() == 1) {
                gone.add(event);
            } else {
                kept.put(event.id(), event.without(calendar.id()));
                were.put(event.id(), event);
            }
        }
        ChangeLog log = desk.log(account.id());
        EventRows.delete(desk.sql, gone.stream().map(EventRows.Stored::id).toList());
        Belongings belongings = new Belongings(desk, account.id());
        belongings.gone(gone);
        gone.forEach(e -> log.changed(Types.EVENT, e.id(), e.where(), null));
        EventRows.update(desk.sql, kept.values());
        belongings.changed(were, kept);
        kept.values()
                .forEach(e -> {
                    List<String> before = new ArrayList<>(e.where().calendars());
                    before.add(calendar.id());
                    log.changed(
                            Types.EVENT, e.id(), new Where(before, e.where().secret()), e.where());
                });
        var shares = ShareRows.ofCalendar(desk.sql, calendar.id());
        Principal.sessionsChanged(desk.sql, shares.keySet());
        shares.keySet().forEach(log::sightChanged);
        CalendarRows.delete(desk, calendar);
        List<CalendarRows.Stored> left = CalendarRows.ofAccount(desk.sql, account.id());
        if (calendar.isDefault() && !left.isEmpty()) {
            CalendarRows.update(desk, left.getFirst().asDefault(true));
        }
        if (account.isSpace() && left.isEmpty()) {
            AccountRows.delete(desk.sql, account.id());
        }
    }
}
