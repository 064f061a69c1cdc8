package app.linden.model;

import app.linden.base.Problem;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The wall times after the start that a rule gives, in order, one by one, as seconds since
 * 1970-01-01T00:00 of the wall. Nothing is computed before it is asked for, and what lies before a
 * window is passed over by arithmetic.
 */
final class Candidates {
    /** There is no further one before the limit. */
    static final long NONE = Long.MAX_VALUE;

    /** The steps are used up. */
    static final long GAVE_UP = Long.MAX_VALUE - 1;

    private final Periods periods;
    private final boolean forward;
    private final long start;
    private final long count;
    private PeriodSet now;
    private long number;
    private long index;
    private long size;

    /** Of the period before, what skipping forward has moved into this one. */
    private PeriodSet before;

    private long beforeIndex;
    private long beforeSize;

    private long given = 1;
    private long latest;
    private int steps;

    /**
     * The candidates of a rule after a start.
     *
     * @param steps how many periods and times may be looked at
     * @throws Problem BAD_INPUT when the rule cannot be read
     */
    Candidates(Rule rule, LocalDateTime start, int steps) {
        RuleParts parts = new RuleParts(rule, start);
        periods = new Periods(parts, start);
        forward = parts.skip == RuleParts.Skip.FORWARD && parts.unit == RuleParts.Unit.MONTHLY;
        now = new PeriodSet(parts);
        before = forward ? new PeriodSet(parts) : now;
        this.start = start.toEpochSecond(ZoneOffset.UTC);
        this.latest = this.start;
        Integer most = rule.count();
        count = most == null ? Long.MAX_VALUE : most;
        this.steps = steps;
        load(0);
        index = now.before(this.start + 1);
    }

    /** Leaves out all before this time, but counts it. */
    void jumpTo(long from) {
        if (from <= start) {
            return;
        }
        if (count != Long.MAX_VALUE) {
            if (!forward) {
                countTo(from);
            }
            return;
        }
        load(Math.max(0, periods.at(from) - (forward ? 1 : 0)));
        index = Math.max(index, now.before(Math.max(from, start + 1)));
        latest = Math.max(latest, from - 1);
    }

    /** The next one before the limit, or {@link #NONE} or {@link #GAVE_UP}. */
    long next(long limit) {
        while (given < count) {
            if (--steps < 0) {
                return GAVE_UP;
            }
            long at = Math.min(ofNow(), beforeIndex < beforeSize ? before.at(beforeIndex) : NONE);
            if (at == NONE) {
                if (!advance(limit)) {
                    return steps < 0 ? GAVE_UP : NONE;
                }
                continue;
            }
            if (at >= limit) {
                return NONE;
            }
            if (at == ofNow()) {
                index++;
            } else {
                beforeIndex++;
            }
            if (at > latest) {
                latest = at;
                given++;
                return at;
            }
        }
        return NONE;
    }

    private long ofNow() {
        if (index >= size) {
            return NONE;
        }
        long at = now.at(index);
        return forward && at >= periods.end(number) ? NONE : at;
    }

    private boolean advance(long limit) {
        if (forward) {
            PeriodSet spare = before;
            before = now;
            beforeIndex = index;
            beforeSize = size;
            now = spare;
        }
        long next = number + 1;
        while (true) {
            if (next == Long.MAX_VALUE) {
                return done();
            }
            if (periods.begin(next) >= Math.min(limit, Periods.END)) {
                return forward && beforeIndex < beforeSize || done();
            }
            load(next);
            if (size > 0 || forward && beforeIndex < beforeSize) {
                return true;
            }
            if (--steps < 0) {
                return false;
            }
            next = now.isEmpty() ? periods.after(next) : next + 1;
        }
    }

    private boolean done() {
        size = 0;
        return false;
    }

    private void load(long period) {
        number = period;
        periods.fill(now, period);
        size = now.size();
        index = 0;
    }

    private void countTo(long from) {
        while (periods.end(number) <= from) {
            given += size - index;
            long next = number + 1;
            if (number > 0 && periods.allAlike()) {
                long last = periods.at(from);
                given += Math.max(0, last - next) * size;
                next = Math.max(next, last);
            } else if (now.isEmpty()) {
                next = periods.after(number);
            }
            if (given >= count
                    || --steps < 0
                    || next == Long.MAX_VALUE
                    || periods.begin(next) >= Periods.END) {
                size = 0;
                index = 0;
                given = given >= count || steps >= 0 ? count : given;
                return;
            }
            load(next);
        }
        long there = Math.max(index, now.before(from));
        given += there - index;
        index = there;
        latest = Math.max(latest, from - 1);
    }
}
