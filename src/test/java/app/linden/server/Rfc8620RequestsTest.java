package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;
import app.linden.wire.Capability;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** RFC 8620, sections 1 to 3: what binds a server in every request, whatever the method. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Rfc8620RequestsTest {
    private static final String GET = "accountId:Id ids:Ids? properties:Texts?";
    private static final String CHANGES = "accountId:Id sinceState:Text maxChanges:Count?";
    private static final String SET =
            "accountId:Id ifInState:Text? create:Map? update:Map? destroy:Ids?";
    private static final String PAGE =
            " sort:List? position:Int? anchor:Id? anchorOffset:Int? limit:Count0?"
                    + " calculateTotal:Flag?";
    private static final String QUERY = "accountId:Id filter:Object?" + PAGE;
    private static final String QUERY_CHANGES =
            "accountId:Id filter:Object? sort:List? sinceQueryState:Text maxChanges:Count?"
                    + " upToId:Id? calculateTotal:Flag?";

    /** Every method with its arguments and their types; a question mark means that null is fine. */
    private static final Map<String, String> METHODS = new LinkedHashMap<>();

    static {
        METHODS.put("Blob/copy", "fromAccountId:Id accountId:Id blobIds:Ids");
        METHODS.put("Calendar/get", GET);
        METHODS.put("Calendar/changes", CHANGES);
        METHODS.put("Calendar/set", SET + " onDestroyRemoveEvents:Flag? onSuccessSetIsDefault:Id?");
        METHODS.put(
                "CalendarEvent/get",
                GET
                        + " recurrenceOverridesBefore:Moment? recurrenceOverridesAfter:Moment?"
                        + " reduceParticipants:Flag? timeZone:Zone?");
        METHODS.put("CalendarEvent/changes", CHANGES);
        METHODS.put("CalendarEvent/set", SET + " sendSchedulingMessages:Flag?");
        METHODS.put("CalendarEvent/query", QUERY + " expandRecurrences:False? timeZone:Zone?");
        METHODS.put("CalendarEvent/queryChanges", QUERY_CHANGES);
        METHODS.put(
                "CalendarEvent/copy",
                "fromAccountId:Id ifFromInState:Text? accountId:Id ifInState:Text? create:Map"
                        + " onSuccessDestroyOriginal:Flag? destroyFromIfInState:Text?");
        METHODS.put("CalendarEvent/parse", "accountId:Id blobIds:Ids properties:Texts?");
        METHODS.put("CalendarEventNotification/get", GET);
        METHODS.put("CalendarEventNotification/changes", CHANGES);
        METHODS.put("CalendarEventNotification/set", SET);
        METHODS.put("CalendarEventNotification/query", QUERY);
        METHODS.put("CalendarEventNotification/queryChanges", QUERY_CHANGES);
        METHODS.put("Principal/get", GET);
        METHODS.put("Principal/changes", CHANGES);
        METHODS.put("Principal/query", QUERY);
        METHODS.put("Principal/queryChanges", QUERY_CHANGES);
        METHODS.put(
                "Principal/getAvailability",
                "accountId:Id id:Id utcStart:Moment utcEnd:Moment showDetails:Flag?"
                        + " eventProperties:Texts?");
        METHODS.put("Comment/get", GET);
        METHODS.put("Comment/changes", CHANGES);
        METHODS.put("Comment/set", SET);
        METHODS.put("Comment/query", QUERY);
        METHODS.put("Comment/queryChanges", QUERY_CHANGES);
        METHODS.put("Space/set", SET);
        METHODS.put("Invitation/get", GET);
        METHODS.put("Invitation/set", SET);
        METHODS.put("Invitation/accept", "accountId:Id link:Text");
    }

    private TestServer server;
    private TestClient anna;
    private TestClient ben;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben");
        anna = server.client("anna");
        ben = server.client("ben");
        anna.share(anna.calendar(), ben.account, "{'mayReadItems':true,'mayWriteAll':true}");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private record Argument(String name, String type, boolean nullable) {
        static List<Argument> of(String method) {
            List<Argument> all = new ArrayList<>();
            for (String text : METHODS.getOrDefault(method, "").split(" ")) {
                boolean nullable = text.endsWith("?");
                String[] parts = text.replace("?", "").split(":");
                all.add(new Argument(parts[0], parts[1], nullable));
            }
            return all;
        }

        /** Whether the type takes such a value; it may still name nothing that is there. */
        boolean takes(JsonNode value) {
            return switch (type) {
                case "Id", "Text", "Zone", "Moment" -> value.isString();
                case "Ids", "Texts" ->
                        value.isArray() && value.valueStream().allMatch(JsonNode::isString);
                case "List" -> value.isArray() && value.isEmpty();
                case "Map" -> value.isObject() && value.valueStream().allMatch(JsonNode::isObject);
                case "Object" -> value.isObject();
                case "Flag", "False" -> value.isBoolean();
                case "Int" -> value.isIntegralNumber();
                case "Count" -> value.isIntegralNumber() && value.asLong() > 0;
                case "Count0" -> value.isIntegralNumber() && value.asLong() >= 0;
                default -> throw new AssertionError(type);
            };
        }

        JsonNode good(TestClient who, String from) {
            return switch (type) {
                case "Id" ->
                        Json.text(
                                name.equals("accountId") || name.equals("id")
                                        ? who.account
                                        : name.equals("fromAccountId") ? from : "x");
                case "Text" -> Json.text("0");
                case "Zone" -> Json.text("Europe/Berlin");
                case "Moment" ->
                        Json.text(
                                name.equals("utcEnd")
                                        ? "2026-03-02T00:00:00Z"
                                        : "2026-03-01T00:00:00Z");
                case "Ids", "Texts", "List" -> Json.array();
                case "Map", "Object" -> Json.object();
                case "Flag" -> Json.bool(true);
                case "False" -> Json.bool(false);
                default -> Json.parse("1");
            };
        }
    }

    private ObjectNode needed(String method) {
        ObjectNode arguments = Json.object();
        for (Argument a : Argument.of(method)) {
            if (!a.nullable) {
                arguments.set(a.name, a.good(ben, anna.account));
            }
        }
        return arguments;
    }

    private static ArrayNode call(String method, ObjectNode arguments, String id) {
        ArrayNode call = Json.array();
        call.add(method);
        call.add(arguments);
        call.add(id);
        return call;
    }

    /** Each call in few requests; the answers in the same order. */
    private List<JsonNode> answers(List<ArrayNode> calls) {
        List<JsonNode> answers = new ArrayList<>();
        for (int i = 0; i < calls.size(); i += 32) {
            ArrayNode some = Json.array();
            calls.subList(i, Math.min(calls.size(), i + 32)).forEach(some::add);
            ben.request(some).path("methodResponses").forEach(answers::add);
        }
        assertEquals(calls.size(), answers.size());
        return answers;
    }

    @Test
    void theTableOfThisTestNamesEveryMethod(@TempDir Path folder) {
        try (ServerData data = ServerData.open(folder, InstantSource.system())) {
            Set<String> names =
                    new TreeSet<>(new MethodTable(data, new Commits(data, n -> {})).names());
            names.remove("Core/echo");
            assertEquals(names, new TreeSet<>(METHODS.keySet()));
        }
    }

    /** 1.2: every id is 1 to 255 of A-Za-z0-9, hyphen and underscore. */
    @Test
    void idsAreOfTheirAlphabet() {
        String space =
                anna.call("Space/set", "{'create':{'s':{'name':'Choir'}}}")
                        .path("created")
                        .path("s")
                        .path("id")
                        .asString();
        String calendar = anna.calendar("Of ids");
        String event =
                anna.event(
                        anna.account,
                        calendar,
                        ",'recurrenceRule':{'@type':'RecurrenceRule','frequency':'daily','count':3}");
        JsonNode occurrences =
                anna.call(
                        "CalendarEvent/query",
                        "{'expandRecurrences':true,'filter':{'inCalendar':'"
                                + calendar
                                + "','after':'2026-03-01T00:00:00','before':'2026-03-09T00:00:00'}}");
        assertEquals(3, occurrences.path("ids").size(), occurrences.toString());
        String blob =
                Json.parse(
                                TestClient.send(
                                                anna.request("/jmap/upload/" + anna.account + "/")
                                                        .POST(
                                                                HttpRequest.BodyPublishers.ofString(
                                                                        "x")))
                                        .body())
                        .path("blobId")
                        .asString();
        JsonNode invitation =
                anna.call(
                        "Invitation/set",
                        "{'create':{'i':{'calendarId':'" + calendar + "','role':'read'}}}");
        List<String> ids = new ArrayList<>(List.of(space, calendar, event, blob, anna.account));
        occurrences.path("ids").forEach(id -> ids.add(id.asString()));
        ids.add(invitation.path("created").path("i").path("id").asString());
        anna.session().path("accounts").propertyNames().forEach(ids::add);
        for (String id : ids) {
            assertTrue(id.matches("[A-Za-z0-9_-]{1,255}"), id);
        }
    }

    /** 1.4: fractions of a second are left out when they are zero, and letters are large. */
    @Test
    void datesAreNormalised() {
        JsonNode event = anna.event(anna.account, anna.event(anna.account, anna.calendar(), ""));
        for (String name : List.of("created", "updated")) {
            String date = event.path(name).asString();
            assertTrue(
                    date.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d*[1-9])?Z"),
                    date);
        }
    }

    /** 1.5: the answer is UTF-8 whatever stood in the request. */
    @Test
    void whatIsSentComesBackAsItWas() {
        String odd = "ü \u0001 \ud83d\udc1d \u2028 \\ \"";
        ObjectNode said = Json.object().put("a", odd).put("n", 9007199254740991L).putNull("z");
        ArrayNode calls = Json.array();
        calls.add(call("Core/echo", said, "0"));
        assertEquals(said, ben.request(calls).path("methodResponses").path(0).path(1));
    }

    /** 1.8: what is not opted into is not there. */
    @Test
    void onlyWhatIsUsedIsThere() {
        for (String method : METHODS.keySet()) {
            String body =
                    Json.write(
                            Json.object()
                                    .set(
                                            "using",
                                            method.equals("Blob/copy")
                                                    ? Json.array()
                                                    : Json.array().add(Capability.CORE)));
            String request =
                    body.substring(0, body.length() - 1)
                            + ",\"methodCalls\":["
                            + call(method, needed(method), "0")
                            + "]}";
            JsonNode answer = Json.parse(ben.post(request).body());
            assertEquals(
                    "unknownMethod",
                    answer.path("methodResponses").path(0).path(1).path("type").asString(),
                    method);
        }
    }

    /** 2: the session names its limits, accounts and templates. */
    @Test
    void theSessionIsComplete() {
        HttpResponse<String> answer = ben.get("/jmap/session");
        assertEquals("application/json", answer.headers().firstValue("Content-Type").orElse(""));
        JsonNode session = Json.parse(answer.body());
        JsonNode core = session.path("capabilities").path(Capability.CORE);
        for (String limit :
                List.of(
                        "maxSizeUpload",
                        "maxConcurrentUpload",
                        "maxSizeRequest",
                        "maxConcurrentRequests",
                        "maxCallsInRequest",
                        "maxObjectsInGet",
                        "maxObjectsInSet")) {
            assertTrue(core.path(limit).asLong(0) > 0, limit);
        }
        assertTrue(core.path("collationAlgorithms").isArray());
        String download = session.path("downloadUrl").asString();
        for (String variable : List.of("{accountId}", "{blobId}", "{type}", "{name}")) {
            assertTrue(download.contains(variable), download);
        }
        assertTrue(session.path("uploadUrl").asString().contains("{accountId}"));
        String events = session.path("eventSourceUrl").asString();
        for (String variable : List.of("{types}", "{closeafter}", "{ping}")) {
            assertTrue(events.contains(variable), events);
        }
        assertTrue(session.path("state").isString());
    }

    /** 2: an account has the capabilities whose methods work in it, and no other. */
    @Test
    void accountsHaveTheCapabilitiesThatWorkThere() {
        Map<String, String> probes =
                Map.of(
                        Capability.CALENDARS, "Calendar/get",
                        Capability.PRINCIPALS, "Principal/get",
                        Capability.AVAILABILITY, "Principal/getAvailability",
                        Capability.PARSE, "CalendarEvent/parse",
                        Capability.SPACES, "Space/set",
                        Capability.INVITATIONS, "Invitation/get");
        JsonNode session = ben.session();
        assertEquals(2, session.path("accounts").size());
        for (var account : session.path("accounts").properties()) {
            for (var probe : probes.entrySet()) {
                JsonNode answer =
                        ben.in(account.getKey(), probe.getValue(), needed(probe.getValue()));
                boolean works =
                        !answer.path("type").asString("").equals("accountNotSupportedByMethod");
                assertEquals(
                        account.getValue().path("accountCapabilities").has(probe.getKey()),
                        works,
                        probe + " " + answer);
            }
        }
        for (var primary : session.path("primaryAccounts").properties()) {
            assertTrue(
                    session.path("accounts")
                            .path(primary.getValue().asString())
                            .path("accountCapabilities")
                            .has(primary.getKey()),
                    primary.toString());
        }
    }

    /** 3.1: request and response are JSON. */
    @Test
    void anAnswerIsJsonByItsType() {
        HttpResponse<String> answer = ben.post("{\"using\":[],\"methodCalls\":[]}");
        assertEquals("application/json", answer.headers().firstValue("Content-Type").orElse(""));
        HttpResponse<String> refused = ben.post("{");
        assertEquals(
                "application/problem+json",
                refused.headers().firstValue("Content-Type").orElse(""));
    }

    /** 3.3: a request may say more than the server understands. */
    @Test
    void otherPropertiesOfARequestAreIgnored() {
        JsonNode answer =
                Json.parse(
                        ben.post(
                                        "{\"using\":[\"urn:ietf:params:jmap:core\"],\"later\":{\"a\":1},"
                                            + "\"methodCalls\":[[\"Core/echo\",{},\"0\"]],\"@type\":7}")
                                .body());
        assertEquals("Core/echo", answer.path("methodResponses").path(0).path(0).asString());
        assertFalse(answer.has("createdIds"), "nobody asked for them");
    }

    /** 3.3, 3.4, 3.10: one call after the other, each seeing what the ones before did. */
    @Test
    void callsAreProcessedInOrder() {
        String get = "['Calendar/get',{'accountId':'A','properties':['name']},'g']";
        String calls =
                ("["
                                + get
                                + ",['Calendar/set',{'accountId':'A','create':{'k':{'name':'In"
                                + " order'}}},'c'],"
                                + get
                                + ",['Calendar/set',{'accountId':'A','destroy':['#k']},'d'],"
                                + get
                                + "]")
                        .replace("'A'", "'" + ben.account + "'");
        JsonNode responses = ben.calls(calls);
        int before = responses.path(0).path(1).path("list").size();
        assertEquals(before + 1, responses.path(2).path(1).path("list").size());
        assertEquals(before, responses.path(4).path(1).path("list").size(), responses.toString());
        List<String> ids = new ArrayList<>();
        responses.forEach(r -> ids.add(r.path(2).asString()));
        assertEquals(List.of("g", "c", "g", "d", "g"), ids);
    }

    /** 3.3: creation ids stand for ids, and nothing else. */
    @Test
    void createdIdsAreIds() {
        for (String ids : List.of("{'a':1}", "{'a':null}", "{'a':{}}", "'x'")) {
            HttpResponse<String> answer =
                    ben.post(
                            ("{'using':[],'methodCalls':[],'createdIds':" + ids + "}")
                                    .replace('\'', '"'));
            assertEquals(400, answer.statusCode(), ids);
            assertTrue(answer.body().contains("error:notRequest"), answer.body());
        }
    }

    /** 3.5: null, and saying nothing, are both the default. */
    @Test
    void whatIsLeftOutHasItsDefault() {
        List<ArrayNode> calls = new ArrayList<>();
        for (String method : METHODS.keySet()) {
            calls.add(call(method, needed(method), method));
            ObjectNode nulls = needed(method);
            Argument.of(method).stream()
                    .filter(Argument::nullable)
                    .forEach(a -> nulls.putNull(a.name));
            calls.add(call(method, nulls, method));
        }
        List<JsonNode> answers = answers(calls);
        for (int i = 0; i < answers.size(); i += 2) {
            assertEquals(answers.get(i), answers.get(i + 1));
        }
    }

    /** 3.6.2: a call that fails as a whole changed nothing, and those after it are processed. */
    @Test
    void aCallThatFailsLeavesNothingBehind() {
        String create = "'create':{'k':{'name':'Never'}}";
        JsonNode responses =
                ben.calls(
                        ("[['Calendar/set',{'accountId':'A',"
                                        + create
                                        + ",'ifInState':'no'},'0'],['Calendar/set',{'accountId':'A',"
                                        + create
                                        + ",'destroy':[7]},'1'],['Calendar/set',{'accountId':'A',"
                                        + create
                                        + ",'#destroy':{'resultOf':'0','name':'x','path':'/x'}},'2'],"
                                        + "['Calendar/get',{'accountId':'A','properties':['name']},'3']]")
                                .replace("'A'", "'" + ben.account + "'"));
        List<String> types = new ArrayList<>();
        responses.forEach(r -> types.add(r.path(1).path("type").asString("")));
        assertEquals(
                List.of("stateMismatch", "invalidArguments", "invalidResultReference", ""), types);
        assertFalse(responses.path(3).toString().contains("Never"), responses.toString());
    }

    /** 3.6.2, 3.7: an error has no result that one could refer to. */
    @Test
    void referencesToErrorsDoNotResolve() {
        JsonNode responses =
                ben.calls(
                        "[['Calendar/get',{},'0'],['Core/echo',{'#a':{'resultOf':'0','name':"
                            + "'Calendar/get','path':'/type'}},'1'],['Core/echo',{'#a':{'resultOf':"
                            + "'0','name':'error','path':'/type'}},'2']]");
        assertEquals("invalidResultReference", responses.path(1).path(1).path("type").asString());
        assertEquals("invalidArguments", responses.path(2).path(1).path("a").asString());
    }

    /** 3.7: JSON Pointer with the star that goes through arrays and flattens. */
    @Test
    void pointersWalkAsTheStandardHasThem() {
        ObjectNode x =
                TestServer.json("{'a~b':{'c/d':7},'l':[{'m':[1,2]},{'m':[3]},{'m':4}],'':9}");
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("/x/a~0b/c~1d", "7");
        paths.put("/x/l/1/m/0", "3");
        paths.put("/x/l/*/m", "[1,2,3,4]");
        paths.put("/x/", "9");
        paths.put("/x/l/01", "invalidResultReference");
        paths.put("/x/l/-1", "invalidResultReference");
        paths.put("/x/l/3", "invalidResultReference");
        paths.put("/x/l/*/n", "invalidResultReference");
        paths.put("/x/*", "invalidResultReference");
        paths.put("x", "invalidResultReference");
        paths.forEach((path, found) -> {
            ArrayNode calls = Json.array();
            calls.add(call("Core/echo", Json.object().set("x", x), "0"));
            ObjectNode reference =
                    Json.object().put("resultOf", "0").put("name", "Core/echo").put("path", path);
            calls.add(call("Core/echo", Json.object().set("#a", reference), "1"));
            JsonNode answer = ben.request(calls).path("methodResponses").path(1).path(1);
            String is =
                    answer.has("type")
                            ? answer.path("type").asString()
                            : answer.path("a").toString();
            assertEquals(found, is, path);
        });
    }

    /** 3.7, 8.5: many references to one large result would make an answer of gigabytes. */
    @Test
    void referencesCannotMakeMuchOfLittle() {
        ArrayNode calls = Json.array();
        calls.add(call("Core/echo", Json.object().put("x", "y".repeat(1_000_000)), "0"));
        ObjectNode many = Json.object();
        for (int i = 0; i < 20_000; i++) {
            many.putObject("#a" + i)
                    .put("resultOf", "0")
                    .put("name", "Core/echo")
                    .put("path", "/x");
        }
        calls.add(call("Core/echo", many, "1"));
        calls.add(call("Core/echo", Json.object(), "2"));
        JsonNode responses = ben.request(calls).path("methodResponses");
        assertEquals("requestTooLarge", responses.path(1).path(1).path("type").asString());
        assertEquals("Core/echo", responses.path(2).path(0).asString());
    }

    /** 8.5: ten megabytes of empty arrays would be hundreds in memory. */
    @Test
    void manySmallValuesAreRefused() {
        String body = "{\"using\":[],\"methodCalls\":[" + "[],".repeat(3_000_000) + "[]]}";
        HttpResponse<String> answer = ben.post(body);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("error:notJSON"), answer.body());
    }

    /** 3.9: an argument that the method does not have is invalid. */
    @Test
    void argumentsThatNobodyKnowsAreInvalid() {
        List<ArrayNode> calls = new ArrayList<>();
        for (String method : METHODS.keySet()) {
            calls.add(call(method, needed(method).put("acountId", "x"), method));
        }
        for (JsonNode answer : answers(calls)) {
            assertEquals(
                    "invalidArguments",
                    answer.path(1).path("type").asString(""),
                    answer.path(2).asString());
        }
    }

    /** 3.9: so is one that is missing. */
    @Test
    void argumentsThatAreMissingAreInvalid() {
        List<ArrayNode> calls = new ArrayList<>();
        for (String method : METHODS.keySet()) {
            for (Argument a : Argument.of(method)) {
                if (!a.nullable) {
                    ObjectNode less = needed(method);
                    less.remove(a.name);
                    calls.add(call(method, less, method + " " + a.name));
                    ObjectNode nil = needed(method);
                    nil.putNull(a.name);
                    calls.add(call(method, nil, method + " " + a.name));
                }
            }
        }
        List<String> wrong = new ArrayList<>();
        for (JsonNode answer : answers(calls)) {
            if (!answer.path(1).path("type").asString("").equals("invalidArguments")) {
                wrong.add(answer.path(2).asString() + " " + answer.path(1).path("type"));
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** 3.9: and one of the wrong type, for every argument of every method. */
    @Test
    void argumentsOfTheWrongTypeAreInvalid() {
        List<JsonNode> values = new ArrayList<>();
        for (String value :
                List.of(
                        "-1",
                        "0",
                        "1",
                        "1.5",
                        "1e30",
                        "true",
                        "'x'",
                        "[]",
                        "[7]",
                        "['x',null]",
                        "[[]]",
                        "{}",
                        "{'a':7}",
                        "{'a':null}",
                        "{'a':[]}")) {
            values.add(TestServer.value(value));
        }
        List<ArrayNode> calls = new ArrayList<>();
        for (String method : METHODS.keySet()) {
            for (Argument a : Argument.of(method)) {
                for (JsonNode value : values) {
                    boolean filter = a.type.equals("Object") && value.isObject();
                    if (!a.takes(value) && !filter) {
                        ObjectNode arguments = needed(method);
                        arguments.set(a.name, value);
                        calls.add(call(method, arguments, method + " " + a.name + " " + value));
                    }
                }
            }
        }
        assertTrue(calls.size() > 1_000, "" + calls.size());
        Set<String> wrong = new TreeSet<>();
        for (JsonNode answer : answers(calls)) {
            if (!answer.path(1).path("type").asString("").equals("invalidArguments")) {
                wrong.add(
                        answer.path(2).asString() + " " + answer.path(1).path("type").asString(""));
            }
        }
        assertEquals(Set.of(), wrong);
    }

    /** 3.9: what has its type may still be nonsense, and is told so without harm. */
    @Test
    void argumentsOfTheRightTypeNeverBreakTheServer() {
        List<JsonNode> values = new ArrayList<>();
        for (String value :
                List.of(
                        "9007199254740991",
                        "-9007199254740991",
                        "''",
                        "'#'",
                        "'\u0000'",
                        "'_'",
                        "['','#x','x','x']",
                        "[{}]",
                        "[{'property':'x'}]",
                        "{'':{}}",
                        "{'#a':{}}",
                        "{'a/b':{'/':1}}",
                        "{'operator':'NOT','conditions':[]}")) {
            values.add(TestServer.value(value.replace("\u0000", "\\u0000")));
        }
        List<ArrayNode> calls = new ArrayList<>();
        for (String method : METHODS.keySet()) {
            for (Argument a : Argument.of(method)) {
                for (JsonNode value : values) {
                    ObjectNode arguments = needed(method);
                    arguments.set(a.name, value);
                    calls.add(call(method, arguments, method + " " + a.name + " " + value));
                }
            }
        }
        Set<String> wrong = new TreeSet<>();
        for (JsonNode answer : answers(calls)) {
            if (answer.path(1).path("type").asString("").startsWith("server")) {
                wrong.add(answer.path(2).asString() + " " + answer.path(1));
            }
        }
        assertEquals(Set.of(), wrong);
    }

    /** 3.6.1: more octets than the limit, counted as octets and not as characters. */
    @Test
    void theLimitOfARequestIsInOctets() {
        String head =
                "{\"using\":[\"urn:ietf:params:jmap:core\"],\"methodCalls\":[[\"Core/echo\",{\"a\":\"";
        String tail = "\"},\"0\"]]}";
        String body = head + "ü".repeat(4_999_000) + tail;
        assertTrue(body.getBytes(StandardCharsets.UTF_8).length < 10_000_000);
        assertEquals(200, ben.post(body).statusCode());
        HttpResponse<String> refused = ben.post(head + "ü".repeat(5_000_000) + tail);
        assertEquals(413, refused.statusCode());
        assertEquals("maxSizeRequest", Json.parse(refused.body()).path("limit").asString());
    }
}
