package app.linden.server;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * In which form CalendarEvent/get tells events (jmap-calendars 5.7): some properties or all, single
 * occurrences, times in UTC.
 *
 * @param properties null for all but those that are computed
 * @param floating the zone in which floating events are taken to be
 */
record EventShape(@Nullable List<String> properties, ZoneId floating) {
    private static final List<String> COMPUTED = List.of("utcStart", "utcEnd");

    static EventShape of(Arguments arguments, @Nullable List<String> properties) {
        String zone = arguments.text("timeZone");
        if (zone != null && !CalendarRules.isZone(zone)) {
            throw Arguments.invalid("The time zone is not known.");
        }
        if (properties != null
                && properties.contains("recurrenceOverrides")
                && COMPUTED.stream().anyMatch(properties::contains)) {
            throw Arguments.invalid(
                    "Overrides cannot be told together with times in UTC; expand repetitions.");
        }
        return new EventShape(properties, zone == null ? ZoneOffset.UTC : ZoneId.of(zone));
    }

    /** The event of this id, synthetic or not; null when the series has no such occurrence. */
    @Nullable ObjectNode of(String id, ObjectNode whole) {
        Occurrences.Id occurrence = Occurrences.Id.of(id);
        ObjectNode view = occurrence == null ? whole : Occurrences.view(whole, occurrence);
        if (view == null || properties == null) {
            return view;
        }
        if (COMPUTED.stream().anyMatch(properties::contains)) {
            view = view.deepCopy();
            Occurrences.addUtc(view, floating);
        }
        return Gets.only(
                occurrence == null ? view : Occurrences.nulls(view, properties), properties);
    }
}
