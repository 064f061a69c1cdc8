package app.linden.calendar;

import app.linden.model.Calendar;
import app.linden.model.Occurrence;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a view shows of a range of days, immutable.
 *
 * @param from first day
 * @param to the day after the last one
 * @param zone in which the days are days
 * @param occurrences those of visible calendars that touch the range, by start, the longer first,
 *     then by title
 * @param calendars every calendar by its local id, hidden ones too
 * @param forNewEvents where a new event goes when nothing else is said, null when nowhere
 * @param fresh keys of occurrences ({@link Occurrence#key}) that somebody else changed in the last
 *     seconds
 * @param news of occurrences that others made or changed and the person has not looked at, by key,
 *     who did it last
 */
public record Snapshot(
        LocalDate from,
        LocalDate to,
        ZoneId zone,
        List<Occurrence> occurrences,
        Map<String, Calendar> calendars,
        @Nullable Calendar forNewEvents,
        Set<String> fresh,
        Map<String, String> news) {
    public Snapshot {
        occurrences = List.copyOf(occurrences);
        calendars = Map.copyOf(calendars);
        fresh = Set.copyOf(fresh);
        news = Map.copyOf(news);
    }

    public static Snapshot empty(LocalDate from, LocalDate to, ZoneId zone) {
        return new Snapshot(from, to, zone, List.of(), Map.of(), null, Set.of(), Map.of());
    }
}
