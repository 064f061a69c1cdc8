package app.linden.sim;

import app.linden.base.Problem;
import app.linden.model.Conflict;
import app.linden.model.Json;
import app.linden.model.Type;
import app.linden.remote.RemoteOverBytes.Bytes;
import app.linden.store.Choice;
import app.linden.store.Doors;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Every planted bug by its name. */
final class PlantedBugs {
    private static final Map<String, Supplier<Bug>> ALL = new LinkedHashMap<>();

    private PlantedBugs() {}

    static Map<String, Supplier<Bug>> all() {
        return ALL;
    }

    static {
        sends("ifInState missing", set -> set.remove("ifInState"));
        sends(
                "create with a new uid each time",
                set ->
                        set.path("create")
                                .forEach(c ->
                                        ((ObjectNode) c)
                                                .put("uid", "u" + System.identityHashCode(c))));
        sends(
                "overrides are not sent",
                set ->
                        set.path("update")
                                .forEach(u ->
                                        removeIf(
                                                (ObjectNode) u,
                                                n -> n.startsWith("recurrenceOverrides"))));
        sends(
                "only the last line of a text is sent",
                set ->
                        set.path("update")
                                .forEach(u -> {
                                    String text = u.path("description").asString("");
                                    if (text.contains("\n")) {
                                        ((ObjectNode) u)
                                                .put(
                                                        "description",
                                                        text.substring(text.lastIndexOf('\n') + 1));
                                    }
                                }));
        sends("deletions are not sent", set -> set.remove("destroy"), true);
        sends("half of a batch is sent", PlantedBugs::half, true);
        hears(
                "deletions are not pulled",
                answer -> {
                    if (answer.has("hasMoreChanges")) {
                        answer.putArray("destroyed");
                    }
                });
        hears("refusals count as done", PlantedBugs::refusalsAreDone);
        hears("ids of one batch are mixed up", PlantedBugs::mixed);
        hears(
                "what is pulled is there twice",
                answer -> {
                    if (answer.path("list").path(0).path("uid").isString()) {
                        ObjectNode copy = (ObjectNode) answer.path("list").path(0).deepCopy();
                        copy.put("id", copy.path("id").asString() + "-2");
                        ((tools.jackson.databind.node.ArrayNode) answer.get("list")).add(copy);
                    }
                });
        hears(
                "keywords are not pulled",
                answer -> answer.path("list").forEach(o -> ((ObjectNode) o).remove("keywords")));
        failed("outbox dropped on 401", PlantedBugs::signIn, "DELETE FROM outbox");
        failed(
                "in flight dropped when the server fails",
                e -> true,
                "DELETE FROM outbox WHERE status = 'IN_FLIGHT'");
        failed(
                "a failed change is never sent again",
                e -> true,
                "UPDATE outbox SET status = 'PARKED', sent = FALSE, reason = 'The server has a"
                        + " problem.' WHERE status = 'IN_FLIGHT'");
        ended("their version wins without a card", d -> sql(d, "DELETE FROM conflict"));
        ended(
                "my version wins without a card",
                d -> {
                    for (Conflict c : new ArrayList<>(d.store.conflicts())) {
                        d.store.edits().decide(c.id(), Choice.MINE).join();
                    }
                });
        ended(
                "deletion beats edit without trash",
                d -> sql(d, "DELETE FROM trash", "DELETE FROM conflict WHERE unit = 'deleted'"));
        ended(
                "parked changes are deleted",
                d -> sql(d, "DELETE FROM outbox WHERE status='PARKED'"));
        ended(
                "events of two accounts are mixed up",
                d -> {
                    List<app.linden.model.Account> a = d.store.serverSide().accountsOf("login");
                    if (a.size() > 1) {
                        sql(
                                d,
                                "UPDATE object SET account_id = '"
                                        + a.get(0).id()
                                        + "' WHERE type = 'EVENT' AND account_id = '"
                                        + a.get(1).id()
                                        + "'");
                    }
                });
        ended(
                "unsent creates are swept away",
                d ->
                        sql(
                                d,
                                "DELETE FROM outbox WHERE kind = 'CREATE'",
                                "DELETE FROM object WHERE server_id IS NULL"));
        acted(
                "the person's version becomes the base",
                d ->
                        sql(
                                d,
                                "UPDATE object SET base = work WHERE base IS NOT NULL AND work IS"
                                        + " NOT NULL"));
        acted(
                "of two edits of one event the first is dropped",
                d ->
                        sql(
                                d,
                                "DELETE FROM outbox o WHERE EXISTS (SELECT 1 FROM outbox p WHERE"
                                        + " p.object_id = o.object_id AND p.seq > o.seq)"));
        acted(
                "deleting a calendar empties the outbox",
                d -> {
                    if (Doors.number(
                                    d.store,
                                    "SELECT COUNT(*) FROM outbox b JOIN object o ON o.id ="
                                            + " b.object_id WHERE o.type = 'CALENDAR' AND b.kind ="
                                            + " 'DESTROY'")
                            > 0) {
                        sql(d, "DELETE FROM outbox WHERE kind <> 'DESTROY'");
                    }
                });
        ALL.put(
                "nobody remembers what a server had before it was put back",
                () ->
                        new Bug() {
                            @Override
                            public void acted(Device device) {
                                sql(device, "DELETE FROM acknowledged");
                            }

                            @Override
                            public void ended(Device device, @Nullable RuntimeException failure) {
                                sql(device, "DELETE FROM acknowledged");
                            }
                        });
        ALL.put(
                "what a short list leaves out is deleted",
                () ->
                        new Bug() {
                            @Override
                            public Bytes hears(
                                    Device device, byte @Nullable [] request, Bytes answer) {
                                boolean asksOnce =
                                        SimWire.text(request).contains("CalendarEvent/get")
                                                && SimWire.text(request).contains("\"ids\":[\"");
                                return asksOnce
                                        ? Tampering.answer(answer, a -> a.putArray("list"))
                                        : answer;
                            }
                        });
        ALL.put("cleared on cannotCalculateChanges", ClearedBug::new);
        ALL.put(
                "a lost answer counts as done",
                () ->
                        new Bug() {
                            @Override
                            public @Nullable Bytes imagines(
                                    Device device, byte @Nullable [] request) {
                                return Tampering.allDone(request);
                            }
                        });
        ALL.put(
                "stateMismatch counts as done",
                () ->
                        new Bug() {
                            @Override
                            public Bytes hears(
                                    Device device, byte @Nullable [] request, Bytes answer) {
                                Bytes done = Tampering.allDone(request);
                                return done != null
                                                && SimWire.text(answer.body())
                                                        .contains("\"stateMismatch\"")
                                        ? done
                                        : answer;
                            }
                        });
        ALL.put(
                "a truncated page counts as whole",
                () ->
                        new Bug() {
                            @Override
                            public byte @Nullable [] sends(
                                    Device device, byte @Nullable [] request) {
                                return request == null
                                        ? null
                                        : SimWire.bytes(
                                                SimWire.text(request)
                                                        .replace(
                                                                "\"maxChanges\":500",
                                                                "\"maxChanges\":2"));
                            }

                            @Override
                            public Bytes hears(
                                    Device device, byte @Nullable [] request, Bytes answer) {
                                return Tampering.answer(
                                        answer,
                                        a -> {
                                            if (a.path("hasMoreChanges").asBoolean(false)) {
                                                String type =
                                                        SimWire.text(request)
                                                                        .contains(
                                                                                "CalendarEvent/changes")
                                                                ? Type.EVENT.wire()
                                                                : Type.CALENDAR.wire();
                                                a.put("hasMoreChanges", false);
                                                a.put(
                                                        "newState",
                                                        device.world.server.state(
                                                                a.path("accountId").asString(),
                                                                type));
                                            }
                                        });
                            }
                        });
        ALL.put(
                "state saved before data",
                () ->
                        new Bug() {
                            @Override
                            public void ended(Device device, @Nullable RuntimeException failure) {
                                if (failure != null) {
                                    restarted(device);
                                }
                            }

                            @Override
                            public void restarted(Device device) {
                                for (var a : device.store.serverSide().accountsOf("login")) {
                                    for (Type type : Type.values()) {
                                        sql(
                                                device,
                                                "UPDATE sync_state SET state = '"
                                                        + device.world.server.state(
                                                                a.serverId(), type.wire())
                                                        + "' WHERE account_id = '"
                                                        + a.id()
                                                        + "' AND type = '"
                                                        + type
                                                        + "'");
                                    }
                                }
                            }
                        });
        ALL.put(
                "a parked change blocks the rest",
                () ->
                        new Bug() {
                            @Override
                            public boolean begins(Device device) {
                                return Doors.outbox(device.store).stream()
                                        .noneMatch(r -> r[0].equals("PARKED"));
                            }
                        });
        ALL.put(
                "in flight forgotten at the start",
                () ->
                        new Bug() {
                            @Override
                            public void restarted(Device device) {
                                sql(device, "DELETE FROM outbox WHERE status = 'IN_FLIGHT'");
                            }
                        });
        ALL.put("a login page counts as a session without accounts", LoginPageBug::new);
        ALL.put("acknowledged before it is on disk", EarlyBug::new);
        ALL.put(
                "the server asks nobody's rights",
                () ->
                        new Bug() {
                            @Override
                            public String asks(String principal, byte @Nullable [] request) {
                                String text = SimWire.text(request);
                                int at = text.indexOf("\"accountId\":\"");
                                return at < 0 || !text.contains("CalendarEvent")
                                        ? principal
                                        : text.substring(at + 13, text.indexOf('"', at + 13));
                            }
                        });
    }

