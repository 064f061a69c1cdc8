package app.linden.calendar;

import app.linden.base.Cell;
import app.linden.base.Closer;
import app.linden.base.Problem;
import app.linden.base.Worker;
import app.linden.model.Calendar;
import app.linden.model.Comment;
import app.linden.model.Conflict;
import app.linden.model.Directory;
import app.linden.model.Event;
import app.linden.model.Happening;
import app.linden.model.NextActs;
import app.linden.model.Notice;
import app.linden.model.Occurrence;
import app.linden.model.Preview;
import app.linden.model.Rights;
import app.linden.model.Scope;
import app.linden.model.Trashed;
import app.linden.model.Waiting;
import app.linden.store.Commit;
import app.linden.store.Store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a person can see, as immutable snapshots. Queries run on a reading thread of its own; local
 * edits, their confirmation or refusal, and remote changes all arrive by the one road: a commit of
 * the store, a new snapshot.
 */
public final class Agenda implements AutoCloseable {
    /** How long a remote change stays marked. */
    public static final Duration FRESH = Duration.ofSeconds(6);

    private static final Comparator<Occurrence> ORDER =
            Comparator.<Occurrence>comparingLong(o -> o.span().start())
                    .thenComparing(o -> -o.span().seconds())
                    .thenComparing(Occurrence::title)
                    .thenComparing(Occurrence::key);

    private final Store store;
    private final InstantSource clock;
    private final Worker reader = new Worker("agenda");
    private final Closer closer = new Closer();
    private final List<AgendaView> views = new CopyOnWriteArrayList<>();
    private final Map<String, Long> freshUntil = new ConcurrentHashMap<>();
    private final Search search;
    private final Cell<CalendarList> calendars;
    private final Cell<Directory> people;
    private final Cell<List<Conflict>> conflicts;
    private final Cell<List<Waiting>> waiting;
    private final Cell<NextActs> history;
    private final Cell<List<Trashed>> trash;
    private final Cell<List<Notice>> notices;
    private final Cell<List<Happening>> activity;
    private final Cell<Long> talks = new Cell<>(0L);

    public Agenda(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.calendars = new Cell<>(new CalendarList(store.accounts(), store.calendars()));
        this.people = new Cell<>(store.directory());
        this.conflicts = new Cell<>(store.conflicts());
        this.waiting = new Cell<>(store.waiting());
        this.history = new Cell<>(store.history().next());
        this.trash = new Cell<>(store.trash());
        this.notices = new Cell<>(store.notices());
        this.activity = new Cell<>(store.happenings().newest());
        this.search = closer.add(new Search(store, clock));
        closer.add(reader);
        closer.add(store.watch(this::committed));
    }

    /**
     * Opens a look at a range of days, {@code to} not included. Close it when the view goes away.
     */
    public AgendaView open(LocalDate from, LocalDate to, ZoneId zone) {
        AgendaView view = new AgendaView(this, new AgendaView.Range(from, to, zone));
        views.add(view);
        refresh(view);
        return view;
    }

    /** Finds events over all time. */
    public Search search() {
        return search;
    }

    public Cell<CalendarList> calendars() {
        return calendars;
    }

    /** Whom the servers know. */
    public Cell<Directory> people() {
        return people;
    }

    /** Open conflicts, the newest first. */
    public Cell<List<Conflict>> conflicts() {
        return conflicts;
    }

    /** Local changes that the server does not have yet, in the order of sending. */
    public Cell<List<Waiting>> waiting() {
        return waiting;
    }

    /** What waits for the server of one sign-in, as far as {@link #waiting} has it. */
    public List<Waiting> unsentOf(String loginId) {
        CalendarList list = calendars.get();
        Set<String> accounts = new HashSet<>();
        list.accounts().stream()
                .filter(a -> loginId.equals(a.loginId()))
                .forEach(a -> accounts.add(a.id()));
        return waiting.get().stream()
                .filter(w ->
                        calendarIds(w).stream()
                                .flatMap(id -> list.find(id).stream())
                                .anyMatch(c -> accounts.contains(c.accountId())))
                .toList();
    }

    private Collection<String> calendarIds(Waiting w) {
        if (w.isComment()) {
            return store.findEvent(w.document().path(Comment.EVENT).asString(""))
                    .<Collection<String>>map(Event::calendarIds)
                    .orElse(List.of());
        }
        return w.isEvent() ? Event.of(w.document()).calendarIds() : List.of(w.objectId());
    }

    /** What undo and redo would do next. */
    public Cell<NextActs> history() {
        return history;
    }

    /** What was deleted, the newest first. */
    public Cell<List<Trashed>> trash() {
        return trash;
    }

    /** What the person must hear of, the newest first. */
    public Cell<List<Notice>> notices() {
        return notices;
    }

    /** What others did, the newest first. */
    public Cell<List<Happening>> activity() {
        return activity;
    }

    /**
     * The event as it stands: the whole one, or one occurrence with its override applied and
     * without the rule.
     *
     * @return fails with BAD_INPUT when it is gone
     */
    public CompletableFuture<Event> find(Target target) {
        return reader.call(() -> {
            Event whole =
                    store.findEvent(target.eventId())
                            .orElseThrow(() ->
                                    new Problem(Problem.Kind.BAD_INPUT, "This event was deleted."));
            return target.recurrenceId() == null ? whole : whole.occurrence(target.recurrenceId());
        });
    }

