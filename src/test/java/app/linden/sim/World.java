package app.linden.sim;

import app.linden.base.Problem;
import app.linden.remote.Rejected;
import app.linden.remote.RemoteOverBytes.Bytes;
import app.linden.server.ServerCore;
import app.linden.store.Doors;
import app.linden.wire.MethodProblem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;

/**
 * People, their devices and one real server, in virtual time on the calling thread: every write of
 * a store is waited for, so one seed makes one world.
 */
final class World implements AutoCloseable {
    private record Late(int person, byte @Nullable [] request) {}

    private final Script script;
    private final Path folder;
    private final Random random;
    private final List<String> principals = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    private final SimClock serverClock = new SimClock();
    private final Acts acts = new Acts(this);

    final Bug bug;
    final Judge judge = new Judge();
    private final Watch watch = new Watch(this);
    private final Verdict verdict = new Verdict(this);
    final List<Device> devices = new ArrayList<>();
    final Map<Fault, Integer> injected = new EnumMap<>(Fault.class);
    final StringBuilder trace = new StringBuilder();
    ServerCore server;
    long seconds;

    /** Those that are in the middle of an exchange. */
    private final Set<Device> busy = new HashSet<>();

    private boolean backedUp;

    /** Whether what the server has may be different since the last look. */
    boolean serverTouched = true;

    World(Script script, Path folder, Bug bug) {
        this.script = script;
        this.folder = folder;
        this.bug = bug;
        this.random = new Random(script.seed());
        Templates.copy("server", folder.resolve("server"));
        server = new ServerCore(folder.resolve("server"), serverClock, random);
        int people = script.owners().stream().mapToInt(i -> i).max().orElse(0) + 1;
        for (int i = 0; i < people; i++) {
            principals.add(server.add("person" + i));
        }
        for (int i = 0; i < script.owners().size(); i++) {
            Path home = folder.resolve("device" + i);
            Templates.copy("device", home);
            devices.add(
                    new Device(
                            this,
                            i,
                            script.owners().get(i),
                            new SimClock(),
                            home,
                            new Random(script.seed() * 31 + i)));
        }
    }

    String principal(int person) {
        return principals.get(person);
    }

    int people() {
        return principals.size();
    }

    /** Runs the script and judges. */
    void run() {
        devices.forEach(d -> exchange(d, true));
        acts.begin();
        devices.forEach(d -> exchange(d, true));
        devices.forEach(d -> exchange(d, true));
        for (Step step : script.steps()) {
            trace.append(step.line()).append('\n');
            run(step);
            watch.look();
        }
        settle();
        watch.look();
        verdict.give();
    }

    private void run(Step step) {
        Device device = devices.get(step.device() % devices.size());
        pass(60 + step.seed() % 3_000);
        switch (step.kind()) {
            case SYNC -> faulty(device, step, true);
            case HINT -> faulty(device, step, false);
            case HINT_LOST -> device.hints.clear();
            case HINT_FALSE -> hintFalse(device, step);
            case BACKUP -> backUp();
            case HINT_TWICE -> {
                exchange(device, false);
                exchange(device, false);
            }
            case RESTART -> device.restart(bug);
            case MONTHS_PASS -> pass(5_000_000);
            case CLOCK_JUMPS ->
                    device.clock.forward(step.seed() % 2 == 0 ? -300_000_000L : 300_000_000L);
            case LATE_ARRIVES -> lateArrives();
            default -> {
                device.touched = true;
                bug.acts(device);
                acts.act(device, step);
                bug.acted(device);
            }
        }
    }

    private void pass(long by) {
        seconds += by;
        serverClock.forward(by);
        devices.forEach(d -> d.clock.forward(by));
    }

    private void faulty(Device device, Step step, boolean all) {
        device.simWire.arm(step.fault(), step.at());
        exchange(device, all);
    }

    /** The live channel speaks of what is not there. */
    private void hintFalse(Device device, Step step) {
        String account =
                step.seed() % 3 == 0
                        ? "nobody"
                        : principals.get((int) (step.seed() % principals.size()));
        device.hints.put(account, new HashMap<>(Map.of("CalendarEvent", "x" + step.seed())));
        faulty(device, step, false);
    }

