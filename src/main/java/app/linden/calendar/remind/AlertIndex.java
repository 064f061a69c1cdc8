package app.linden.calendar.remind;

import app.linden.model.Alert;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Occurrence;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which alerts go off between two instants. Knows of each event with alerts how long before or
 * after its occurrences these go off, so that the occurrence index says which few events are to be
 * read. Lives on the thread of {@link Reminders}.
 */
final class AlertIndex {
    /** An alert further from its event than this does not go off: it would cost all others. */
    static final Duration FURTHEST = Duration.ofDays(366);

    private static final int AT_ONCE = 200;

    /** Summer time, and wall time against UTC. */
    private static final long SLACK = Duration.ofHours(27).toSeconds();

    /** So many seconds after the start or the end, negative before it. */
    private record Lead(long seconds, boolean fromEnd) {
        boolean mayReach(Occurrence o, Instant from, Instant to) {
            long about = (fromEnd ? o.span().end() : o.span().start()) + seconds;
            return about > from.getEpochSecond() - SLACK && about <= to.getEpochSecond() + SLACK;
        }
    }

    private record Known(Set<Lead> leads, Set<Instant> instants) {
        boolean isEmpty() {
            return leads.isEmpty() && instants.isEmpty();
        }
    }

    private final Store store;
    private final Map<String, Known> known = new HashMap<>();
    private Map<String, Calendar> calendars = Map.of();
    private boolean loaded;

    AlertIndex(Store store) {
        this.store = store;
    }

    /** Events or calendars are not what they were; ids of events, null for all of them. */
    void changed(@Nullable Collection<String> events) {
        if (events == null || !loaded) {
            loaded = false;
            return;
        }
        for (String id : events) {
            note(id, store.findEvent(id));
        }
    }

    private void load() {
        if (loaded) {
            return;
        }
        known.clear();
        Map<String, Calendar> now = new HashMap<>();
        store.calendars().forEach(c -> now.put(c.id(), c));
        calendars = now;
        String after = "";
        for (List<Store.Found> some = store.withAlerts(after, AT_ONCE);
                !some.isEmpty();
                some = store.withAlerts(after, AT_ONCE)) {
            some.forEach(f -> note(f.id(), Optional.of(f.event())));
            after = some.getLast().id();
        }
        loaded = true;
    }

    private void note(String id, Optional<Event> event) {
        Known what = new Known(new HashSet<>(), new HashSet<>());
        event.map(e -> alerts(id, e, Set.of(), ZoneId.of("UTC")))
                .ifPresent(alerts -> alerts.triggers().forEach(t -> note(t, what)));
        if (what.isEmpty()) {
            known.remove(id);
        } else {
            known.put(id, what);
        }
    }

    private static void note(Alert.Trigger trigger, Known what) {
        switch (trigger) {
            case Alert.Trigger.Absolute at -> what.instants.add(at.when());
            case Alert.Trigger.Offset o -> {
                long seconds = o.days() * 86_400L + o.seconds();
                if (Math.abs(seconds) <= FURTHEST.toSeconds()) {
                    what.leads.add(new Lead(seconds, o.fromEnd()));
                }
            }
            case Alert.Trigger.Unknown _ -> {}
        }
    }

    private EventAlerts alerts(String id, Event event, Set<String> own, ZoneId viewer) {
        return new EventAlerts(id, event, Defaults.of(event, calendars.values()), own, viewer);
    }

    /** The alerts of an event as it stands; empty when it is gone. */
    Optional<EventAlerts> find(String id, Set<String> own, ZoneId viewer) {
        load();
        return store.findEvent(id).map(e -> alerts(id, e, own, viewer));
    }

    Optional<Calendar> calendar(String id) {
        load();
        return Optional.ofNullable(calendars.get(id));
    }

    /** What goes off after one instant and not after another one, in order of time. */
    List<Reminder> between(Instant from, Instant to, Set<String> own, ZoneId viewer) {
        load();
        Map<String, Set<LocalDateTime>> candidates = new HashMap<>();
        Set<String> whole = new HashSet<>();
        known.forEach((id, what) -> {
            if (what.instants.stream().anyMatch(i -> i.isAfter(from) && !i.isAfter(to))) {
                whole.add(id);
            }
        });
        for (Occurrence o : occurrences(from, to, viewer)) {
            Known what = known.get(o.eventId());
            if (what == null || what.leads.stream().noneMatch(l -> l.mayReach(o, from, to))) {
                continue;
            }
            if (o.recurrenceId() == null) {
                whole.add(o.eventId());
            } else {
                candidates
                        .computeIfAbsent(o.eventId(), id -> new HashSet<>())
                        .add(o.recurrenceId());
            }
        }
        List<Reminder> found = new ArrayList<>();
        for (String id : union(candidates.keySet(), whole)) {
            find(id, own, viewer)
                    .ifPresent(alerts -> {
                        found.addAll(alerts.event().repeats() ? alerts.once() : alerts.of(null));
                        candidates
                                .getOrDefault(id, Set.of())
                                .forEach(r -> found.addAll(alerts.of(r)));
                    });
        }
        return found.stream()
                .filter(r -> r.due().isAfter(from) && !r.due().isAfter(to))
                .filter(this::isSubscribed)
                .sorted(Comparator.comparing(Reminder::due).thenComparing(Reminder::key))
                .toList();
    }

    private boolean isSubscribed(Reminder reminder) {
        Calendar calendar = calendars.get(reminder.calendarId());
        return calendar != null && calendar.subscribed();
    }

    private List<Occurrence> occurrences(Instant from, Instant to, ZoneId viewer) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (Known what : known.values()) {
            for (Lead lead : what.leads) {
                least = Math.min(least, lead.seconds);
                most = Math.max(most, lead.seconds);
            }
        }
        if (least == Long.MAX_VALUE) {
            return List.of();
        }
        return store.occurrences(
                day(from.minusSeconds(most + SLACK), viewer),
                day(to.plusSeconds(SLACK - least), viewer).plusDays(1),
                viewer);
    }

    private static LocalDate day(Instant instant, ZoneId viewer) {
        return instant.atZone(viewer).toLocalDate();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