    /**
     * What is said about an event.
     *
     * @param possible whether its server knows comments at all
     * @param mayWrite whether the person may say something
     */
    public record Talk(boolean possible, boolean mayWrite, List<Comment> comments) {}

    /** What is said about an event, as it stands; {@link #talks} tells when to ask again. */
    public CompletableFuture<Talk> talk(String eventId) {
        return reader.call(() ->
                new Talk(
                        store.comments().isPossible(eventId),
                        store.comments().mayWrite(eventId),
                        store.comments().on(eventId)));
    }

    /** What time it is. */
    public Instant now() {
        return clock.instant();
    }

    /** Goes up with each change after which a talk may be another. */
    public Cell<Long> talks() {
        return talks;
    }

    /** What a change of one of a series would do, see {@link Commands#change}. */
    public CompletableFuture<Preview> preview(Target occurrence, Scope scope, Change change) {
        return reader.call(() -> {
            Event series =
                    store.findEvent(occurrence.eventId())
                            .orElseThrow(() ->
                                    new Problem(Problem.Kind.BAD_INPUT, "This event was deleted."));
            return new ScopedChange(
                            Objects.requireNonNull(occurrence.recurrenceId()),
                            scope,
                            change,
                            "",
                            maySplit(store, series))
                    .preview(series);
        });
    }

    /** Whether the person may make a second event where this one is. */
    static boolean maySplit(Store store, Event event) {
        return store.calendars().stream()
                .filter(c -> event.calendarIds().contains(c.id()))
                .allMatch(c -> c.rights().mayWrite() || c.rights().may(Rights.Right.WRITE_OWN));
    }

    /** How many events a calendar holds, a series counted once. */
    public CompletableFuture<Integer> countEvents(String calendarId) {
        return reader.call(() -> {
            int count = 0;
            for (Store.Found _ : store.eachEventIn(calendarId)) {
                count++;
            }
            return count;
        });
    }

    /**
     * Whether an event stands for more than one occurrence, and so a change of it has a scope to
     * choose.
     */
    public static boolean hasScope(Occurrence occurrence) {
        return occurrence.recurrenceId() != null;
    }

    void refresh(AgendaView view) {
        reader.execute(() -> view.snapshots().set(take(view.range())));
    }

    void forget(AgendaView view) {
        views.remove(view);
    }

    private void committed(Commit commit) {
        if (commit.remote() && !commit.events().isEmpty()) {
            long until = clock.millis() + FRESH.toMillis();
            commit.events().forEach(id -> freshUntil.put(id, until));
            // The mark goes away by itself, with a snapshot of its own.
            CompletableFuture.delayedExecutor(
                            FRESH.toMillis() + 50,
                            java.util.concurrent.TimeUnit.MILLISECONDS,
                            reader)
                    .execute(this::dropStaleMarks);
        }
        reader.execute(() -> {
            if (commit.calendars()) {
                people.set(store.directory());
                calendars.set(new CalendarList(store.accounts(), store.calendars()));
            }
            if (commit.outbox()) {
                conflicts.set(store.conflicts());
                waiting.set(store.waiting());
            }
            if (commit.history()) {
                history.set(store.history().next());
            }
            if (commit.trash()) {
                trash.set(store.trash());
                // What tells of a conflict asks who it was.
                activity.set(store.happenings().newest());
                notices.set(store.notices());
            }
            talks.update(n -> n + 1);
            views.forEach(v -> v.snapshots().set(take(v.range())));
        });
    }

    private void dropStaleMarks() {
        long now = clock.millis();
        if (freshUntil.values().removeIf(until -> until <= now)) {
            views.forEach(v -> v.snapshots().set(take(v.range())));
        }
    }

    private Snapshot take(AgendaView.Range range) {
        Map<String, Calendar> byId = new HashMap<>();
        Set<String> visible = new HashSet<>();
        for (Calendar calendar : calendars.get().calendars()) {
            byId.put(calendar.id(), calendar);
            if (calendar.visible() && calendar.subscribed()) {
                visible.add(calendar.id());
            }
        }
        List<Occurrence> occurrences =
                store.occurrences(range.from(), range.to(), range.zone()).stream()
                        .filter(o -> visible.contains(o.calendarId()))
                        .sorted(ORDER)
                        .toList();
        Set<String> fresh = new HashSet<>();
        for (Occurrence o : occurrences) {
            if (freshUntil.containsKey(o.eventId())) {
                fresh.add(o.key());
            }
        }
        Map<String, String> unseen = new HashMap<>();
        for (Happening h : activity.get()) {
            if (!h.seen() && !h.eventId().isEmpty()) {
                unseen.putIfAbsent(h.eventId(), h.who());
            }
        }
        Map<String, String> news = new HashMap<>();
        store.comments().unseen().forEach(unseen::putIfAbsent);
        for (Occurrence o : occurrences) {
            String who = unseen.get(o.eventId());
            if (who != null) {
                news.put(o.key(), who);
            }
        }
        return new Snapshot(
                range.from(),
                range.to(),
                range.zone(),
                occurrences,
                byId,
                calendars.get().forNewEvents().orElse(null),
                fresh,
                news);
    }

    @Override
    public void close() {
        closer.close();
    }
}
