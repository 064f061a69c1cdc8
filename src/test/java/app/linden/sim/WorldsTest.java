package app.linden.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Some of the worlds; {@link Worlds} runs as many as asked. */
class WorldsTest {
    private static final int WORLDS = Integer.getInteger("linden.worlds", 8);

    @Test
    void nothingIsLostInAnyWorld() {
        for (long seed = 1; seed <= WORLDS; seed++) {
            Script script = Script.of(seed);
            Worlds.Result result = Worlds.run(script, () -> Bug.NONE);
            if (result.failed()) {
                fail("seed " + seed + ": " + result.failure() + "\n" + script.text());
            }
        }
    }

    @Test
    void oneSeedMakesOneWorld() {
        Script script = Script.of(7);
        assertEquals(
                Worlds.run(script, () -> Bug.NONE).trace(),
                Worlds.run(script, () -> Bug.NONE).trace());
    }

    @Test
    void aScriptIsReadAsItWasWritten() {
        Script script = Script.of(3);
        assertEquals(script, Script.parse(script.text()));
    }

    /** Scripts of worlds that failed once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "calendar-deleted-while-an-event-waits",
                "calendar-deleted-without-seeing",
                "editor-left-open",
                "mine-of-a-deleted-event",
                "calendar-put-back",
                "map-and-entry-put-back",
                "card-taken-back",
                "taken-unsaid-and-put-back",
                "restored-behind-a-refused-deletion",
                "server-put-back",
                "poison",
                "short-list",
                "behind-a-refused-copy",
                "copy-without-a-place",
                "put-back-by-two",
                "place-behind-a-late-answer",
                "moved-before-it-was-known",
                "override-put-back-twice"
            })
    void whatWasMendedStaysMended(String name) throws IOException {
        try (InputStream in = WorldsTest.class.getResourceAsStream(name + ".script")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals("", Worlds.run(Script.parse(text), () -> Bug.NONE).failure());
        }
    }
}
