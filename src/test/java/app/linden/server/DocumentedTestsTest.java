package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** docs/server/jmap.md names tests that are there, and every method that the server has. */
class DocumentedTestsTest {
    private static final Pattern NAMED =
            Pattern.compile("`([A-Z][A-Za-z0-9]+Test)(?:#([a-zA-Z]+))?`");

    private static String page() throws Exception {
        return Files.readString(Path.of("docs", "server", "jmap.md"));
    }

    @Test
    void everyTestThatIsNamedIsThere() throws Exception {
        Matcher named = NAMED.matcher(page());
        List<String> missing = new ArrayList<>();
        int found = 0;
        while (named.find()) {
            if (!isThere(named.group(1), named.group(2))) {
                missing.add(named.group());
            }
            found++;
        }
        assertEquals(List.of(), missing);
        assertTrue(found > 60, "the page was read: " + found);
    }

    private static boolean isThere(String type, String method) {
        try {
            Class<?> test = Class.forName("app.linden.server." + type);
            return method == null
                    || Arrays.stream(test.getDeclaredMethods())
                            .map(Method::getName)
                            .anyMatch(method::equals);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Test
    void everyMethodIsNamed(@TempDir Path folder) throws Exception {
        String page = page();
        try (ServerData data = ServerData.open(folder, InstantSource.system())) {
            for (String name : new MethodTable(data, new Commits(data, n -> {})).names()) {
                String type = name.substring(0, name.indexOf('/'));
                String verb = name.substring(name.indexOf('/'));
                boolean named =
                        page.contains("`" + name + "`")
                                || page.lines()
                                        .anyMatch(line ->
                                                line.contains("`" + type + "/")
                                                        && line.contains("`" + verb + "`"));
                assertTrue(named, name);
            }
        }
    }
}
