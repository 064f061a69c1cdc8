package app.linden.server;

import app.linden.base.Problem;
import app.linden.wire.Capability;
import app.linden.wire.Invocation;
import app.linden.wire.MethodProblem;
import app.linden.wire.Request;
import app.linden.wire.RequestProblem;
import app.linden.wire.Response;
import app.linden.wire.ResultReference;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Processes requests, call by call (RFC 8620, 3), whichever way they came. Runs on the thread of
 * the request and blocks there.
 */
final class Api {
    private static final System.Logger LOG = System.getLogger(Api.class.getName());
    private static final Set<String> CAPABILITIES =
            Set.of(
                    Capability.CORE,
                    Capability.WEBSOCKET,
                    Capability.CALENDARS,
                    Capability.PRINCIPALS,
                    Capability.AVAILABILITY,
                    Capability.PARSE,
                    Capability.SPACES,
                    Capability.COMMENTS,
                    Capability.ACCOUNTS,
                    Capability.INVITATIONS);

    private final ServerData data;
    private final MethodTable methods;
    private final Meters meters;

    Api(ServerData data, MethodTable methods, Meters meters) {
        this.data = data;
        this.methods = methods;
        this.meters = meters;
    }

    /**
     * Answers a request.
     *
     * @param base scheme and authority for links to this server
     * @throws Refused unknownCapability or limit
     */
    Response handle(Principal principal, String base, Request request) {
        for (String capability : request.using()) {
            if (!CAPABILITIES.contains(capability)) {
                throw new Refused(
                        RequestProblem.UNKNOWN_CAPABILITY,
                        "The capability " + capability + " is not known here.");
            }
        }
        if (request.calls().size() > Limits.CORE.maxCallsInRequest()) {
            throw Refused.limit(
                    "maxCallsInRequest",
                    400,
                    "A request has at most " + Limits.CORE.maxCallsInRequest() + " calls.");
        }
        Map<String, String> given = request.createdIds();
        Map<String, String> createdIds = new TreeMap<>(given == null ? Map.of() : given);
        List<Invocation> responses = new ArrayList<>();
        var references = new ResultReference.Resolver(responses);
        for (Invocation call : request.calls()) {
            Invocation response =
                    answer(principal, base, request.using(), call, createdIds, references);
            responses.add(response);
            if (response.name().equals("CalendarEvent/copy")) {
                // They resolved before; the answer that came since is not the first of its id.
                ObjectNode sent = ResultReference.resolve(call.arguments(), responses);
                ObjectNode next = EventCopy.destruction(sent, response.arguments());
                if (next != null) {
                    Invocation destroy = new Invocation("CalendarEvent/set", next, call.callId());
                    responses.add(
                            answer(
                                    principal,
                                    base,
                                    request.using(),
                                    destroy,
                                    createdIds,
                                    references));
                }
            }
        }
        String state = data.database().read(sql -> Principal.sessionState(sql, principal.id()));
        return new Response(responses, given == null ? null : createdIds, state);
    }

    private Invocation answer(
            Principal principal,
            String base,
            List<String> using,
            Invocation call,
            Map<String, String> createdIds,
            ResultReference.Resolver references) {
        long began = System.nanoTime();
        Invocation answer = tried(principal, base, using, call, createdIds, references);
        boolean failed = answer.name().equals("error");
        String outcome = failed ? answer.arguments().path("type").asString("") : "ok";
        // Any name may be asked for; only those that there are get a counter.
        String method = outcome.equals("unknownMethod") ? "unknown" : call.name();
        meters.call(method, outcome, System.nanoTime() - began);
        return answer;
    }

    private Invocation tried(
            Principal principal,
            String base,
            List<String> using,
            Invocation call,
            Map<String, String> createdIds,
            ResultReference.Resolver references) {
        try {
            Method method = methods.find(call.name(), using);
            ObjectNode arguments = references.resolve(call.arguments());
            ObjectNode answer =
                    method.run(new Call(principal, base, new Arguments(arguments), createdIds));
            return new Invocation(call.name(), answer, call.callId());
        } catch (MethodProblem e) {
            return new Invocation("error", e.toJson(), call.callId());
        } catch (Problem e) {
            LOG.log(System.Logger.Level.ERROR, call.name() + " failed", e);
            String type = e.kind() == Problem.Kind.STORAGE ? "serverUnavailable" : "serverFail";
            return failed(type, Problem.sentence(e), call);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, call.name() + " failed", e);
            return failed("serverFail", "The server made a mistake; nothing was changed.", call);
        }
    }

    private static Invocation failed(String type, String sentence, Invocation call) {
        return new Invocation("error", new MethodProblem(type, sentence).toJson(), call.callId());
    }
}
