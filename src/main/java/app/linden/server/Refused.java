package app.linden.server;

import app.linden.model.Json;
import app.linden.wire.RequestProblem;

import tools.jackson.databind.node.ObjectNode;

/** A request that is not processed at all (RFC 8620, 3.6.1; RFC 9457). */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Heads the types of Linden's own problems. */
    private static final String OWN = "urn:linden:params:error:";

    private final transient RequestProblem problem;
    private final transient ObjectNode more;
    private final int retryAfter;

    private Refused(RequestProblem problem, ObjectNode more, int retryAfter) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.more = more;
        this.retryAfter = retryAfter;
    }

    Refused(RequestProblem problem) {
        this(problem, Json.object(), 0);
    }

    Refused(String type, String detail) {
        this(new RequestProblem(type, 400, detail, null));
    }

    static Refused limit(String limit, int status, String detail) {
        return new Refused(new RequestProblem(RequestProblem.LIMIT, status, detail, limit));
    }

    /** A problem of Linden's own. */
    static Refused own(int status, String type, String detail) {
        return new Refused(new RequestProblem(OWN + type, status, detail, null));
    }

    /** A problem of Linden's own that says more. */
    static Refused own(int status, String type, String detail, ObjectNode more) {
        return new Refused(new RequestProblem(OWN + type, status, detail, null), more, 0);
    }

    /** Something that may be tried again after some seconds. */
    static Refused later(int status, String type, String detail, int seconds) {
        return new Refused(
                new RequestProblem(OWN + type, status, detail, null), Json.object(), seconds);
    }

    RequestProblem problem() {
        return problem;
    }

    ObjectNode toJson() {
        return problem.toJson().setAll(more);
    }

    /** After how many seconds to try again; 0 when nothing is said of that. */
    int retryAfter() {
        return retryAfter;
    }
}
