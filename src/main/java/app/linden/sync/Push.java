package app.linden.sync;

import app.linden.base.Problem;
import app.linden.model.Account;
import app.linden.model.Json;
import app.linden.model.Type;
import app.linden.remote.Dialect;
import app.linden.remote.Rejected;
import app.linden.remote.Remote;
import app.linden.store.Outgoing;
import app.linden.store.ServerSide;
import app.linden.store.Settled;
import app.linden.wire.Invocation;
import app.linden.wire.MethodProblem;
import app.linden.wire.Request;
import app.linden.wire.RequestProblem;
import app.linden.wire.Session;
import app.linden.wire.SetResult;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sends what waits, one write request at a time. Blocks the loop's thread. */
final class Push {
    private static final int MOST = 200;

    /** Limits of RFC 8620, 2 that a smaller batch keeps. */
    private static final Set<String> SIZES = Set.of("maxSizeRequest", "maxObjectsInSet");

    /** How a batch went. */
    enum Result {
        /** Nothing could be sent. */
        NOTHING,
        SENT,
        /** Sent, to be fetched as the server now has it. */
        REWRITTEN,
        /** Somebody else was quicker; pull, then send again. */
        STALE
    }

    private final ServerSide store;
    private final Remote remote;
    private final Session session;
    private final Poison poison;
    private final Wholes wholes = new Wholes();
    private int most;

    Push(ServerSide store, Remote remote, Session session, Poison poison) {
        this.store = store;
        this.remote = remote;
        this.session = session;
        this.poison = poison;
        this.most = Math.min(MOST, session.limits().maxObjectsInSet());
    }

    /**
     * Sends one batch. The server is to refuse it when its state is not the one that was pulled
     * last: nothing is overwritten that nobody here has seen.
     */
    Result batch(Account account, Type type) {
        List<Outgoing> batch = take(account, type);
        if (batch.isEmpty()) {
            poison.over(account.id(), type);
            return Result.NOTHING;
        }
        Dialect dialect = Dialect.of(session.accounts().get(account.serverId()));
        ObjectNode set = Json.object().put("accountId", account.serverId());
        store.state(account.id(), type).ifPresent(s -> set.put("ifInState", s));
        if (type == Type.CALENDAR) {
            set.put("onDestroyRemoveEvents", true);
        }
        List<Outgoing> sent = new ArrayList<>();
        List<Settled> outcomes = new ArrayList<>();
        for (Outgoing o : batch) {
            if (put(set, dialect, type, o)) {
                sent.add(o);
            } else {
                // It changes only what this server cannot keep, so it is done where it is.
                outcomes.add(new Settled.Done(o.seq(), null, Json.object()));
            }
        }
        if (sent.isEmpty()) {
            store.settle(account.id(), type, outcomes, null, null).join();
            return Result.SENT;
        }
        Invocation answer;
        try {
            Invocation call = new Invocation(type.wire() + "/set", set, "s");
            answer =
                    Pull.answer(
                            remote.call(new Request(Pull.using(session), List.of(call), null)),
                            "s");
        } catch (Rejected e) {
            return rejected(account, type, batch, e.problem());
        }
        if (answer.isError()) {
            return failed(account, type, batch, MethodProblem.of(answer.arguments()));
        }
        SetResult result = SetResult.of(answer.arguments());
        boolean asWhole = false;
        for (Outgoing o : sent) {
            boolean again = wholes.wants(o, result);
            asWhole |= again;
            outcomes.add(
                    again
                            ? new Settled.Again(o.seq())
                            : said(dialect, type, Outcome.of(o, result)));
        }
        // What the server made of it beyond its answer is fetched when the state stays behind.
        String newState = dialect.rewrites() ? null : result.newState();
        store.settle(account.id(), type, outcomes, result.oldState(), newState).join();
        if (!asWhole && outcomes.stream().allMatch(o -> o instanceof Settled.Again)) {
            throw new Problem(
                    Problem.Kind.TRY_LATER, "The server asks to slow down; Linden tries again.");
        }
        return dialect.rewrites() ? Result.REWRITTEN : Result.SENT;
    }

