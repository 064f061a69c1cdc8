package app.linden.fuzz;

import app.linden.base.Problem;
import app.linden.ical.FuzzDoor;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Recurrence;
import app.linden.model.Recurrence.Expansion;
import app.linden.model.Repetition;
import app.linden.model.Rule;
import app.linden.model.RuleSentence;
import app.linden.model.Validation;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/**
 * Any bytes as a rule of repetition: as a RecurrenceRule when they begin with a brace, as a {@link
 * Recipe} for one when they begin with a zero, else as an RRULE. Refused in a sentence, or expanded
 * within the budget, said in words, and the same rule again after a way through text.
 */
public final class RulesTarget {
    private static final List<LocalDateTime> STARTS =
            List.of(
                    LocalDateTime.of(2026, 11, 24, 9, 30),
                    LocalDateTime.of(2024, 2, 29, 2, 30, 15),
                    LocalDateTime.of(1, 1, 1, 0, 0),
                    LocalDateTime.of(9999, 12, 31, 23, 59, 59));

    private RulesTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] == 0) {
            ObjectNode made = Recipe.rules().cook(bytes);
            try {
                rule(made);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("Keep this for replay:\n" + Json.write(made) + "\n", e);
            }
            return;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            if (text.startsWith("{")) {
                rule(Json.parseObject(text));
            } else {
                ObjectNode rule = FuzzDoor.rule(text);
                rule(rule);
                String written = FuzzDoor.rrule(rule);
                if (!written.isEmpty()) {
                    Holds.same(rule, FuzzDoor.rule(written), "read, written and read");
                }
            }
        } catch (Problem refused) {
            Holds.refusal(refused);
        }
    }

    private static void rule(ObjectNode json) {
        Rule rule = new Rule(json);
        Rule again = again(json);
        // Two of the starts, always the same ones for a rule.
        int which = Math.floorMod(json.hashCode(), STARTS.size());
        for (LocalDateTime start : List.of(STARTS.getFirst(), STARTS.get(which))) {
            Event event =
                    Event.of(
                            Json.object()
                                    .put("@type", "Event")
                                    .put("uid", "u")
                                    .put("start", Event.write(start)));
            Event series = event.with(rule);
            boolean right = Validation.of(series.json()).isEmpty();
            words(rule, start);
            Expansion there = expanded(series, start);
            Holds.that(!right || there != null || elsewhere(json), "a right rule expands");
            if (again != null) {
                Holds.same(
                        there,
                        expanded(event.with(again), start),
                        "by " + Json.write(again.json()));
            }
        }
    }

    /** Months of other calendars are right in JSCalendar, but Linden refuses them. */
    private static boolean elsewhere(ObjectNode rule) {
        return rule.has("rscale") || rule.path("byMonth").toString().matches(".*(L|13).*");
    }

    private static @Nullable Rule again(ObjectNode json) {
        String rrule = FuzzDoor.rrule(json);
        return rrule.isEmpty() ? null : Holds.orRefused(() -> new Rule(FuzzDoor.rule(rrule)));
    }

    private static void words(Rule rule, LocalDateTime start) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            String sentence = RuleSentence.of(rule, start.toLocalDate(), locale);
            Holds.that(!sentence.isBlank() && !sentence.contains("{"), "a sentence: " + sentence);
        }
        Repetition repetition = Repetition.of(rule, start.toLocalDate());
        Holds.same(rule, repetition.rule(start.toLocalDate(), rule), "what nobody changed");
        rule.interval();
        rule.isEndless();
        Holds.orRefused(rule::toRrule);
        Holds.orRefused(rule::days);
    }

    private static @Nullable Expansion expanded(Event series, LocalDateTime start) {
        Expansion all =
                Holds.orRefused(() ->
                        Recurrence.expand(
                                series,
                                start,
                                LocalDateTime.of(9999, 12, 31, 23, 59, 59),
                                new Recurrence.Budget(5_000, 100)));
        if (all != null) {
            List<LocalDateTime> starts = all.starts();
            Holds.that(starts.size() <= 100, "no more than asked for");
            for (int i = 1; i < starts.size(); i++) {
                Holds.that(starts.get(i - 1).isBefore(starts.get(i)), "in order of time");
            }
            Integer count = series.rule() == null ? null : series.rule().count();
            Holds.that(
                    count == null || count < 1 || starts.size() <= count, "no more than counted");
            window(series, all);
        }
        return all;
    }

    /** A window in the middle has the same occurrences as the whole. */
    private static void window(Event series, Expansion all) {
        List<LocalDateTime> starts = all.starts();
        if (starts.size() < 4) {
            return;
        }
        LocalDateTime from = starts.get(starts.size() / 2);
        LocalDateTime to = starts.getLast();
        Expansion part = Recurrence.expand(series, from, to, new Recurrence.Budget(10_000, 200));
        if (part.complete()) {
            Holds.same(
                    starts.subList(starts.size() / 2, starts.size() - 1),
                    part.starts(),
                    "a window from " + from + " to " + to);
        }
    }
}
