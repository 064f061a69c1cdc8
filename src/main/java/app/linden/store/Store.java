package app.linden.store;

import app.linden.base.Closer;
import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.base.Subscription;
import app.linden.db.Database;
import app.linden.db.FileKey;
import app.linden.db.Sql;
import app.linden.model.Account;
import app.linden.model.Act;
import app.linden.model.Calendar;
import app.linden.model.Conflict;
import app.linden.model.Directory;
import app.linden.model.Event;
import app.linden.model.Notice;
import app.linden.model.Occurrence;
import app.linden.model.Trashed;
import app.linden.model.Type;
import app.linden.model.Waiting;
import app.linden.store.Documents.Stored;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The local cache: what the person sees, what the server last said, and what waits between them.
 * Always: what is seen = what the server said with the waiting changes applied, in order.
 *
 * <p>Reads run on the calling thread. Writes run on the one writer thread of the database; their
 * futures complete when the change is safe on disk and every watcher was told.
 */
public final class Store implements AutoCloseable {
    private static final String NAME = "linden";

    private static final int WAITING_SHOWN = 200;
    private static final int TRASH_SHOWN = 500;

    /** How long the trash is kept at least. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** An event of the cache with its local id. */
    public record Found(String id, Event event) {}

    private final Database database;
    private final Announcer announcer;
    private final InstantSource clock;
    private final Ids ids;
    private final Horizon horizon;
    private final SearchIndex search;
    private final Closer closer = new Closer();

    private Store(Database database, InstantSource clock, Ids ids) {
        this.database = closer.add(database);
        this.announcer = new Announcer(database);
        this.clock = clock;
        this.ids = ids;
        this.horizon = closer.add(new Horizon(database, announcer, clock));
        this.search = closer.add(new SearchIndex(database, announcer));
    }

    /** As {@link #open(Path, InstantSource, Ids, FileKey)}, never encrypted. */
    public static Store open(Path folder, InstantSource clock, Ids ids) {
        return open(folder, clock, ids, FileKey.NONE);
    }

    /**
     * Opens or makes the cache of one device.
     *
     * @param folder where its file lives; must exist
     * @param key what encrypts its file
     * @throws Problem STORAGE when another Linden has it open, or it cannot be read; SIGN_IN when
     *     it is encrypted and the key is not the one
     */
    public static Store open(Path folder, InstantSource clock, Ids ids, FileKey key) {
        Database database =
                Database.open(
                        folder,
                        NAME,
                        Stream.of("1", "2", "3", "4", "5", "6", "7", "8", "9")
                                .map(n -> script("schema-" + n + ".sql"))
                                .toList(),
                        key);
        return new Store(database, clock, ids);
    }

    /** Whether there is a cache in a folder that needs a key. */
    public static boolean isEncrypted(Path folder) {
        return Database.isEncrypted(folder, NAME);
    }

    /** Whether what is in the cache is encrypted on disk. */
    public boolean encrypted() {
        return database.encrypted();
    }

    /**
     * Renames the file of a cache that cannot be opened, so that the next opening begins with an
     * empty one.
     *
     * @return what it is called now
     * @throws Problem STORAGE when a Linden has it open, or there is none
     */
    public static Path setAside(Path folder, InstantSource clock) {
        return Database.setAside(
                folder,
                NAME,
                clock.instant().atZone(ZoneId.systemDefault()).toLocalDate().toString());
    }

