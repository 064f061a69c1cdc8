package app.linden.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.RandomProperties;
import app.linden.model.Type;
import app.linden.wire.Capability;
import app.linden.wire.Invocation;
import app.linden.wire.Request;
import app.linden.wire.Session;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Events of all properties by chance go to a server that others wrote and come back: whatever it
 * cannot keep stays here, and no spelling of its own looks like a change.
 */
@Tag("peer")
final class PeerEventTripsTest {
    private static final List<String> SET_BY_SERVER =
            List.of("id", "created", "updated", "sequence", "isOrigin", "prodId", "calendarIds");

    private JmapOverHttp remote;
    private Session session;
    private String account;

    @Test
    void eventsComeBackAsTheyWent() {
        String address = System.getenv("LINDEN_PEER");
        String users = System.getenv("LINDEN_PEER_USERS");
        Assumptions.assumeTrue(
                address != null && users != null, "no LINDEN_PEER and LINDEN_PEER_USERS given");
        String[] user = users.split(",")[0].split(":", 2);
        long seed = Long.getLong("linden.seed", 20261124);
        int count = Integer.getInteger("linden.peer.events", 200);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        remote = new JmapOverHttp(address, user[0], user[1]);
        session = remote.session();
        account = session.primaryAccounts().get(Capability.CALENDARS);
        Dialect dialect = Dialect.of(session.accounts().get(account));
        ObjectNode make = Json.object();
        make.putObject("create").putObject("c").put("name", "Trips");
        String calendar =
                call("Calendar/set", make).path("created").path("c").path("id").asString();
        try {
            Map<String, ObjectNode> sent = new LinkedHashMap<>();
            ObjectNode set = Json.object();
            ObjectNode create = set.putObject("create");
            for (int i = 0; i < count; i++) {
                ObjectNode event = new RandomProperties(random).event();
                event.put("uid", "trip-" + i);
                event.putObject("calendarIds").put(calendar, true);
                event.remove(List.of("updated", "created", "sequence", "isOrigin"));
                sent.put("e" + i, event);
                create.set("e" + i, dialect.toServer(Type.EVENT, event));
            }
            JsonNode answer = call("CalendarEvent/set", set);
            TreeMap<String, Integer> refused = new TreeMap<>();
            TreeMap<String, Integer> changed = new TreeMap<>();
            sent.forEach((key, event) -> {
                JsonNode error = answer.path("notCreated").path(key);
                if (error.isObject()) {
                    refused.merge(error.path("properties").toString(), 1, Integer::sum);
                    System.out.println(error + " " + dialect.toServer(Type.EVENT, event));
                }
            });
            for (JsonNode got :
                    call("CalendarEvent/get", Json.object().putNull("ids")).path("list")) {
                String uid = got.path("uid").asString();
                if (!uid.startsWith("trip-")) {
                    continue;
                }
                ObjectNode event = sent.get("e" + uid.substring("trip-".length())).deepCopy();
                ObjectNode back =
                        dialect.completed(
                                Type.EVENT,
                                event,
                                dialect.fromServer(Type.EVENT, (ObjectNode) got));
                event.remove(SET_BY_SERVER);
                back.remove(SET_BY_SERVER);
                organizer(event, back);
                for (String name : List.copyOf(back.propertyNames())) {
                    if (back.path(name).isNull()) {
                        back.remove(name);
                    }
                }
                if (event.path("timeZone").asString("").equals("Australia/Lord_Howe")) {
                    // Over its change of half an hour Cyrus reckons lengths otherwise.
                    continue;
                }
                Patch difference = Patch.between(event, back);
                if (!difference.isEmpty()) {
                    changed.merge(difference.changes().keySet().toString(), 1, Integer::sum);
                    System.out.println(
                            difference.toJson() + "\n  was " + difference.valuesIn(event).toJson());
                }
            }
            assertEquals("{}{}", refused.toString() + changed);
        } finally {
            ObjectNode end = Json.object().put("onDestroyRemoveEvents", true);
            end.putArray("destroy").add(calendar);
            call("Calendar/set", end);
            remote.close();
        }
    }

    /** Cyrus lists whoever invites among the people, and as the owner. */
    private static void organizer(ObjectNode event, ObjectNode back) {
        String address = event.path("organizerCalendarAddress").asString("");
        for (String id : List.copyOf(back.path("participants").propertyNames())) {
            ObjectNode person = (ObjectNode) back.path("participants").path(id);
            JsonNode sent = event.path("participants").path(id);
            if (!person.path("calendarAddress").asString("").equals(address)) {
                continue;
            }
            if (sent.isMissingNode()) {
                ((ObjectNode) back.path("participants")).remove(id);
            } else {
                person.remove("roles");
                ((ObjectNode) sent).remove("roles");
            }
        }
    }

    private JsonNode call(String method, ObjectNode arguments) {
        arguments.put("accountId", account);
        Invocation answer =
                remote.call(
                                new Request(
                                        List.of(Capability.CORE, Capability.CALENDARS),
                                        List.of(new Invocation(method, arguments, "0")),
                                        null))
                        .to("0")
                        .orElseThrow();
        assertEquals(method, answer.name(), answer.arguments().toString());
        return answer.arguments();
    }
}
