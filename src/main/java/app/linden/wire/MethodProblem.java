package app.linden.wire;

import app.linden.model.Json;

import tools.jackson.databind.node.ObjectNode;

/** A method-level error (RFC 8620, 3.6.2): the type and a description for developers. */
public final class MethodProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String UNKNOWN_STATE = "linden:unknownState";

    private final String type;
    private final String description;
    private final boolean unknownState;

    public MethodProblem(String type, String description) {
        this(type, description, false);
    }

    private MethodProblem(String type, String description, boolean unknownState) {
        super(description, null, false, false);
        this.type = type;
        this.description = description;
        this.unknownState = unknownState;
    }

    /**
     * The server never was in the state that a client says, or is not in the history that it has
     * now: it was put back to an old backup. A cannotCalculateChanges with a member of Linden's
     * own.
     */
    public static MethodProblem unknownState(String description) {
        return new MethodProblem("cannotCalculateChanges", description, true);
    }

    /** See {@link #unknownState(String)}. */
    public boolean isUnknownState() {
        return unknownState;
    }

    public String type() {
        return type;
    }

    public String description() {
        return description;
    }

    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("type", type).put("description", description);
        return unknownState ? json.put(UNKNOWN_STATE, true) : json;
    }

    public static MethodProblem of(ObjectNode json) {
        return new MethodProblem(
                json.path("type").asString("serverFail"),
                json.path("description").asString(""),
                json.path(UNKNOWN_STATE).asBoolean(false));
    }
}
