package app.linden.cli;

import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.model.Role;
import app.linden.remote.Remote;
import app.linden.wire.Capability;
import app.linden.wire.Invocation;
import app.linden.wire.MethodProblem;
import app.linden.wire.Request;
import app.linden.wire.SetError;
import app.linden.wire.SetResult;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Invitations of a Linden server, made and accepted by somebody signed in. Calls block. */
final class Invited {
    private static final List<String> USING = List.of(Capability.CORE, Capability.INVITATIONS);

    private Invited() {}

    /**
     * Accepts an invitation to a calendar.
     *
     * @throws Problem REFUSED when it offers nothing any more
     */
    static void accept(Remote remote, String link) {
        String account = own(remote);
        ObjectNode arguments = Json.object().put("accountId", account).put("link", link);
        call(remote, "Invitation/accept", arguments);
    }

    /**
     * A new link to a calendar for one person.
     *
     * @param calendarId the server's
     * @throws Problem REFUSED with the server's reason
     */
    static String make(Remote remote, String accountId, String calendarId, Role role) {
        own(remote);
        ObjectNode arguments = Json.object().put("accountId", accountId);
        arguments
                .putObject("create")
                .putObject("i")
                .put("calendarId", calendarId)
                .put("role", word(role));
        SetResult result = SetResult.of(call(remote, "Invitation/set", arguments));
        ObjectNode made = result.created().get("i");
        if (made == null) {
            SetError error = result.notCreated().get("i");
            throw new Problem(
                    Problem.Kind.REFUSED,
                    error == null || error.description().isBlank()
                            ? "The server made no invitation."
                            : error.description());
        }
        return made.path("url").asString("");
    }

    private static String own(Remote remote) {
        String account = remote.session().primaryAccounts().get(Capability.INVITATIONS);
        if (account == null) {
            throw new Problem(
                    Problem.Kind.REFUSED, "This server does not know invitations by link.");
        }
        return account;
    }

    private static ObjectNode call(Remote remote, String method, ObjectNode arguments) {
        Invocation answer =
                remote.call(
                                new Request(
                                        USING,
                                        List.of(new Invocation(method, arguments, "0")),
                                        null))
                        .to("0")
                        .orElseThrow(() ->
                                new Problem(
                                        Problem.Kind.TRY_LATER,
                                        "The server did not say what became of the invitation."));
        if (answer.isError()) {
            MethodProblem problem = MethodProblem.of(answer.arguments());
            throw new Problem(
                    Problem.Kind.REFUSED,
                    problem.type().equals("notFound")
                            ? "This invitation is not there, or not any more."
                            : problem.description());
        }
        return answer.arguments();
    }

    private static String word(Role role) {
        return switch (role) {
            case BUSY -> "busy";
            case READ -> "read";
            case OWN -> "add";
            case EDIT -> "edit";
            case MANAGE -> "manage";
        };
    }
}
