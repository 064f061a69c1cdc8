package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

/** States of a server that is put back to an old backup. */
class EpochsTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

    @TempDir private Path folder;
    private int starts;
    private String anna = "";

    @BeforeEach
    void addAnna() {
        try (ServerCore server = start()) {
            anna = server.add("anna");
            edit(server, 3);
        }
    }

    private ServerCore start() {
        return new ServerCore(folder, CLOCK, new Random(++starts));
    }

    private void backUp() throws IOException {
        Files.copy(folder.resolve("server.mv.db"), folder.resolve("backup"));
    }

    private void putBack() throws IOException {
        Files.move(
                folder.resolve("backup"),
                folder.resolve("server.mv.db"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void edit(ServerCore server, int times) {
        for (int i = 0; i < times; i++) {
            call(server, "Calendar/set", "'create':{'k':{'name':'Calendar'}}");
        }
    }

    private JsonNode call(ServerCore server, String method, String arguments) {
        String request =
                "{'using':['urn:ietf:params:jmap:core','urn:ietf:params:jmap:calendars'],"
                        + "'methodCalls':[['%s',{'accountId':'%s',%s},'0']]}";
        byte[] body =
                request.formatted(method, anna, arguments)
                        .replace('\'', '"')
                        .getBytes(StandardCharsets.UTF_8);
        byte[] answer = server.answer(anna, body).body();
        return Json.parseObject(new String(answer, StandardCharsets.UTF_8))
                .path("methodResponses")
                .path(0)
                .path(1);
    }

    private JsonNode changes(ServerCore server, String since) {
        return call(server, "Calendar/changes", "'sinceState':'" + since + "'");
    }

    private static boolean isUnknown(JsonNode answer) {
        return answer.path("linden:unknownState").asBoolean(false)
                && answer.path("type").asString("").equals("cannotCalculateChanges");
    }

    @Test
    void aLostStateIsKnownAsSuchThoughItsNumberIsThereAgain() throws IOException {
        String kept;
        String lost;
        try (ServerCore server = start()) {
            kept = server.state(anna, Types.CALENDAR);
        }
        backUp();
        try (ServerCore server = start()) {
            edit(server, 2);
            lost = server.state(anna, Types.CALENDAR);
        }
        putBack();
        try (ServerCore server = start()) {
            edit(server, 5);
            assertTrue(isUnknown(changes(server, lost)));
            assertEquals(5, changes(server, kept).path("created").size());
        }
        try (ServerCore server = start()) {
            edit(server, 1);
            server.forgetChanges();
            assertTrue(isUnknown(changes(server, lost)), "though nothing is known of that time");
            JsonNode old = changes(server, kept);
            assertEquals("cannotCalculateChanges", old.path("type").asString());
            assertFalse(isUnknown(old), "it was a state");
        }
    }

    @Test
    void aStateIsLostAlsoWhenTheBackupWasMadeInTheMiddleOfAStart() throws IOException {
        try (ServerCore server = start()) {
            edit(server, 2);
            server.write(sql -> sql.update("CHECKPOINT SYNC"));
            backUp();
            edit(server, 2);
            String lost = server.state(anna, Types.CALENDAR);
            server.close();
            putBack();
            try (ServerCore again = start()) {
                assertTrue(isUnknown(changes(again, lost)));
                edit(again, 9);
                assertTrue(isUnknown(changes(again, lost)));
            }
        }
    }

    @Test
    void aStartAloneChangesNoState() {
        try (ServerCore server = start()) {
            String before = server.state(anna, Types.CALENDAR);
            server.close();
            try (ServerCore again = start()) {
                assertEquals(before, again.state(anna, Types.CALENDAR));
                edit(again, 1);
                assertNotEquals(before, again.state(anna, Types.CALENDAR));
                assertEquals(1, changes(again, before).path("created").size());
            }
        }
    }

    @Test
    void aStateOfAnotherAccountIsNone() {
        try (ServerCore server = start()) {
            edit(server, 3);
            String ben = server.add("ben");
            assertTrue(isUnknown(changes(server, server.state(ben, Types.CALENDAR))));
            assertTrue(isUnknown(changes(server, "nonsense")));
        }
    }

    @Test
    void statesOfBeforeThereWereEpochsStayGood() {
        try (ServerCore server = start()) {
            server.write(sql -> sql.update("DELETE FROM state_epoch"));
            String plain = server.state(anna, Types.CALENDAR);
            assertTrue(plain.matches("\\d+"), plain);
            edit(server, 2);
            assertFalse(server.state(anna, Types.CALENDAR).matches("\\d+"));
            assertEquals(2, changes(server, plain).path("created").size());
        }
    }
}
