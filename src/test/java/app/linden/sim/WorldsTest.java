package app.linden.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

/** Some of the worlds; {@link Worlds} runs as many as asked. */
class WorldsTest {
    private static final int WORLDS = Integer.getInteger("linden.worlds", 25);

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
}
