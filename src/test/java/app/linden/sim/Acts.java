package app.linden.sim;

import app.linden.base.Problem;
import app.linden.calendar.Target;
import app.linden.model.Calendar;
import app.linden.model.Conflict;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.Rights;
import app.linden.model.When;
import app.linden.store.Doors;
import app.linden.store.Intent;

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
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime FIRST = LocalDateTime.of(2027, 1, 4, 6, 0);

    /** An editor that somebody left open. */
    private record Open(String id, Event before) {}

    private final World world;
    private final Map<Integer, Open> editors = new HashMap<>();
    private int made;

    Acts(World world) {
        this.world = world;
    }

    /** Everybody's first calendar that others see; the default one stays private. */
    void begin() {
        for (int person = 0; person < world.people(); person++) {
            int whose = person;
            Device device =
                    world.devices.stream().filter(d -> d.person == whose).findFirst().orElseThrow();
            Calendar own = own(device);
            if (own == null) {
                throw new Failure("no calendar at the first exchange");
            }
            String id = device.store.serverSide().ids().next();
            ObjectNode calendar =
                    Json.object().put("name", "Family " + person).put("isSubscribed", true);
            ObjectNode shares = calendar.putObject("shareWith");
            for (int other = 0; other < world.people(); other++) {
                if (other != person) {
                    shares.set(world.principal(other), Rights.EDIT.toJson());
                }
            }
            device.store
                    .edits()
                    .apply(
                            List.of(
                                    new Intent.Create(
                                            id,
                                            own.accountId(),
                                            app.linden.model.Type.CALENDAR,
                                            calendar)))
                    .join();
        }
    }

    private static @Nullable Calendar own(Device device) {
        return device.store.calendars().stream()
                .filter(Calendar::isDefault)
                .findFirst()
                .orElse(null);
    }

    private String token() {
        return "tk" + ++made + "x";
    }

    void act(Device device, Step step) {
        Random r = new Random(step.seed());
        switch (step.kind()) {
            case CREATE, CREATE_SERIES -> create(device, r, step.kind() == Step.Kind.CREATE_SERIES);
            case NEW_CALENDAR, RENAME_CALENDAR, DELETE_CALENDAR, SHARE, REVOKE ->
                    calendar(device, r, step.kind());
            case USE_MINE, KEEP_THEIRS -> decide(device, r, step.kind() == Step.Kind.USE_MINE);
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

    private static <T> @Nullable T pick(List<T> from, Random r) {
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
        Set<String> may = new TreeSet<>();
        writable(device).forEach(c -> may.add(c.id()));
        List<String[]> candidates = new ArrayList<>();
        for (String[] work : Doors.works(device.store)) {
            Event event = Event.of(Json.parseObject(work[1]));
            if (may.containsAll(event.calendarIds()) && (!repeating || event.repeats())) {
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
        if (found == null) {
            return;
        }
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
        }
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
        world.judge.published(tokens);
        boolean other =
                device.store.calendars().stream()
                        .anyMatch(
                                c -> c.id().equals(from) && !c.accountId().equals(to.accountId()));
        if (other) {
            world.judge.copied(tokens);
        }
        return device.commands.edit(Target.whole(id), event, event.inCalendar(from, to.id()));
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
                Event event = device.store.findEvent(found[1]).orElseThrow();
                editors.put(device.index, new Open(found[1], event));
            }
            return;
        }
        Event now = device.store.findEvent(open.id).orElse(null);
        if (now == null) {
            return;
        }
        // The unit that the editor changes is the description, so other units stay as they are.
        Event after = withLine(open.before, r);
        Set<String> seen = Judge.tokens(Json.write(open.before.json()));
        CompletableFuture<Void> saved = edit(device, Target.whole(open.id), open.before, after);
        done(saved);
        if (!saved.isCompletedExceptionally()) {
            Set<String> shown = Judge.tokens(Json.write(after.json()));
            world.judge.acted(device, seen, shown, now.uid(), isPrivate(device, now), false);
        }
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
            }
        } else {
            done(device.commands.keepTheirs(card.id()));
            Set<String> dropped = new TreeSet<>(onCard);
            dropped.removeAll(before);
            world.judge.dropped(dropped);
        }
    }

    private static String uidOf(Device device, Conflict card) {
        return device.store.findEvent(card.objectId()).map(Event::uid).orElse(card.objectId());
    }

    private void calendar(Device device, Random r, Step.Kind kind) {
        List<Calendar> all =
                device.store.calendars().stream()
                        .filter(c -> c.rights().equals(Rights.ALL) && !c.isDefault())
                        .sorted(java.util.Comparator.comparing(Calendar::id))
                        .toList();
        Calendar own = own(device);
        if (kind == Step.Kind.NEW_CALENDAR) {
            if (own != null) {
                done(device.commands.createCalendar(own.accountId(), token(), "#3f8f5f"));
            }
            return;
        }
        Calendar calendar = pick(all, r);
        if (calendar == null) {
            return;
        }
        int other = r.nextInt(world.people());
        switch (kind) {
            case RENAME_CALENDAR ->
                    done(device.commands.renameCalendar(calendar.id(), "named " + ++made));
            case DELETE_CALENDAR -> {
                if (r.nextInt(3) == 0) {
                    Set<String> tokens = new TreeSet<>();
                    device.store
                            .eventsIn(calendar.id())
                            .forEach(
                                    f -> tokens.addAll(Judge.tokens(Json.write(f.event().json()))));
                    done(device.commands.deleteCalendar(calendar.id()));
                    world.judge.dropped(tokens);
                }
            }
            case SHARE ->
                    share(device, calendar, other, r.nextBoolean() ? Rights.EDIT : Rights.READ);
            case REVOKE -> share(device, calendar, other, null);
            default -> throw new IllegalArgumentException(kind.toString());
        }
    }

    private void share(Device device, Calendar calendar, int other, @Nullable Rights rights) {
        if (other == device.person) {
            return;
        }
        if (rights == null || !rights.mayWrite()) {
            world.judge.revoked(other);
        }
        done(
                device.store
                        .edits()
                        .apply(
                                List.of(
                                        new Intent.Update(
                                                calendar.id(),
                                                Patch.of(
                                                        "shareWith/" + world.principal(other),
                                                        rights == null
                                                                ? Json.nil()
                                                                : rights.toJson())))));
    }

    /** What came of it; null where the person was told that it cannot be done, or of nothing. */
    private static <T> @Nullable T done(CompletableFuture<T> saved) {
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
