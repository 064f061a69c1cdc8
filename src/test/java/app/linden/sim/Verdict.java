package app.linden.sim;

import app.linden.model.Json;
import app.linden.model.Type;
import app.linden.remote.RemoteOverBytes.Bytes;
import app.linden.store.Doors;
import app.linden.store.Peek;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is looked at when a world has come to rest. */
final class Verdict {
    private final World world;

    Verdict(World world) {
        this.world = world;
    }

    void give() {
        Map<Integer, Map<Type, Map<String, String>>> truth = new HashMap<>();
        for (int person = 0; person < world.people(); person++) {
            truth.put(person, view(person));
        }
        for (Device device : world.devices) {
            agrees(device, truth.get(device.person));
            nothingWaits(device);
        }
        List<String> server = world.server.texts();
        Set<String> alive = new TreeSet<>();
        server.forEach(t -> alive.addAll(Judge.tokens(t)));
        world.devices.forEach(d -> Doors.kept(d.store).forEach(t -> alive.addAll(Judge.tokens(t))));
        world.judge.nothingLost(alive, uid -> server.stream().anyMatch(t -> t.contains(uid)));
        world.judge.nothingDoubled(world.server.events());
    }

    private void agrees(Device device, Map<Type, Map<String, String>> truth) {
        for (Type type : Type.values()) {
            Map<String, String> bases = Peek.bases(device.store, type);
            bases.replaceAll((id, text) -> Json.canonical(withoutNothing(Json.parseObject(text))));
            differ(device.name + " does not know what the server says", truth.get(type), bases);
            if (Doors.outbox(device.store).isEmpty()) {
                differ(
                        device.name + " shows something else than it knows",
                        Peek.bases(device.store, type),
                        Peek.works(device.store, type));
            }
        }
    }

    /** After an exchange in which nothing went wrong and nothing was sent; each third is enough. */
    void knowsTheServer(Device device) {
        if (world.seconds % 3 == 0) {
            agrees(device, view(device.person));
        }
    }

    private static void differ(String what, Map<String, String> one, Map<String, String> other) {
        if (one.equals(other)) {
            return;
        }
        Set<String> ids = new TreeSet<>(one.keySet());
        ids.addAll(other.keySet());
        for (String id : ids) {
            String a = one.getOrDefault(id, "nothing");
            String b = other.getOrDefault(id, "nothing");
            if (!a.equals(b)) {
                throw new Failure(what + ": " + id + "\n  " + a + "\n  " + b);
            }
        }
    }

    private static void nothingWaits(Device device) {
        for (String[] row : Doors.outbox(device.store)) {
            if (!row[0].equals("PARKED") || row[2].isEmpty()) {
                throw new Failure(device.name + " waits for ever: " + String.join(" ", row));
            }
        }
    }

    private Map<Type, Map<String, String>> view(int person) {
        Map<Type, Map<String, String>> all =
                Map.of(
                        Type.CALENDAR, new TreeMap<>(),
                        Type.EVENT, new TreeMap<>(),
                        Type.COMMENT, new TreeMap<>());
        Bytes session = world.server.answer(world.principal(person), null);
        Json.parse(SimWire.text(session.body()))
                .path("accounts")
                .properties()
                .forEach(a -> {
                    if (a.getValue().path("accountCapabilities").has(CALENDARS)) {
                        for (Type type : Type.values()) {
                            get(person, a.getKey(), type, all.get(type));
                        }
                    }
                });
        return all;
    }

    private static final String CALENDARS = "urn:ietf:params:jmap:calendars";

    private void get(int person, String account, Type type, Map<String, String> into) {
        String request =
                "{\"using\":[\"urn:ietf:params:jmap:core\",\""
                        + CALENDARS
                        + "\",\"urn:linden:params:jmap:comments\"],\"methodCalls\":[[\""
                        + type.wire()
                        + "/get\",{\"accountId\":\""
                        + account
                        + "\",\"ids\":null},\"0\"]]}";
        Bytes answer = world.server.answer(world.principal(person), SimWire.bytes(request));
        JsonNode list =
                Json.parse(SimWire.text(answer.body()))
                        .path("methodResponses")
                        .path(0)
                        .path(1)
                        .path("list");
        for (JsonNode o : list) {
            ObjectNode object = (ObjectNode) o;
            // null, absent and an empty map are one and the same.
            withoutNothing(object);
            into.put(account + "/" + object.path("id").asString(), Json.canonical(object));
        }
    }

    private static ObjectNode withoutNothing(ObjectNode object) {
        List.copyOf(object.propertyNames()).stream()
                .filter(n ->
                        object.path(n).isNull()
                                || object.path(n).isObject() && object.path(n).isEmpty())
                .forEach(object::remove);
        return object;
    }
}
