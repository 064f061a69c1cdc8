package app.linden.sim;

import app.linden.store.Doors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows every value that was ever acknowledged, by its token, and who replaced it knowingly. Works
 * on texts alone and shares no code with merge or store.
 */
final class Judge {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "tk\\d+x|\"start\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\"|\"count\":1\\d{4}");

    /** One value that was written. */
    private record Written(int person, int device, boolean secret, boolean personal, String uid) {}

    private final Map<String, Written> written = new HashMap<>();
    private final Map<String, Set<Integer>> replaced = new HashMap<>();
    private final Set<String> published = new TreeSet<>();
    private final Set<String> copied = new TreeSet<>();
    private final Set<Integer> everRevoked = new TreeSet<>();
    private final Map<String, Map<String, Set<Integer>>> writersOf = new HashMap<>();
    private final Set<String> deleted = new TreeSet<>();
    private final Set<Integer> refused = new TreeSet<>();
    private boolean calendarDeleted;
    private boolean restored;

    static Set<String> tokens(String text) {
        Set<String> found = new TreeSet<>();
        Matcher m = TOKEN.matcher(text);
        while (m.find()) {
            found.add(m.group());
        }
        return found;
    }

    static Set<String> shown(Device device) {
        Set<String> all = new TreeSet<>();
        Doors.works(device.store).forEach(w -> all.addAll(tokens(w[1])));
        return all;
    }

    /** A person saw {@code before} and, once it was saved, {@code after}. */
    void acted(
            Device device,
            Set<String> before,
            Set<String> after,
            String uid,
            boolean secret,
            boolean personal) {
        for (String token : before) {
            if (!after.contains(token)) {
                replacedBy(token, device.index);
            }
        }
        for (String token : after) {
            if (!before.contains(token)) {
                replaced.remove(token);
                written.putIfAbsent(
                        token,
                        new Written(
                                device.person,
                                device.index,
                                secret && !published.contains(uid),
                                personal,
                                uid));
            }
        }
    }

    /**
     * Somebody changed a unit of an event.
     *
     * @param writer a device, or an editor that was left open at it
     * @param unit "*" for all of it
     */
    void wrote(String uid, int writer, String unit) {
        writersOf
                .computeIfAbsent(uid, u -> new HashMap<>())
                .computeIfAbsent(unit, u -> new TreeSet<>())
                .add(writer);
    }

    /** Somebody deleted an event, or took it to another account. */
    void deleted(String uid) {
        deleted.add(uid);
    }

    void calendarDeleted() {
        calendarDeleted = true;
    }

    /** The server is what it was once: all that was told of since may be in doubt. */
    void restored() {
        restored = true;
    }

    /** A server said no to something that this device asked for. */
    void refused(Device device) {
        refused.add(device.index);
    }

    /** Invariant: only what was refused, or has no place to go, is set aside. */
    boolean mayBeParked(Device device, String reason) {
        return refused.contains(device.index) || isHomeless(reason);
    }

    /** Whether a change is set aside since the calendar of its event is gone. */
    static boolean isHomeless(String reason) {
        return reason.contains("calendar of this event");
    }

    private void replacedBy(String token, int device) {
        replaced.computeIfAbsent(token, t -> new TreeSet<>()).add(device);
    }

    private boolean isReplaced(String token) {
        return !replaced.getOrDefault(token, Set.of()).isEmpty();
    }

    /**
     * As {@link #acted}, for one who takes back what they did: what others replaced meanwhile stays
     * replaced.
     */
    void tookBack(Device device, Set<String> before, Set<String> after, String uid) {
        Map<String, Set<Integer>> byOthers = new HashMap<>();
        for (String token : after) {
            Set<Integer> others = new TreeSet<>(replaced.getOrDefault(token, Set.of()));
            others.remove(device.index);
            byOthers.put(token, others);
        }
        acted(device, before, after, uid, false, false);
        replaced.putAll(byOthers);
    }

    /** The person decided against these. */
    void dropped(Set<String> tokens) {
        tokens.forEach(t -> replacedBy(t, -1));
    }

    /** These may stand on several events from now on, by the person's will. */
    void copied(Set<String> tokens) {
        copied.addAll(tokens);
    }

    /** Whoever sees the event of these may: it left its private calendar. */
    void published(String uid, Set<String> tokens) {
        published.add(uid);
        // Also what another device wrote in it and this one has not seen yet.
        written.replaceAll((token, w) ->
                w.uid.equals(uid) ? new Written(w.person, w.device, false, w.personal, w.uid) : w);
        for (String token : tokens) {
            written.computeIfPresent(
                    token, (t, w) -> new Written(w.person, w.device, false, w.personal, w.uid));
        }
    }

    void revoked(int person) {
        everRevoked.add(person);
    }

    /** Invariant: nobody hears what is another's alone. */
    void heard(int person, String text) {
        for (String token : tokens(text)) {
            Written w = written.get(token);
            if (w != null && w.secret && w.person != person) {
                throw new Failure(token + " of person " + w.person + " was told to " + person);
            }
        }
    }

    /** Invariant: what was acknowledged is somewhere, or was replaced by who had seen it. */
    void nothingLost(Set<String> alive, Predicate<String> uidIsThere) {
        written.forEach((token, w) -> {
            if (!alive.contains(token) && !isReplaced(token)) {
                if (everRevoked.contains(w.person) && !uidIsThere.test(w.uid)) {
                    // Theirs to lose: the owner deleted it while they had no right to see it.
                    return;
                }
                throw new Failure(
                        token + " of device " + w.device + " is lost (event " + w.uid + ")");
            }
        });
    }

    /** Invariant: no value stands on two events. */
    void nothingDoubled(List<String> events) {
        Map<String, String> where = new HashMap<>();
        for (String event : events) {
            for (String token : tokens(event)) {
                String other = where.putIfAbsent(token, event);
                if (other != null && !copied.contains(token)) {
                    throw new Failure(token + " stands on two events: " + other + " and " + event);
                }
            }
        }
    }

    /**
     * Invariant: a card needs two sides.
     *
     * @return what is wrong, empty when nothing is
     */
    String oneSided(String uid, String unit) {
        if (restored || uid.isEmpty()) {
            return "";
        }
        if (unit.equals("deleted")) {
            boolean mayBeGone = deleted.contains(uid) || calendarDeleted || !everRevoked.isEmpty();
            return mayBeGone ? "" : "what nobody deleted";
        }
        String first = unit.split("/", 2)[0];
        boolean any = first.equals("delete") || first.equals("recurrenceOverrides");
        Set<Integer> writers = new TreeSet<>();
        writersOf
                .getOrDefault(uid, Map.of())
                .forEach((u, who) -> {
                    if (any || u.equals("*") || u.equals(first)) {
                        writers.addAll(who);
                    }
                });
        return writers.size() < 2 ? "one side" : "";
    }
}
