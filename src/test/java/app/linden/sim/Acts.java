package app.linden.sim;

import app.linden.base.Problem;
import app.linden.calendar.Target;
import app.linden.model.Calendar;
import app.linden.model.Conflict;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.When;
import app.linden.store.Doors;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What people do, by the real commands; every value they write carries a token of its own. */
final class Acts {
    /** An editor that was left open is a writer of its own. */
    private static final int EDITOR = 100;

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime FIRST = LocalDateTime.of(2027, 1, 4, 6, 0);

    /** An editor that somebody left open. */
    private record Open(Target target, Event before) {}

    private final World world;
    private final CalendarActs calendars;
    private final SecondThoughts second;
    private final Map<Integer, Open> editors = new HashMap<>();
    private int made;

    Acts(World world) {
        this.world = world;
        this.calendars = new CalendarActs(world);
        this.second = new SecondThoughts(world);
    }

    void begin() {
        calendars.begin();
    }

    private String token() {
        return "tk" + ++made + "x";
    }

    void act(Device device, Step step) {
        Random r = new Random(step.seed());
        switch (step.kind()) {
            case CREATE, CREATE_SERIES -> create(device, r, step.kind() == Step.Kind.CREATE_SERIES);
            case NEW_CALENDAR, RENAME_CALENDAR, DELETE_CALENDAR, SHARE, REVOKE ->
                    calendars.act(device, r, step.kind());
            case USE_MINE, KEEP_THEIRS -> decide(device, r, step.kind() == Step.Kind.USE_MINE);
            case UNDO, REDO, BOTH, RESTORE, DISCARD, RETRY -> second.act(device, r, step.kind());
            case STALE_EDITOR -> staleEditor(device, r);
            default -> edit(device, r, step.kind());
        }
    }

    private List<Calendar> writable(Device device) {
        return device.store.calendars().stream()
                .filter(c -> c.rights().mayWrite())
                .sorted(java.util.Comparator.comparing(Calendar::id))
                .toList();
    }

    private boolean isPrivate(Device device, Event event) {
        return event.calendarIds().stream()
                .allMatch(id ->
                        device.store.calendars().stream()
                                .anyMatch(c -> c.id().equals(id) && c.isDefault()));
    }

    static <T> @Nullable T pick(List<T> from, Random r) {
        return from.isEmpty() ? null : from.get(r.nextInt(from.size()));
    }

    private When when() {
        LocalDateTime start = FIRST.plusSeconds(++made * 3_607L);
        return When.timed(start, start.plusHours(1), BERLIN);
    }

    private void create(Device device, Random r, boolean series) {
        Calendar calendar = pick(writable(device), r);
        if (calendar == null) {
            return;
        }
        Event event = Event.create("", calendar.id(), token(), when());
        if (series) {
            event = event.with("recurrenceRule", rule());
        }
        Event whole = event;
        Set<String> before = Judge.shown(device);
        String id = done(device.commands.create(whole));
        if (id != null) {
            world.judge.acted(device, before, Judge.shown(device), id, calendar.isDefault(), false);
            world.judge.wrote(id, device.index, "*");
        }
    }

    private ObjectNode rule() {
        return Json.object()
                .put("@type", "RecurrenceRule")
                .put("frequency", "weekly")
                .put("count", 10_000 + ++made);
    }

    /** An event that may be changed here, with its local id. */
    private String @Nullable [] pickEvent(Device device, Random r, boolean repeating) {
        return pickEvent(device, r, repeating, "");
    }

    private String @Nullable [] pickEvent(Device device, Random r, boolean repeating, String uid) {
        Set<String> may = new TreeSet<>();
        writable(device).forEach(c -> may.add(c.id()));
        List<String[]> candidates = new ArrayList<>();
        for (String[] work : Doors.works(device.store)) {
            Event event = Event.of(Json.parseObject(work[1]));
            if (may.containsAll(event.calendarIds())
                    && (!repeating || event.repeats())
                    && (uid.isEmpty() || uid.equals(event.uid()))) {
                candidates.add(new String[] {event.uid(), work[0]});
            }
        }
        // Local ids are random, uids too: their order is the same in every run of a seed.
        candidates.sort(java.util.Comparator.comparing(c -> c[0] + c[1]));
        return pick(candidates, r);
    }

    private void edit(Device device, Random r, Step.Kind kind) {
        boolean series = kind == Step.Kind.OVERRIDE || kind == Step.Kind.EXCLUDE;
        String[] found = pickEvent(device, r, series || kind == Step.Kind.RULE);
        if (found != null) {
            edit(device, r, kind, found);
        }
    }