    /** Whether anything of a change has to be sent. */
    private boolean put(ObjectNode set, Dialect dialect, Type type, Outgoing o) {
        switch (o.act()) {
            case CREATE ->
                    object(set, "create").set(o.objectId(), dialect.toServer(type, o.content()));
            case UPDATE -> {
                ObjectNode patch = dialect.patch(type, o.before(), wholes.content(o));
                if (patch.isEmpty()) {
                    return false;
                }
                object(set, "update").set(o.serverId(), patch);
            }
            case DESTROY -> list(set).add(o.serverId());
        }
        return true;
    }

    private static Settled said(Dialect dialect, Type type, Settled outcome) {
        return outcome instanceof Settled.Done done
                ? new Settled.Done(
                        done.seq(), done.serverId(), dialect.fromServer(type, done.serverSet()))
                : outcome;
    }

    private List<Outgoing> take(Account account, Type type) {
        int now = Math.min(most, poison.most(account.id(), type));
        return store.takeBatch(account.id(), type, now).join();
    }

    private Result failed(Account account, Type type, List<Outgoing> batch, MethodProblem problem) {
        switch (problem.type()) {
            case "stateMismatch" -> {
                again(account, type, batch);
                return Result.STALE;
            }
            case "requestTooLarge" -> {
                halve(account, type, batch, problem.description());
                return Result.SENT;
            }
            case "serverUnavailable", "serverPartialFail" -> throw problem;
            case "serverFail" -> {
                switch (poison.failed(account.id(), type, batch.size())) {
                    case LATER -> throw problem;
                    case SMALLER -> again(account, type, batch);
                    case PARK ->
                            refuse(
                                    account,
                                    type,
                                    batch,
                                    "The server fails each time that it gets this change. "
                                            + problem.description());
                }
                return Result.SENT;
            }
            case "accountReadOnly", "accountNotFound", "forbidden" -> {
                refuse(account, type, batch, "The server allows no changes in this account.");
                return Result.SENT;
            }
            default -> {
                refuse(
                        account,
                        type,
                        batch,
                        "The server did not understand this change: " + problem.description());
                return Result.SENT;
            }
        }
    }

    private Result rejected(
            Account account, Type type, List<Outgoing> batch, RequestProblem problem) {
        if (problem.type().equals(RequestProblem.LIMIT) && SIZES.contains(limit(problem))) {
            halve(account, type, batch, "It is too large for this server.");
        } else if (problem.type().equals(RequestProblem.LIMIT)) {
            again(account, type, batch);
            throw new Problem(
                    Problem.Kind.TRY_LATER, "The server is busy; Linden tries again by itself.");
        } else {
            refuse(
                    account,
                    type,
                    batch,
                    "The server did not understand this change: " + problem.detail());
        }
        return Result.SENT;
    }

    private static String limit(RequestProblem problem) {
        String limit = problem.limit();
        return limit == null ? "" : limit;
    }

    private void halve(Account account, Type type, List<Outgoing> batch, String reason) {
        if (batch.size() == 1) {
            refuse(account, type, batch, reason);
        } else {
            most = Math.max(1, batch.size() / 2);
            again(account, type, batch);
        }
    }

    private void again(Account account, Type type, List<Outgoing> batch) {
        List<Settled> outcomes = new ArrayList<>();
        batch.forEach(o -> outcomes.add(new Settled.Again(o.seq())));
        store.settle(account.id(), type, outcomes, null, null).join();
    }

    private void refuse(Account account, Type type, List<Outgoing> batch, String reason) {
        List<Settled> outcomes = new ArrayList<>();
        batch.forEach(o -> outcomes.add(new Settled.Refused(o.seq(), reason)));
        store.settle(account.id(), type, outcomes, null, null).join();
    }

    private static ObjectNode object(ObjectNode set, String name) {
        return set.get(name) instanceof ObjectNode o ? o : set.putObject(name);
    }

    private static ArrayNode list(ObjectNode set) {
        return set.get("destroy") instanceof ArrayNode a ? a : set.putArray("destroy");
    }
}
