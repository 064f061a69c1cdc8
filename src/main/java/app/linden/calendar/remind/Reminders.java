package app.linden.calendar.remind;

import app.linden.base.Cell;
import app.linden.base.Closer;
import app.linden.base.Ids;
import app.linden.base.Worker;
import app.linden.calendar.JsonFile;
import app.linden.store.Commit;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reminds a person of their events. Each alert is told once on this device, also when the computer
 * slept or Linden was closed meanwhile, and not at all where it was answered on another one. Has a
 * thread of its own; every method may be called on any thread.
 */
public final class Reminders implements AutoCloseable {
    /** Looked at least so often, since a computer that slept does not say so. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** A longer pause between two looks means that the computer slept. */
    private static final Duration SLEPT = Duration.ofMinutes(2);

    /** How far ahead the next alert is looked for. */
    private static final Duration AHEAD = Duration.ofHours(26);

    /** Of an event that comes from elsewhere after its alert was due. */
    private static final Duration CAME_LATE = Duration.ofDays(1);

    private static final int MOST_OPEN = 100;

    private final InstantSource clock;
    private final Viewer viewer;
    private final ReminderLog log;
    private final Wake wake;
    private final Duration grace;
    private final Worker worker = new Worker("reminders");
    private final Closer closer = new Closer();
    private final AlertIndex index;
    private final Answers answers;
    private final Cell<List<Reminder>> open = new Cell<>(List.of());

    /** Ids of events that others changed since the last look. */
    private final Set<String> fromElsewhere = new HashSet<>();

    private final Queue<Commit> commits = new ConcurrentLinkedQueue<>();

    private Instant looked = Instant.MIN;
    private Instant next = Instant.MIN;
    private Instant knownTo = Instant.MIN;
    private boolean waited;

    /** Counts looks, so that only the callback of the last one looks again. */
    private int turn;

    private boolean closed;

    Reminders(
            Store store,
            Ids ids,
            InstantSource clock,
            Viewer viewer,
            ReminderLog log,
            @Nullable Wake wake,
            Duration grace) {
        this.clock = clock;
        this.viewer = viewer;
        this.log = log;
        this.wake = wake == null ? Reminders::later : wake;
        this.grace = grace;
        this.index = new AlertIndex(store);
        this.answers = new Answers(store, ids, clock, viewer, index);
        closer.add(worker);
        closer.add(store.watch(this::committed));
    }

    /**
     * Of a device; {@link #start} begins.
     *
     * @param file where it is noted what was told, null for a device that ends with the program
     * @param grace how long to wait at the start and after sleep for what other devices answered
     */
    public static Reminders of(
            Store store,
            Ids ids,
            InstantSource clock,
            Viewer viewer,
            @Nullable JsonFile file,
            Duration grace) {
        ReminderLog log = file == null ? ReminderLog.ofThisRun() : ReminderLog.of(file);
        return new Reminders(store, ids, clock, viewer, log, null, grace);
    }

    /** What went off and was not answered yet, the newest last; one for each occurrence. */
    public Cell<List<Reminder>> open() {
        return open;
    }

    /** Begins to remind, and tells what was missed. */
    public void start() {
        worker.execute(this::look);
    }

    /** Looks at the clock now; completes when everything that is due was told. */
    public CompletableFuture<Void> lookNow() {
        return worker.<Boolean>call(
                        () -> {
                            look();
                            return true;
                        })
                .thenAccept(done -> {});
    }

    /** Completes when every look that was asked for so far is done. */
    CompletableFuture<Boolean> settled() {
        return worker.call(() -> true);
    }

    /** The zone or the calendars to be reminded of are others now. */
    public void viewerChanged() {
        worker.execute(() -> {
            next = Instant.MIN;
            open.set(open.get().stream().filter(r -> viewer.remindsOf(r.calendarId())).toList());
            look();
        });
    }

    /** The person knows; their other devices hear of it. */
    public CompletableFuture<Void> dismiss(Reminder reminder) {
        return answer(reminder, null);
    }

    /** The person wants to hear of it again, on all their devices. */
    public CompletableFuture<Void> snooze(Reminder reminder, Instant until) {
        return answer(reminder, until);
    }

    private CompletableFuture<Void> answer(Reminder reminder, @Nullable Instant until) {
        return worker.call(
                        () -> {
                            close(reminder.occurrence());
                            return answers.mayKeep(reminder);
                        })
                .thenCompose(kept ->
                        kept
                                ? answers.keep(reminder, until).thenCompose(done -> lookNow())
                                : putOff(reminder, until));
    }

    private CompletableFuture<Void> putOff(Reminder reminder, @Nullable Instant until) {
        return worker.<Boolean>call(
                        () -> {
                            if (until != null) {
                                log.add(
                                        new ReminderLog.Later(
                                                reminder.eventId(),
                                                reminder.recurrenceId(),
                                                reminder.alertId(),
                                                until));
                                look();
                            }
                            return true;
                        })
                .thenAccept(done -> {});
    }

    private void committed(Commit commit) {
        if (!commit.events().isEmpty() || commit.calendars()) {
            commits.add(commit);
            queue(() -> {
                if (!commits.isEmpty() && !looked.equals(Instant.MIN)) {
                    look();
                }
            });
        }
    }

    /** Takes in what was committed since, so that no look at the clock overtakes an event. */
    private void hear() {
        Set<String> events = new HashSet<>();
        boolean all = false;
        for (Commit c = commits.poll(); c != null; c = commits.poll()) {
            all |= c.calendars();
            events.addAll(c.events());
            if (c.remote()) {
                fromElsewhere.addAll(c.events());
            }
        }
        if (all || !events.isEmpty()) {
            index.changed(all ? null : events);
            next = Instant.MIN;
            withdraw(all ? null : events);
        }
    }