    private static String script(String name) {
        try (InputStream in = Store.class.getResourceAsStream("/app/linden/store/" + name)) {
            if (in == null) {
                throw new Problem(Problem.Kind.OUR_BUG, "The resource " + name + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Account> accounts() {
        return read(AccountRows::all);
    }

    /** Every calendar that the person has not deleted, by sort order and name. */
    public List<Calendar> calendars() {
        return read(sql ->
                Documents.ofType(sql, Type.CALENDAR).stream()
                        .filter(s -> s.work() != null)
                        .map(s -> new Calendar(s.id(), s.accountId(), s.work()))
                        .sorted(
                                java.util.Comparator.comparingInt(Calendar::sortOrder)
                                        .thenComparing(Calendar::name)
                                        .thenComparing(Calendar::id))
                        .toList());
    }

    /** How many there are of what, for a report of a fault; see {@link Counts}. */
    public Map<String, Long> counts() {
        return read(Counts::of);
    }

    /** Whom the servers know, as far as they said. */
    public Directory directory() {
        return read(PeopleRows::all);
    }

    public List<Conflict> conflicts() {
        return read(ConflictRows::all);
    }

    /**
     * The first {@value #WAITING_SHOWN} changes that the server does not have, those that need the
     * person first.
     */
    public List<Waiting> waiting() {
        return read(sql -> Outbox.waiting(sql, WAITING_SHOWN));
    }

    public Optional<Event> findEvent(String id) {
        return read(sql -> Documents.find(sql, id).map(Stored::work)).map(Event::of);
    }

    /**
     * The events of an account with one of these uids, by uid; those that the person deleted are
     * left out. Of one uid there may be several: single occurrences whose series is elsewhere.
     */
    public Map<String, List<Found>> findByUid(String accountId, Collection<String> uids) {
        return read(sql -> {
            Map<String, List<Found>> found = new HashMap<>();
            for (String uid : uids) {
                List<Found> same =
                        Documents.findByUid(sql, accountId, uid).stream()
                                .filter(s -> s.work() != null)
                                .map(s -> new Found(s.id(), Event.of(s.work())))
                                .toList();
                if (!same.isEmpty()) {
                    found.put(uid, same);
                }
            }
            return found;
        });
    }

    /** Every event of a calendar; of one that may be large see {@link #eachEventIn}. */
    public List<Found> eventsIn(String calendarId) {
        List<Found> events = new ArrayList<>();
        eachEventIn(calendarId).forEach(events::add);
        return events;
    }

    /**
     * What happens on the days from {@code from} to {@code to} (exclusive); reads the occurrence
     * index alone, but for days some thirty years away. Days beyond the horizon are indexed in the
     * background and announced when they are.
     */
    public List<Occurrence> occurrences(LocalDate from, LocalDate to, ZoneId zone) {
        horizon.reach(to);
        return read(sql -> {
            List<Occurrence> found = OccurrenceIndex.find(sql, from, to, zone);
            return horizon.isBehind(to) ? withFarAhead(sql, found, from, to, zone) : found;
        });
    }

    private static List<Occurrence> withFarAhead(
            Sql sql, List<Occurrence> found, LocalDate from, LocalDate to, ZoneId zone) {
        List<Occurrence> all = new ArrayList<>(found);
        all.addAll(OccurrenceIndex.touching(FarAhead.find(sql, from, to), from, to, zone));
        return all;
    }

    /** Finds events by their words, over all time. */
    public SearchIndex search() {
        return search;
    }

    /**
     * Completes when every occurrence before {@code day} is indexed, for a caller that asks once.
     */
    public CompletableFuture<Void> indexedTo(LocalDate day) {
        return horizon.reached(day);
    }

    /**
     * Looks through the whole cache: whether the occurrence index is what the documents say, and
     * every object what the server said with the waiting changes applied. Holds up edits meanwhile;
     * changes nothing.
     */
    public CompletableFuture<Check> check() {
        return horizon.reached(LocalDate.MIN)
                .thenCompose(ready ->
                        announcer.write(
                                false, (sql, changed) -> Inspection.of(sql, horizon.now())));
    }

    /** Makes the occurrence index what the documents say, a hundred events a transaction. */
    public CompletableFuture<Void> reindex() {
        return horizon.review();
    }

    /** Calls {@code watcher} on the writer thread after each commit that changed something. */
    public Subscription watch(Consumer<Commit> watcher) {
        return announcer.watch(watcher);
    }

    /** Edits that can be undone together as one act. */
    public Edits edits(Act act) {
        return new Edits(this, act);
    }

    /** Edits that nobody will want to undo. */
    public Edits edits() {
        return new Edits(this, null);
    }

    public History history() {
        return new History(this);
    }

    /** Tries a parked change again; all of them when {@code seq} is null. */
    public CompletableFuture<Void> retry(@Nullable Long seq) {
        return write(
                false,
                desk -> {
                    Outbox.retry(desk.sql, seq);
                    desk.changed.outbox();
                });
    }

    /** What was deleted, the newest first; at most {@value #TRASH_SHOWN}. */
    public List<Trashed> trash() {
        return read(sql -> TrashRows.all(sql, TRASH_SHOWN));
    }

    /** What the person must hear of, the newest first. */
    public List<Notice> notices() {
        return read(NoticeRows::all);
    }

    /** The person has read it. */
    public CompletableFuture<Void> dismiss(String noticeId) {
        return write(
                false,
                desk -> {
                    NoticeRows.remove(desk.sql, noticeId);
                    desk.changed.trash();
                });
    }

    /** Forgets what is older than the trash and undo reach. */
    public CompletableFuture<Void> tidy() {
        return write(
                false,
                desk -> {
                    long before = desk.now - KEPT.toMillis();
                    TrashRows.forget(desk.sql, before, TRASH_SHOWN);
                    HistoryRows.forget(desk.sql);
                    desk.changed.trash();
                    desk.changed.history();
                });
    }

    /**
     * The local account, which never leaves this device, made with one calendar when there is none
     * yet.
     */
    public CompletableFuture<Account> localAccount(String name, String calendarName) {
        return call(false, desk -> LocalAccount.find(desk, name, calendarName));
    }

    /**
     * The events of a calendar one after another, for one that may be large; each walk reads them
     * from the cache anew.
     */
    public Iterable<Found> eachEventIn(String calendarId) {
        return new CalendarEvents(this, calendarId);
    }

    /** Subscribed calendars. */
    public Feeds feeds() {
        return new Feeds(this);
    }

    /**
     * Events that may have alerts, of their own or of their calendar, in the order of their ids.
     *
     * @param after the last id of those before, empty for the first ones
     */
    public List<Found> withAlerts(String after, int atMost) {
        return read(sql -> AlertRows.after(sql, after, atMost));
    }

    /** What others did. */
    public Happenings happenings() {
        return new Happenings(this);
    }

    /** What people say about events. */
    public Comments comments() {
        return new Comments(this);
    }

    /** What sync uses. */
    public ServerSide serverSide() {
        return new ServerSide(this);
    }

    Ids ids() {
        return ids;
    }

    Instant now() {
        return clock.instant();
    }

    <T> T read(Database.Transaction<T> query) {
        return database.read(query);
    }

    CompletableFuture<Void> write(boolean remote, Consumer<Desk> work) {
        return call(
                        remote,
                        desk -> {
                            work.accept(desk);
                            return true;
                        })
                .thenAccept(done -> {});
    }

    /** Runs work at a desk in one transaction. */
    <T> CompletableFuture<T> call(boolean remote, Function<Desk, T> work) {
        return announcer.write(
                remote, (Sql sql, Announcer.Changed changed) -> work.apply(desk(sql, changed)));
    }

    private Desk desk(Sql sql, Announcer.Changed changed) {
        return new Desk(sql, changed, ids, clock.millis(), horizon::now);
    }

    @Override
    public void close() {
        closer.close();
    }
}
