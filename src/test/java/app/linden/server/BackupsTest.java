package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.db.PostgresForTests;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Arrays;

final class BackupsTest {
    @TempDir private Path folder;

    private static @Nullable String database(String kind) {
        if (kind.equals("file")) {
            return null;
        }
        PostgresForTests.assumeThere();
        return PostgresForTests.database();
    }

    private TestServer serve(String name, @Nullable String database, String... people) {
        return new TestServer(
                OnPostgres.with(LindenServer.Options.loopback(folder.resolve(name)), database),
                InstantSource.system(),
                people);
    }

    private static TestClient at(TestServer server, String id) {
        return new TestClient(server.server().address(), "anna", TestServer.PASSWORD, id);
    }

    /** What was lost is known as lost: devices start anew and bring it again. */
    @ParameterizedTest
    @CsvSource({"file,file", "file,postgres", "postgres,file", "postgres,postgres"})
    void allIsBackAndWhatCameLaterIsKnownAsLost(String from, String to) {
        String source = database(from);
        String target = database(to);
        Path file = folder.resolve("copy.linden");
        String id;
        String event;
        String blob;
        String then;
        String lost;
        JsonNode grant;
        try (TestServer server = serve("old", source, "anna")) {
            id = server.id("anna");
            TestClient anna = server.client("anna");
            event = anna.event(id, anna.calendar(), ",'title':'Grüße 😀','uid':'u-1'");
            HttpResponse<String> made =
                    TestClient.send(
                            anna.request("/jmap/upload/" + id + "/")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "x".repeat(600_000))));
            blob = Json.parse(made.body()).path("blobId").asString();
            grant =
                    Json.parse(
                            TestClient.open(
                                            server.server().address(),
                                            "/account/sign-in",
                                            "{'login':'anna','password':'"
                                                    + TestServer.PASSWORD
                                                    + "','device':'Laptop'}")
                                    .body());
            then = anna.state(id, "CalendarEvent");
            try (Reception running = Reception.at(folder.resolve("old"), source)) {
                running.backUp(file);
            }
            anna.event(id, anna.calendar(), ",'uid':'u-2'");
            lost = anna.state(id, "CalendarEvent");
        }
        Backups.restore(file, folder.resolve("new"), target);
        try (TestServer server = serve("new", target)) {
            TestClient anna = at(server, id);
            assertEquals("Grüße 😀", anna.event(id, event).path("title").asString());
            assertEquals(then, anna.state(id, "CalendarEvent"));
            assertEquals(
                    600_000, anna.get("/jmap/download/" + id + "/" + blob + "/x").body().length());
            TestClient device =
                    TestClient.bearing(
                            server.server().address(), grant.path("accessToken").asString(), id);
            assertEquals(1, device.call("Calendar/get", "{}").path("list").size());
            String next = anna.event(id, anna.calendar(), ",'uid':'u-3'");
            JsonNode changes = anna.call("CalendarEvent/changes", "{'sinceState':'" + then + "'}");
            assertEquals(next, changes.path("created").path(0).asString(), changes.toString());
            JsonNode refused = anna.call("CalendarEvent/changes", "{'sinceState':'" + lost + "'}");
            assertEquals("cannotCalculateChanges", refused.path("type").asString());
        }
        Problem full =
                assertThrows(
                        Problem.class, () -> Backups.restore(file, folder.resolve("new"), target));
        assertTrue(full.getMessage().startsWith("There are data already"), full.getMessage());
    }

    @Test
    void whatIsDamagedRestoresNothing() throws Exception {
        Path file = folder.resolve("copy.linden");
        try (TestServer server = serve("old", null, "anna")) {
            TestClient anna = server.client("anna");
            anna.event(server.id("anna"), anna.calendar(), ",'uid':'u-1'");
            server.server().accounts().backUp(file);
            Problem there =
                    assertThrows(Problem.class, () -> server.server().accounts().backUp(file));
            assertEquals(Problem.Kind.BAD_INPUT, there.kind());
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        byte[] whole = Files.readAllBytes(file);
        Path part = folder.resolve("part.linden");
        for (int length : new int[] {0, 5, whole.length / 2, whole.length - 9, whole.length - 1}) {
            Files.write(part, Arrays.copyOf(whole, length));
            Problem damaged =
                    assertThrows(
                            Problem.class,
                            () -> Backups.restore(part, folder.resolve("new"), null));
            assertEquals(Problem.Kind.BAD_INPUT, damaged.kind(), "of " + length);
        }
        assertArrayEquals(whole, Files.readAllBytes(file));
        Backups.restore(file, folder.resolve("new"), null);
        try (TestServer server = serve("new", null)) {
            assertFalse(server.server().address().toString().isEmpty());
        }
    }
}
