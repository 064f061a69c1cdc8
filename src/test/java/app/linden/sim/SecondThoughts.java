package app.linden.sim;

import app.linden.model.Conflict;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Trashed;
import app.linden.model.Waiting;
import app.linden.store.Doors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** What people do about what was done: undo, do again, restore, take back, ask again, keep both. */
final class SecondThoughts {
    /** What an undo writes is a side of its own. */
    private static final int WRITER = 200;

    private final World world;

    SecondThoughts(World world) {
        this.world = world;
    }

    void act(Device device, Random r, Step.Kind kind) {
        Map<String, Set<String>> before = shown(device);
        Set<String> calendars = calendars(device);
        Set<String> cards = cards(device);
        CompletableFuture<?> saved =
                switch (kind) {
                    case UNDO -> device.commands.undo();
                    case REDO -> device.commands.redo();
                    case RETRY -> device.commands.retryAll();
                    case RESTORE -> restore(device, r);
                    case DISCARD -> discard(device, r);
                    case BOTH -> both(device, r);
                    default -> throw new IllegalArgumentException(kind.toString());
                };
        Acts.done(saved);
        if (saved.isCompletedExceptionally()) {
            return;
        }
        if (kind == Step.Kind.UNDO) {
            // An edit that gave no more than a card is taken back with it.
            cards.removeAll(cards(device));
            world.judge.dropped(cards);
        }
        if (!calendars(device).containsAll(calendars)) {
            // That of a calendar that was made here takes along what others put into it.
            world.judge.calendarDeleted();
        }
        Map<String, Set<String>> after = shown(device);
        Set<String> uids = new TreeSet<>(before.keySet());
        uids.addAll(after.keySet());
        for (String uid : uids) {
            Set<String> was = before.getOrDefault(uid, Set.of());
            Set<String> is = after.getOrDefault(uid, Set.of());
            if (!was.equals(is)) {
                world.judge.tookBack(device, was, is, uid);
                world.judge.wrote(uid, WRITER + device.index, "*");
                world.judge.published(uid, is);
                world.judge.copied(is);
                if (is.isEmpty()) {
                    world.judge.deleted(uid);
                }
            }
        }
    }

    private static Map<String, Set<String>> shown(Device device) {
        Map<String, Set<String>> shown = new TreeMap<>();
        for (String[] work : Doors.works(device.store)) {
            shown.computeIfAbsent(Event.of(Json.parseObject(work[1])).uid(), u -> new TreeSet<>())
                    .addAll(Judge.tokens(work[1]));
        }
        return shown;
    }

    private static Set<String> cards(Device device) {
        Set<String> tokens = new TreeSet<>();
        device.store.conflicts().forEach(c -> tokens.addAll(Judge.tokens(Json.write(c.mine()))));
        return tokens;
    }

    private static Set<String> calendars(Device device) {
        Set<String> ids = new TreeSet<>();
        device.store.calendars().forEach(c -> ids.add(c.id()));
        return ids;
    }

    private CompletableFuture<?> restore(Device device, Random r) {
        List<Trashed> trash = new ArrayList<>(device.store.trash());
        trash.sort(Comparator.comparing(Trashed::id));
        Trashed one = Acts.pick(trash, r);
        if (one == null) {
            return CompletableFuture.completedFuture(null);
        }
        world.judge.copied(Judge.tokens(Json.write(one.document())));
        return device.commands.restore(one.id());
    }

    private CompletableFuture<?> discard(Device device, Random r) {
        List<Waiting> waiting = new ArrayList<>(device.store.waiting());
        waiting.sort(Comparator.comparing(Waiting::seq));
        Waiting one = Acts.pick(waiting, r);
        return one == null
                ? CompletableFuture.completedFuture(null)
                : device.commands.discard(one.seq());
    }

    private CompletableFuture<?> both(Device device, Random r) {
        List<Conflict> cards = new ArrayList<>(device.store.conflicts());
        cards.sort(Comparator.comparing(Conflict::id));
        Conflict one = Acts.pick(cards, r);
        if (one == null) {
            return CompletableFuture.completedFuture(null);
        }
        String uid = Doors.uid(device.store, one.objectId());
        Set<String> standing = new TreeSet<>(Judge.tokens(Json.write(one.mine())));
        shown(device).getOrDefault(uid, Set.of()).forEach(standing::add);
        world.judge.copied(standing);
        return device.commands.keepBoth(one.id());
    }
}
