package app.linden.cli;

import app.linden.base.Cell;
import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.base.Subscription;
import app.linden.calendar.port.Accounts;
import app.linden.calendar.port.Invitation;
import app.linden.calendar.port.NewAccount;
import app.linden.calendar.port.Protection;
import app.linden.calendar.port.Secrets;
import app.linden.calendar.port.SignedIn;
import app.linden.model.Role;
import app.linden.model.SyncState;
import app.linden.remote.Door;
import app.linden.remote.Remote;
import app.linden.store.Login;
import app.linden.store.Place;
import app.linden.store.ServerSide;
import app.linden.store.Store;
import app.linden.sync.SyncLoop;
import app.linden.wire.Capability;
import app.linden.wire.Session;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The sign-ins of a device, with one sync loop each. Thread-safe. */
final class SyncedAccounts implements Accounts, AutoCloseable {
    /** Reaches the server of a sign-in. */
    @FunctionalInterface
    interface Connector {
        Remote connect(String url, String username, String password);
    }

    private record Running(SyncLoop loop, Subscription reports) {
        void end() {
            loop.close();
            reports.close();
        }
    }

    private final Store store;
    private final ServerSide server;
    private final Secrets secrets;
    private final Connector connector;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Cell<SyncState> state = new Cell<>(SyncState.LOCAL);

    // Guarded by this.
    private final Map<String, Running> running = new HashMap<>();
    private boolean closed;

    // Touched only inside an update of the state, which keeps threads apart.
    private final Map<String, SyncState> states = new TreeMap<>();

