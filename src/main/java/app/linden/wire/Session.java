package app.linden.wire;

import app.linden.base.Problem;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The session object (RFC 8620, 2).
 *
 * @param capabilities name to its object, the core limits and the WebSocket's address among them
 * @param primaryAccounts capability to account id
 */
public record Session(
        Map<String, ObjectNode> capabilities,
        Map<String, Account> accounts,
        Map<String, String> primaryAccounts,
        String username,
        String apiUrl,
        String downloadUrl,
        String uploadUrl,
        String eventSourceUrl,
        String state) {

    /** One account of the session, with its capabilities. */
    public record Account(
            String name,
            boolean isPersonal,
            boolean isReadOnly,
            Map<String, ObjectNode> accountCapabilities) {
        public boolean has(String capability) {
            return accountCapabilities.containsKey(capability);
        }
    }

    public CoreLimits limits() {
        ObjectNode core = capabilities.get(Capability.CORE);
        return core == null ? CoreLimits.SUGGESTED : CoreLimits.of(core);
    }

    /**
     * The address of a WebSocket that pushes, as the server wrote it, null when it has none (RFC
     * 8887, 3.1).
     */
    public @Nullable String webSocketUrl() {
        ObjectNode ws = capabilities.get(Capability.WEBSOCKET);
        return ws == null || !ws.path("url").isString() || !ws.path("supportsPush").asBoolean(true)
                ? null
                : ws.path("url").asString();
    }

    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        put(json.putObject("capabilities"), capabilities);
        ObjectNode list = json.putObject("accounts");
        accounts.forEach((id, a) -> {
            ObjectNode account = list.putObject(id);
            account.put("name", a.name)
                    .put("isPersonal", a.isPersonal)
                    .put("isReadOnly", a.isReadOnly);
            put(account.putObject("accountCapabilities"), a.accountCapabilities);
        });
        ObjectNode primary = json.putObject("primaryAccounts");
        primaryAccounts.forEach(primary::put);
        return json.put("username", username)
                .put("apiUrl", apiUrl)
                .put("downloadUrl", downloadUrl)
                .put("uploadUrl", uploadUrl)
                .put("eventSourceUrl", eventSourceUrl)
                .put("state", state);
    }

    /** Reads a session; BAD_INPUT when the JSON is not one. */
    public static Session of(JsonNode json) {
        if (!json.path("capabilities").has(Capability.CORE) || !json.path("apiUrl").isString()) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "This address does not belong to a JMAP server.");
        }
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (var p : json.path("accounts").properties()) {
            JsonNode a = p.getValue();
            accounts.put(
                    p.getKey(),
                    new Account(
                            a.path("name").asString(""),
                            a.path("isPersonal").asBoolean(false),
                            a.path("isReadOnly").asBoolean(false),
                            objects(a.path("accountCapabilities"))));
        }
        Map<String, String> primary = new TreeMap<>();
        json.path("primaryAccounts")
                .properties()
                .forEach(p -> primary.put(p.getKey(), p.getValue().asString("")));
        return new Session(
                objects(json.path("capabilities")),
                accounts,
                primary,
                json.path("username").asString(""),
                json.path("apiUrl").asString(),
                json.path("downloadUrl").asString(""),
                json.path("uploadUrl").asString(""),
                json.path("eventSourceUrl").asString(""),
                json.path("state").asString(""));
    }

    private static void put(ObjectNode target, Map<String, ObjectNode> objects) {
        objects.forEach(target::set);
    }

    private static Map<String, ObjectNode> objects(JsonNode json) {
        Map<String, ObjectNode> objects = new LinkedHashMap<>();
        json.properties()
                .forEach(p ->
                        objects.put(
                                p.getKey(),
                                p.getValue() instanceof ObjectNode o ? o : Json.object()));
        return objects;
    }
}
