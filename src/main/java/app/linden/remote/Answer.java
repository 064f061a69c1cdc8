package app.linden.remote;

import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.wire.RequestProblem;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.Duration;

/**
 * What a server's answer over HTTP means, whichever way it came; pure but for reading the body.
 *
 * <p>What is no JMAP may be a hotel's login page: parse nothing, conclude nothing.
 */
final class Answer {
    /** The body's text, read only when it is wanted. */
    @FunctionalInterface
    interface Body {
        String text() throws IOException;
    }

    private Answer() {}

    /**
     * The JSON of an answer.
     *
     * @param type the Content-Type, empty when there is none
     * @param wait what the server said of a next try
     * @throws Rejected when the server refused the request as a whole
     * @throws Problem SIGN_IN for a refused credential, TRY_LATER for what is no JMAP
     */
    static JsonNode json(int status, String type, Duration wait, Body body) throws IOException {
        if (status == 401) {
            throw new Problem(
                    Problem.Kind.SIGN_IN, "The server does not accept this name and password.");
        }
        boolean json =
                type.startsWith("application/json") || type.startsWith("application/problem+json");
        if (status >= 200 && status < 300 && json) {
            return Json.parse(body.text());
        }
        if (status >= 400 && status < 500 && json) {
            RequestProblem problem = RequestProblem.of(Json.parse(body.text()));
            if (problem.type().startsWith("urn:ietf:params:jmap:error:")) {
                throw new Rejected(problem);
            }
        }
        throw Problem.later(sentence(status), wait);
    }

    /** The failure of reading an answer, in the words for people. */
    static Problem explained(Problem e) {
        return e.kind() == Problem.Kind.BAD_INPUT
                ? new Problem(
                        Problem.Kind.TRY_LATER,
                        "What answers at this address is not a JMAP server.",
                        e)
                : e;
    }

    private static String sentence(int status) {
        return switch (status / 100) {
            case 2, 3 -> "What answers at this address is not a JMAP server.";
            case 4 ->
                    status == 404
                            ? "There is no JMAP server at this address."
                            : "The server refuses to answer (HTTP " + status + ").";
            default ->
                    "The server has a problem (HTTP " + status + "); Linden tries again by itself.";
        };
    }
}
