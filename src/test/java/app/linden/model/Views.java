package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What a person sees of a series: each occurrence as text, told by its own properties alone, and
 * the instants from which to which it lasts.
 */
final class Views {
    private static final int MOST = 60;
    private static final Recurrence.Budget BUDGET = new Recurrence.Budget(200_000, 20_000);
    private static final LocalDateTime LATEST = LocalDateTime.of(2300, 1, 1, 0, 0);

    private Views() {}

    /** The recurrence ids before the sixtieth start of the rule. */
    static List<LocalDateTime> ids(Event series) {
        List<LocalDateTime> slots = Slots.first(series, MOST);
        return ids(series, slots.size() < MOST ? LATEST : slots.getLast());
    }

    static List<LocalDateTime> ids(Event series, LocalDateTime to) {
        return Recurrence.expand(series, LocalDateTime.of(1, 1, 1, 0, 0), to, BUDGET).starts();
    }

    /** At least the first so many, or all where there are fewer. */
    static List<LocalDateTime> first(Event series, int most) {
        return Recurrence.expand(
                        series,
                        LocalDateTime.of(1, 1, 1, 0, 0),
                        LocalDateTime.of(9999, 12, 31, 0, 0),
                        new Recurrence.Budget(200_000, most))
                .starts();
    }

    static List<LocalDateTime> starts(Event series, List<LocalDateTime> ids) {
        return ids.stream().map(id -> series.occurrence(id).when().start()).toList();
    }

    static List<String> of(Event series, LocalDateTime to) {
        return of(series, ids(series, to));
    }

    static List<String> of(Event series, List<LocalDateTime> ids) {
        List<String> views = new ArrayList<>();
        ids.forEach(id -> views.add(text(series.occurrence(id))));
        return views.stream().sorted().toList();
    }

    static String text(Event occurrence) {
        ObjectNode json = occurrence.json().deepCopy();
        json.remove(List.of("recurrenceId", "uid", "relatedTo", "excluded"));
        StringBuilder text = new StringBuilder();
        for (String name : new TreeSet<>(json.propertyNames())) {
            if (!json.path(name).isNull()
                    && !(json.path(name).isContainer() && json.path(name).isEmpty())) {
                text.append(name).append('=').append(json.path(name)).append(' ');
            }
        }
        return text.append(span(occurrence)).toString();
    }

    /** From instant to instant, reckoned by java.time alone; floating times as if in UTC. */
    private static Span span(Event occurrence) {
        ObjectNode json = occurrence.json();
        String zone = json.path("timeZone").asString("");
        ZonedDateTime start =
                LocalDateTime.parse(json.path("start").asString())
                        .atZone(zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone));
        String length = json.path("duration").asString();
        TemporalAmount amount =
                length.startsWith("PT") ? Duration.parse(length) : Period.parse(length);
        Span span =
                new Span(start.toEpochSecond(), start.plus(amount).toEpochSecond(), zone.isEmpty());
        assertEquals(span, occurrence.when().span());
        return span;
    }
}
