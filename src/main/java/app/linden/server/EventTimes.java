package app.linden.server;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Length;
import app.linden.model.Recurrence;
import app.linden.model.Recurrence.Budget;
import app.linden.model.Recurrence.Expansion;
import app.linden.model.Rule;
import app.linden.model.When;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Between which moments any occurrence of an event lies, for {@code after} and {@code before} of
 * queries.
 *
 * @param begins the earliest start in seconds since 1970, of UTC or, when floating, of wall time
 * @param ends the latest end, {@link #ENDLESS} where there is none or it costs too much to know
 */
record EventTimes(boolean floating, long begins, long ends) {
    static final long ENDLESS = Long.MAX_VALUE;

    private static final LocalDateTime FAR = LocalDateTime.of(9999, 12, 31, 23, 59);
    private static final Budget BUDGET = new Budget(5_000, 1_000);

    static EventTimes of(Event event) {
        When when = event.when();
        long begins = second(when, when.start());
        long ends = when.length().isZero() ? begins : end(when, when.start(), when.length());
        Rule rule = event.rule();
        if (rule != null) {
            ends = Math.max(ends, ruleEnd(event, when, rule));
        }
        for (Map.Entry<LocalDateTime, ObjectNode> o : event.overrides().entrySet()) {
            if (Recurrence.isExcluded(o.getValue())) {
                continue;
            }
            String own = o.getValue().path("start").asString("");
            LocalDateTime start =
                    Event.isLocalDateTime(own) ? LocalDateTime.parse(own) : o.getKey();
            begins = Math.min(begins, second(when, start));
            if (ends != ENDLESS) {
                ends = Math.max(ends, end(when, start, length(o.getValue(), when.length())));
            }
        }
        return new EventTimes(when.zone() == null, begins, ends);
    }

    private static long ruleEnd(Event event, When when, Rule rule) {
        if (rule.isEndless()) {
            return ENDLESS;
        }
        try {
            Expansion all = Recurrence.expand(event, when.start(), FAR, BUDGET);
            if (!all.complete()) {
                LocalDateTime until = rule.until();
                return until == null ? ENDLESS : end(when, until, when.length());
            }
            return all.starts().isEmpty()
                    ? Long.MIN_VALUE
                    : end(when, all.starts().getLast(), when.length());
        } catch (RuntimeException unreadable) {
            return ENDLESS;
        }
    }

    private static Length length(ObjectNode override, Length usual) {
        String own = override.path("duration").asString("");
        try {
            return own.isEmpty() ? usual : Length.parse(own);
        } catch (Problem unreadable) {
            return usual;
        }
    }

    private static long second(When when, LocalDateTime at) {
        return when.zone() == null
                ? at.toEpochSecond(ZoneOffset.UTC)
                : at.atZone(when.zone()).toEpochSecond();
    }

    private static long end(When when, LocalDateTime start, Length length) {
        return when.zone() == null
                ? length.after(start).toEpochSecond(ZoneOffset.UTC)
                : length.after(start, when.zone()).toEpochSecond();
    }
}
