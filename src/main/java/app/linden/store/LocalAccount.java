package app.linden.store;

import app.linden.model.Account;
import app.linden.model.Json;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import tools.jackson.databind.node.ObjectNode;

/** The account that never leaves this device. Part of one transaction. */
final class LocalAccount {
    /** What it and its first calendar are called when nobody said. */
    private static final String NAME = "This computer";

    private static final String CALENDAR = "My calendar";

    private LocalAccount() {}

    /** The one that is there, or a new one with one calendar. */
    static Account find(Desk desk, String name, String calendarName) {
        return AccountRows.all(desk.sql).stream()
                .filter(Account::isLocal)
                .findFirst()
                .orElseGet(() -> make(desk, name, calendarName));
    }

    /** Makes one where there is no account at all, so that there is a calendar to write in. */
    static void ifThereIsNone(Desk desk) {
        if (AccountRows.all(desk.sql).isEmpty()) {
            make(desk, NAME, CALENDAR);
        }
    }

    private static Account make(Desk desk, String name, String calendarName) {
        Account account = new Account(desk.ids.next(), null, null, name, true, false);
        AccountRows.save(desk.sql, account);
        ObjectNode calendar = Json.object().put("name", calendarName).put("isDefault", true);
        desk.save(new Stored(desk.ids.next(), account.id(), Type.CALENDAR, null, null, calendar));
        return account;
    }
}