    private static void sql(Device device, String... statements) {
        Tampering.sql(device, statements);
    }

    private static boolean signIn(RuntimeException e) {
        return Problem.kind(e) == Problem.Kind.SIGN_IN;
    }

    private static void removeIf(ObjectNode from, java.util.function.Predicate<String> which) {
        List.copyOf(from.propertyNames()).stream().filter(which).forEach(from::remove);
    }

    private static void half(ObjectNode set) {
        for (String part : List.of("create", "update")) {
            if (set.get(part) instanceof ObjectNode o && o.size() > 1) {
                List<String> names = List.copyOf(o.propertyNames());
                names.subList(names.size() / 2, names.size()).forEach(o::remove);
            }
        }
    }

    private static void refusalsAreDone(ObjectNode answer) {
        JsonNode not = answer.path("notUpdated");
        if (not.isObject() && !not.isEmpty()) {
            ObjectNode updated =
                    answer.get("updated") instanceof ObjectNode o ? o : answer.putObject("updated");
            not.properties().forEach(n -> updated.putNull(n.getKey()));
            answer.remove("notUpdated");
        }
    }

    private static void mixed(ObjectNode answer) {
        if (answer.path("created") instanceof ObjectNode created && created.size() > 1) {
            List<String> names = List.copyOf(created.propertyNames());
            JsonNode one = created.get(names.get(0));
            created.set(names.get(0), created.get(names.get(1)));
            created.set(names.get(1), one);
        }
    }

