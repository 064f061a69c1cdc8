package app.linden.fuzz;

import app.linden.layout.DayColumn;
import app.linden.layout.WeekRow;
import app.linden.model.Alert;
import app.linden.model.Details;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Location;
import app.linden.model.Occurrence;
import app.linden.model.Repetition;
import app.linden.model.Rule;
import app.linden.model.RuleSentence;
import app.linden.model.Upgrade;
import app.linden.model.Validation;
import app.linden.model.When;
import app.linden.store.FuzzDoor;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Everything that the program does with an event once it is there. A document that {@link
 * Validation} finds right is listed and never fails anywhere; one with flaws may be refused, in a
 * sentence, by what asks for its time.
 */
final class Uses {
    private static final ZoneId VIEWER = ZoneId.of("America/New_York");

    private Uses() {}

    static void of(ObjectNode document) {
        ObjectNode json = document.deepCopy();
        json.putObject("calendarIds").put("c", true);
        String text = Json.canonical(json);
        boolean right = Validation.of(json).isEmpty();
        Event event = Event.of(json);
        views(event);
        parts(event.details());
        upgrade(json);
        When when = Holds.orRefused(event::when);
        Holds.that(!right || when != null, "a right event has a time");
        if (when != null) {
            Holds.that(!when.span().floating() || when.zone() == null, "only zones make instants");
            when.end();
            dates(event, when);
        }
        shown(event, when, right);
        if (when != null && when.start().getYear() < 9990) {
            Edits.of(event, when, right);
        }
        Written.of(event, right);
        Holds.same(text, Json.canonical(json), "reading changes nothing");
    }

    private static void views(Event event) {
        event.uid();
        event.title();
        event.description();
        event.color();
        event.status();
        event.privacy();
        event.isFree();
        event.place();
        event.repeats();
        event.hasUnknownZone();
        event.floating();
        Holds.same(List.of("c"), event.calendarIds(), "calendars");
        event.withPlace("Hall").withPlace("");
        event.withText("title", "x");
        event.overrides().keySet().stream().limit(20).forEach(event::occurrence);
    }

    private static void parts(Details details) {
        details.alerts().values().forEach(Alert::trigger);
        details.alerts().values().forEach(a -> List.of(a.action(), a.relatedTo()));
        details.alerts().values().forEach(Alert::acknowledged);
        details.locations().values().forEach(Location::name);
        details.locations().values().forEach(l -> Reads.all(l));
        details.virtualLocations().values().forEach(v -> Reads.all(v));
        details.links().values().forEach(l -> Reads.all(l));
        details.participants().values().forEach(p -> Reads.all(p));
        details.relatedTo().values().forEach(r -> Reads.all(r));
        Reads.all(details);
    }

    private static void upgrade(ObjectNode json) {
        ObjectNode once = Upgrade.toVersion2(json);
        Holds.same(once, Upgrade.toVersion2(once), "an upgraded event is of 2.0");
        if (Validation.of(json).isEmpty()) {
            Holds.same(List.of(), Validation.of(once), "an upgrade breaks nothing");
        }
    }

    private static void dates(Event event, When when) {
        Rule rule = event.rule();
        LocalDate first = when.start().toLocalDate();
        if (rule != null) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                Holds.that(!RuleSentence.of(rule, first, locale).isBlank(), "a sentence");
            }
        }
        Repetition repetition = Repetition.of(rule, first);
        Holds.same(rule, repetition.rule(first, rule), "what nobody changed stays");
        event.details().alerts().values().forEach(a -> a.due(when, VIEWER));
    }

    private static void shown(Event event, When when, boolean right) {
        LocalDate first = when == null ? LocalDate.of(2026, 1, 5) : when.start().toLocalDate();
        if (first.getYear() > 9990) {
            first = LocalDate.of(9990, 1, 1);
        }
        LocalDateTime horizon = first.plusDays(70).atStartOfDay();
        List<Occurrence> rows = FuzzDoor.rows(event, horizon);
        Holds.that(!right || event.repeats() || rows.size() == 1, "a right event is listed");
        List<Occurrence> some = rows.subList(0, Math.min(rows.size(), 200));
        LocalDate week =
                some.isEmpty() ? first : some.getFirst().span().startIn(VIEWER).toLocalDate();
        WeekRow.of(some, week, 7, VIEWER);
        WeekRow.barsOnly(some, week.minusDays(3), 7, VIEWER);
        DayColumn.of(some, week, VIEWER, 15);
    }
}
