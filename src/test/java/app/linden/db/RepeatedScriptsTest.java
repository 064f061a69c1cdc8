package app.linden.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A schema script that a crash cut short runs again from its beginning. */
class RepeatedScriptsTest {
    @ParameterizedTest
    @ValueSource(strings = {"store", "server"})
    void everyStatementMayRunTwice(String room, @TempDir Path folder) throws IOException {
        List<String> twice = new ArrayList<>();
        String script = script(room, 1);
        while (!script.isEmpty()) {
            twice.add(script + "\n;\n" + script);
            script = script(room, twice.size() + 1);
        }
        assertTrue(twice.size() > 3, room);
        try (Database database = Database.open(folder, "twice", twice)) {
            long version =
                    database.read(sql -> sql.number("SELECT MAX(version) FROM schema_version"));
            assertEquals(twice.size(), version);
        }
    }

    private static String script(String room, int n) throws IOException {
        String name = "/app/linden/" + room + "/schema-" + n + ".sql";
        try (InputStream in = RepeatedScriptsTest.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
