package app.linden.server;

import tools.jackson.databind.node.ObjectNode;

/** A method of the API. Runs on the thread of its request and blocks there. */
@FunctionalInterface
interface Method {
    /**
     * Answers a call.
     *
     * @throws app.linden.wire.MethodProblem what the caller is told instead
     */
    ObjectNode run(Call call);
}