    private void edit(Device device, Random r, Step.Kind kind, @Nullable String[] found) {
        Event event = device.store.findEvent(found[1]).orElseThrow();
        Target whole = Target.whole(found[1]);
        CompletableFuture<?> saved =
                switch (kind) {
                    case TITLE -> edit(device, whole, event, event.withText("title", token()));
                    case TEXT -> edit(device, whole, event, withLine(event, r));
                    case PLACE -> edit(device, whole, event, event.withPlace(token()));
                    case WHEN -> edit(device, whole, event, event.with(when()));
                    case RULE -> edit(device, whole, event, event.with("recurrenceRule", rule()));
                    case KEYWORD -> edit(device, whole, event, withKeyword(event));
                    case ALERT -> edit(device, whole, event, withAlert(event));
                    case OVERRIDE -> {
                        LocalDateTime at = event.when().start().plusWeeks(r.nextInt(4));
                        Event before = event.occurrence(at);
                        yield device.commands.edit(
                                new Target(found[1], at),
                                before,
                                before.withText(
                                        r.nextBoolean() ? "title" : "description", token()));
                    }
                    case EXCLUDE ->
                            device.commands.delete(
                                    new Target(
                                            found[1],
                                            event.when().start().plusWeeks(1 + r.nextInt(3))));
                    case MOVE -> move(device, found[1], event, r);
                    case DELETE -> device.commands.delete(whole);
                    default -> throw new IllegalArgumentException(kind.toString());
                };
        Set<String> before = Judge.tokens(Json.write(event.json()));
        done(saved);
        if (!saved.isCompletedExceptionally()) {
            Set<String> after =
                    kind == Step.Kind.MOVE
                            ? before
                            : device.store
                                    .findEvent(found[1])
                                    .map(e -> Judge.tokens(Json.write(e.json())))
                                    .orElse(Set.of());
            world.judge.acted(
                    device,
                    before,
                    after,
                    event.uid(),
                    isPrivate(device, event),
                    kind == Step.Kind.KEYWORD || kind == Step.Kind.ALERT);
            world.judge.wrote(event.uid(), device.index, unit(kind));
            if (kind == Step.Kind.DELETE || kind == Step.Kind.MOVE) {
                world.judge.deleted(event.uid());
            }
        }
    }

    private static String unit(Step.Kind kind) {
        return switch (kind) {
            case TITLE -> "title";
            case TEXT -> "description";
            case PLACE -> "locations";
            case WHEN -> "when";
            case RULE -> "repeats";
            case KEYWORD -> "keywords";
            case ALERT -> "alerts";
            case OVERRIDE, EXCLUDE -> "recurrenceOverrides";
            case DELETE -> "delete";
            default -> "*";
        };
    }

    /** Somebody changes what another is about to send: the same unit of the same events. */
    void same(Device device, Device other) {
        for (String[] row : Doors.outbox(other.store)) {
            String uid = Doors.uid(other.store, row[3]);
            Random r = new Random(world.seconds + row[4].hashCode());
            if (row[1].equals("UPDATE") && !uid.isEmpty() && r.nextInt(3) > 0) {
                for (Step.Kind kind : kinds(row[4])) {
                    String[] found = pickEvent(device, r, kind == Step.Kind.OVERRIDE, uid);
                    if (found != null) {
                        device.touched = true;
                        edit(device, r, kind, found);
                    }
                }
            }
        }
    }

    private static List<Step.Kind> kinds(String patch) {
        List<Step.Kind> kinds = new ArrayList<>();
        Map.of(
                        "title", Step.Kind.TITLE,
                        "description", Step.Kind.TEXT,
                        "locations", Step.Kind.PLACE,
                        "start", Step.Kind.WHEN,
                        "recurrenceOverrides", Step.Kind.OVERRIDE)
                .forEach((name, kind) -> {
                    if (patch.contains("\"" + name)) {
                        kinds.add(kind);
                    }
                });
        kinds.sort(java.util.Comparator.naturalOrder());
        return kinds;
    }

    private static CompletableFuture<Void> edit(
            Device device, Target target, Event before, Event after) {
        return device.commands.edit(target, before, after);
    }

    private CompletableFuture<Void> move(Device device, String id, Event event, Random r) {
        Calendar to = pick(writable(device), r);
        String from = event.calendarIds().getFirst();
        if (to == null || to.id().equals(from)) {
            return CompletableFuture.completedFuture(null);
        }
        Set<String> tokens = Judge.tokens(Json.write(event.json()));
        world.judge.published(event.uid(), tokens);
        boolean other =
                device.store.calendars().stream()
                        .anyMatch(
                                c -> c.id().equals(from) && !c.accountId().equals(to.accountId()));
        if (other || isWaitedFor(event.uid())) {
            world.judge.copied(tokens);
        }
        return device.commands.edit(Target.whole(id), event, event.inCalendar(from, to.id()));
    }

