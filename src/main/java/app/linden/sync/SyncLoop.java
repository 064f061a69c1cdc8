package app.linden.sync;

import app.linden.base.Backoff;
import app.linden.base.Cell;
import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.base.Subscription;
import app.linden.model.SyncState;
import app.linden.model.SyncState.Phase;
import app.linden.remote.Rejected;
import app.linden.remote.Remote;
import app.linden.store.Login;
import app.linden.store.ServerSide;
import app.linden.wire.MethodProblem;
import app.linden.wire.StateChange;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/**
 * Keeps one sign-in's accounts and their server the same: level-triggered, so it looks at what is
 * different and does not trust any signal to say it. Lives on a virtual thread of its own; blocks
 * there.
 */
public final class SyncLoop implements AutoCloseable {
    private static final Duration POLL = Duration.ofMinutes(15);

    /** Where nobody tells what changed, or not all of it. */
    private static final Duration POLL_UNTOLD = Duration.ofMinutes(1);

    /**
     * An edit makes an offline device try at once, but a hundred edits do not try a hundred times.
     */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    /** A password that was refused is not sent again until the person says so. */
    private static final Duration WHILE_SIGNED_OUT = Duration.ofDays(1);

    private final ServerSide store;
    private final Login login;
    private final Remote remote;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Cell<SyncState> state;
    private final Signals signals = new Signals();
    private final Backoff backoff;
    private final Exchange exchange;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile boolean started;
    private volatile boolean liveIsUp;

    // Of the loop's thread.
    private @Nullable AutoCloseable live;

    /** How long the server wants to be left alone. */
    private Duration wanted = Duration.ZERO;

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
        this.state = new Cell<>(new SyncState(Phase.SYNCING, null, 0, 0, 0, null));
        this.exchange =
                new Exchange(
                        store,
                        login,
                        remote,
                        clock,
                        () -> closed,
                        progress -> state.update(s -> s.with(progress)));
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
                        try (commits) {
                            closeLive();
                        } finally {
                            ended.countDown();
                        }
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
        signals.all();
    }

    /**
     * One full exchange, for a caller that waits instead of {@link #start}: pulls all, sends all.
     *
     * @throws Problem when the server cannot be reached or does not accept the sign-in
     */
    public void once() {
        try {
            exchange.run(new Signals.Round(true, Map.of()));
        } catch (MethodProblem | Rejected e) {
            throw explained(e);
        }
    }

    private void run() {
        Signals.Round round = new Signals.Round(true, Map.of());
        try {
            boolean well = true;
            while (!closed) {
                boolean before = well;
                try {
                    well = attempt(round);
                    if (well) {
                        listen(!before);
                    }
                    round = well ? next() : nextTry();
                } catch (RuntimeException e) {
                    well = false;
                    round = afterFault(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What must not happen, such as a database that cannot be read, is told and does not end the
     * loop.
     */
    private Signals.Round afterFault(RuntimeException e) throws InterruptedException {
        SyncState s = state.get();
        state.set(
                new SyncState(
                        Phase.OFFLINE,
                        s.heard(),
                        s.waiting(),
                        s.parked(),
                        s.conflicts(),
                        Problem.sentence(e)));
        signals.await(BETWEEN_TRIES);
        return new Signals.Round(true, Map.of());
    }

    private boolean attempt(Signals.Round round) {
        try {
            if (state.get().phase() == Phase.IDLE) {
                report(Phase.SYNCING, null);
            }
            if (exchange.run(round) || remote.sessionMoved()) {
                signals.all();
            }
            backoff.reset();
            wanted = Duration.ZERO;
            report(Phase.IDLE, null);
            return true;
        } catch (RuntimeException e) {
            wanted = Problem.wait(e);
            if (!closed) {
                report(phaseOf(e), Problem.sentence(explained(e)));
            }
            return false;
        }
    }

    /** Waits for something to do, at most until the next poll. */
    private Signals.Round next() throws InterruptedException {
        Duration poll = liveIsUp && exchange.isToldOfAll() ? POLL : POLL_UNTOLD;
        long until =
                System.nanoTime()
                        + poll.multipliedBy(80 + random.nextInt(41)).dividedBy(100).toNanos();
        while (true) {
            Signals.Round round = signals.await(left(until));
            if (closed || exchange.hasWork(round)) {
                return round;
            }
            report(Phase.IDLE, null);
        }
    }

    /** Waits after a failure. Edits are counted meanwhile, so that the person sees them wait. */
    private Signals.Round nextTry() throws InterruptedException {
        boolean signedOut = state.get().phase() == Phase.SIGNED_OUT;
        if (signedOut) {
            closeLive();
        }
        long failed = System.nanoTime();
        // Not even the person makes it sooner: the server said when.
        long soonest = failed + wanted.toNanos();
        long until =
                Math.max(
                        soonest,
                        failed + (signedOut ? WHILE_SIGNED_OUT : backoff.next()).toNanos());
        boolean all = false;
        while (true) {
            Signals.Round round = signals.await(left(until));
            all |= round.pullAll();
            boolean tooSoon = System.nanoTime() - soonest < 0;
            if (closed || (all && !tooSoon)) {
                return new Signals.Round(all, round.hints());
            }
            report(state.get().phase(), state.get().reason());
            if (all) {
                until = soonest;
            } else if (!signedOut) {
                until = Math.min(until, Math.max(soonest, failed + BETWEEN_TRIES.toNanos()));
            }
        }
    }

    private static Duration left(long until) {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    /**
     * Opens the live channel; one that is still waiting to try again after the server was away is
     * opened anew, since now it is known to be back.
     */
    private void listen(boolean serverIsBack) {
        if (live != null && serverIsBack && !liveIsUp) {
            closeLive();
        }
        if (live == null && !closed) {
            try {
                live = remote.listen(new Hints());
            } catch (Problem | IllegalArgumentException unusableAddress) {
                // Without the channel the timer still polls, as with a server that has none.
                live = () -> {};
            }
        }
    }

    /** Called on the live channel's thread. */
    private final class Hints implements Remote.Listener {
        @Override
        public void opened() {
            liveIsUp = true;
            signals.all();
        }

        @Override
        public void changed(StateChange change) {
            signals.changed(change);
        }

        @Override
        public void heard() {
            state.update(s ->
                    s.phase() == Phase.IDLE
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
            liveIsUp = false;
            // A server that went away is noticed by the next pull, which also tells the person.
            signals.all();
        }
    }

    private void report(Phase phase, @Nullable String reason) {
        Map<Boolean, Integer> waiting = store.waiting(login.id());
        int conflicts = store.conflicts();
        Instant answered = phase == Phase.IDLE ? clock.instant() : null;
        state.update(s ->
                new SyncState(
                        phase,
                        answered == null ? s.heard() : answered,
                        waiting.getOrDefault(false, 0),
                        waiting.getOrDefault(true, 0),
                        conflicts,
                        reason));
    }

    private static Phase phaseOf(RuntimeException e) {
        return Problem.kind(e) == Problem.Kind.SIGN_IN ? Phase.SIGNED_OUT : Phase.OFFLINE;
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
        AutoCloseable open = live;
        live = null;
        liveIsUp = false;
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("could not close the live channel", e);
        }
    }

    /** Ends the loop; a request under way is given up, its outcome found out at the next start. */
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
