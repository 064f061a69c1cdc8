package app.linden.sync;

import app.linden.base.Problem;
import app.linden.model.Account;
import app.linden.model.Json;
import app.linden.model.SyncState.Progress;
import app.linden.model.Type;
import app.linden.remote.Dialect;
import app.linden.remote.Remote;
import app.linden.store.Pulled;
import app.linden.store.ServerSide;
import app.linden.wire.Capability;
import app.linden.wire.Changes;
import app.linden.wire.CoreLimits;
import app.linden.wire.Got;
import app.linden.wire.Invocation;
import app.linden.wire.MethodProblem;
import app.linden.wire.Request;
import app.linden.wire.Response;
import app.linden.wire.ResultReference;
import app.linden.wire.Session;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Brings what changed on the server into the cache. Blocks the loop's thread. */
final class Pull {
    /** What every server that Linden works with knows. */
    static final List<String> USING = List.of(Capability.CORE, Capability.CALENDARS);

    private static final int PAGE = 500;

    /** When more than so many are said to be gone at once, each is asked for before it goes. */
    private static final int BELIEVED = 20;

    private final ServerSide store;
    private final Remote remote;
    private final Session session;
    private final List<String> using;
    private final CoreLimits limits;
    private final Sweeps sweeps;
    private final Consumer<Progress> progress;

    /**
     * @param progress hears how far a full enumeration of events is
     */
    Pull(
            ServerSide store,
            Remote remote,
            Session session,
            Sweeps sweeps,
            Consumer<Progress> progress) {
        this.store = store;
        this.remote = remote;
        this.session = session;
        this.using = using(session);
        this.limits = session.limits();
        this.sweeps = sweeps;
        this.progress = progress;
    }

    /** What requests to a server name: comments only where they are known. */
    static List<String> using(Session session) {
        return session.capabilities().containsKey(Capability.COMMENTS)
                ? List.of(Capability.CORE, Capability.CALENDARS, Capability.COMMENTS)
                : USING;
    }

    /** The types that an account of a server has. */
    static Set<Type> types(Session session, Account account) {
        Session.Account there = session.accounts().get(account.serverId());
        boolean comments =
                session.capabilities().containsKey(Capability.COMMENTS)
                        && there != null
                        && there.accountCapabilities().containsKey(Capability.COMMENTS);
        return comments ? EnumSet.allOf(Type.class) : EnumSet.of(Type.CALENDAR, Type.EVENT);
    }

    /** These types of an account, in one request when little changed. */
    void changes(Account account, Set<Type> wanted) {
        Set<Type> types = EnumSet.copyOf(wanted);
        types.retainAll(types(session, account));
        List<Type> behind = new ArrayList<>();
        List<Invocation> calls = new ArrayList<>();
        for (Type type : types) {
            store.state(account.id(), type)
                    .ifPresentOrElse(
                            state -> calls.addAll(changesSince(account, type, state)),
                            () -> behind.add(type));
        }
        for (Type type : behind) {
            everything(account, type, false);
        }
        if (calls.isEmpty()) {
            return;
        }
        Response response = remote.call(new Request(using, calls, null));
        Set<Type> anew = EnumSet.noneOf(Type.class);
        for (Type type : types) {
            if (!behind.contains(type) && !anew.contains(type)) {
                accept(account, type, response, anew);
            }
        }
    }

    /**
     * Who was put back in one type was so in all, though the state of another may still be the
     * same: the events of a calendar that was deleted since are back with it.
     */
    private void others(Account account, Set<Type> anew) {
        for (Type other : types(session, account)) {
            if (anew.add(other)) {
                everything(account, other, true);
            }
        }
    }

    private List<Invocation> changesSince(Account account, Type type, String state) {
        String id = type.wire();
        ObjectNode changes =
                Json.object()
                        .put("accountId", account.serverId())
                        .put("sinceState", state)
                        .put("maxChanges", Math.min(PAGE, limits.maxObjectsInGet()));
        return List.of(
                new Invocation(id + "/changes", changes, id),
                getChanged(account, type, "created"),
                getChanged(account, type, "updated"));
    }

