package app.linden.faults;

import app.linden.base.Ids;
import app.linden.calendar.Commands;
import app.linden.calendar.Target;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Rule;
import app.linden.model.When;
import app.linden.store.Store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Edits a store by its commands, at random, and says what must be seen after each edit. */
final class Person {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int LONG_TEXT = 20_000;

    /** An edit and what is seen when it is done. */
    record Edit(Shown after, CompletableFuture<?> done) {}

    private final Store store;
    private final Commands commands;
    private final Random random;
    private final int fewest;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /**
     * @param fewest so many events before the person begins to delete as often as to create
     */
    Person(Store store, Ids ids, Random random, int fewest) {
        this.store = store;
        this.commands = new Commands(store, ids);
        this.random = random;
        this.fewest = fewest;
    }

    /** What the store shows now. */
    Shown.Data look() {
        Map<String, String> events = new TreeMap<>();
        Map<String, String> calendars = new TreeMap<>();
        ids.clear();
        for (Calendar calendar : store.calendars()) {
            String key = calendar.isDefault() ? "default" : key(calendar.name());
            ids.put(key, calendar.id());
            if (calendars.put(key, calendar.name()) != null) {
                throw new AssertionError(key + " is there twice");
            }
            for (Store.Found found : store.eventsIn(calendar.id())) {
                String event = key(found.event().title());
                ids.put(event, found.id());
                if (events.put(event, value(found.event())) != null) {
                    throw new AssertionError(event + " is there twice");
                }
            }
        }
        return new Shown.Data(events, calendars);
    }

    private static String key(String text) {
        return text.substring(0, text.indexOf(' '));
    }

    private static String value(Event event) {
        String text = event.description();
        return event.title()
                + " at "
                + event.when().start()
                + " with "
                + text.length()
                + "/"
                + text.hashCode();
    }

    /**
     * Submits some edits at once, each of another object, or undoes one.
     *
     * @param submitted hears of each edit, also when the next one cannot be made
     */
    void act(Shown shown, Consumer<Edit> submitted) {
        int kind = random.nextInt(20);
        if (kind == 0 && shown.undo() != null) {
            submitted.accept(new Edit(shown.undone(), commands.undo().thenRun(this::look)));
            return;
        }
        if (kind == 1 && shown.redo() != null) {
            submitted.accept(new Edit(shown.redone(), commands.redo().thenRun(this::look)));
            return;
        }
        if (kind == 2) {
            submitted.accept(calendar(shown));
            return;
        }
        int count = random.nextInt(6) == 0 ? 1 + random.nextInt(40) : 1 + random.nextInt(2);
        Set<String> used = new HashSet<>();
        Shown now = shown;
        for (int i = 0; i < count; i++) {
            List<String> left =
                    now.data().events().keySet().stream()
                            .filter(k -> ids.containsKey(k) && !used.contains(k))
                            .toList();
            boolean creates = left.isEmpty() || random.nextInt(now.data().events().size()) < fewest;
            Edit edit;
            if (creates) {
                edit = create(now);
            } else {
                String key = left.get(random.nextInt(left.size()));
                used.add(key);
                edit = change(now, key);
            }
            submitted.accept(edit);
            now = edit.after();
        }
    }

    private Edit calendar(Shown shown) {
        String key = "c" + random.nextInt(4);
        String name = key + " " + token();
        String id = ids.get(key);
        Shown after = shown.after(shown.data().withCalendar(key, name));
        return new Edit(
                after,
                id != null && shown.data().calendars().containsKey(key)
                        ? commands.renameCalendar(id, name)
                        : commands.createCalendar(store.accounts().getFirst().id(), name, "#224466")
                                .thenAccept(made -> ids.put(key, made)));
    }

    private Edit create(Shown shown) {
        String key = "e" + token();
        List<String> calendars =
                shown.data().calendars().keySet().stream().filter(ids::containsKey).toList();
        String calendar = ids.get(calendars.get(random.nextInt(calendars.size())));
        LocalDateTime start = start();
        Event event =
                Event.create(
                                "",
                                calendar,
                                key + " " + token(),
                                When.timed(start, start.plusHours(1), BERLIN))
                        .withText("description", text());
        if (random.nextInt(10) == 0) {
            event = event.with(Rule.every(1, Rule.Frequency.WEEKLY));
        }
        return new Edit(
                shown.after(shown.data().withEvent(key, value(event))),
                commands.create(event).thenAccept(id -> ids.put(key, id)));
    }

    private Edit change(Shown shown, String key) {
        Target target = Target.whole(ids.get(key));
        Event before = store.findEvent(target.eventId()).orElseThrow();
        return switch (random.nextInt(4)) {
            case 0 ->
                    new Edit(
                            shown.after(shown.data().withEvent(key, null)),
                            commands.delete(target));
            case 1 -> move(shown, key, before);
            default -> {
                Event after =
                        before.with("title", Json.text(key + " " + token()))
                                .withText("description", text());
                yield new Edit(
                        shown.after(shown.data().withEvent(key, value(after))),
                        commands.edit(target, before, after));
            }
        };
    }

    private Edit move(Shown shown, String key, Event before) {
        LocalDateTime start = start();
        while (start.equals(before.when().start())) {
            // What changes nothing is no act that one could undo.
            start = start();
        }
        Event after = before.with(before.when().at(start));
        return new Edit(
                shown.after(shown.data().withEvent(key, value(after))),
                commands.move(
                        Target.whole(ids.get(key)), start, after.when().end(), false, BERLIN));
    }

    private LocalDateTime start() {
        return DAY.plusDays(random.nextInt(60)).atTime(random.nextInt(22), 0);
    }

    private String text() {
        int length = random.nextInt(8) == 0 ? random.nextInt(LONG_TEXT) : random.nextInt(200);
        StringBuilder text = new StringBuilder("x");
        while (text.length() < length) {
            text.append(token()).append(' ');
        }
        return text.toString();
    }

    private String token() {
        return Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
    }
}