    SyncedAccounts(
            Store store,
            Secrets secrets,
            Connector connector,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.server = store.serverSide();
        this.secrets = secrets;
        this.connector = connector;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Cell<SyncState> state() {
        return state;
    }

    @Override
    public Protection protection() {
        return new Protected(store, secrets);
    }

    @Override
    public synchronized void syncNow() {
        running.values().forEach(r -> r.loop().syncNow());
    }

    /** Begins to sync each sign-in whose secret is at hand; for the others the state says why. */
    synchronized void start() {
        for (Login login : server.logins()) {
            if (running.containsKey(login.id())) {
                continue;
            }
            Optional<String> secret = secrets.find(login.id());
            if (secret.isPresent()) {
                begin(login, connector.connect(login.url(), login.username(), secret.get()));
            } else {
                report(login.id(), signedOut(login));
            }
        }
    }

    @Override
    public CompletableFuture<Void> signIn(String address, String username, String password) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Loop.start(
                "sign-in",
                () -> {
                    try {
                        firstRound(signInNow(address.strip(), username.strip(), password), done);
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }

    private SyncLoop signInNow(String address, String username, String password) {
        Remote remote = connector.connect(address, username, password);
        try {
            check(remote.session());
        } catch (RuntimeException e) {
            remote.close();
            throw e;
        }
        synchronized (this) {
            if (closed) {
                remote.close();
                throw new Problem(Problem.Kind.TRY_LATER, "Linden is closing.");
            }
            Login login = login(address, username);
            secrets.keep(login.id(), password);
            server.save(login).join();
            Running before = running.remove(login.id());
            if (before != null) {
                before.end();
            }
            return begin(login, remote);
        }
    }

    private static void check(Session session) {
        if (session.accounts().values().stream().noneMatch(a -> a.has(Capability.CALENDARS))) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "This server knows you, but keeps no calendars.");
        }
    }

    private Login login(String address, String username) {
        return server.logins().stream()
                .filter(l -> l.url().equals(address) && l.username().equals(username))
                .findFirst()
                .orElseGet(() -> new Login(server.ids().next(), address, username));
    }

    private SyncLoop begin(Login login, Remote remote) {
        SyncLoop loop = new SyncLoop(server, login, remote, clock, random);
        Subscription commits =
                store.watch(commit -> {
                    if (commit.outbox() && !commit.remote()) {
                        loop.outboxChanged();
                    }
                });
        Subscription reports = loop.state().watch(s -> report(login.id(), s));
        running.put(login.id(), new Running(loop, reports));
        loop.start(commits);
        return loop;
    }

    private static void firstRound(SyncLoop loop, CompletableFuture<Void> done) {
        Subscription watch =
                loop.state()
                        .watch(s -> {
                            switch (s.phase()) {
                                case IDLE -> done.complete(null);
                                case OFFLINE ->
                                        fail(
                                                done,
                                                Problem.Kind.TRY_LATER,
                                                String.valueOf(s.reason()));
                                case SIGNED_OUT ->
                                        fail(
                                                done,
                                                Problem.Kind.SIGN_IN,
                                                String.valueOf(s.reason()));
                                case SYNCING, LOCAL_ONLY -> {}
                            }
                        });
        done.whenComplete((ok, failed) -> watch.close());
    }

    private static void fail(CompletableFuture<Void> done, Problem.Kind kind, String sentence) {
        done.completeExceptionally(new Problem(kind, sentence));
    }

    /** See {@link Device#exchange}. */
    void exchange(Function<Login, Optional<String>> ask) {
        for (Login login : server.logins()) {
            Optional<String> kept = secrets.find(login.id());
            String password =
                    kept.or(() -> ask.apply(login))
                            .orElseThrow(() ->
                                    new Problem(
                                            Problem.Kind.SIGN_IN,
                                            "The password of "
                                                    + login.username()
                                                    + " is not kept; please give it."));
            Remote remote = connector.connect(login.url(), login.username(), password);
            try (SyncLoop loop = new SyncLoop(server, login, remote, clock, random)) {
                loop.once();
            }
            if (kept.isEmpty() && secrets.lasting()) {
                secrets.keep(login.id(), password);
            }
        }
    }

    @Override
    public List<SignedIn> signIns() {
        return server.logins().stream()
                .map(l ->
                        new SignedIn(
                                l.id(),
                                l.url(),
                                l.username(),
                                server.waiting(l.id()).values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()))
                .toList();
    }

    @Override
    public CompletableFuture<Void> register(NewAccount wish) {
        return later(
                        "register",
                        () -> {
                            new Door().register(wish);
                            return wish;
                        })
                .thenCompose(w -> signIn(w.server(), w.login(), w.password()));
    }

    @Override
    public CompletableFuture<Invitation> invitation(String link) {
        return later("invitation", () -> new Door().invitation(link));
    }

    @Override
    public CompletableFuture<Void> accept(String signInId, String link) {
        return later(
                "accept",
                () -> {
                    withRemote(
                            signInId,
                            remote -> {
                                Invited.accept(remote, link);
                                return link;
                            });
                    syncNow();
                    return null;
                });
    }

    @Override
    public CompletableFuture<String> invite(String calendarId, Role role) {
        return later(
                "invite",
                () -> {
                    Place place =
                            server.place(calendarId)
                                    .orElseThrow(() ->
                                            new Problem(
                                                    Problem.Kind.TRY_LATER,
                                                    "The server does not have this calendar"
                                                            + " yet."));
                    return withRemote(
                            place.loginId(),
                            remote ->
                                    Invited.make(
                                            remote, place.accountId(), place.calendarId(), role));
                });
    }

    @Override
    public CompletableFuture<Void> signOut(String signInId) {
        return later(
                "sign-out",
                () -> {
                    Running before;
                    synchronized (this) {
                        before = running.remove(signInId);
                    }
                    if (before != null) {
                        before.end();
                    }
                    secrets.forget(signInId);
                    server.forget(signInId).join();
                    state.update(s -> {
                        states.remove(signInId);
                        return Together.of(states.values());
                    });
                    return null;
                });
    }

    private <T> T withRemote(String loginId, Function<Remote, T> work) {
        Login login =
                server.logins().stream()
                        .filter(l -> l.id().equals(loginId))
                        .findFirst()
                        .orElseThrow(() ->
                                new Problem(Problem.Kind.SIGN_IN, "You are signed out there."));
        String secret =
                secrets.find(loginId)
                        .orElseThrow(() ->
                                new Problem(
                                        Problem.Kind.SIGN_IN,
                                        "The password of "
                                                + login.username()
                                                + " is not kept; please sign in again."));
        try (Remote remote = connector.connect(login.url(), login.username(), secret)) {
            return work.apply(remote);
        }
    }

    /** Runs on a thread of its own what waits for the network. */
    private static <T extends @Nullable Object> CompletableFuture<T> later(
            String name, Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Loop.start(
                name,
                () -> {
                    try {
                        done.complete(work.get());
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }

    private SyncState signedOut(Login login) {
        Map<Boolean, Integer> waiting = server.waiting(login.id());
        return new SyncState(
                SyncState.Phase.SIGNED_OUT,
                null,
                waiting.getOrDefault(false, 0),
                waiting.getOrDefault(true, 0),
                server.conflicts(),
                "The password of " + login.username() + " is not kept; please sign in again.");
    }

    private void report(String loginId, SyncState reported) {
        state.update(before -> {
            states.put(loginId, reported);
            return Together.of(states.values());
        });
    }

    @Override
    public void close() {
        List<Running> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(running.values());
            running.clear();
        }
        all.forEach(Running::end);
    }
}