    /** What failed, null when it went well. */
    private @Nullable RuntimeException exchange(Device device, boolean all) {
        if (!bug.begins(device)) {
            return null;
        }
        device.touched = true;
        busy.add(device);
        device.simWire.begin();
        device.mayDie();
        RuntimeException failure = null;
        try {
            if (all) {
                device.sync.everything();
            } else {
                Map<String, Map<String, String>> hints = new HashMap<>(device.hints);
                device.hints.clear();
                device.sync.hinted(hints);
            }
        } catch (Killed e) {
            device.restart(bug);
            return null;
        } catch (Problem | MethodProblem | Rejected e) {
            failure = e;
        } catch (CompletionException e) {
            if (e.getCause() instanceof Killed) {
                device.restart(bug);
                return null;
            }
            if (!(e.getCause() instanceof Problem p)) {
                throw e;
            }
            failure = p;
        } finally {
            busy.remove(device);
            device.simWire.end();
            device.mayNotDie();
        }
        bug.ended(device, failure);
        trace.append("  ").append(device.name).append(failure == null ? " well" : " " + failure);
        trace.append('\n');
        if (failure == null && all && !device.simWire.disturbed()) {
            verdict.knowsTheServer(device);
        }
        return failure;
    }

    /** Everything late arrives, everybody is online and nothing goes wrong until nothing moves. */
    private void settle() {
        lateArrives();
        devices.forEach(d -> d.simWire.calm());
        RuntimeException failure = null;
        for (int round = 0; round < 30; round++) {
            pass(1_000);
            devices.forEach(d -> d.hints.clear());
            server.hints.clear();
            failure = null;
            for (Device device : devices) {
                RuntimeException now = exchange(device, true);
                failure = now == null ? failure : now;
            }
            boolean still = server.hints.isEmpty() && failure == null;
            if (still && round > 0 && devices.stream().noneMatch(Device::waits)) {
                return;
            }
        }
        StringBuilder waiting = new StringBuilder();
        for (Device device : devices) {
            for (String[] row : Doors.outbox(device.store)) {
                waiting.append("\n  ")
                        .append(device.name)
                        .append(": ")
                        .append(String.join(" ", row));
            }
        }
        throw new Failure("never comes to rest: " + failure + waiting);
    }

    Bytes answer(Device device, byte @Nullable [] request) {
        return answer(device.person, request);
    }

    private Bytes answer(int person, byte @Nullable [] request) {
        Bytes answer = server.answer(bug.asks(principals.get(person), request), request);
        serverTouched |= SimWire.text(request).contains("/set\"");
        judge.heard(person, SimWire.text(answer.body()));
        for (ServerCore.Hint hint : server.hints) {
            for (Device d : devices) {
                if (principals.get(d.person).equals(hint.principalId())) {
                    d.hints
                            .computeIfAbsent(hint.accountId(), a -> new HashMap<>())
                            .putAll(hint.states());
                }
            }
        }
        if (server.hints.size() > 1) {
            server.hints.subList(0, server.hints.size() - 1).clear();
        }
        trace.append("  ")
                .append(person)
                .append(" > ")
                .append(SimWire.text(request))
                .append("\n  < ")
                .append(SimWire.text(answer.body()))
                .append('\n');
        return answer;
    }

    void late(Device device, byte @Nullable [] request) {
        late.add(new Late(device.person, request));
    }

    private void lateArrives() {
        List<Late> now = new ArrayList<>(late);
        late.clear();
        now.forEach(l -> answer(l.person, l.request));
    }

    /** Somebody else exchanges everything while this device is in the middle of it. */
    void quicker(Device slow) {
        for (Device other : devices) {
            if (!busy.contains(other)) {
                acts.same(other, slow);
                if (other.waits()) {
                    exchange(other, true);
                }
            }
        }
    }

    /** The person at this device goes on while it sends. */
    void edited(Device device) {
        long seed = seconds;
        for (Step.Kind kind : List.of(Step.Kind.TITLE, Step.Kind.TEXT, Step.Kind.DELETE)) {
            if (kind != Step.Kind.DELETE || seed % 5 == 0) {
                acts.act(device, new Step(kind, device.index, seed, Fault.NONE, 0));
            }
        }
    }

    void restartServer() {
        server.close();
        server = new ServerCore(folder.resolve("server"), serverClock, random);
    }

    private void backUp() {
        server.close();
        Templates.copy(folder.resolve("server"), folder.resolve("backup"));
        server = new ServerCore(folder.resolve("server"), serverClock, random);
        backedUp = true;
    }

    /** Back to the last backup, or to the newest state where there is none. */
    void restoreServer() {
        server.close();
        if (backedUp) {
            Templates.copy(folder.resolve("backup"), folder.resolve("server"));
            judge.restored();
            serverTouched = true;
        }
        server = new ServerCore(folder.resolve("server"), serverClock, random);
    }

    void injected(Fault fault) {
        injected.merge(fault, 1, Integer::sum);
        trace.append("  ! ").append(fault).append('\n');
    }

    @Override
    public void close() {
        devices.forEach(d -> d.store.close());
        server.close();
        Templates.delete(folder);
    }
}