    private static Invocation getChanged(Account account, Type type, String which) {
        ObjectNode get = Json.object().put("accountId", account.serverId());
        get.set(
                "#ids",
                new ResultReference(type.wire(), type.wire() + "/changes", "/" + which).toJson());
        return new Invocation(type.wire() + "/get", get, type.wire() + "/" + which);
    }

    /**
     * @param anew gets the types of which everything was listed
     */
    private void accept(Account account, Type type, Response response, Set<Type> anew) {
        Response at = response;
        while (true) {
            Invocation answer = answer(at, type.wire());
            if (answer.isError()) {
                MethodProblem problem = MethodProblem.of(answer.arguments());
                if (problem.type().equals("cannotCalculateChanges")) {
                    sweeps.begin(account.id(), type);
                    everything(account, type, problem.isUnknownState());
                    anew.add(type);
                    if (problem.isUnknownState()) {
                        others(account, anew);
                    }
                    return;
                }
                throw problem;
            }
            Changes changes = Changes.of(answer.arguments());
            Map<String, ObjectNode> objects = new LinkedHashMap<>();
            for (String which : List.of("created", "updated")) {
                objects.putAll(objects(account, type, answer(at, type.wire() + "/" + which)));
            }
            boolean moved = !changes.newState().equals(changes.oldState());
            List<String> gone = changes.destroyed();
            if (gone.size() > BELIEVED) {
                gone = confirmed(account, type, gone);
            }
            boolean seesOthers = seesOthers(account, type, objects, gone);
            if (moved || !objects.isEmpty() || !gone.isEmpty()) {
                accept(account, type, objects, gone, changes.newState(), false).join();
            }
            if (seesOthers) {
                everything(account, Type.EVENT, false);
            }
            if (!changes.hasMoreChanges()) {
                return;
            }
            if (!moved) {
                throw new Problem(
                        Problem.Kind.TRY_LATER,
                        "The server speaks of more changes and does not give them.");
            }
            at =
                    remote.call(
                            new Request(
                                    using, changesSince(account, type, changes.newState()), null));
        }
    }

    /** Whether other events are to be seen than before, of which the server does not speak. */
    private boolean seesOthers(
            Account account, Type type, Map<String, ObjectNode> objects, List<String> gone) {
        return type == Type.CALENDAR
                && !account.personal()
                && !dialect(account).tellsOfShares()
                && (!gone.isEmpty()
                        || objects.entrySet().stream()
                                .anyMatch(o ->
                                        !store.known(account.id(), type, o.getKey())
                                                .map(k -> k.path("myRights"))
                                                .equals(
                                                        Optional.of(
                                                                o.getValue().path("myRights")))));
    }

    /**
     * Mark and sweep: everything that is there, then the removal of what was not among it. The
     * state is read first, so what changes meanwhile comes with the next pull. What the person has
     * not sent survives. A list that left something out must not delete it, so what seems to be
     * gone is asked for once more.
     */
    private void everything(Account account, Type type, boolean restored) {
        Set<String> unseen = store.knownServerIds(account.id(), type);
        ObjectNode none = Json.object().put("accountId", account.serverId());
        none.putArray("ids");
        String state = Got.of(one(type.wire() + "/get", none).arguments()).state();
        if (state.isEmpty() && unseen.isEmpty()) {
            // Some say no state where there is nothing of the type; they are asked again next time.
            return;
        }
        if (type == Type.CALENDAR) {
            ObjectNode all = Json.object().put("accountId", account.serverId()).putNull("ids");
            Invocation got = one(type.wire() + "/get", all);
            save(account, type, objects(account, type, got), unseen, restored).join();
        } else {
            enumerate(account, type, unseen, restored);
        }
        List<String> gone = confirmed(account, type, List.copyOf(unseen));
        accept(account, type, Map.of(), gone, state.isEmpty() ? null : state, false).join();
    }

    /** Those of these ids that the server does not have; what it has is taken in. */
    private List<String> confirmed(Account account, Type type, List<String> ids) {
        Set<String> gone = new LinkedHashSet<>(ids);
        int page = Math.min(PAGE, limits.maxObjectsInGet());
        for (int at = 0; at < ids.size(); at += page) {
            List<String> some = ids.subList(at, Math.min(ids.size(), at + page));
            ObjectNode get = Json.object().put("accountId", account.serverId());
            some.forEach(get.putArray("ids")::add);
            Invocation got = one(type.wire() + "/get", get);
            save(account, type, objects(account, type, got), gone, false).join();
        }
        return List.copyOf(gone);
    }

