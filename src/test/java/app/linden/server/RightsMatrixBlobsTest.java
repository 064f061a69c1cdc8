package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.model.Json;

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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The rights matrix of blobs: Anna has a space for each of the 256 combinations of rights, has
 * given it to Ben, and both upload there. A blob is its uploader's alone (RFC 8620, 6.1), in
 * accounts that the uploader sees.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixBlobsTest {
    private static final String ICS =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:u\r\n"
                    + "DTSTAMP:20260101T000000Z\r\nDTSTART:20260302T090000Z\r\nEND:VEVENT\r\n"
                    + "END:VCALENDAR\r\n";

    private TestServer server;
    private TestClient anna;
    private TestClient ben;
    private final List<String> spaces = new ArrayList<>();
    private final List<String> calendars = new ArrayList<>();
    private final List<String> annas = new ArrayList<>();
    private final List<String> bens = new ArrayList<>();
    private int cells;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben");
        anna = server.client("anna");
        ben = server.client("ben");
        ObjectNode create = Json.object();
        for (int rights = 0; rights < 256; rights++) {
            create.putObject("s" + rights).put("name", "" + rights);
        }
        JsonNode made =
                anna.in(anna.account, "Space/set", Json.object().set("create", create))
                        .path("created");
        for (int rights = 0; rights < 256; rights++) {
            JsonNode space = made.path("s" + rights);
            spaces.add(space.path("accountId").asString());
            calendars.add(space.path("calendarId").asString());
        }
        share(rights -> {
            ObjectNode given = Json.object();
            for (int i = 0; i < RightsMatrixTest.RIGHTS.size(); i++) {
                given.put(RightsMatrixTest.RIGHTS.get(i), (rights >> i & 1) != 0);
            }
            return given;
        });
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void share(IntFunction<JsonNode> rightsOf) {
        answers(
                anna,
                "Calendar/set",
                rights -> {
                    ObjectNode set = Json.object().put("accountId", spaces.get(rights));
                    set.putObject("update")
                            .putObject(calendars.get(rights))
                            .set("shareWith/" + ben.account, rightsOf.apply(rights));
                    return set;
                });
    }

    /** A call for each combination; the arguments of the answers. */
    private static List<JsonNode> answers(
            TestClient who, String method, IntFunction<ObjectNode> arguments) {
        List<JsonNode> answers = new ArrayList<>();
        for (int at = 0; at < 256; at += 32) {
            ArrayNode calls = Json.array();
            for (int rights = at; rights < at + 32; rights++) {
                ArrayNode call = Json.array();
                call.add(method);
                call.add(arguments.apply(rights));
                call.add("0");
                calls.add(call);
            }
            who.request(calls).path("methodResponses").forEach(r -> answers.add(r.path(1)));
        }
        return answers;
    }

    private static String upload(TestClient who, String account) {
        HttpResponse<String> answer =
                TestClient.send(
                        who.request("/jmap/upload/" + account + "/")
                                .header("Content-Type", "text/calendar")
                                .POST(HttpRequest.BodyPublishers.ofString(ICS)));
        return answer.statusCode() == 201
                ? Json.parse(answer.body()).path("blobId").asString()
                : "" + answer.statusCode();
    }

    private String download(int rights, String blob) {
        return ""
                + ben.get("/jmap/download/" + spaces.get(rights) + "/" + blob + "/x").statusCode();
    }

    /** Some at a time, fewer than one person may. */
    private static List<String> each(IntFunction<String> work) {
        try (ExecutorService some = Executors.newFixedThreadPool(6)) {
            return IntStream.range(0, 256)
                    .mapToObj(r -> CompletableFuture.supplyAsync(() -> work.apply(r), some))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private void compare(String what, IntFunction<String> seen, IntFunction<String> table) {
        List<String> wrong = new ArrayList<>();
        List<String> all = each(seen);
        for (int rights = 0; rights < 256; rights++) {
            String is = all.get(rights);
            String should = table.apply(rights);
            cells++;
            if (!is.equals(should)) {
                wrong.add(what + " " + rights + " is " + is + " and should be " + should);
            }
        }
        assertEquals(
                List.of(), wrong.subList(0, Math.min(10, wrong.size())), wrong.size() + " cells");
    }

    private static boolean isSeen(int rights) {
        return RightsMatrixTest.isCalendarSeen(rights);
    }

    /** What became of a blob in a Blob/copy or a CalendarEvent/parse. */
    private static String end(JsonNode answer, String blob) {
        if (answer.has("type")) {
            return answer.path("type").asString();
        }
        if (answer.path("copied").has(blob) || answer.path("parsed").has(blob)) {
            return "done";
        }
        boolean missing =
                answer.path("notFound").toString().equals("[\"" + blob + "\"]")
                        || answer.path("notCopied")
                                .path(blob)
                                .path("type")
                                .asString("")
                                .equals("notFound");
        return missing ? "notFound" : answer.toString();
    }

    private static ObjectNode blobs(String blob) {
        ObjectNode arguments = Json.object();
        arguments.putArray("blobIds").add(blob);
        return arguments;
    }

    @Test
    void everyBlobIsItsUploadersAlone() {
        annas.addAll(each(r -> upload(anna, spaces.get(r))));
        bens.addAll(each(r -> upload(ben, spaces.get(r))));
        compare(
                "upload",
                r -> bens.get(r).equals("404") ? "404" : "done",
                r -> isSeen(r) ? "done" : "404");
        compare("download own", r -> download(r, bens.get(r)), r -> isSeen(r) ? "200" : "404");
        compare("download another's", r -> download(r, annas.get(r)), r -> "404");
        for (List<String> whose : List.of(bens, annas)) {
            String there = whose.equals(bens) ? "done" : "notFound";
            List<JsonNode> from =
                    answers(
                            ben,
                            "Blob/copy",
                            r ->
                                    blobs(whose.get(r))
                                            .put("accountId", ben.account)
                                            .put("fromAccountId", spaces.get(r)));
            compare(
                    "Blob/copy from",
                    r -> end(from.get(r), whose.get(r)),
                    r -> isSeen(r) ? there : "fromAccountNotFound");
            List<JsonNode> parsed =
                    answers(
                            ben,
                            "CalendarEvent/parse",
                            r -> blobs(whose.get(r)).put("accountId", spaces.get(r)));
            compare(
                    "CalendarEvent/parse",
                    r -> end(parsed.get(r), whose.get(r)),
                    r -> isSeen(r) ? there : "accountNotFound");
        }
        String own = upload(ben, ben.account);
        List<JsonNode> to =
                answers(
                        ben,
                        "Blob/copy",
                        r ->
                                blobs(own)
                                        .put("accountId", spaces.get(r))
                                        .put("fromAccountId", ben.account));
        compare(
                "Blob/copy to",
                r -> end(to.get(r), own),
                r -> isSeen(r) ? "done" : "accountNotFound");
        share(rights -> Json.nil());
        compare("download own after the end", r -> download(r, bens.get(r)), r -> "404");
        System.out.println("The rights matrix of blobs has " + cells + " cells.");
    }
}
