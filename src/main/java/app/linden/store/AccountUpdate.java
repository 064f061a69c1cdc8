package app.linden.store;

import app.linden.model.Account;
import app.linden.model.Json;
import app.linden.model.Merge;
import app.linden.model.Notice;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the accounts of a sign-in in line with its session; part of one transaction. */
final class AccountUpdate {
    private final Desk desk;

    AccountUpdate(Desk desk) {
        this.desk = desk;
    }

    void apply(String loginId, List<Account> present) {
        Map<String, Account> known = new HashMap<>();
        AccountRows.ofLogin(desk.sql, loginId).forEach(a -> known.put(a.serverId(), a));
        for (Account account : present) {
            Account before = known.remove(account.serverId());
            Account now =
                    new Account(
                            before == null ? account.id() : before.id(),
                            loginId,
                            account.serverId(),
                            account.name(),
                            account.personal(),
                            account.readOnly(),
                            account.takesCalendars());
            if (!now.equals(before)) {
                AccountRows.save(desk.sql, now);
                desk.changed.calendars();
            }
        }
        known.values().forEach(this::remove);
    }

    /** Takes all accounts of a sign-in away that the person gives up here. */
    void forget(String loginId) {
        for (Account account : AccountRows.ofLogin(desk.sql, loginId)) {
            for (Type type : Type.values()) {
                for (Stored stored : Documents.ofAccount(desk.sql, account.id(), type)) {
                    boolean unsent = !Outbox.of(desk.sql, stored.id()).isEmpty();
                    if (unsent && stored.work() != null) {
                        desk.trash(stored, TrashRows.SIGNED_OUT);
                    }
                    desk.remove(stored);
                }
            }
            AccountRows.remove(desk.sql, account.id());
        }
        desk.changed.calendars();
    }

    private void remove(Account account) {
        List<String> lost = new ArrayList<>();
        for (Stored calendar : Documents.ofAccount(desk.sql, account.id(), Type.CALENDAR)) {
            if (isWanted(calendar)) {
                lost.add(calendar.title());
            }
        }
        if (!lost.isEmpty()) {
            String named = lost.size() == 1 ? lost.getFirst() : account.name();
            NoticeRows.add(desk, Notice.Kind.REVOKED, named, 0);
        }
        for (Type type : Type.values()) {
            for (Stored stored : Documents.ofAccount(desk.sql, account.id(), type)) {
                if (!Outbox.of(desk.sql, stored.id()).isEmpty()) {
                    keep(stored);
                } else if (Acknowledged.has(desk.sql, stored.id())) {
                    // Who deleted it all may never have seen what this person put there.
                    desk.trash(stored, TrashRows.REVOKED);
                }
                desk.remove(stored);
            }
        }
        AccountRows.remove(desk.sql, account.id());
        desk.changed.calendars();
    }

    /** Whether the person has not left it themselves. */
    static boolean isWanted(Stored calendar) {
        ObjectNode work = calendar.work();
        return work == null || work.path("isSubscribed").asBoolean(true);
    }

    /** What the person had changed and nobody will take any more waits on a card. */
    private void keep(Stored stored) {
        desk.trash(stored, TrashRows.REVOKED);
        ObjectNode mine = stored.work();
        if (mine != null && stored.type() == Type.EVENT) {
            ConflictRows.add(
                    desk.sql,
                    desk.ids.next(),
                    stored.id(),
                    stored.title(),
                    new Merge.Clash(ConflictRows.DELETED, mine, Json.object()),
                    desk.now);
        }
    }
}
