package app.linden.model;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Expands series. Rules run on wall time, which is the truth across summer time: a weekly nine
 * o'clock stays nine o'clock.
 */
public final class Recurrence {
    /**
     * What an expansion may cost.
     *
     * @param steps candidates looked at
     * @param found occurrences returned
     */
    public record Budget(int steps, int found) {
        public static final Budget USUAL = new Budget(100_000, 1_000);
    }

    /**
     * The occurrences of a series in a window.
     *
     * @param starts recurrence ids in order of time; what an override excludes is not among them
     * @param complete false when the budget ended the search
     */
    public record Expansion(List<LocalDateTime> starts, boolean complete) {}

    private Recurrence() {}

    /**
     * The recurrence ids of a series from {@code from} (inclusive) to {@code to} (exclusive), in
     * the event's wall time; ids that only an override adds are among them. The override of an
     * occurrence may move it out of or into the window: look at {@link Event#overrides} for those.
     *
     * @throws app.linden.base.Problem BAD_INPUT when the rule cannot be read
     */
    public static Expansion expand(
            Event event, LocalDateTime from, LocalDateTime to, Budget budget) {
        LocalDateTime start = event.when().start();
        SortedMap<LocalDateTime, ObjectNode> overrides = event.overrides();
        List<LocalDateTime> starts = new ArrayList<>();
        boolean complete = true;
        Rule rule = event.rule();
        if (rule == null) {
            add(starts, start, from, to);
        } else {
            complete = run(rule, start, from, to, budget, starts);
        }
        for (LocalDateTime id : overrides.keySet()) {
            add(starts, id, from, to);
        }
        starts.removeIf(id -> overrides.containsKey(id) && isExcluded(overrides.get(id)));
        return new Expansion(starts.stream().distinct().sorted().toList(), complete);
    }

    /**
     * Whether a series has an occurrence with this recurrence id, of its rule or of an override.
     *
     * @param key a recurrence id as it stands in a document; what is none counts as there
     */
    public static boolean has(Event series, String key) {
        if (!Event.isLocalDateTime(key)) {
            return true;
        }
        LocalDateTime id = LocalDateTime.parse(key);
        return !expand(series, id, id.plusSeconds(1), Budget.USUAL).starts().isEmpty();
    }

    public static boolean isExcluded(ObjectNode override) {
        return override.path("excluded").asBoolean(false);
    }

    private static void add(
            List<LocalDateTime> starts, LocalDateTime id, LocalDateTime from, LocalDateTime to) {
        if (!id.isBefore(from) && id.isBefore(to)) {
            starts.add(id);
        }
    }

    private static boolean run(
            Rule rule,
            LocalDateTime start,
            LocalDateTime from,
            LocalDateTime to,
            Budget budget,
            List<LocalDateTime> starts) {
        Candidates candidates = Candidates.of(rule, start);
        Integer count = rule.count();
        LocalDateTime until = rule.until();
        if (count == null && from.isAfter(start)) {
            candidates.jumpTo(from);
        } else {
            // jscalendarbis 3.3.3: the start is an occurrence whether the rule meets it or not, and
            // counts as one. What is counted must be counted from the start.
            add(starts, start, from, to);
        }
        int number = 1;
        for (int step = 0; step < budget.steps() && starts.size() < budget.found(); step++) {
            LocalDateTime at = candidates.next();
            if (at == null) {
                return !candidates.gaveUp();
            }
            if (!at.isAfter(start)) {
                continue;
            }
            boolean pastEnd =
                    count != null && ++number > count || until != null && at.isAfter(until);
            if (pastEnd || !at.isBefore(to)) {
                return true;
            }
            add(starts, at, from, to);
        }
        return false;
    }
}
