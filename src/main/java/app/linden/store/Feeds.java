package app.linden.store;

import app.linden.base.Problem;
import app.linden.model.Account;
import app.linden.model.Event;
import app.linden.model.Feed;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Subscribed calendars of the local account: their sources, and their events, which only the source
 * changes. Reads run on the calling thread, writes on the database's, each in one transaction.
 */
public final class Feeds {
    private final Store store;

    Feeds(Store store) {
        this.store = store;
    }

    public List<Feed> all() {
        return store.read(FeedRows::all);
    }

    public Optional<Feed> find(String calendarId) {
        return store.read(sql -> FeedRows.find(sql, calendarId));
    }

    /**
     * A new calendar with its source, in the local account, which is made where there is none.
     *
     * @param calendar the Calendar object, which says that nobody may write
     */
    public CompletableFuture<Void> add(String localName, ObjectNode calendar, Feed feed) {
        return store.write(
                false,
                desk -> {
                    Account local =
                            AccountRows.all(desk.sql).stream()
                                    .filter(Account::isLocal)
                                    .findFirst()
                                    .orElseGet(() -> makeAccount(desk, localName));
                    FeedRows.save(desk.sql, feed);
                    desk.save(
                            new Stored(
                                    feed.calendarId(),
                                    local.id(),
                                    Type.CALENDAR,
                                    null,
                                    null,
                                    calendar));
                });
    }

    private static Account makeAccount(Desk desk, String name) {
        Account account = new Account(desk.ids.next(), null, null, name, true, false);
        AccountRows.save(desk.sql, account);
        return account;
    }

    /** How it stands now; nothing when the calendar was removed in the meantime. */
    public CompletableFuture<Void> note(Feed feed) {
        return store.write(
                false,
                desk -> {
                    if (FeedRows.find(desk.sql, feed.calendarId()).isPresent()) {
                        FeedRows.save(desk.sql, feed);
                        desk.changed.calendars();
                    }
                });
    }

    /**
     * What a new version of the source says of some events, all or nothing.
     *
     * @param saved new and changed ones, whole, with calendarIds; new ones under new ids
     * @param gone ids of those that are in it no more; the trash is for what a person had, and this
     *     can be fetched again
     * @throws Problem BAD_INPUT, in the future, when the calendar was removed in the meantime
     */
    public CompletableFuture<Void> accept(
            String calendarId, List<Store.Found> saved, List<String> gone) {
        return store.write(
                false,
                desk -> {
                    Stored calendar =
                            Documents.find(desk.sql, calendarId).orElseThrow(LocalEdits::gone);
                    for (Store.Found found : saved) {
                        save(desk, calendar.accountId(), found.id(), found.event());
                    }
                    for (String id : gone) {
                        Documents.find(desk.sql, id).ifPresent(desk::remove);
                    }
                });
    }

    private static void save(Desk desk, String accountId, String id, Event event) {
        Stored now = new Stored(id, accountId, Type.EVENT, null, null, event.json());
        Documents.find(desk.sql, id)
                .ifPresentOrElse(before -> desk.save(now, before), () -> desk.save(now));
    }

    /** Away with a subscribed calendar and its events, without a trace. */
    public CompletableFuture<Void> remove(String calendarId) {
        return store.write(
                false,
                desk -> {
                    Stored calendar =
                            Documents.find(desk.sql, calendarId).orElseThrow(LocalEdits::gone);
                    for (Stored event :
                            Documents.ofAccount(desk.sql, calendar.accountId(), Type.EVENT)) {
                        if (event.work() != null
                                && event.work().path("calendarIds").has(calendarId)) {
                            desk.remove(event);
                        }
                    }
                    desk.remove(calendar);
                });
    }
}
