package app.linden.server;

import app.linden.wire.RequestProblem;

/** A request that is not processed at all (RFC 8620, 3.6.1). */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient RequestProblem problem;

    Refused(RequestProblem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Refused(String type, String detail) {
        this(new RequestProblem(type, 400, detail, null));
    }

    static Refused limit(String limit, int status, String detail) {
        return new Refused(new RequestProblem(RequestProblem.LIMIT, status, detail, limit));
    }

    RequestProblem problem() {
        return problem;
    }
}
