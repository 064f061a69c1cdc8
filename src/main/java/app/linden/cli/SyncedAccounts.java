package app.linden.cli;

import app.linden.base.Cell;
import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.base.Subscription;
import app.linden.calendar.port.Accounts;
import app.linden.calendar.port.Invitation;
import app.linden.calendar.port.NewAccount;
import app.linden.calendar.port.OwnAccount;
import app.linden.calendar.port.Protection;
import app.linden.calendar.port.Secrets;
import app.linden.calendar.port.SignedIn;
import app.linden.model.Role;
import app.linden.model.SyncState;
import app.linden.remote.Credential;
import app.linden.remote.DeviceTokens;
import app.linden.remote.Door;
import app.linden.remote.Grant;
import app.linden.remote.OwnAccountOverHttp;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The sign-ins of a device, with one sync loop each. Thread-safe. */
final class SyncedAccounts implements Accounts, AutoCloseable {
    /** Reaches the server of a sign-in. */
    @FunctionalInterface
    interface Connector {
        Remote connect(String url, Credential credential);
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
    private final Door door = new Door();
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Cell<SyncState> state = new Cell<>(SyncState.LOCAL);

    // Guarded by this.
    private final Map<String, Running> running = new HashMap<>();

    /** One for each sign-in, however many ask its server: tokens are renewed once for all. */
    private final Map<String, Credential> credentials = new HashMap<>();

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
            Credential credential = credential(login).orElse(null);
            if (credential != null) {
                begin(login, connector.connect(login.url(), credential));
            } else {
                report(login.id(), signedOut(login));
            }
        }
    }

    @Override
    public CompletableFuture<Void> signIn(String address, String username, String password) {
        return synced(() -> signInNow(address.strip(), username.strip(), password));
    }

    /** Completes when what was begun has been synced once. */
    private static CompletableFuture<Void> synced(Supplier<SyncLoop> begin) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Loop.start(
                "sign-in",
                () -> {
                    try {
                        firstRound(begin.get(), done);
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }

    private SyncLoop signInNow(String address, String username, String password) {
        Optional<Grant> grant = grant(address, username, password);
        return grant.isPresent()
                ? signInNow(address, username, grant.get())
                : signInNow(
                        login(address, username),
                        Credential.password(username, password),
                        id -> secrets.keep(id, password));
    }

    private SyncLoop signInNow(String address, String username, Grant grant) {
        Login login = login(address, username);
        DeviceTokens tokens = tokens(login, grant);
        try {
            return signInNow(
                    login,
                    tokens,
                    id -> {
                        secrets.keep(tokenName(id), grant.kept());
                        secrets.forget(id);
                    });
        } catch (RuntimeException e) {
            tokens.end();
            throw e;
        }
    }

    private SyncLoop signInNow(Login login, Credential credential, Consumer<String> keep) {
        Remote remote = connector.connect(login.url(), credential);
        try {
            check(remote.session());
        } catch (RuntimeException e) {
            remote.close();
            throw e;
        }
        Credential former;
        SyncLoop loop;
        synchronized (this) {
            if (closed) {
                remote.close();
                throw new Problem(Problem.Kind.TRY_LATER, "Linden is closing.");
            }
            former = credential(login).orElse(null);
            keep.accept(login.id());
            server.save(login).join();
            Running before = running.remove(login.id());
            if (before != null) {
                before.end();
            }
            credentials.put(login.id(), credential);
            loop = begin(login, remote);
        }
        end(former);
        return loop;
    }

    /** The server forgets a device that is not used any more. */
    private static void end(@Nullable Credential credential) {
        if (credential instanceof DeviceTokens tokens) {
            Loop.start("sign-out", tokens::end);
        }
    }

    /**
     * Tokens for this device, where the server gives some. A device that forgets them at its end
     * would leave one more behind with each start, so that one shows the password.
     */
    private Optional<Grant> grant(String address, String username, String password) {
        return secrets.lasting()
                ? door.signIn(address, username, password, ThisDevice.name())
                : Optional.empty();
    }

    private DeviceTokens tokens(Login login, Grant grant) {
        return new DeviceTokens(door, grant, t -> secrets.keep(tokenName(login.id()), t));
    }

    /** What shows the server of a sign-in who is asking; empty when it is not kept. */
    private synchronized Optional<Credential> credential(Login login) {
        Credential known = credentials.get(login.id());
        if (known != null) {
            return Optional.of(known);
        }
        String name = tokenName(login.id());
        Optional<Credential> kept =
                secrets.find(name)
                        .<Credential>map(
                                t -> new DeviceTokens(door, t, next -> secrets.keep(name, next)))
                        .or(() ->
                                secrets.find(login.id())
                                        .map(p -> Credential.password(login.username(), p)));
        kept.ifPresent(c -> credentials.put(login.id(), c));
        return kept;
    }

    /** Beside the name of the password, so that the one is never taken for the other. */
    private static String tokenName(String loginId) {
        return loginId + ".token";
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
            Credential credential = credential(login).orElseGet(() -> asked(login, ask));
            Remote remote = connector.connect(login.url(), credential);
            try (SyncLoop loop = new SyncLoop(server, login, remote, clock, random)) {
                loop.once();
            }
        }
    }

    private Credential asked(Login login, Function<Login, Optional<String>> ask) {
        String password =
                ask.apply(login)
                        .orElseThrow(() ->
                                new Problem(
                                        Problem.Kind.SIGN_IN,
                                        "The password of "
                                                + login.username()
                                                + " is not kept; please give it."));
        Grant grant = grant(login.url(), login.username(), password).orElse(null);
        if (grant != null) {
            secrets.keep(tokenName(login.id()), grant.kept());
            return tokens(login, grant);
        }
        Credential credential = Credential.password(login.username(), password);
        if (secrets.lasting()) {
            try (Remote remote = connector.connect(login.url(), credential)) {
                remote.session();
            }
            secrets.keep(login.id(), password);
        }
        return credential;
    }

    @Override
    public CompletableFuture<Void> forgotPassword(String address, String username) {
        return later(
                "forgot",
                () -> {
                    door.forgotPassword(address, username);
                    return null;
                });
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
                                        .sum(),
                                isSignedOut(l.id())))
                .toList();
    }

    private synchronized boolean isSignedOut(String loginId) {
        Running one = running.get(loginId);
        return one == null || one.loop().state().get().phase() == SyncState.Phase.SIGNED_OUT;
    }

    @Override
    public CompletableFuture<Void> register(NewAccount wish) {
        return synced(() -> {
            Grant grant = door.register(wish, ThisDevice.name());
            if (secrets.lasting()) {
                return signInNow(wish.server(), wish.login(), grant);
            }
            new DeviceTokens(door, grant, none -> {}).end();
            return signInNow(wish.server(), wish.login(), wish.password());
        });
    }

    @Override
    public CompletableFuture<Invitation> invitation(String link) {
        return later("invitation", () -> door.invitation(link));
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
                    Credential credential;
                    synchronized (this) {
                        before = running.remove(signInId);
                        credential = known(signInId).flatMap(this::credential).orElse(null);
                        credentials.remove(signInId);
                    }
                    if (before != null) {
                        before.end();
                    }
                    if (credential instanceof DeviceTokens tokens) {
                        tokens.end();
                    }
                    secrets.forget(tokenName(signInId));
                    secrets.forget(signInId);
                    server.forget(signInId).join();
                    state.update(s -> {
                        states.remove(signInId);
                        return Together.of(states.values());
                    });
                    return null;
                });
    }

    @Override
    public OwnAccount own(String signInId) {
        return new OwnAt(this, signInId);
    }

    /** Asks the server of a sign-in about its account; blocks. */
    <T> T at(String signInId, Function<OwnAccountOverHttp, T> work) {
        Login login = signedIn(signInId);
        Credential credential = shown(login);
        return withRemote(
                signInId,
                remote ->
                        work.apply(
                                new OwnAccountOverHttp(login.url(), remote.session(), credential)));
    }

    /** Tokens outlive a new password; a sign-in that shows the password shows the new one. */
    void takeOver(String signInId, String newPassword) {
        Login login = signedIn(signInId);
        if (!(shown(login) instanceof DeviceTokens)) {
            signInNow(login.url(), login.username(), newPassword);
        }
    }

    private Optional<Login> known(String loginId) {
        return server.logins().stream().filter(l -> l.id().equals(loginId)).findFirst();
    }

    private Login signedIn(String loginId) {
        return known(loginId)
                .orElseThrow(() -> new Problem(Problem.Kind.SIGN_IN, "You are signed out there."));
    }

    private Credential shown(Login login) {
        return credential(login)
                .orElseThrow(() ->
                        new Problem(
                                Problem.Kind.SIGN_IN,
                                "The password of "
                                        + login.username()
                                        + " is not kept; please sign in again."));
    }

    private <T> T withRemote(String loginId, Function<Remote, T> work) {
        Login login = signedIn(loginId);
        try (Remote remote = connector.connect(login.url(), shown(login))) {
            return work.apply(remote);
        }
    }

    /** Runs on a thread of its own what waits for the network. */
    static <T extends @Nullable Object> CompletableFuture<T> later(String name, Supplier<T> work) {
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
