package app.linden.sync;

import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.Pointers;
import app.linden.store.Outgoing;
import app.linden.wire.SetError;
import app.linden.wire.SetResult;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Updates whose pointers a server did not take are sent once more with whole properties: what they
 * point into may be spelled otherwise there (RFC 8620, 5.3, invalidPatch). Of the loop's thread.
 */
final class Wholes {
    private static final Set<String> NOT_UNDERSTOOD = Set.of("invalidPatch", "invalidProperties");

    /** {@link Outgoing#seq} of what goes as a whole. */
    private final Set<Long> whole = new HashSet<>();

    /** Whether an update is to be sent again as a whole; never twice. */
    boolean wants(Outgoing sent, SetResult result) {
        SetError error =
                sent.act() == Outgoing.Act.UPDATE ? result.notUpdated().get(sent.serverId()) : null;
        return error != null
                && NOT_UNDERSTOOD.contains(error.type())
                && sent.content().propertyNames().stream().anyMatch(p -> p.contains("/"))
                && whole.add(sent.seq());
    }

    /** The patch to send. */
    ObjectNode content(Outgoing update) {
        if (!whole.contains(update.seq())) {
            return update.content();
        }
        ObjectNode after = Patch.of(update.content()).applyLeniently(update.before());
        ObjectNode result = Json.object();
        for (Map.Entry<String, JsonNode> p : update.content().properties()) {
            if (p.getKey().contains("/")) {
                String property = Pointers.names(p.getKey()).getFirst();
                JsonNode value = after.get(property);
                result.set(
                        Pointers.escape(property), value == null ? Json.nil() : value.deepCopy());
            } else {
                result.set(p.getKey(), p.getValue());
            }
        }
        return result;
    }
}
