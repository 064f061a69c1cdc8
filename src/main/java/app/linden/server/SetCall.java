package app.linden.server;

import app.linden.model.Json;
import app.linden.wire.MethodProblem;
import app.linden.wire.SetError;
import app.linden.wire.SetResult;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code /set} under way (RFC 8620, 5.3): its arguments, the creation ids that it may refer to,
 * and its result as it grows. Belongs to one transaction, which calls {@link #check} first.
 */
final class SetCall {
    final Map<String, ObjectNode> create;
    final Map<String, ObjectNode> update;
    final List<String> destroy;
    private final @Nullable String ifInState;
    private final Map<String, String> createdIds;
    private final Map<String, String> newIds = new LinkedHashMap<>();

    private final Map<String, ObjectNode> created = new LinkedHashMap<>();
    private final Map<String, ObjectNode> updated = new LinkedHashMap<>();
    private final List<String> destroyed = new ArrayList<>();
    private final Map<String, SetError> notCreated = new LinkedHashMap<>();
    private final Map<String, SetError> notUpdated = new LinkedHashMap<>();
    private final Map<String, SetError> notDestroyed = new LinkedHashMap<>();

    private SetCall(Arguments arguments, Map<String, String> createdIds) {
        this.create = arguments.objects("create");
        this.update = arguments.objects("update");
        List<String> ids = arguments.texts("destroy");
        this.destroy = ids == null ? List.of() : ids;
        this.ifInState = arguments.text("ifInState");
        this.createdIds = createdIds;
    }

    /** Reads the arguments; invalidArguments or requestTooLarge when they cannot be taken. */
    static SetCall of(Call call) {
        SetCall set = new SetCall(call.arguments(), call.createdIds());
        Limits.checkSet(set.create.size() + set.update.size() + set.destroy.size());
        return set;
    }

    /**
     * Begins, with an empty result: the transaction may be one that runs again. Stops the call when
     * the client does not know the present state.
     */
    void check(String state) {
        List.of(newIds, created, updated, notCreated, notUpdated, notDestroyed).forEach(Map::clear);
        destroyed.clear();
        if (ifInState != null && !ifInState.equals(state)) {
            throw new MethodProblem("stateMismatch", "The state is " + state + " by now.");
        }
    }

    /** The id that an id or a reference to a creation stands for; null for an unknown creation. */
    @Nullable String resolve(String id) {
        if (!id.startsWith("#")) {
            return id;
        }
        String key = id.substring(1);
        String fresh = newIds.get(key);
        return fresh != null ? fresh : createdIds.get(key);
    }

    void created(String creationId, String id, ObjectNode told) {
        newIds.put(creationId, id);
        created.put(creationId, told);
    }

    void notCreated(String creationId, SetError error) {
        notCreated.put(creationId, error);
    }

    void updated(String id, ObjectNode told) {
        updated.put(id, told);
    }

    /** Adds to what is told of an object that this call created or updated. */
    void tell(String id, ObjectNode more) {
        for (Map.Entry<String, String> made : newIds.entrySet()) {
            if (made.getValue().equals(id)) {
                created.computeIfAbsent(made.getKey(), k -> Json.object()).setAll(more);
                return;
            }
        }
        updated.computeIfAbsent(id, k -> Json.object()).setAll(more);
    }

    void notUpdated(String id, SetError error) {
        notUpdated.put(id, error);
    }

    void updatedUnless(@Nullable SetError error, String id) {
        if (error == null) {
            updated(id, Json.object());
        } else {
            notUpdated(id, error);
        }
    }

    void destroyedUnless(@Nullable SetError error, String id) {
        if (error == null) {
            destroyed(id);
        } else {
            notDestroyed(id, error);
        }
    }

    void destroyed(String id) {
        destroyed.add(id);
    }

    void notDestroyed(String id, SetError error) {
        notDestroyed.put(id, error);
    }

    boolean allSucceeded() {
        return notCreated.isEmpty() && notUpdated.isEmpty() && notDestroyed.isEmpty();
    }

    boolean isChange() {
        return !created.isEmpty() || !updated.isEmpty() || !destroyed.isEmpty();
    }

    /** What later calls of the request may refer to; only once the changes are safe. */
    Map<String, String> newIds() {
        return newIds;
    }

    SetResult result(String accountId, String oldState, String newState) {
        return new SetResult(
                accountId,
                oldState,
                newState,
                created,
                updated,
                destroyed,
                notCreated,
                notUpdated,
                notDestroyed);
    }

    /** What {@code now} holds that {@code sent} did not say so. */
    static ObjectNode difference(ObjectNode sent, ObjectNode now) {
        ObjectNode told = Json.object();
        now.properties()
                .forEach(p -> {
                    if (!p.getValue().equals(sent.get(p.getKey()))) {
                        told.set(p.getKey(), p.getValue());
                    }
                });
        sent.propertyNames().stream()
                .filter(name -> !now.has(name) && !sent.path(name).isNull())
                .forEach(name -> told.set(name, Json.nil()));
        return told;
    }

    static SetError notFound() {
        return new SetError("notFound", "There is no such object.");
    }

    static SetError forbidden(String why) {
        return new SetError("forbidden", why);
    }
}
