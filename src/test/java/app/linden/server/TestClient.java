package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.model.Json;
import app.linden.wire.Capability;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A JMAP client of a few lines that shares no code with Linden's. */
final class TestClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final URI server;
    final String authorization;
    final String account;

    TestClient(URI server, String name, String password, String account) {
        this(
                server,
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (name + ":" + password).getBytes(StandardCharsets.UTF_8)),
                account);
    }

    private TestClient(URI server, String authorization, String account) {
        this.server = server;
        this.authorization = authorization;
        this.account = account;
    }

    /** Somebody who comes with a device's token. */
    static TestClient bearing(URI server, String token, String account) {
        return new TestClient(server, "Bearer " + token, account);
    }

    /** Posts a JSON object without credentials, written with single quotes. */
    static HttpResponse<String> open(URI server, String path, String json) {
        return send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    /** Posts a JSON object, written with single quotes. */
    HttpResponse<String> post(URI path, String json) {
        return send(
                request(path.toString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    JsonNode session() {
        return Json.parse(get("/jmap/session").body());
    }

    HttpResponse<String> post(String body) {
        return post(body, "application/json");
    }

    HttpResponse<String> post(String body, String type) {
        return send(
                request("/jmap/api")
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", authorization);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Calls written as a JSON list with single quotes; answers the methodResponses. */
    JsonNode calls(String calls) {
        return request(TestServer.value(calls)).path("methodResponses");
    }

    JsonNode request(JsonNode calls) {
        ObjectNode request = Json.object();
        ArrayNode using = request.putArray("using");
        List.of(
                        Capability.CORE,
                        Capability.CALENDARS,
                        Capability.PRINCIPALS,
                        Capability.AVAILABILITY,
                        Capability.PARSE,
                        Capability.SPACES,
                        Capability.COMMENTS,
                        Capability.INVITATIONS)
                .forEach(using::add);
        request.set("methodCalls", calls);
        HttpResponse<String> answer = post(Json.write(request));
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.parse(answer.body());
    }

    /** One call in an account; answers its arguments, or the error's. */
    JsonNode in(String accountId, String method, String arguments) {
        return in(accountId, method, TestServer.json(arguments));
    }

    JsonNode in(String accountId, String method, ObjectNode arguments) {
        ArrayNode call = Json.array();
        call.add(method);
        call.add(arguments.deepCopy().put("accountId", accountId));
        call.add("0");
        ArrayNode calls = Json.array();
        calls.add(call);
        return request(calls).path("methodResponses").path(0).path(1);
    }

    JsonNode call(String method, String arguments) {
        return in(account, method, arguments);
    }

    String state(String accountId, String type) {
        return in(accountId, type + "/get", "{'ids':[]}").path("state").asString();
    }

    String calendar() {
        return call("Calendar/get", "{}").path("list").path(0).path("id").asString();
    }

    /** A new calendar of one's own. */
    String calendar(String name) {
        return call("Calendar/set", "{'create':{'c':{'name':'" + name + "'}}}")
                .path("created")
                .path("c")
                .path("id")
                .asString();
    }

    /** A new event; more holds further properties as ",'name':value". */
    String event(String accountId, String calendarId, String more) {
        JsonNode result =
                in(
                        accountId,
                        "CalendarEvent/set",
                        "{'create':{'e':" + eventJson(calendarId, more) + "}}");
        assertEquals(1, result.path("created").size(), result.toString());
        return result.path("created").path("e").path("id").asString();
    }

    static String eventJson(String calendarId, String more) {
        return "{'calendarIds':{'"
                + calendarId
                + "':true},'start':'2026-03-02T09:00:00','duration':'PT1H',"
                + "'timeZone':'Europe/Berlin'"
                + more
                + "}";
    }

    JsonNode event(String accountId, String id) {
        return in(accountId, "CalendarEvent/get", "{'ids':['" + id + "']}").path("list").path(0);
    }

    /** Shares a calendar with somebody. */
    JsonNode share(String calendarId, String principalId, String rights) {
        return call(
                "Calendar/set",
                "{'update':{'"
                        + calendarId
                        + "':{'shareWith/"
                        + principalId
                        + "':"
                        + rights
                        + "}}}");
    }
}
