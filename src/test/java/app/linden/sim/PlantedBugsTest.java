package app.linden.sim;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