    private void look() {
        // The clock first: what was committed before this moment is heard for sure.
        Instant now = clock.instant();
        hear();
        boolean slept = now.isAfter(later(looked, SLEPT));
        if (slept && !waited && grace.isPositive()) {
            waited = true;
            looked = now;
            lookAgain(grace);
            return;
        }
        waited = false;
        boolean setBack = now.isBefore(looked);
        looked = now;
        if (setBack || slept || !now.isBefore(next) || !now.isBefore(knownTo)) {
            tell(now);
        }
        Duration untilNext = Duration.between(now, next.isAfter(now) ? next : now);
        Duration wait =
                untilNext.compareTo(LONGEST_WAIT) < 0 && untilNext.isPositive()
                        ? untilNext
                        : LONGEST_WAIT;
        lookAgain(wait);
    }

    private void lookAgain(Duration wait) {
        turn++;
        int mine = turn;
        wake.after(
                wait,
                () ->
                        queue(() -> {
                            if (mine == turn) {
                                look();
                            }
                        }));
    }

    /** For callbacks that may come when everything is closed. */
    private synchronized void queue(Runnable work) {
        if (!closed) {
            worker.execute(work);
        }
    }

    private static Instant later(Instant instant, Duration by) {
        return instant.equals(Instant.MIN) ? instant : instant.plus(by);
    }

    private void tell(Instant now) {
        Instant until = log.until() == null ? now : log.until();
        Instant from = until.isAfter(now) ? now : until;
        Instant earliest = now.minus(ReminderLog.KEPT);
        List<Reminder> due = new ArrayList<>(cameLate(now));
        due.addAll(index.between(from.isBefore(earliest) ? earliest : from, now, own(), zone()));
        due.addAll(putOffUntil(now));
        List<Reminder> all = new ArrayList<>(open.get());
        boolean more = false;
        for (Reminder r : due) {
            if (!log.isTold(r) && viewer.remindsOf(r.calendarId())) {
                log.tell(r);
                all.removeIf(o -> o.occurrence().equals(r.occurrence()));
                all.add(r);
                more = true;
            }
        }
        log.until(now);
        log.save();
        if (more) {
            open.set(List.copyOf(all.subList(Math.max(0, all.size() - MOST_OPEN), all.size())));
        }
        knownTo = now.plus(AHEAD);
        next =
                index.between(now, knownTo, own(), zone()).stream()
                        .map(Reminder::due)
                        .findFirst()
                        .orElse(knownTo);
        for (ReminderLog.Later l : log.later()) {
            next = l.until().isBefore(next) ? l.until() : next;
        }
    }

    /**
     * Of events that others made or changed after their alerts were due, those that one can still
     * go to.
     */
    private List<Reminder> cameLate(Instant now) {
        if (fromElsewhere.isEmpty()) {
            return List.of();
        }
        Set<String> changed = new HashSet<>(fromElsewhere);
        fromElsewhere.clear();
        return index.between(now.minus(CAME_LATE), now, own(), zone()).stream()
                .filter(r -> changed.contains(r.eventId()))
                .filter(r -> (r.when().allDay() ? r.end(zone()) : r.start(zone())).isAfter(now))
                .toList();
    }

    /** Those that were put off on this device alone. */
    private List<Reminder> putOffUntil(Instant now) {
        List<Reminder> found = new ArrayList<>();
        for (ReminderLog.Later l : log.later()) {
            if (!l.until().isAfter(now)) {
                log.remove(l);
                index.find(l.eventId(), own(), zone())
                        .flatMap(alerts ->
                                alerts.ofOccurrence(l.recurrenceId()).stream()
                                        .filter(r -> r.alertId().equals(l.alertId()))
                                        .findFirst())
                        .map(r -> again(r, l.until()))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Reminder again(Reminder r, Instant due) {
        return new Reminder(
                r.eventId(),
                r.recurrenceId(),
                r.alertId(),
                due,
                r.calendarId(),
                r.title(),
                r.when(),
                r.place(),
                r.join());
    }

    /** Takes back what was answered elsewhere, or is no more. */
    private void withdraw(@Nullable Collection<String> events) {
        List<Reminder> before = open.get();
        List<Reminder> after = new ArrayList<>();
        for (Reminder r : before) {
            if (events != null && !events.contains(r.eventId())) {
                after.add(r);
            } else {
                asItStands(r)
                        .ifPresent(now -> {
                            log.tell(now);
                            after.add(now);
                        });
            }
        }
        if (!after.equals(before)) {
            open.set(List.copyOf(after));
        }
    }

    private Optional<Reminder> asItStands(Reminder reminder) {
        return index.find(reminder.eventId(), own(), zone()).stream()
                .flatMap(alerts -> alerts.ofOccurrence(reminder.recurrenceId()).stream())
                .filter(r -> r.alertId().equals(reminder.alertId()) && !r.due().isAfter(looked))
                .findFirst();
    }

    private void close(String occurrence) {
        open.set(open.get().stream().filter(o -> !o.occurrence().equals(occurrence)).toList());
    }

    private Set<String> own() {
        return answers.own();
    }

    private java.time.ZoneId zone() {
        return viewer.zone();
    }

    private static void later(Duration wait, Runnable look) {
        CompletableFuture.delayedExecutor(wait.toMillis() + 1, TimeUnit.MILLISECONDS).execute(look);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            worker.execute(log::close);
        }
        closer.close();
    }
}
