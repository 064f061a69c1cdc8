package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Every combination of rights, privacy and ownership, with every operation, against a table that
 * was written from jmap-calendars-27 and knows nothing of the server's code. Anna has a calendar
 * for each of the 256 combinations of rights and has given it to Ben.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixTest {
    static final List<String> RIGHTS =
            List.of(
                    "mayReadFreeBusy",
                    "mayReadItems",
                    "mayWriteAll",
                    "mayWriteOwn",
                    "mayUpdatePrivate",
                    "mayRSVP",
                    "mayShare",
                    "mayDelete");
    private static final List<String> PRIVACY = List.of("public", "private", "secret");
    private static final List<String> OWNER = List.of("nobody", "ben", "anna");
    private static final int BATCH = 480;

    /** One event of Anna's: where it is and what it is like. */
    private record Cell(int rights, String privacy, String owner) {
        /** What Ben may do there, with what the draft says that mayWriteAll includes. */
        boolean may(String right) {
            return RightsMatrixTest.may(rights, right);
        }

        boolean isSeen() {
            return may("mayReadItems") && !privacy.equals("secret");
        }

        boolean isWritable() {
            return may("mayWriteAll") || (may("mayWriteOwn") && !owner.equals("anna"));
        }

        /** How a change ends that wants a right. */
        String change(boolean allowed) {
            if (!isSeen()) {
                return "notFound";
            }
            return privacy.equals("public") && allowed ? "done" : "forbidden";
        }
    }

    static boolean may(int rights, String right) {
        boolean all = (rights >> RIGHTS.indexOf("mayWriteAll") & 1) != 0;
        boolean included =
                all && Set.of("mayWriteOwn", "mayUpdatePrivate", "mayRSVP").contains(right);
        return included || (rights >> RIGHTS.indexOf(right) & 1) != 0;
    }

    /** A calendar is there for whoever may do more with it than ask when somebody is busy. */
    static boolean isCalendarSeen(int rights) {
        return RIGHTS.stream().anyMatch(r -> !r.equals("mayReadFreeBusy") && may(rights, r));
    }

    private TestServer server;
    private TestClient anna;
    private TestClient ben;
    private final List<String> calendars = new ArrayList<>();
    private final Map<String, Cell> events = new LinkedHashMap<>();
    private final Map<String, Cell> movers = new LinkedHashMap<>();
    private final Map<String, Cell> leavers = new LinkedHashMap<>();
    private String open;
    private String before;
    private int cells;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben");
        anna = server.client("anna");
        ben = server.client("ben");
        ObjectNode create = Json.object();
        for (int rights = 0; rights < 256; rights++) {
            ObjectNode calendar = create.putObject("k" + rights).put("name", "" + rights);
            ObjectNode given = calendar.putObject("shareWith").putObject(ben.account);
            for (int i = 0; i < RIGHTS.size(); i++) {
                given.put(RIGHTS.get(i), (rights >> i & 1) != 0);
            }
        }
        create.putObject("open")
                .put("name", "open")
                .putObject("shareWith")
                .putObject(ben.account)
                .put("mayReadItems", true)
                .put("mayWriteAll", true);
        JsonNode made = set(anna, "Calendar/set", "create", create).path("created");
        for (int rights = 0; rights < 256; rights++) {
            calendars.add(made.path("k" + rights).path("id").asString());
        }
        open = made.path("open").path("id").asString();
        before = ben.state(anna.account, "CalendarEvent");
        fill(events);
        fill(movers);
        fill(leavers);
        assertEquals(3 * 256 * 9, events.size() + movers.size() + leavers.size());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void fill(Map<String, Cell> into) {
        List<Cell> all = new ArrayList<>();
        for (int rights = 0; rights < 256; rights++) {
            for (String privacy : PRIVACY) {
                for (String owner : OWNER) {
                    all.add(new Cell(rights, privacy, owner));
                }
            }
        }
        Map<String, ObjectNode> create = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            create.put("e" + i, event(all.get(i)).put("title", "Bees"));
        }
        each(
                create,
                (keys, part) -> {
                    JsonNode made = set(anna, "CalendarEvent/set", "create", part).path("created");
                    for (String key : keys) {
                        into.put(
                                made.path(key).path("id").asString(),
                                all.get(Integer.parseInt(key.substring(1))));
                    }
                    return null;
                });
    }

    private ObjectNode event(Cell cell) {
        ObjectNode event =
                TestServer.json(TestClient.eventJson(calendars.get(cell.rights), ""))
                        .put("privacy", cell.privacy);
        if (!cell.owner.equals("nobody")) {
            String id = cell.owner.equals("ben") ? ben.account : anna.account;
            ObjectNode owner = event.putObject("participants").putObject("o");
            owner.put("@type", "Participant").put("calendarAddress", "urn:uuid:" + id);
            owner.putObject("roles").put("owner", true).put("attendee", true);
        }
        return event;
    }

    private JsonNode set(TestClient who, String method, String what, JsonNode value) {
        ObjectNode arguments = Json.object();
        arguments.set(what, value);
        return who.in(anna.account, method, arguments);
    }

    private static void each(
            Map<String, ObjectNode> all, BiFunction<List<String>, ObjectNode, Void> work) {
        List<String> keys = List.copyOf(all.keySet());
        for (int i = 0; i < keys.size(); i += BATCH) {
            List<String> part = keys.subList(i, Math.min(keys.size(), i + BATCH));
            ObjectNode json = Json.object();
            part.forEach(k -> json.set(k, all.get(k)));
            work.apply(part, json);
        }
    }

    /** Compares, and tells all that differ, so that a wrong rule is seen as a whole. */
    private <K> void compare(
            String what,
            Map<K, Cell> where,
            Function<K, String> seen,
            Function<Cell, String> table) {
        List<String> wrong = new ArrayList<>();
        where.forEach((key, cell) -> {
            String is = seen.apply(key);
            String should = table.apply(cell);
            cells++;
            if (!is.equals(should)) {
                wrong.add(what + " " + cell + " is " + is + " and should be " + should);
            }
        });
        assertEquals(
                List.of(), wrong.subList(0, Math.min(10, wrong.size())), wrong.size() + " cells");
    }

    private Map<String, String> ends(TestClient who, Map<String, ObjectNode> update) {
        Map<String, String> ends = new HashMap<>();
        each(
                update,
                (ids, part) -> {
                    JsonNode result = set(who, "CalendarEvent/set", "update", part);
                    for (String id : ids) {
                        ends.put(
                                id,
                                result.path("updated").has(id)
                                        ? "done"
                                        : result.path("notUpdated")
                                                .path(id)
                                                .path("type")
                                                .asString());
                    }
                    return null;
                });
        return ends;
    }

    private static Map<String, ObjectNode> patches(Set<String> ids, String patch) {
        Map<String, ObjectNode> patches = new LinkedHashMap<>();
        ids.forEach(id -> patches.put(id, TestServer.json(patch)));
        return patches;
    }

    /** In one test, since reading comes before changing and deleting comes last. */
    @Test
    void everyCellIsAsTheDraftHasIt() {
        read();
        push();
        copyFrom();
        Map<String, String> own = ends(ben, patches(events.keySet(), "{'color':'red'}"));
        compare(
                "own colour",
                events,
                own::get,
                c -> c.change(c.may("mayUpdatePrivate") || c.isWritable()));
        Map<String, String> text = ends(ben, patches(events.keySet(), "{'title':'Bumblebees'}"));
        compare("title", events, text::get, c -> c.change(c.isWritable()));
        Map<String, String> hidden = ends(ben, patches(events.keySet(), "{'privacy':'secret'}"));
        compare(
                "privacy",
                events,
                hidden::get,
                c -> {
                    String end = c.change(c.isWritable());
                    return end.equals("done") ? "invalidProperties" : end;
                });
        Map<String, String> moved =
                ends(ben, patches(movers.keySet(), "{'calendarIds':{'" + open + "':true}}"));
        compare("move", movers, moved::get, c -> c.change(c.isWritable()));
        create();
        copyTo();
        calendarOperations();
        destroy();
        System.out.println("The rights matrix has " + cells + " cells.");
        assertTrue(cells > 30_000, "" + cells);
    }

    private void read() {
        Map<String, JsonNode> got = new HashMap<>();
        Set<String> notFound = new HashSet<>();
        each(
                patches(events.keySet(), "{}"),
                (ids, part) -> {
                    ArrayNode list = Json.array();
                    ids.forEach(list::add);
                    JsonNode answer = set(ben, "CalendarEvent/get", "ids", list);
                    answer.path("list").forEach(e -> got.put(e.path("id").asString(), e));
                    answer.path("notFound").forEach(id -> notFound.add(id.asString()));
                    return null;
                });
        compare(
                "get",
                events,
                id -> {
                    if (notFound.contains(id)) {
                        return "notFound";
                    }
                    return got.get(id).path("title").asString("no title")
                            + got.get(id).path("calendarIds").size();
                },
                c -> !c.isSeen() ? "notFound" : c.privacy.equals("public") ? "Bees1" : "no title1");
        Set<String> all = query("{}");
        compare("query", events, id -> "" + all.contains(id), c -> "" + c.isSeen());
        Set<String> byText = query("{'text':'bees'}");
        compare(
                "query by text",
                events,
                id -> "" + byText.contains(id),
                c -> "" + (c.isSeen() && c.privacy.equals("public")));
        Set<String> inCalendar = new HashSet<>();
        calendars.forEach(k -> inCalendar.addAll(query("{'inCalendar':'" + k + "'}")));
        compare(
                "query in calendar",
                events,
                id -> "" + inCalendar.contains(id),
                c -> "" + c.isSeen());
        Set<String> changed = changes();
        compare("changes", events, id -> "" + changed.contains(id), c -> "" + c.isSeen());
        JsonNode annas =
                anna.in(anna.account, "CalendarEvent/query", "{'limit':0,'calculateTotal':true}");
        assertEquals(
                events.size() + movers.size() + leavers.size(),
                annas.path("total").asInt(),
                "the owner sees all");
    }

    /**
     * Ben hears of each event that he sees, and of none that he does not: these are changed all at
     * once, and a change of his own ends the silence.
     */
    private void push() {
        Map<String, Cell> some = new LinkedHashMap<>(events);
        some.values().removeIf(c -> !c.owner.equals("nobody"));
        try (Ear ear = new Ear(ben)) {
            ear.send("{'@type':'WebSocketPushEnable','dataTypes':['Calendar','CalendarEvent']}");
            ear.echo();
            Map<String, ObjectNode> silent = new LinkedHashMap<>();
            some.forEach((id, cell) -> {
                if (!cell.isSeen()) {
                    silent.put(id, TestServer.json("{'description':'silent'}"));
                }
            });
            ends(anna, silent).values().forEach(end -> assertEquals("done", end));
            ben.calendar("ends the silence");
            assertEquals(
                    Set.of(ben.account), Set.copyOf(ear.next().path("changed").propertyNames()));
            some.forEach((id, cell) -> {
                if (cell.isSeen()) {
                    ends(anna, Map.of(id, TestServer.json("{'description':'told'}")));
                    assertTrue(ear.next().path("changed").has(anna.account), cell.toString());
                }
            });
            cells += some.size();
        }
    }

    private Set<String> query(String filter) {
        Set<String> ids = new HashSet<>();
        int total;
        do {
            JsonNode page =
                    ben.in(
                            anna.account,
                            "CalendarEvent/query",
                            "{'filter':"
                                    + filter
                                    + ",'calculateTotal':true,'position':"
                                    + ids.size()
                                    + "}");
            total = page.path("total").asInt();
            page.path("ids").forEach(id -> ids.add(id.asString()));
        } while (ids.size() < total);
        return ids;
    }

    private Set<String> changes() {
        Set<String> ids = new HashSet<>();
        String since = before;
        JsonNode page;
        do {
            page = ben.in(anna.account, "CalendarEvent/changes", "{'sinceState':'" + since + "'}");
            since = page.path("newState").asString();
            for (String list : List.of("created", "updated", "destroyed")) {
                page.path(list).forEach(id -> ids.add(id.asString()));
            }
        } while (page.path("hasMoreChanges").asBoolean());
        return ids;
    }

    /** Also with the uid of an event that is there: what Ben does not see, he is not told of. */
    private void create() {
        Map<String, String> uids = new HashMap<>();
        each(
                patches(events.keySet(), "{}"),
                (ids, part) -> {
                    ArrayNode list = Json.array();
                    ids.forEach(list::add);
                    set(anna, "CalendarEvent/get", "ids", list)
                            .path("list")
                            .forEach(e ->
                                    uids.put(e.path("id").asString(), e.path("uid").asString()));
                    return null;
                });
        for (boolean taken : new boolean[] {false, true}) {
            Map<String, ObjectNode> create = new LinkedHashMap<>();
            events.forEach((id, cell) -> {
                ObjectNode event = event(cell);
                if (taken) {
                    event.put("uid", uids.get(id)).put("privacy", "public");
                }
                create.put(id, event);
            });
            Map<String, String> ends = new HashMap<>();
            each(
                    create,
                    (keys, part) -> {
                        JsonNode result = set(ben, "CalendarEvent/set", "create", part);
                        for (String key : keys) {
                            JsonNode error = result.path("notCreated").path(key);
                            ends.put(
                                    key,
                                    result.path("created").has(key)
                                            ? "done"
                                            : error.path("type").asString()
                                                    + " "
                                                    + error.path("properties")
                                                            .path(0)
                                                            .asString(""));
                        }
                        return null;
                    });
            compare(
                    taken ? "create with a uid" : "create",
                    events,
                    ends::get,
                    c -> {
                        if (!isCalendarSeen(c.rights)) {
                            return "invalidProperties calendarIds";
                        }
                        if (!taken && !c.privacy.equals("public")) {
                            return "invalidProperties privacy";
                        }
                        if (!c.isWritable()) {
                            return "forbidden ";
                        }
                        return taken && c.isSeen() ? "invalidProperties uid" : "done";
                    });
        }
    }

    private JsonNode copy(String from, String to, ObjectNode create, boolean destroy) {
        ObjectNode arguments =
                Json.object()
                        .put("fromAccountId", from)
                        .put("accountId", to)
                        .put("onSuccessDestroyOriginal", destroy);
        arguments.set("create", create);
        ArrayNode call = Json.array();
        call.add("CalendarEvent/copy");
        call.add(arguments);
        call.add("0");
        ArrayNode calls = Json.array();
        calls.add(call);
        return ben.request(calls).path("methodResponses");
    }

    /** Out of Anna's account one takes what one sees, as one sees it. */
    private void copyFrom() {
        String own = ben.calendar("Copies");
        for (Map<String, Cell> originals : List.of(events, leavers)) {
            boolean leave = originals.equals(leavers);
            Map<String, ObjectNode> create = new LinkedHashMap<>();
            originals
                    .keySet()
                    .forEach(id -> {
                        ObjectNode copy = Json.object().put("id", id);
                        copy.putObject("calendarIds").put(own, true);
                        create.put(id, copy);
                    });
            Map<String, String> copied = new HashMap<>();
            Map<String, String> left = new HashMap<>();
            each(
                    create,
                    (ids, part) -> {
                        JsonNode responses = copy(anna.account, ben.account, part, leave);
                        JsonNode result = responses.path(0).path(1);
                        JsonNode destroyed = responses.path(1).path(1);
                        ArrayNode made = Json.array();
                        for (String id : ids) {
                            JsonNode error = result.path("notCreated").path(id);
                            copied.put(id, error.path("type").asString("done"));
                            left.put(id, error.path("type").asString("done"));
                            made.add(result.path("created").path(id).path("id").asString("none"));
                        }
                        destroyed
                                .path("notDestroyed")
                                .properties()
                                .forEach(p ->
                                        left.put(p.getKey(), p.getValue().path("type").asString()));
                        Map<String, String> titles = new HashMap<>();
                        ObjectNode get = Json.object();
                        get.set("ids", made);
                        ben.in(ben.account, "CalendarEvent/get", get)
                                .path("list")
                                .forEach(e ->
                                        titles.put(
                                                e.path("id").asString(),
                                                e.path("title").asString("no title")));
                        for (int i = 0; i < ids.size(); i++) {
                            String title = titles.get(made.path(i).asString());
                            if (title != null) {
                                copied.merge(ids.get(i), title, (a, b) -> a + " " + b);
                            }
                        }
                        return null;
                    });
            compare(
                    "copy from",
                    originals,
                    copied::get,
                    c -> {
                        if (!c.isSeen()) {
                            return "notFound";
                        }
                        return c.privacy.equals("public") ? "done Bees" : "done no title";
                    });
            if (leave) {
                compare(
                        "copy from, the original goes",
                        originals,
                        left::get,
                        c -> c.change(c.isWritable()));
            }
        }
    }

    /** Into Anna's account one brings what one might create there. */
    private void copyTo() {
        String own = ben.calendar("Originals");
        ObjectNode create = Json.object();
        for (String privacy : PRIVACY) {
            for (String owner : OWNER) {
                ObjectNode event = event(new Cell(0, privacy, owner));
                event.putObject("calendarIds").put(own, true);
                create.set(privacy + owner, event);
            }
        }
        JsonNode originals =
                ben.in(ben.account, "CalendarEvent/set", Json.object().set("create", create))
                        .path("created");
        assertEquals(9, originals.size());
        Map<String, ObjectNode> copies = new LinkedHashMap<>();
        events.forEach((id, cell) -> {
            ObjectNode copy = Json.object().put("uid", "copy of " + id);
            copy.set("id", originals.path(cell.privacy + cell.owner).path("id"));
            copy.putObject("calendarIds").put(calendars.get(cell.rights), true);
            copies.put(id, copy);
        });
        Map<String, String> ends = new HashMap<>();
        each(
                copies,
                (ids, part) -> {
                    JsonNode result = copy(ben.account, anna.account, part, false).path(0).path(1);
                    for (String id : ids) {
                        JsonNode error = result.path("notCreated").path(id);
                        ends.put(
                                id,
                                result.path("created").has(id)
                                        ? "done"
                                        : error.path("type").asString()
                                                + " "
                                                + error.path("properties").path(0).asString(""));
                    }
                    return null;
                });
        compare(
                "copy to",
                events,
                ends::get,
                c -> {
                    if (!isCalendarSeen(c.rights)) {
                        return "invalidProperties calendarIds";
                    }
                    if (!c.privacy.equals("public")) {
                        return "invalidProperties privacy";
                    }
                    return c.isWritable() ? "done" : "forbidden ";
                });
    }

    private void calendarOperations() {
        Map<Integer, Cell> all = new TreeMap<>();
        for (int rights = 0; rights < 256; rights++) {
            all.put(rights, new Cell(rights, "public", "anna"));
        }
        Map<String, JsonNode> got = new HashMap<>();
        ben.in(anna.account, "Calendar/get", "{}")
                .path("list")
                .forEach(c -> got.put(c.path("id").asString(), c));
        compare(
                "Calendar/get",
                all,
                r -> {
                    JsonNode calendar = got.get(calendars.get(r));
                    return calendar == null ? "notFound" : calendar.path("myRights").toString();
                },
                c -> {
                    ObjectNode mine = Json.object();
                    RIGHTS.forEach(r -> mine.put(r, c.may(r)));
                    return isCalendarSeen(c.rights) ? mine.toString() : "notFound";
                });
        compare(
                "Calendar/set own name",
                all,
                r -> calendarEnd("update", r, "{'name':'Mine'}"),
                c -> isCalendarSeen(c.rights) ? "done" : "notFound");
        compare(
                "Calendar/set description",
                all,
                r -> calendarEnd("update", r, "{'description':'x'}"),
                c -> isCalendarSeen(c.rights) ? "forbidden" : "notFound");
        compare(
                "Calendar/set shareWith",
                all,
                r -> calendarEnd("update", r, "{'shareWith/" + ben.account + "/mayDelete':true}"),
                c -> {
                    if (!isCalendarSeen(c.rights)) {
                        return "notFound";
                    }
                    // Nobody gives a right that they lack; what is there already is no change.
                    return c.may("mayDelete") ? "done" : "forbidden";
                });
        for (String role : List.of("busy", "read", "own", "edit", "manage")) {
            compare(
                    "Invitation " + role,
                    all,
                    r -> invitationEnd(r, role),
                    c -> {
                        if (!isCalendarSeen(c.rights)) {
                            return "invalidProperties";
                        }
                        return c.may("mayShare") && roleRights(role).stream().allMatch(c::may)
                                ? "done"
                                : "forbidden";
                    });
        }
        compare(
                "Calendar/set destroy",
                all,
                r -> calendarEnd("destroy", r, ""),
                c -> {
                    if (!isCalendarSeen(c.rights)) {
                        return "notFound";
                    }
                    return c.may("mayDelete") ? "calendarHasEvent" : "forbidden";
                });
    }

    private static Set<String> roleRights(String role) {
        Set<String> rights = new TreeSet<>(List.of("mayReadFreeBusy"));
        List<String> more = new ArrayList<>();
        switch (role) {
            case "read" -> more.addAll(List.of("mayReadItems", "mayUpdatePrivate"));
            case "own" ->
                    more.addAll(
                            List.of("mayReadItems", "mayUpdatePrivate", "mayWriteOwn", "mayRSVP"));
            case "edit" ->
                    more.addAll(
                            List.of(
                                    "mayReadItems",
                                    "mayUpdatePrivate",
                                    "mayWriteOwn",
                                    "mayWriteAll",
                                    "mayRSVP"));
            case "manage" -> more.addAll(RIGHTS);
            default -> {}
        }
        rights.addAll(more);
        return rights;
    }

    private final Map<String, JsonNode> calendarResults = new HashMap<>();

    private String calendarEnd(String what, int rights, String patch) {
        // One call for all; its result answers for each.
        JsonNode result =
                calendarResults.computeIfAbsent(
                        what + patch,
                        k -> {
                            if (what.equals("destroy")) {
                                ArrayNode ids = Json.array();
                                calendars.forEach(ids::add);
                                return set(ben, "Calendar/set", what, ids);
                            }
                            ObjectNode patches = Json.object();
                            calendars.forEach(id -> patches.set(id, TestServer.json(patch)));
                            return set(ben, "Calendar/set", what, patches);
                        });
        String id = calendars.get(rights);
        String not = what.equals("destroy") ? "notDestroyed" : "notUpdated";
        return result.path(not).has(id)
                ? result.path(not).path(id).path("type").asString()
                : "done";
    }

    private String invitationEnd(int rights, String role) {
        JsonNode result =
                calendarResults.computeIfAbsent(
                        "invite " + role,
                        k -> {
                            ObjectNode create = Json.object();
                            for (int i = 0; i < 256; i++) {
                                create.putObject("i" + i)
                                        .put("calendarId", calendars.get(i))
                                        .put("role", role);
                            }
                            JsonNode made = set(ben, "Invitation/set", "create", create);
                            ArrayNode ids = Json.array();
                            made.path("created").forEach(i -> ids.add(i.path("id")));
                            set(ben, "Invitation/set", "destroy", ids);
                            return made;
                        });
        JsonNode error = result.path("notCreated").path("i" + rights);
        return error.isMissingNode() ? "done" : error.path("type").asString();
    }

    private void destroy() {
        Map<String, String> ends = new HashMap<>();
        each(
                patches(events.keySet(), "{}"),
                (ids, part) -> {
                    ArrayNode list = Json.array();
                    ids.forEach(list::add);
                    JsonNode result = set(ben, "CalendarEvent/set", "destroy", list);
                    result.path("destroyed").forEach(id -> ends.put(id.asString(), "done"));
                    result.path("notDestroyed")
                            .properties()
                            .forEach(p ->
                                    ends.put(p.getKey(), p.getValue().path("type").asString()));
                    return null;
                });
        compare("destroy", events, ends::get, c -> c.change(c.isWritable()));
        assertEquals(
                Arrays.asList(true, true),
                List.of(ends.containsValue("done"), ends.containsValue("notFound")));
    }
}
