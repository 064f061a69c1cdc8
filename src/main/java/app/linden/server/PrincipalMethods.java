package app.linden.server;

import app.linden.db.Sql;
import app.linden.model.Json;
import app.linden.wire.Capability;
import app.linden.wire.Got;
import app.linden.wire.MethodProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Principal/get and Principal/query (RFC 9670, 2). Everybody finds everybody of the server, through
 * their own account.
 */
final class PrincipalMethods {
    private static final int MOST_CONDITIONS = 100;
    private static final List<String> PROPERTIES =
            List.of(
                    "id",
                    "type",
                    "name",
                    "description",
                    "email",
                    "timeZone",
                    "capabilities",
                    "accounts");

    private final ServerData data;

    PrincipalMethods(ServerData data) {
        this.data = data;
    }

    /** Principals and spaces are asked for in one's own account only. */
    static void checkOwn(Sql sql, Principal principal, String accountId) {
        if (!Access.of(sql, principal, accountId).isOwner()) {
            throw new MethodProblem(
                    "accountNotSupportedByMethod", "Ask for this in your own account.");
        }
    }

    ObjectNode get(Call call) {
        String accountId = call.arguments().accountId();
        List<String> ids = Gets.ids(call.arguments());
        List<String> properties = Gets.properties(call.arguments(), PROPERTIES);
        return data.database()
                .read(sql -> {
                    checkOwn(sql, call.principal(), accountId);
                    String state = States.text(sql, AccountRows.DIRECTORY, Types.PRINCIPAL);
                    Map<String, ObjectNode> all = all(sql, call.principal());
                    if (ids == null) {
                        Limits.checkGet(all.size());
                    }
                    List<ObjectNode> list = new ArrayList<>();
                    List<String> missing = new ArrayList<>();
                    for (String id : ids == null ? List.copyOf(all.keySet()) : ids) {
                        ObjectNode found = all.get(id);
                        if (found == null) {
                            missing.add(id);
                        } else {
                            list.add(Gets.only(found, properties));
                        }
                    }
                    return new Got(accountId, state, list, missing).toJson();
                });
    }

    ObjectNode query(Call call) {
        Arguments arguments = call.arguments();
        String accountId = arguments.accountId();
        Page page = Page.of(arguments);
        JsonNode sort = arguments.value("sort");
        if (sort != null && !(sort.isArray() && sort.isEmpty())) {
            throw new MethodProblem("unsupportedSort", "Principals come by name.");
        }
        if (conditions(arguments.value("filter")) > MOST_CONDITIONS) {
            throw new MethodProblem("unsupportedFilter", "The filter has too many conditions.");
        }
        return data.database()
                .read(sql -> {
                    checkOwn(sql, call.principal(), accountId);
                    String state = States.text(sql, AccountRows.DIRECTORY, Types.PRINCIPAL);
                    List<String> ids = new ArrayList<>();
                    all(sql, call.principal())
                            .forEach((id, principal) -> {
                                if (matches(principal, arguments.value("filter"))) {
                                    ids.add(id);
                                }
                            });
                    return page.of(accountId, state, ids);
                });
    }

    private static Map<String, ObjectNode> all(Sql sql, Principal me) {
        Map<String, AccountRows.Stored> accounts = Sessions.accounts(sql, me);
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        Set<String> open = Availability.open(sql, me);
        for (Principal p : Principal.all(sql)) {
            all.put(p.id(), json(p, me, open.contains(p.id()), accounts.get(p.id())));
        }
        return all;
    }

    private static ObjectNode json(
            Principal principal, Principal me, boolean open, AccountRows.@Nullable Stored account) {
        ObjectNode json =
                Json.object()
                        .put("id", principal.id())
                        .put("type", "individual")
                        .put("name", principal.name())
                        .putNull("description");
        String address = principal.address();
        json.put(
                "email",
                address.startsWith("mailto:") ? address.substring("mailto:".length()) : null);
        json.putNull("timeZone");
        json.putObject("capabilities")
                .putObject(Capability.CALENDARS)
                .put("accountId", account == null ? null : account.id())
                .put("mayGetAvailability", open)
                .put("mayShareWith", !principal.id().equals(me.id()))
                .put("calendarAddress", address);
        if (account == null) {
            return json.putNull("accounts");
        }
        var shown = Sessions.account(me, account);
        ObjectNode a =
                json.putObject("accounts")
                        .putObject(account.id())
                        .put("name", shown.name())
                        .put("isPersonal", shown.isPersonal())
                        .put("isReadOnly", shown.isReadOnly());
        ObjectNode capabilities = a.putObject("accountCapabilities");
        shown.accountCapabilities().forEach(capabilities::set);
        return json;
    }

    private static boolean matches(ObjectNode principal, @Nullable JsonNode filter) {
        if (filter == null) {
            return true;
        }
        if (!filter.isObject()) {
            throw Arguments.invalid("A filter is an object.");
        }
        if (filter.has("operator")) {
            return operator(principal, filter);
        }
        // No short cut: an unknown condition is told even when another one fails.
        boolean all = true;
        for (var p : filter.properties()) {
            all &= p.getValue().isNull() || matches(principal, p.getKey(), p.getValue());
        }
        return all;
    }

    private static int conditions(@Nullable JsonNode filter) {
        int conditions = 1;
        if (filter != null) {
            for (JsonNode part : filter.path("conditions")) {
                conditions += conditions(part);
            }
        }
        return conditions;
    }

    private static boolean operator(ObjectNode principal, JsonNode filter) {
        if (!filter.path("conditions").isArray()) {
            throw Arguments.invalid("A filter operator has a list of conditions.");
        }
        List<Boolean> parts = new ArrayList<>();
        filter.path("conditions").forEach(c -> parts.add(matches(principal, c)));
        return switch (filter.path("operator").asString("")) {
            case "AND" -> !parts.contains(false);
            case "OR" -> parts.contains(true);
            case "NOT" -> !parts.contains(true);
            default -> throw Arguments.invalid("A filter operator is AND, OR or NOT.");
        };
    }

    private static boolean matches(ObjectNode principal, String name, JsonNode value) {
        if (name.equals("accountIds") && value.isArray()) {
            return value.valueStream()
                    .anyMatch(id -> principal.path("accounts").has(id.asString("")));
        }
        if (!value.isString()) {
            throw Arguments.invalid("The filter's " + name + " has the wrong type.");
        }
        String text = value.asString();
        return switch (name) {
            case "name", "email" -> contains(principal, name, text);
            case "text" -> contains(principal, "name", text) || contains(principal, "email", text);
            case "type", "timeZone" -> principal.path(name).asString("").equals(text);
            default ->
                    throw new MethodProblem(
                            "unsupportedFilter", "Linden does not filter by " + name + ".");
        };
    }

    private static boolean contains(ObjectNode principal, String name, String text) {
        return principal
                .path(name)
                .asString("")
                .toLowerCase(Locale.ROOT)
                .contains(text.toLowerCase(Locale.ROOT));
    }
}
