package app.linden.model;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A rule as a person chooses it from a short list; every other rule is {@link Kind#CUSTOM}. What
 * day of the week or month is meant follows from the day of the first occurrence.
 *
 * @param until the last day, null when another end counts
 * @param count how many occurrences, null when another end counts
 */
public record Repetition(Kind kind, @Nullable LocalDate until, @Nullable Integer count) {

    /** How it repeats. */
    public enum Kind {
        NONE,
        DAILY,
        /** Monday to Friday. */
        WEEKDAYS,
        WEEKLY,
        TWO_WEEKLY,
        /** On the day of the month that it starts on. */
        MONTHLY_DAY,
        /** On the first, second ... of its day of the week in the month. */
        MONTHLY_NTH,
        /** On the last of its day of the week in the month. */
        MONTHLY_LAST,
        YEARLY,
        /** A rule that this list does not know; it is kept as it is. */
        CUSTOM
    }

    public static final Repetition NONE = new Repetition(Kind.NONE, null, null);

    private static final List<DayOfWeek> WORKING_DAYS =
            List.of(
                    DayOfWeek.MONDAY,
                    DayOfWeek.TUESDAY,
                    DayOfWeek.WEDNESDAY,
                    DayOfWeek.THURSDAY,
                    DayOfWeek.FRIDAY);

    public boolean isEndless() {
        return until == null && count == null;
    }

    /** How a rule looks to a person when the first occurrence is on {@code first}. */
    public static Repetition of(@Nullable Rule rule, LocalDate first) {
        if (rule == null) {
            return NONE;
        }
        LocalDateTime until = rule.until();
        return new Repetition(
                kind(rule, first), until == null ? null : until.toLocalDate(), rule.count());
    }

    /** The kinds that make sense from that day on, {@code CUSTOM} not among them. */
    public static List<Kind> kinds(LocalDate first) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
        kinds.remove(Kind.CUSTOM);
        if (!isLast(first)) {
            kinds.remove(Kind.MONTHLY_LAST);
        }
        if (nth(first) == 5) {
            kinds.remove(Kind.MONTHLY_NTH);
        }
        if (WORKING_DAYS.stream().noneMatch(d -> d == first.getDayOfWeek())) {
            kinds.remove(Kind.WEEKDAYS);
        }
        return kinds;
    }

    /** The second Tuesday of a month has 2. */
    public static int nth(LocalDate day) {
        return (day.getDayOfMonth() - 1) / 7 + 1;
    }

    /**
     * The rule of this; {@code before} itself where it says the same already, so that nothing
     * changes that the person did not change. Null for none.
     */
    public @Nullable Rule rule(LocalDate first, @Nullable Rule before) {
        if (before != null && equals(of(before, first))) {
            return before;
        }
        if (kind == Kind.NONE) {
            return null;
        }
        Rule rule = kind == Kind.CUSTOM && before != null ? before : plain(kind, first);
        if (count != null) {
            return rule.withCount(count);
        }
        return until != null ? rule.until(until) : rule.endless();
    }

    private static Rule plain(Kind kind, LocalDate first) {
        return switch (kind) {
            case DAILY -> Rule.every(1, Rule.Frequency.DAILY);
            case WEEKDAYS -> Rule.every(1, Rule.Frequency.WEEKLY).on(WORKING_DAYS);
            case WEEKLY -> Rule.every(1, Rule.Frequency.WEEKLY);
            case TWO_WEEKLY -> Rule.every(2, Rule.Frequency.WEEKLY);
            case MONTHLY_DAY -> Rule.every(1, Rule.Frequency.MONTHLY);
            case MONTHLY_NTH ->
                    Rule.every(1, Rule.Frequency.MONTHLY).onNth(nth(first), first.getDayOfWeek());
            case MONTHLY_LAST ->
                    Rule.every(1, Rule.Frequency.MONTHLY).onNth(-1, first.getDayOfWeek());
            case YEARLY -> Rule.every(1, Rule.Frequency.YEARLY);
            case NONE, CUSTOM ->
                    throw new Problem(Problem.Kind.OUR_BUG, "No rule can be made of " + kind + ".");
        };
    }

    private static Kind kind(Rule rule, LocalDate first) {
        String text;
        try {
            // A person's list says nothing of ends and, with one day a week, of where weeks begin.
            text = rule.toRrule().replaceAll(";(COUNT|UNTIL|WKST)=[^;]*", "");
        } catch (Problem unreadable) {
            return Kind.CUSTOM;
        }
        String day = first.getDayOfWeek().name().substring(0, 2);
        String dayOfMonth = ";BYMONTHDAY=" + first.getDayOfMonth();
        for (Kind kind : kinds(first)) {
            Set<String> forms =
                    switch (kind) {
                        case NONE, CUSTOM -> Set.of();
                        case DAILY -> Set.of("FREQ=DAILY");
                        case WEEKDAYS ->
                                Set.of(
                                        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                                        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR");
                        case WEEKLY -> Set.of("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=" + day);
                        case TWO_WEEKLY ->
                                Set.of(
                                        "FREQ=WEEKLY;INTERVAL=2",
                                        "FREQ=WEEKLY;INTERVAL=2;BYDAY=" + day);
                        case MONTHLY_DAY -> Set.of("FREQ=MONTHLY", "FREQ=MONTHLY" + dayOfMonth);
                        case MONTHLY_NTH -> Set.of("FREQ=MONTHLY;BYDAY=" + nth(first) + day);
                        case MONTHLY_LAST -> Set.of("FREQ=MONTHLY;BYDAY=-1" + day);
                        case YEARLY ->
                                Set.of(
                                        "FREQ=YEARLY",
                                        "FREQ=YEARLY"
                                                + dayOfMonth
                                                + ";BYMONTH="
                                                + first.getMonthValue());
                    };
            if (forms.contains(text)) {
                return kind;
            }
        }
        return Kind.CUSTOM;
    }

    private static boolean isLast(LocalDate day) {
        return ChronoUnit.DAYS.between(day, day.withDayOfMonth(day.lengthOfMonth())) < 7;
    }
}
