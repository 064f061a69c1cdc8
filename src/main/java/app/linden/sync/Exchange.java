package app.linden.sync;

import app.linden.base.Problem;
import app.linden.model.Account;
import app.linden.model.SyncState;
import app.linden.model.Type;
import app.linden.remote.Dialect;
import app.linden.remote.Rejected;
import app.linden.remote.Remote;
import app.linden.store.Login;
import app.linden.store.ServerSide;
import app.linden.wire.Capability;
import app.linden.wire.MethodProblem;
import app.linden.wire.Session;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One exchange with a server after another: session, pull, push. Knows whether the last one left
 * anything in doubt. Lives on the loop's thread and blocks it.
 */
final class Exchange {
    /** So often in a row somebody else may be quicker before the loop waits a while. */
    private static final int TRIES = 10;

    private final ServerSide store;
    private final Login login;
    private final Remote remote;
    private final BooleanSupplier closed;
    private final Consumer<SyncState.Progress> progress;
    private final Sweeps sweeps;
    private final Poison poison = new Poison();
    private final People people;
    private final Activity activity;

    private @Nullable Session session;

    /** Whether changes may be on the server without our having heard of it. */
    private boolean doubt = true;

    Exchange(
            ServerSide store,
            Login login,
            Remote remote,
            InstantSource clock,
            BooleanSupplier closed,
            Consumer<SyncState.Progress> progress) {
        this.store = store;
        this.login = login;
        this.remote = remote;
        this.closed = closed;
        this.progress = progress;
        this.sweeps = new Sweeps(clock);
        this.activity = new Activity(store.happenings(), remote);
        this.people = new People(store, login.id(), remote, clock);
    }

    /** Whether a round would find anything to do; reads only the cache. */
    boolean hasWork(Signals.Round round) {
        if (round.pullAll() || doubt || session == null) {
            return true;
        }
        List<Account> accounts = accounts();
        return namesUnknownAccount(round, accounts)
                || accounts.stream()
                        .anyMatch(a -> !news(a, round).isEmpty() || store.hasQueued(a.id()));
    }

    /**
     * Pulls what is new, then pushes what waits. An account that fails does not stop the others;
     * the first failure is thrown at the end.
     *
     * @return whether everything has to be looked at again soon
     */
    boolean run(Signals.Round round) {
        Session known = session;
        boolean pullAll = round.pullAll() || doubt;
        if (known == null || pullAll) {
            known = refreshSession();
        }
        if (doubt) {
            accounts().forEach(a -> store.requeueInFlight(a.id()).join());
        }
        doubt = true;
        Failures failures = new Failures();
        Pull pull = new Pull(store, remote, known, sweeps, progress);
        Push push = new Push(store, remote, known, poison);
        List<Account> accounts = accounts();
        Set<Account> pulled = new HashSet<>();
        for (Account account : accounts) {
            Set<Type> types = pullAll ? EnumSet.allOf(Type.class) : news(account, round);
            if (types.contains(Type.EVENT)) {
                pulled.add(account);
            }
            if (!types.isEmpty()) {
                failures.of(account, a -> pull.changes(a, types));
            }
        }
        for (Account account : accounts) {
            // Sending on top of what was not pulled could double or overwrite.
            if (!failures.met(account)) {
                failures.of(account, a -> drain(a, pull, push));
            }
        }
        failures.throwFirst();
        people.refresh(known, pullAll);
        for (Account account : accounts) {
            if (pulled.contains(account)) {
                activity.refresh(account);
            }
        }
        doubt = false;
        // Somebody shared something: the account is new, so it has to be looked up and pulled.
        return namesUnknownAccount(round, accounts) && !pullAll;
    }

    /** What went wrong with single accounts. A server that cannot be reached is another matter. */
    private static final class Failures {
        private final Set<String> accounts = new HashSet<>();
        private @Nullable RuntimeException first;

        boolean met(Account account) {
            return accounts.contains(account.id());
        }

        void of(Account account, Consumer<Account> work) {
            try {
                work.accept(account);
            } catch (MethodProblem | Rejected e) {
                accounts.add(account.id());
                first = first == null ? e : first;
            }
        }

        void throwFirst() {
            if (first != null) {
                throw first;
            }
        }
    }

    private void drain(Account account, Pull pull, Push push) {
        for (Type type : Type.values()) {
            int stale = 0;
            while (!closed.getAsBoolean() && store.hasQueued(account.id(), type)) {
                Push.Result result = push.batch(account, type);
                if (result == Push.Result.NOTHING) {
                    break;
                }
                stale = result == Push.Result.STALE ? stale + 1 : 0;
                if (stale == TRIES) {
                    throw new Problem(
                            Problem.Kind.TRY_LATER,
                            "The server is too busy to take changes; Linden tries again.");
                }
                if (stale > 0 || result == Push.Result.REWRITTEN) {
                    pull.changes(account, EnumSet.allOf(Type.class));
                }
            }
        }
    }

    /** One's own changes come back as hints too; a state that is known needs no pull. */
    private Set<Type> news(Account account, Signals.Round round) {
        Map<String, String> hint = round.hints().getOrDefault(account.serverId(), Map.of());
        boolean together = dialect(account).countsTogether();
        Set<Type> news = EnumSet.noneOf(Type.class);
        Session there = session;
        for (Type type : there == null ? EnumSet.noneOf(Type.class) : Pull.types(there, account)) {
            Collection<String> heard =
                    together
                            ? hint.values()
                            : Optional.ofNullable(hint.get(type.wire())).stream().toList();
            Optional<String> known = store.state(account.id(), type);
            if (heard.stream().anyMatch(h -> !known.equals(Optional.of(h)))) {
                news.add(type);
            }
        }
        return news;
    }

    private Dialect dialect(Account account) {
        Session known = session;
        return Dialect.of(known == null ? null : known.accounts().get(account.serverId()));
    }

    /** Whether the live channel tells of everything, an account that others begin to share too. */
    boolean isToldOfAll() {
        return accounts().stream().allMatch(a -> dialect(a).tellsOfShares());
    }

    private static boolean namesUnknownAccount(Signals.Round round, List<Account> accounts) {
        return round.hints().keySet().stream()
                .anyMatch(id -> accounts.stream().noneMatch(a -> id.equals(a.serverId())));
    }

    private List<Account> accounts() {
        return store.accountsOf(login.id());
    }

    private Session refreshSession() {
        Session fetched = remote.session();
        List<Account> present = new ArrayList<>();
        fetched.accounts()
                .forEach((id, a) -> {
                    ObjectNode calendars = a.accountCapabilities().get(Capability.CALENDARS);
                    if (calendars != null) {
                        present.add(
                                new Account(
                                        store.ids().next(),
                                        login.id(),
                                        id,
                                        a.name(),
                                        a.isPersonal(),
                                        a.isReadOnly(),
                                        a.isPersonal()
                                                && !a.isReadOnly()
                                                && calendars
                                                        .path("mayCreateCalendar")
                                                        .asBoolean(true)));
                    }
                });
        store.acceptAccounts(login.id(), present).join();
        session = fetched;
        return fetched;
    }
}
