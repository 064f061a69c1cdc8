package app.linden.sync;

import app.linden.base.Backoff;
import app.linden.base.Cell;
import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.base.Subscription;
import app.linden.model.Account;
import app.linden.model.SyncState;
import app.linden.model.Type;
import app.linden.remote.Rejected;
import app.linden.remote.Remote;
import app.linden.store.Login;
import app.linden.store.ServerSide;
import app.linden.wire.Capability;
import app.linden.wire.MethodProblem;
import app.linden.wire.Session;
import app.linden.wire.StateChange;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/**
 * Keeps one sign-in's accounts and their server the same: level-triggered, so it looks at what is
 * different and does not trust any signal to say it. Lives on a virtual thread of its own; blocks
 * there.
 */
public final class SyncLoop implements AutoCloseable {
    private static final Duration POLL = Duration.ofMinutes(15);
    private static final int GUARDED_TRIES = 3;

    private final ServerSide store;
    private final Login login;
    private final Remote remote;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Cell<SyncState> state;
    private final Signals signals = new Signals();
    private final Backoff backoff;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile boolean started;

    // Of the loop's thread.
    private @Nullable Session session;
    private @Nullable AutoCloseable live;
    private boolean outcomeUnknown = true;

    public SyncLoop(
            ServerSide store,
            Login login,
            Remote remote,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.login = login;
        this.remote = remote;
        this.clock = clock;
        this.random = random;
        this.backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), random);
        this.state = new Cell<>(new SyncState(SyncState.Phase.SYNCING, null, 0, 0, 0, null));
    }

    /** Starts the loop; {@code commits} tells it when there is something to send. */
    public void start(Subscription commits) {
        started = true;
        Loop.start(
                "sync-" + login.username(),
                () -> {
                    try {
                        run();
                    } finally {
                        commits.close();
                        closeLive();
                        ended.countDown();
                    }
                });
    }

    public Cell<SyncState> state() {
        return state;
    }

    /** There is something to send. */
    public void outboxChanged() {
        signals.local();
    }

    /** The person, the network or the clock says: look at everything now. */
    public void syncNow() {
        backoff.reset();
        signals.all();
    }

    private void run() {
        Signals.Round round = new Signals.Round(true, Map.of());
        try {
            while (!closed) {
                boolean well = attempt(round);
                if (!well) {
                    signals.pause(backoff.next());
                }
                round = signals.await(POLL.multipliedBy(80 + random.nextInt(41)).dividedBy(100));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt(Signals.Round round) {
        try {
            round(round);
            backoff.reset();
            return true;
        } catch (RuntimeException e) {
            if (!closed) {
                outcomeUnknown = true;
                report(phaseOf(e), Problem.sentence(explained(e)));
            }
            return false;
        }
    }

    /**
     * One full exchange, for a caller that waits: pulls all, sends all.
     *
     * @throws Problem when the server cannot be reached or does not accept the sign-in
     */
    public void once() {
        try {
            round(new Signals.Round(true, Map.of()));
        } catch (MethodProblem | Rejected e) {
            throw explained(e);
        }
    }

    private void round(Signals.Round round) {
        report(SyncState.Phase.SYNCING, null);
        Session known = session;
        boolean pullAll = round.pullAll() || outcomeUnknown;
        if (known == null || pullAll) {
            known = refreshSession();
        }
        if (outcomeUnknown) {
            for (Account account : accounts()) {
                store.requeueInFlight(account.id()).join();
            }
        }
        Pull pull = new Pull(store, remote, known.limits());
        for (Account account : accounts()) {
            Map<String, String> hint = round.hints().getOrDefault(account.serverId(), Map.of());
            if (pullAll || isNews(account, hint)) {
                pull.changes(account);
            }
        }
        outcomeUnknown = false;
        Push push = new Push(store, remote, known.limits());
        for (Account account : accounts()) {
            for (Type type : Type.values()) {
                drain(account, type, pull, push);
            }
        }
        if (round.hints().keySet().stream().anyMatch(this::isUnknownAccount)) {
            // Somebody shared something: the account is new, so it has to be looked up and pulled.
            signals.all();
        }
        report(SyncState.Phase.IDLE, null);
        listen();
    }

    private void drain(Account account, Type type, Pull pull, Push push) {
        int stale = 0;
        while (!closed) {
            outcomeUnknown = true;
            Push.Result result = push.batch(account, type, stale < GUARDED_TRIES);
            outcomeUnknown = false;
            if (result == Push.Result.NOTHING) {
                return;
            }
            if (result == Push.Result.STALE) {
                stale++;
                pull.changes(account);
            } else {
                stale = 0;
            }
        }
    }

    /** One's own changes come back as hints too; a state that is known needs no pull. */
    private boolean isNews(Account account, Map<String, String> hint) {
        for (Type type : Type.values()) {
            String heard = hint.get(type.wire());
            if (heard != null && !store.state(account.id(), type).equals(Optional.of(heard))) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnknownAccount(String serverId) {
        return accounts().stream().noneMatch(a -> serverId.equals(a.serverId()));
    }

    private List<Account> accounts() {
        return store.accountsOf(login.id());
    }

    private Session refreshSession() {
        Session fetched = remote.session();
        List<Account> present = new ArrayList<>();
        fetched.accounts()
                .forEach((id, a) -> {
                    if (a.has(Capability.CALENDARS)) {
                        present.add(
                                new Account(
                                        store.ids().next(),
                                        login.id(),
                                        id,
                                        a.name(),
                                        a.isPersonal(),
                                        a.isReadOnly()));
                    }
                });
        store.acceptAccounts(login.id(), present).join();
        session = fetched;
        return fetched;
    }

    private void listen() {
        if (live == null && !closed) {
            live = remote.listen(new Hints());
        }
    }

    /** Called on the live channel's thread. */
    private final class Hints implements Remote.Listener {
        @Override
        public void opened() {
            signals.all();
        }

        @Override
        public void changed(StateChange change) {
            signals.changed(change);
        }

        @Override
        public void heard() {
            state.update(s ->
                    s.phase() == SyncState.Phase.IDLE
                            ? new SyncState(
                                    s.phase(),
                                    clock.instant(),
                                    s.waiting(),
                                    s.parked(),
                                    s.conflicts(),
                                    s.reason())
                            : s);
        }

        @Override
        public void lost(String why) {
            // A server that went away is noticed by the next pull, which also tells the person.
            signals.all();
        }
    }

    private void report(SyncState.Phase phase, @Nullable String reason) {
        boolean answered = phase == SyncState.Phase.IDLE;
        Instant heard = answered ? clock.instant() : state.get().heard();
        Map<Boolean, Integer> waiting = store.waiting(login.id());
        int parked = waiting.getOrDefault(true, 0);
        int queued = waiting.getOrDefault(false, 0);
        state.set(new SyncState(phase, heard, queued, parked, store.conflicts(), reason));
    }

    private static SyncState.Phase phaseOf(RuntimeException e) {
        return Problem.kind(e) == Problem.Kind.SIGN_IN
                ? SyncState.Phase.SIGNED_OUT
                : SyncState.Phase.OFFLINE;
    }

    private static Problem explained(RuntimeException e) {
        return switch (e) {
            case Problem p -> p;
            case MethodProblem m ->
                    new Problem(
                            Problem.Kind.TRY_LATER,
                            "The server has a problem (" + m.type() + "); Linden tries again.",
                            m);
            case Rejected r ->
                    new Problem(
                            Problem.Kind.TRY_LATER,
                            "The server refuses Linden's requests: " + r.problem().detail(),
                            r);
            default -> new Problem(Problem.kind(e), Problem.sentence(e), e);
        };
    }

    private void closeLive() {
        try {
            if (live != null) {
                live.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("could not close the live channel", e);
        }
    }

    /** Ends the loop after the request under way. */
    @Override
    public void close() {
        closed = true;
        signals.all();
        remote.close();
        try {
            if (started) {
                ended.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
