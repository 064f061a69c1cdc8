package app.linden.sim;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The worlds find bugs that are there; {@link CatchTable} tries all of them. */
class PlantedBugsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "create with a new uid each time",
                "only the last line of a text is sent",
                "deletions are not pulled",
                "what is pulled is there twice"
            })
    void isFound(String name) {
        assertNotEquals(0, CatchTable.found(PlantedBugs.all().get(name), 20).seed());
    }

    /** Few worlds put a server back right after somebody changed something; this script does. */
    @Test
    void whatAServerHadIsMissed() throws IOException {
        try (InputStream in = WorldsTest.class.getResourceAsStream("server-put-back.script")) {
            Script script = Script.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            String bug = "nobody remembers what a server had before it was put back";
            assertNotEquals("", Worlds.run(script, PlantedBugs.all().get(bug)).failure());
        }
    }
}
