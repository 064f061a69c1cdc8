package app.linden.store;

import app.linden.base.Ids;
import app.linden.model.Account;
import app.linden.model.Directory;
import app.linden.model.Json;
import app.linden.model.Series;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;
import app.linden.store.Outbox.Entry;
import app.linden.store.Outbox.Kind;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What sync may do with the cache. Every write is one transaction; futures complete when it is safe
 * on disk.
 */
public final class ServerSide {
    private final Store store;

    ServerSide(Store store) {
        this.store = store;
    }

    public List<Login> logins() {
        return store.read(AccountRows::logins);
    }

    public CompletableFuture<Void> save(Login login) {
        return store.write(false, desk -> AccountRows.save(desk.sql, login));
    }

    public List<Account> accountsOf(String loginId) {
        return store.read(sql -> AccountRows.ofLogin(sql, loginId));
    }

    /**
     * The accounts that a session names. New ones are added; those that are gone leave with their
     * data, of which what the person had changed goes to the trash.
     *
     * @param present server ids among their other properties; the local ids in them count only for
     *     new ones
     */
    public CompletableFuture<Void> acceptAccounts(String loginId, List<Account> present) {
        return store.write(true, desk -> new AccountUpdate(desk).apply(loginId, present));
    }

    /**
     * What a server says of itself and of whom it knows.
     *
     * @param owners the principal who owns an account, by its local id
     */
    public CompletableFuture<Void> acceptDirectory(
            String loginId, Directory.Server server, Map<String, String> owners) {
        return store.write(
                true,
                desk -> {
                    Directory before = PeopleRows.all(desk.sql);
                    boolean same =
                            server.equals(before.servers().get(loginId))
                                    && before.owners().entrySet().containsAll(owners.entrySet());
                    if (!same) {
                        PeopleRows.save(desk.sql, loginId, server);
                        owners.forEach((a, p) -> PeopleRows.saveOwner(desk.sql, a, p));
                        desk.changed.calendars();
                    }
                });
    }

    public Happenings happenings() {
        return store.happenings();
    }

    public Directory directory() {
        return store.directory();
    }

    /** Where a calendar is; empty when no server has it. */
    public Optional<Place> place(String calendarId) {
        return store.read(sql ->
                Documents.find(sql, calendarId)
                        .flatMap(c ->
                                AccountRows.find(sql, c.accountId())
                                        .filter(a -> !a.isLocal() && c.serverId() != null)
                                        .map(a ->
                                                new Place(
                                                        String.valueOf(a.loginId()),
                                                        String.valueOf(a.serverId()),
                                                        String.valueOf(c.serverId())))));
    }

    /**
     * Forgets a sign-in with its accounts, as the person wishes. What was not sent goes to the
     * trash; with nothing left there is a local calendar to go on with.
     */
    public CompletableFuture<Void> forget(String loginId) {
        return store.write(
                false,
                desk -> {
                    new AccountUpdate(desk).forget(loginId);
                    AccountRows.removeLogin(desk.sql, loginId);
                    PeopleRows.removeLogin(desk.sql, loginId);
                    LocalAccount.ifThereIsNone(desk);
                    desk.changed.outbox();
                });
    }

