package app.linden.wire;

import app.linden.model.Json;

import tools.jackson.databind.node.ObjectNode;

/** A method-level error (RFC 8620, 3.6.2): the type and a description for developers. */
public final class MethodProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String type;
    private final String description;

    public MethodProblem(String type, String description) {
        super(description, null, false, false);
        this.type = type;
        this.description = description;
    }

    public String type() {
        return type;
    }

    public String description() {
        return description;
    }

    public ObjectNode toJson() {
        return Json.object().put("type", type).put("description", description);
    }

    public static MethodProblem of(ObjectNode json) {
        return new MethodProblem(
                json.path("type").asString("serverFail"), json.path("description").asString(""));
    }
}
