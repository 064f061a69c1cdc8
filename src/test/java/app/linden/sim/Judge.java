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
    private final Set<String> replaced = new TreeSet<>();
    private final Set<String> copied = new TreeSet<>();
    private final Set<Integer> everRevoked = new TreeSet<>();
    private final Map<String, Set<Integer>> writersOf = new HashMap<>();

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
                replaced.add(token);
            }
        }
        for (String token : after) {
            if (!before.contains(token)) {
                replaced.remove(token);
                written.putIfAbsent(
                        token, new Written(device.person, device.index, secret, personal, uid));
            }
        }
        writersOf.computeIfAbsent(uid, u -> new TreeSet<>()).add(device.index);
    }

    /** The person decided against these. */
    void dropped(Set<String> tokens) {
        replaced.addAll(tokens);
    }

    /** These may stand on several events from now on, by the person's will. */
    void copied(Set<String> tokens) {
        copied.addAll(tokens);
    }

    /** Whoever sees the event of these may: it left its private calendar. */
    void published(Set<String> tokens) {
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
    void nothingLost(List<String> server, List<String> kept, Predicate<String> uidIsThere) {
        Set<String> alive = new TreeSet<>();
        server.forEach(t -> alive.addAll(tokens(t)));
        kept.forEach(t -> alive.addAll(tokens(t)));
        written.forEach((token, w) -> {
            if (!alive.contains(token) && !replaced.contains(token)) {
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

    /** Invariant: a card needs two sides. */
    boolean oneSided(String uid) {
        return writersOf.getOrDefault(uid, Set.of()).size() < 2;
    }
}