    private static void sends(String name, Consumer<ObjectNode> change) {
        sends(name, change, false);
    }

    private static void sends(String name, Consumer<ObjectNode> change, boolean pretends) {
        ALL.put(
                name,
                () ->
                        new Bug() {
                            @Override
                            public byte @Nullable [] sends(
                                    Device device, byte @Nullable [] request) {
                                return Tampering.set(request, change);
                            }

                            @Override
                            public Bytes hears(
                                    Device device, byte @Nullable [] request, Bytes answer) {
                                return pretends
                                        ? Tampering.answer(answer, a -> pretend(request, a))
                                        : answer;
                            }
                        });
    }

    /** What was not sent counts as done. */
    private static void pretend(byte @Nullable [] request, ObjectNode answer) {
        Bytes done = Tampering.allDone(request);
        if (done == null || !answer.has("newState")) {
            return;
        }
        JsonNode all =
                Json.parse(SimWire.text(done.body())).path("methodResponses").path(0).path(1);
        for (String part : List.of("created", "updated")) {
            ObjectNode is = answer.get(part) instanceof ObjectNode o ? o : answer.putObject(part);
            String not = "not" + Character.toUpperCase(part.charAt(0)) + part.substring(1);
            all.path(part)
                    .properties()
                    .forEach(p -> {
                        if (!is.has(p.getKey()) && !answer.path(not).has(p.getKey())) {
                            is.set(p.getKey(), p.getValue());
                        }
                    });
        }
        answer.set("destroyed", all.path("destroyed"));
    }

