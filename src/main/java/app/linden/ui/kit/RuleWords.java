package app.linden.ui.kit;

import app.linden.model.Repetition;
import app.linden.model.Rule;
import app.linden.model.RuleSentence;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Says in words how an event repeats. */
public final class RuleWords {
    private static final List<String> NTH =
            List.of("repeat.first", "repeat.second", "repeat.third", "repeat.fourth");

    private RuleWords() {}

    /** "Every week on Tuesday, until Dec 1, 2026". */
    public static String of(Rule rule, LocalDate first) {
        Repetition repetition = Repetition.of(rule, first);
        String kind = of(repetition.kind(), first, rule);
        if (repetition.until() != null) {
            return Texts.text("repeat.until", kind, Dates.date(repetition.until()));
        }
        return repetition.count() != null
                ? Texts.text("repeat.count", kind, repetition.count())
                : kind;
    }

    /**
     * Without its end.
     *
     * @param rule what a custom kind stands for
     */
    public static String of(Repetition.Kind kind, LocalDate first, @Nullable Rule rule) {
        String day = full(first.getDayOfWeek());
        return switch (kind) {
            case NONE -> Texts.text("repeat.none");
            case DAILY -> Texts.text("repeat.daily");
            case WEEKDAYS -> Texts.text("repeat.weekdays");
            case WEEKLY -> Texts.text("repeat.weekly", day);
            case TWO_WEEKLY -> Texts.text("repeat.two-weekly", day);
            case MONTHLY_DAY -> Texts.text("repeat.monthly-day", first.getDayOfMonth());
            case MONTHLY_NTH ->
                    Texts.text(
                            "repeat.monthly-nth",
                            Texts.text(NTH.get(Repetition.nth(first) - 1)),
                            day);
            case MONTHLY_LAST -> Texts.text("repeat.monthly-nth", Texts.text("repeat.last"), day);
            case YEARLY ->
                    Texts.text(
                            "repeat.yearly",
                            DateTimeFormatter.ofPattern(
                                            Texts.text("date.day-of-year"), Locale.getDefault())
                                    .format(first));
            case CUSTOM ->
                    rule == null
                            ? Texts.text("repeat.custom")
                            : RuleSentence.of(rule.endless(), first, Locale.getDefault());
        };
    }

    private static String full(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, Locale.getDefault());
    }
}
