package app.linden.wire;

import app.linden.model.Json;
import tools.jackson.databind.node.ObjectNode;

/** A method-level error (RFC 8620, 3.6.2): the type and a description for developers. */
public final class MethodProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String type;

    public MethodProblem(String type, String description) {
        super(description, null, false, false);
        this.type = type;
    }

    public String type() {
        return type;
    }

    public ObjectNode toJson() {
        return Json.object().put("type", type).put("description", getMessage());
    }

    public static MethodProblem of(ObjectNode json) {
        return new MethodProblem(json.path("type").asString("serverFail"), json.path("description").asString(""));
    }
}