    private static void hears(String name, Consumer<ObjectNode> change) {
        ALL.put(
                name,
                () ->
                        new Bug() {
                            @Override
                            public Bytes hears(
                                    Device device, byte @Nullable [] request, Bytes answer) {
                                return Tampering.answer(answer, change);
                            }
                        });
    }

    private static void failed(
            String name, java.util.function.Predicate<RuntimeException> when, String statement) {
        ALL.put(
                name,
                () ->
                        new Bug() {
                            @Override
                            public void ended(Device device, @Nullable RuntimeException failure) {
                                if (failure != null && when.test(failure)) {
                                    sql(device, statement);
                                }
                            }
                        });
    }

    private static void ended(String name, Consumer<Device> work) {
        ALL.put(
                name,
                () ->
                        new Bug() {
                            @Override
                            public void ended(Device device, @Nullable RuntimeException failure) {
                                work.accept(device);
                            }
                        });
    }

    private static void acted(String name, Consumer<Device> work) {
        ALL.put(
                name,
                () ->
                        new Bug() {
                            @Override
                            public void acted(Device device) {
                                work.accept(device);
                            }
                        });
    }

    /** "Clear and reload" where the server cannot tell what changed. */
    private static final class ClearedBug implements Bug {
        @Override
        public Bytes hears(Device device, byte @Nullable [] request, Bytes answer) {
            if (SimWire.text(answer.body()).contains("cannotCalculateChanges")) {
                sql(device, "DELETE FROM outbox", "DELETE FROM object", "DELETE FROM sync_state");
            }
            return answer;
        }
    }

    private static final class LoginPageBug implements Bug {
        private @Nullable ObjectNode session;

        @Override
        public Bytes hears(Device device, byte @Nullable [] request, Bytes answer) {
            if (request != null) {
                return answer;
            }
            if (answer.status() == 200 && answer.type().equals("application/json")) {
                try {
                    session = Json.parseObject(SimWire.text(answer.body()));
                } catch (Problem cut) {
                    return answer;
                }
            } else if (answer.type().equals("text/html") && session != null) {
                ObjectNode empty = session.deepCopy();
                empty.putObject("accounts");
                empty.putObject("primaryAccounts");
                return new Bytes(200, "application/json", SimWire.bytes(Json.write(empty)));
            }
            return answer;
        }
    }

    /** The last edit before a kill was told to be saved and was not. */
    private static final class EarlyBug implements Bug {
        private final Map<Device, java.nio.file.Path> before = new LinkedHashMap<>();

        @Override
        public void acts(Device device) {
            java.nio.file.Path copy = device.folder.resolve("before");
            Templates.copy(device.folder, copy);
            before.put(device, copy);
        }

        @Override
        public void ended(Device device, @Nullable RuntimeException failure) {
            before.remove(device);
        }

        @Override
        public void restarts(Device device) {
            java.nio.file.Path copy = before.remove(device);
            if (copy != null) {
                Templates.copy(copy, device.folder);
            }
        }
    }
}
