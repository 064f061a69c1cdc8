package app.linden.sim;

import app.linden.model.Conflict;
import app.linden.model.Json;
import app.linden.store.Doors;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What must be true after every step, wherever everybody is. */
final class Watch {
    private final World world;
    private final Map<Device, Set<String>> held = new HashMap<>();
    private List<String> server = List.of();
    private Set<String> onServer = Set.of();

    Watch(World world) {
        this.world = world;
    }

    void look() {
        for (Device device : world.devices) {
            if (device.touched) {
                device.touched = false;
                caches(device);
                cards(device);
                parked(device);
                held.put(device, tokens(Doors.everything(device.store)));
            }
        }
        if (world.serverTouched) {
            world.serverTouched = false;
            server = world.server.texts();
            onServer = tokens(server);
        }
        Set<String> alive = new TreeSet<>(onServer);
        held.values().forEach(alive::addAll);
        world.judge.nothingLost(alive, uid -> server.stream().anyMatch(t -> t.contains(uid)));
    }

    private static Set<String> tokens(List<String> texts) {
        Set<String> all = new TreeSet<>();
        texts.forEach(t -> all.addAll(Judge.tokens(t)));
        return all;
    }

    /** What is seen = what the server said with the waiting changes applied, in order. */
    private static void caches(Device device) {
        Map<String, @Nullable JsonNode> expected = new HashMap<>();
        List<String[]> objects = Doors.objects(device.store);
        for (String[] object : objects) {
            expected.put(object[0], object[2].isEmpty() ? null : Json.parse(object[2]));
        }
        Set<String> waiting = new TreeSet<>();
        for (String[] row : Doors.outbox(device.store)) {
            String id = row[3];
            if (!expected.containsKey(id)) {
                throw new Failure(device.name + " waits to change what is gone: " + row[4]);
            }
            waiting.add(id);
            expected.put(id, Replay.of(expected.get(id), row[1], row[4]));
        }
        for (String[] object : objects) {
            JsonNode work = object[3].isEmpty() ? null : Json.parse(object[3]);
            if (!Objects.equals(work, expected.get(object[0]))) {
                throw new Failure(
                        device.name
                                + " shows something else than it knows and did:\n  "
                                + object[3]
                                + "\n  "
                                + expected.get(object[0]));
            }
            if (object[1].isEmpty() && !waiting.contains(object[0])) {
                throw new Failure(device.name + " shows what nobody will ever hear of");
            }
        }
    }

    private void cards(Device device) {
        for (Conflict card : device.store.conflicts()) {
            String why = world.judge.oneSided(Acts.uidOf(device, card), card.unit());
            if (!why.isEmpty()) {
                throw new Failure(
                        device.name + " has a card of " + why + ": " + card.unit() + card.mine());
            }
            if (card.mine().equals(card.theirs()) && !card.unit().equals("delete")) {
                throw new Failure(device.name + " has a card about nothing: " + card.mine());
            }
        }
    }

    private void parked(Device device) {
        List<String[]> parked =
                Doors.outbox(device.store).stream().filter(r -> r[0].equals("PARKED")).toList();
        // What has no place to go any more holds back what must not go before it.
        boolean homeless = parked.stream().anyMatch(r -> Judge.isHomeless(r[2]));
        for (String[] row : parked) {
            boolean behind = row[2].contains("has to come before");
            if (!world.judge.mayBeParked(device, row[2]) && !(behind && homeless)) {
                throw new Failure(device.name + " parked what nobody refused: " + row[2]);
            }
        }
    }
}
