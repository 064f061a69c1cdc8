package app.linden.model;

import app.linden.base.Problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

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
        When when = event.when();
        List<LocalDateTime> starts = new ArrayList<>();
        boolean complete = true;
        Rule rule = event.rule();
        if (rule == null) {
            add(starts, when.start(), from, to);
        } else {
            complete = run(rule, when.start(), from, to, budget, starts);
        }
        JsonNode overrides = event.json().path("recurrenceOverrides");
        return new Expansion(
                overrides.isEmpty()
                        ? List.copyOf(starts)
                        : Exceptions.applied(starts, overrides, when.zone(), from, to),
                complete);
    }

    /**
     * Whether a series has an occurrence with this recurrence id, of its rule or of an override.
     *
     * @param key a recurrence id as it stands in a document; what is none counts as there, as does
     *     all of a series whose time or rule cannot be read
     */
    public static boolean has(Event series, String key) {
        LocalDateTime id = WallText.read(key);
        if (id == null) {
            return true;
        }
        try {
            return !expand(series, id, id.plusSeconds(1), Budget.USUAL).starts().isEmpty();
        } catch (Problem unreadable) {
            return true;
        }
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
        Candidates candidates = new Candidates(rule, start, budget.steps());
        // jscalendarbis 3.3.3.1: the start is an occurrence whether the rule meets it or not, and
        // counts as one.
        add(starts, start, from, to);
        candidates.jumpTo(second(from));
        LocalDateTime until = rule.until();
        long limit = Math.min(second(to), until == null ? Periods.END : second(until) + 1);
        while (starts.size() < budget.found()) {
            long at = candidates.next(limit);
            if (at == Candidates.NONE || at == Candidates.GAVE_UP) {
                return at == Candidates.NONE;
            }
            add(starts, LocalDateTime.ofEpochSecond(at, 0, ZoneOffset.UTC), from, to);
        }
        return false;
    }

    /** Seconds since 1970-01-01T00:00 of the wall; a fraction of a second counts as a whole one. */
    private static long second(LocalDateTime wall) {
        if (wall.getYear() > 9999) {
            return Periods.END;
        }
        return wall.getYear() < 0
                ? Long.MIN_VALUE
                : wall.toEpochSecond(ZoneOffset.UTC) + (wall.getNano() > 0 ? 1 : 0);
    }
}
