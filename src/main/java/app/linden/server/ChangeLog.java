package app.linden.server;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one transaction changes in one account: becomes rows of the change log, new states, and
 * notices. Each row takes a number of its own, so that /changes can stop at any of them.
 */
final class ChangeLog {
    private record Entry(
            String type,
            String objectId,
            @Nullable String principalId,
            @Nullable Where before,
            @Nullable Where after) {}

    private final Desk desk;
    private final String accountId;
    private final List<Entry> waiting = new ArrayList<>();
    private final List<Entry> written = new ArrayList<>();
    private final Set<String> flipped = new LinkedHashSet<>();
    private final Set<String> toFlip = new LinkedHashSet<>();
    private final Map<String, String> states = new TreeMap<>();

    ChangeLog(Desk desk, String accountId) {
        this.desk = desk;
        this.accountId = accountId;
    }

    /** An object changed for all who see it; null where it was not or is not any more. */
    void changed(String type, String objectId, @Nullable Where before, @Nullable Where after) {
        waiting.add(new Entry(type, objectId, null, before, after));
    }

    /** An object changed for one principal alone. */
    void changedFor(String principalId, String type, String objectId, Where where) {
        waiting.add(new Entry(type, objectId, principalId, where, where));
    }

    /** As {@link #changed}, for one principal alone. */
    void changedFor(
            String principalId,
            String type,
            String objectId,
            @Nullable Where before,
            @Nullable Where after) {
        waiting.add(new Entry(type, objectId, principalId, before, after));
    }

    /** A principal sees other objects of this account than before. */
    void sightChanged(String principalId) {
        toFlip.add(principalId);
    }

    /** Writes what is noted so far. */
    void write() {
        for (String principalId : toFlip) {
            for (String type : Types.PUSHED) {
                waiting.add(new Entry(type, "", principalId, null, null));
            }
        }
        Map<String, Long> before = new HashMap<>();
        Map<String, Long> last = new HashMap<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Entry e : waiting) {
            long from =
                    before.computeIfAbsent(
                            e.type, type -> States.of(desk.sql, accountId, type).seq());
            long seq = last.merge(e.type, from + 1, (old, first) -> old + 1);
            rows.add(
                    new @Nullable Object[] {
                        accountId,
                        e.type,
                        seq,
                        e.objectId,
                        e.principalId,
                        Where.write(e.before),
                        Where.write(e.after),
                        desk.now.getEpochSecond()
                    });
        }
        desk.sql.batch(
                "INSERT INTO change_log (account_id, type, seq, object_id, principal_id, before_in,"
                        + " after_in, at_second) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        last.forEach((type, seq) -> {
            long from = Objects.requireNonNull(before.get(type));
            States.set(desk.sql, desk.ids, accountId, type, from, seq);
            states.put(type, States.text(desk.sql, accountId, type, seq));
        });
        for (String principalId : toFlip) {
            last.forEach((type, seq) -> writeHorizon(principalId, type, seq));
        }
        written.addAll(waiting);
        waiting.clear();
        flipped.addAll(toFlip);
        toFlip.clear();
    }

    private void writeHorizon(String principalId, String type, long seq) {
        int rows =
                desk.sql.update(
                        "UPDATE horizon SET seq = ? WHERE account_id = ? AND principal_id = ? AND"
                                + " type = ?",
                        seq,
                        accountId,
                        principalId,
                        type);
        if (rows == 0) {
            desk.sql.update(
                    "INSERT INTO horizon (account_id, principal_id, type, seq) VALUES (?, ?, ?, ?)",
                    accountId,
                    principalId,
                    type,
                    seq);
        }
    }

    /** Whom to tell what, after {@link #write}; rights are those at the end of the transaction. */
    List<Notice> notices() {
        if (written.isEmpty()) {
            return List.of();
        }
        Audience audience = Audience.of(desk.sql, accountId);
        Map<String, Set<String>> typesOf = new TreeMap<>();
        for (Entry e : written) {
            Set<String> hearers =
                    e.principalId != null
                            ? Set.of(e.principalId)
                            : audience.of(e.type, e.before, e.after);
            hearers.forEach(
                    p -> typesOf.computeIfAbsent(p, k -> new LinkedHashSet<>()).add(e.type));
        }
        flipped.forEach(p -> typesOf.put(p, new LinkedHashSet<>(Types.PUSHED)));
        long last = desk.sql.number("SELECT MAX(n) FROM change_log");
        List<Notice> notices = new ArrayList<>();
        typesOf.forEach((principalId, types) -> {
            Map<String, String> told = new TreeMap<>(states);
            told.keySet().retainAll(types);
            notices.add(new Notice(principalId, accountId, told, last));
        });
        return notices;
    }
}