    /**
     * Whoever made it did not hear that it arrived. Taken out of their sight, it is nowhere for
     * them: they send it again, since standing twice is better than being lost.
     */
    private boolean isWaitedFor(String uid) {
        return world.devices.stream()
                .flatMap(d -> Doors.outbox(d.store).stream())
                .anyMatch(row -> row[1].equals("CREATE") && row[4].contains(uid));
    }

    private Event withLine(Event event, Random r) {
        List<String> lines = new ArrayList<>(event.description().lines().toList());
        int at = r.nextInt(lines.size() + 1);
        if (at < lines.size() && r.nextInt(3) == 0) {
            lines.set(at, token());
        } else {
            lines.add(at, token());
        }
        return event.withText("description", String.join("\n", lines));
    }

    private Event withKeyword(Event event) {
        ObjectNode keywords =
                event.json().path("keywords") instanceof ObjectNode o
                        ? o.deepCopy()
                        : Json.object();
        return event.with("keywords", keywords.put(token(), true));
    }

    private Event withAlert(Event event) {
        ObjectNode alerts =
                event.json().path("alerts") instanceof ObjectNode o ? o.deepCopy() : Json.object();
        ObjectNode alert = alerts.putObject(token()).put("@type", "Alert");
        alert.putObject("trigger").put("@type", "OffsetTrigger").put("offset", "-PT15M");
        return event.with("alerts", alerts);
    }

    /** Opens an editor, or saves the one that was left open with what was seen then. */
    private void staleEditor(Device device, Random r) {
        Open open = editors.remove(device.index);
        if (open == null) {
            String[] found = pickEvent(device, r, false);
            if (found != null) {
                editors.put(device.index, opened(device, found[1], r));
            }
            return;
        }
        Event now = device.store.findEvent(open.target.eventId()).orElse(null);
        if (now == null) {
            return;
        }
        // The unit that the editor changes is the description, so other units stay as they are.
        Event after = withLine(open.before, r);
        Set<String> seen = Judge.tokens(Json.write(open.before.json()));
        CompletableFuture<Void> saved = edit(device, open.target, open.before, after);
        done(saved);
        if (!saved.isCompletedExceptionally()) {
            Set<String> shown = Judge.tokens(Json.write(after.json()));
            world.judge.acted(device, seen, shown, now.uid(), isPrivate(device, now), false);
            world.judge.wrote(now.uid(), EDITOR + device.index, "*");
        }
    }

    private Open opened(Device device, String id, Random r) {
        Event event = device.store.findEvent(id).orElseThrow();
        if (!event.repeats() || r.nextBoolean()) {
            return new Open(Target.whole(id), event);
        }
        LocalDateTime at = event.when().start().plusWeeks(r.nextInt(3));
        return new Open(new Target(id, at), event.occurrence(at));
    }

    private void decide(Device device, Random r, boolean mine) {
        List<Conflict> cards = new ArrayList<>(device.store.conflicts());
        cards.sort(java.util.Comparator.comparing(Conflict::id));
        Conflict card = pick(cards, r);
        if (card == null) {
            return;
        }
        Set<String> before = Judge.shown(device);
        Set<String> onCard = Judge.tokens(Json.write(card.mine()));
        if (mine) {
            if (card.unit().equals("deleted")) {
                world.judge.copied(onCard);
            }
            CompletableFuture<Void> saved = device.commands.useMine(card.id());
            done(saved);
            if (!saved.isCompletedExceptionally()) {
                world.judge.acted(
                        device, before, Judge.shown(device), uidOf(device, card), false, false);
                world.judge.wrote(uidOf(device, card), device.index, "*");
            }
        } else {
            done(device.commands.keepTheirs(card.id()));
            Set<String> dropped = new TreeSet<>(onCard);
            dropped.removeAll(before);
            world.judge.dropped(dropped);
        }
    }

    /** Also of an event that is gone, which is put back with a local id of its own. */
    static String uidOf(Device device, Conflict card) {
        return card.mine().has("uid")
                ? card.mine().path("uid").asString("")
                : Doors.uid(device.store, card.objectId());
    }

    /** What came of it; null where the person was told that it cannot be done, or of nothing. */
    static <T> @Nullable T done(CompletableFuture<T> saved) {
        try {
            return saved.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Problem p && p.kind() == Problem.Kind.BAD_INPUT) {
                return null;
            }
            throw e;
        } catch (Problem e) {
            if (e.kind() == Problem.Kind.BAD_INPUT) {
                return null;
            }
            throw e;
        }
    }
}
