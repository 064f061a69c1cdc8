package app.linden.remote;

import app.linden.wire.RequestProblem;

/** The server refused a request as a whole and did nothing of it (RFC 8620, 3.6.1). */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient RequestProblem problem;

    Rejected(RequestProblem problem) {
        super(problem.type() + ": " + problem.detail());
        this.problem = problem;
    }

    public RequestProblem problem() {
        return problem;
    }
}