    /** The principals with whom calendars of a sign-in's accounts are shared. */
    public Set<String> sharees(String loginId) {
        Set<String> accounts =
                accountsOf(loginId).stream().map(Account::id).collect(Collectors.toSet());
        return store.calendars().stream()
                .filter(c -> accounts.contains(c.accountId()))
                .flatMap(c -> c.shareWith().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** The state up to which a type of an account was pulled; empty before the first time. */
    public Optional<String> state(String accountId, Type type) {
        return store.read(sql ->
                sql.one(
                        "SELECT state FROM sync_state WHERE account_id = ? AND type = ?",
                        r -> r.text(1),
                        accountId,
                        type.name()));
    }

    /** What the server last said of an object; empty for one that it never spoke of. */
    public Optional<ObjectNode> known(String accountId, Type type, String serverId) {
        return store.read(sql ->
                Documents.findByServerId(sql, accountId, type, serverId)
                        .flatMap(s -> Optional.ofNullable(s.base())));
    }

    /** Server ids of all objects that the cache has from the server, for a full comparison. */
    public Set<String> knownServerIds(String accountId, Type type) {
        return store.read(sql ->
                new HashSet<>(
                        sql.list(
                                "SELECT server_id FROM object WHERE account_id = ? AND type = ?"
                                        + " AND server_id IS NOT NULL",
                                r -> r.text(1),
                                accountId,
                                type.name())));
    }

    /**
     * Takes in what the server said and rebases what waits on it; the state moves in the same
     * transaction.
     */
    public CompletableFuture<Void> accept(Pulled pulled) {
        return store.write(true, desk -> new Acceptance(desk).accept(pulled));
    }

    /** Whether anything of an account waits to be sent. */
    public boolean hasQueued(String accountId) {
        return Stream.of(Type.values()).anyMatch(t -> hasQueued(accountId, t));
    }

    /** Whether anything of a type waits to be sent. */
    public boolean hasQueued(String accountId, Type type) {
        return store.read(sql -> !Outbox.queued(sql, accountId, type, 0, 1).isEmpty());
    }

    /**
     * Whether changes were on their way when the program ended or a request failed, so that a pull
     * must come first.
     */
    public CompletableFuture<Integer> requeueInFlight(String accountId) {
        return store.call(false, desk -> Outbox.requeueInFlight(desk.sql, accountId));
    }

    /**
     * The next changes to send, all of one type and of different objects, marked as in flight
     * before anybody sends them. Calendars go before events, since events refer to them.
     */
    public CompletableFuture<List<Outgoing>> takeBatch(String accountId, Type type, int most) {
        return store.call(false, desk -> take(desk, accountId, type, most));
    }

    private static List<Outgoing> take(Desk desk, String accountId, Type type, int most) {
        References references = new References(desk);
        Set<String> seen = new HashSet<>();
        List<Outgoing> batch = new ArrayList<>();
        List<Entry> taken = new ArrayList<>();
        // Page by page, since what waits for its calendar must not hide what can go.
        int page = most + 50;
        List<Entry> queued = Outbox.queued(desk.sql, accountId, type, 0, page);
        while (!queued.isEmpty() && batch.size() < most) {
            for (Entry entry : queued) {
                Stored stored = Documents.find(desk.sql, entry.objectId()).orElse(null);
                if (stored == null || batch.size() >= most || !seen.add(entry.objectId())) {
                    continue;
                }
                Optional<String> reason =
                        references
                                .nowhere(stored.type(), entry.patch())
                                .or(() -> behindRefused(desk, entry, stored));
                if (reason.isPresent()) {
                    new Settlement(desk).park(entry, reason.get());
                    desk.changed.outbox();
                } else {
                    outgoing(desk, entry, stored, references)
                            .ifPresent(o -> {
                                batch.add(o);
                                taken.add(entry);
                            });
                }
            }
            queued = Outbox.queued(desk.sql, accountId, type, queued.getLast().seq(), page);
        }
        Outbox.markInFlight(desk.sql, taken);
        return batch;
    }

    /** What waits for something that the server refused would wait for ever, unsaid. */
    private static Optional<String> behindRefused(Desk desk, Entry entry, Stored stored) {
        boolean behind =
                switch (entry.kind()) {
                    case CREATE -> Documents.isKeptFromLeaving(desk.sql, stored);
                    case UPDATE ->
                            Series.followers(entry.patch()).stream()
                                    .anyMatch(uid -> Documents.isParked(desk.sql, uid));
                    case DESTROY ->
                            stored.base() != null
                                    && Documents.hasCopyOnItsWay(desk.sql, stored)
                                    && Documents.isParked(
                                            desk.sql, stored.base().path("uid").asString(""));
                };
        return behind ? Optional.of(Settlement.BEHIND_REFUSED) : Optional.empty();
    }

    private static Optional<Outgoing> outgoing(
            Desk desk, Entry entry, Stored stored, References references) {
        Outgoing.Act act = Outgoing.Act.valueOf(entry.kind().name());
        if (entry.kind() != Kind.CREATE && stored.serverId() == null) {
            return Optional.empty();
        }
        if (entry.kind() == Kind.DESTROY && Documents.hasCopyOnItsWay(desk.sql, stored)) {
            return Optional.empty();
        }
        if (entry.kind() == Kind.CREATE && Documents.isLeaving(desk.sql, stored)) {
            return Optional.empty();
        }
        if (entry.kind() == Kind.UPDATE && isFollowedByUnsent(desk, entry)) {
            return Optional.empty();
        }
        return references
                .toServer(stored.type(), entry.patch())
                .map(content ->
                        new Outgoing(
                                entry.seq(),
                                stored.id(),
                                act,
                                stored.serverId(),
                                stored.base() == null ? Json.object() : stored.base(),
                                content));
    }

    /**
     * A series that was divided is not shortened on the server before what follows has arrived: the
     * same event twice for a moment is better than one that is lost.
     */
    private static boolean isFollowedByUnsent(Desk desk, Entry entry) {
        return Series.followers(entry.patch()).stream()
                .anyMatch(uid -> Documents.isOnItsWay(desk.sql, entry.accountId(), uid));
    }

    /**
     * Notes how a batch ended.
     *
     * @param oldState the state in which the server applied it, null when it does not say
     * @param newState the state after it; taken over only when nothing else happened since the last
     *     pull
     */
    public CompletableFuture<Void> settle(
            String accountId,
            Type type,
            List<Settled> outcomes,
            @Nullable String oldState,
            @Nullable String newState) {
        return store.write(
                false,
                desk -> new Settlement(desk).settle(accountId, type, outcomes, oldState, newState));
    }

    /** How many changes of a sign-in's accounts wait, and how many of those are parked. */
    public Map<Boolean, Integer> waiting(String loginId) {
        return store.read(sql -> {
            Map<Boolean, Integer> counts = new HashMap<>(Map.of(false, 0, true, 0));
            sql.list(
                    "SELECT b.status = 'PARKED', COUNT(*) FROM outbox b JOIN account a ON a.id ="
                            + " b.account_id WHERE a.login_id = ? GROUP BY b.status = 'PARKED'",
                    r -> counts.put(r.flag(1), (int) r.number(2)),
                    loginId);
            return counts;
        });
    }

    public int conflicts() {
        return store.read(sql -> (int) sql.number("SELECT COUNT(*) FROM conflict"));
    }

    public Ids ids() {
        return store.ids();
    }
}
