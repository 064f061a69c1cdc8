package app.linden.ui.shell;

import app.linden.calendar.Commands;
import app.linden.calendar.Target;
import app.linden.cli.Device;
import app.linden.desktop.SealedSecrets;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Rule;
import app.linden.model.SyncState;
import app.linden.model.Type;
import app.linden.model.When;
import app.linden.store.Peek;
import app.linden.ui.Fx;

import tools.jackson.databind.node.ObjectNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A device with its window in a process of its own, for a test that kills it. Takes a word a line
 * and says what happens in lines of JSON: before each edit what it is about to do, and once the
 * edit is acknowledged that it did it. Arguments: profile folder, server, seed.
 */
public final class OfflineWindow {
    static final String PASSPHRASE = "a passphrase";
    private static final LocalDateTime TRAINING = Household.TODAY.atTime(17, 0);

    private enum Op {
        CREATE,
        MOVE,
        TITLE,
        OCCURRENCE,
        DELETE
    }

    private final Device device;
    private final Commands commands;
    private final Random random;

    /** Local id of each event that may still be edited, by uid; the series is not among them. */
    private final Map<String, String> events = new TreeMap<>();

    private final Map<String, String> series = new TreeMap<>();
    private final List<Integer> weeks = new ArrayList<>(IntStream.range(1, 30).boxed().toList());

    private OfflineWindow(Device device, Random random) {
        this.device = device;
        this.commands = device.commands();
        this.random = random;
    }

    public static void main(String[] arguments) throws Exception {
        Path profile = Path.of(arguments[0]);
        Random random = new Random(Long.parseLong(arguments[2]));
        try (Device device = Device.open(profile, SealedSecrets.open(profile, PASSPHRASE))) {
            CalendarWindow window = Household.show(device, Fx.look(false));
            device.startSync();
            if (device.store().serverSide().logins().isEmpty()) {
                await(device.accounts().signIn(arguments[1], "anna", Household.PASSWORD));
            }
            say("ready", Json.object());
            new OfflineWindow(device, random).obey();
            Fx.run(window::close);
        }
        System.exit(0);
    }

