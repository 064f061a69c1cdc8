package app.linden.store;

import app.linden.model.Account;
import app.linden.model.Notice;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.Map;

/**
 * Notes what a pull takes away that the person did not delete, and tells them of a calendar that
 * went and of very many events that went at once. Part of one transaction.
 */
final class Removals {
    /** So few events of a calendar may go without a word. */
    static final int FEW = 20;

    private final Desk desk;
    private final Pulled pulled;

    /** How many events went, by calendar, and how many there were. */
    private final Map<String, Integer> gone = new HashMap<>();

    private final Map<String, Integer> before = new HashMap<>();

    Removals(Desk desk, Pulled pulled) {
        this.desk = desk;
        this.pulled = pulled;
    }

    /** To be told while it is still there. */
    void note(Stored stored) {
        ObjectNode work = stored.work();
        if (work == null) {
            return;
        }
        if (stored.type() == Type.CALENDAR && AccountUpdate.isWanted(stored)) {
            boolean own =
                    AccountRows.find(desk.sql, stored.accountId())
                            .map(Account::personal)
                            .orElse(false);
            NoticeRows.add(
                    desk,
                    own ? Notice.Kind.CALENDAR_DELETED : Notice.Kind.REVOKED,
                    stored.title(),
                    0);
        } else if (stored.type() == Type.EVENT && pulled.gone().size() > FEW) {
            for (String calendar : work.path("calendarIds").propertyNames()) {
                before.computeIfAbsent(calendar, this::count);
                gone.merge(calendar, 1, Integer::sum);
            }
        }
    }

    private int count(String calendar) {
        return (int)
                desk.sql.number(
                        "SELECT COUNT(DISTINCT event_id) FROM occurrence WHERE calendar_id = ?",
                        calendar);
    }

    /** Of a calendar that is gone too nobody needs to be told twice. */
    void tell() {
        gone.forEach((calendar, number) -> {
            int few = Math.max(FEW, before.getOrDefault(calendar, 0) / 5);
            Documents.find(desk.sql, calendar)
                    .filter(c -> c.work() != null && number > few)
                    .ifPresent(
                            c -> NoticeRows.add(desk, Notice.Kind.MASS_REMOVAL, c.title(), number));
        });
    }
}
