package app.linden.wire;

import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something changed (RFC 8620, 7.1): account id to type name to new state.
 *
 * @param pushState where the client may go on after a reconnect (RFC 8887, 4.3.5.2), null when not
 *     given
 */
public record StateChange(Map<String, Map<String, String>> changed, @Nullable String pushState) {

    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("@type", "StateChange");
        ObjectNode accounts = json.putObject("changed");
        changed.forEach((account, types) -> {
            ObjectNode states = accounts.putObject(account);
            types.forEach(states::put);
        });
        if (pushState != null) {
            json.put("pushState", pushState);
        }
        return json;
    }

    public static StateChange of(JsonNode json) {
        Map<String, Map<String, String>> changed = new LinkedHashMap<>();
        for (var account : json.path("changed").properties()) {
            Map<String, String> types = new TreeMap<>();
            account.getValue()
                    .properties()
                    .forEach(t -> types.put(t.getKey(), t.getValue().asString("")));
            changed.put(account.getKey(), types);
        }
        return new StateChange(
                changed,
                json.path("pushState").isString() ? json.path("pushState").asString() : null);
    }
}