    private void enumerate(Account account, Type type, Set<String> unseen, boolean restored) {
        int page = Math.min(PAGE, limits.maxObjectsInGet());
        String anchor = null;
        int total = -1;
        int done = 0;
        // While one page goes to disk the next one is on its way.
        CompletableFuture<Void> saved = CompletableFuture.completedFuture(null);
        while (true) {
            ObjectNode query =
                    Json.object().put("accountId", account.serverId()).put("limit", page);
            query.putArray("sort").addObject().put("property", "uid");
            if (total < 0) {
                query.put("calculateTotal", true);
            }
            if (anchor != null) {
                // By anchor, since positions shift when somebody deletes meanwhile.
                query.put("anchor", anchor).put("anchorOffset", 1);
            }
            ObjectNode get = Json.object().put("accountId", account.serverId());
            get.set("#ids", new ResultReference("q", type.wire() + "/query", "/ids").toJson());
            Response response =
                    remote.call(
                            new Request(
                                    using,
                                    List.of(
                                            new Invocation(type.wire() + "/query", query, "q"),
                                            new Invocation(type.wire() + "/get", get, "g")),
                                    null));
            Invocation answer = answer(response, "q");
            if (answer.isError()
                    && anchor != null
                    && answer.arguments().path("type").asString("").equals("anchorNotFound")) {
                // It was deleted between two pages; begin again, what was seen stays seen.
                anchor = null;
                continue;
            }
            JsonNode found = check(answer).arguments();
            List<String> ids = new ArrayList<>();
            found.path("ids").forEach(i -> ids.add(i.asString("")));
            total = total < 0 ? found.path("total").asInt(0) : total;
            Map<String, ObjectNode> objects = objects(account, type, answer(response, "g"));
            saved.join();
            if (done > 0) {
                progress.accept(new Progress(done, total));
            }
            done += objects.size();
            saved = save(account, type, objects, unseen, restored);
            if (ids.isEmpty() || ids.getLast().equals(anchor)) {
                saved.join();
                return;
            }
            anchor = ids.getLast();
        }
    }

    private CompletableFuture<Void> save(
            Account account,
            Type type,
            Map<String, ObjectNode> objects,
            Set<String> unseen,
            boolean restored) {
        unseen.removeAll(objects.keySet());
        return accept(account, type, objects, List.of(), null, restored);
    }

    private CompletableFuture<Void> accept(
            Account account,
            Type type,
            Map<String, ObjectNode> objects,
            List<String> gone,
            @Nullable String state,
            boolean restored) {
        Dialect dialect = dialect(account);
        return store.accept(
                new Pulled(
                        account.id(),
                        type,
                        objects,
                        gone,
                        state,
                        restored,
                        (known, said) -> dialect.completed(type, known, said)));
    }

    private Dialect dialect(Account account) {
        return Dialect.of(session.accounts().get(account.serverId()));
    }

    private Invocation one(String method, ObjectNode arguments) {
        Response response =
                remote.call(
                        new Request(using, List.of(new Invocation(method, arguments, "0")), null));
        return check(answer(response, "0"));
    }

    static Invocation answer(Response response, String callId) {
        return response.to(callId)
                .orElseThrow(() ->
                        new Problem(
                                Problem.Kind.TRY_LATER,
                                "The server's answer leaves out a part of what was asked."));
    }

    private static Invocation check(Invocation answer) {
        if (answer.isError()) {
            throw MethodProblem.of(answer.arguments());
        }
        return answer;
    }

    private Map<String, ObjectNode> objects(Account account, Type type, Invocation got) {
        Dialect dialect = dialect(account);
        Map<String, ObjectNode> objects = new LinkedHashMap<>();
        for (ObjectNode object : Got.of(check(got).arguments()).list()) {
            objects.put(object.path("id").asString(""), dialect.fromServer(type, object));
        }
        return objects;
    }
}