    private void obey() throws Exception {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = in.readLine(); word != null; word = in.readLine()) {
            switch (word) {
                case "first" -> {
                    trainEveryWeek();
                    for (int i = 0; i < 40; i++) {
                        create();
                    }
                }
                case "edit" -> edits();
                case "sync" -> {
                    device.accounts().syncNow();
                    Fx.until("nothing waits", this::isIdle);
                }
                case "tell" -> tell();
                case "quit" -> {
                    return;
                }
                default -> throw new IOException("What is " + word + "?");
            }
            say("done", Json.object().put("state", device.accounts().state().get().toString()));
        }
    }

    private boolean isIdle() {
        return device.store().waiting().isEmpty()
                && device.accounts().state().get().phase() == SyncState.Phase.IDLE;
    }

    /** What this device shows, and what it believes of the server. */
    private void tell() {
        ObjectNode all = Json.object();
        ObjectNode shown = all.putObject("shown");
        device.store().eventsIn(calendar().id()).forEach(f -> shown.set(f.id(), f.event().json()));
        ObjectNode bases = all.putObject("bases");
        Peek.bases(device.store(), Type.EVENT).forEach(bases::put);
        all.put("waiting", device.store().waiting().size());
        say("told", all);
    }

    private void edits() throws Exception {
        List<Op> ops = new ArrayList<>();
        ops.addAll(Collections.nCopies(80, Op.CREATE));
        ops.addAll(Collections.nCopies(50, Op.MOVE));
        ops.addAll(Collections.nCopies(40, Op.TITLE));
        ops.addAll(Collections.nCopies(10, Op.OCCURRENCE));
        ops.addAll(Collections.nCopies(20, Op.DELETE));
        Collections.shuffle(ops, random);
        for (Op op : ops) {
            switch (op) {
                case CREATE -> create();
                case MOVE -> move(anyUid());
                case TITLE -> retitle(anyUid());
                case OCCURRENCE -> occurrence();
                case DELETE -> delete(anyUid());
            }
        }
    }

    private void trainEveryWeek() throws Exception {
        Event event =
                Event.create(
                                uid(),
                                calendar().id(),
                                "Training",
                                When.timed(TRAINING, TRAINING.plusHours(2), Household.ZONE))
                        .with(Rule.every(1, Rule.Frequency.WEEKLY));
        ObjectNode line = line(event.uid(), "title", "Training");
        ((ObjectNode) line.path("facts")).put("start", Event.write(TRAINING));
        series.put(event.uid(), doing(line, () -> commands.create(event)));
    }

    private void create() throws Exception {
        LocalDateTime start = anyTime();
        Event event =
                Event.create(
                        uid(),
                        calendar().id(),
                        anyTitle(),
                        When.timed(start, start.plusHours(1), Household.ZONE));
        ObjectNode line = line(event.uid(), "title", event.title());
        ((ObjectNode) line.path("facts")).put("start", Event.write(start));
        events.put(event.uid(), doing(line, () -> commands.create(event)));
    }

    private void move(String uid) throws Exception {
        boolean days = random.nextInt(5) == 0;
        LocalDateTime start = days ? anyTime().toLocalDate().atStartOfDay() : anyTime();
        LocalDateTime end = days ? start.plusDays(2) : start.plusMinutes(90);
        Target whole = Target.whole(id(uid));
        doing(
                line(uid, "start", Event.write(start)),
                () -> commands.move(whole, start, end, days, Household.ZONE));
    }

    private void retitle(String uid) throws Exception {
        String title = anyTitle();
        Target whole = Target.whole(id(uid));
        Event before = await(device.agenda().find(whole));
        doing(
                line(uid, "title", title),
                () -> commands.edit(whole, before, before.with("title", Json.text(title))));
    }

    private void delete(String uid) throws Exception {
        Target whole = Target.whole(id(uid));
        ObjectNode line = Json.object().put("uid", uid).put("deleted", true);
        doing(line, () -> commands.delete(whole));
        events.remove(uid);
    }

    /** One occurrence of the series: a new title, a new time, or none of it any more. */
    private void occurrence() throws Exception {
        Map.Entry<String, String> training = series.entrySet().iterator().next();
        Integer week = weeks.get(random.nextInt(weeks.size()));
        LocalDateTime at = TRAINING.plusWeeks(week);
        String key = Event.write(at);
        Target target = new Target(training.getValue(), at);
        switch (random.nextInt(4)) {
            case 0 -> {
                weeks.remove(week);
                doing(
                        line(training.getKey(), key + " excluded", "true"),
                        () -> commands.delete(target));
            }
            case 1 -> {
                LocalDateTime start = at.plusHours(1 + random.nextInt(3));
                doing(
                        line(training.getKey(), key + " start", Event.write(start)),
                        () ->
                                commands.move(
                                        target, start, start.plusHours(2), false, Household.ZONE));
            }
            default -> {
                String title = anyTitle();
                Event before = await(device.agenda().find(target));
                doing(
                        line(training.getKey(), key + " title", title),
                        () ->
                                commands.edit(
                                        target, before, before.with("title", Json.text(title))));
            }
        }
    }

    private <T> T doing(ObjectNode edit, java.util.function.Supplier<? extends Future<T>> command)
            throws Exception {
        say("try", edit);
        T answer = await(command.get());
        say("did", edit);
        return answer;
    }

    private static ObjectNode line(String uid, String fact, String value) {
        ObjectNode line = Json.object().put("uid", uid);
        line.putObject("facts").put(fact, value);
        return line;
    }

    private String anyUid() {
        List<String> uids = List.copyOf(events.keySet());
        return uids.get(random.nextInt(uids.size()));
    }

    private String id(String uid) {
        String id = events.get(uid);
        if (id == null) {
            throw new IllegalArgumentException(uid);
        }
        return id;
    }

    private String uid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String anyTitle() {
        return "Title " + random.nextInt(1_000_000_000);
    }

    private LocalDateTime anyTime() {
        return Household.TODAY
                .plusDays(random.nextInt(60))
                .atTime(8 + random.nextInt(12), 15 * random.nextInt(4));
    }

    private Calendar calendar() {
        return Household.calendar(device);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    /** One write for one line, so that a kill leaves none in halves. */
    private static void say(String what, ObjectNode about) {
        about = about.deepCopy();
        about.put("say", what);
        byte[] line = (Json.write(about) + "\n").getBytes(StandardCharsets.UTF_8);
        PrintStream out = System.out;
        out.write(line, 0, line.length);
        out.flush();
    }
}
