package app.linden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.db.Database;
import app.linden.db.SchemaDump;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.model.Calendar;
import app.linden.server.LindenServer;
import app.linden.store.Store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Files of each earlier schema, filled, are opened by this Linden: everything is there. The dumps
 * are of one device of Anna's, with a change that waits, and of the server of Anna and Ben.
 */
class UpgradeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final String PASSWORD = "correct horse";

    @TempDir private Path folder;

    private static String dump(String room, int version) throws IOException {
        String name = "/app/linden/schemas/" + room + "-" + version + ".sql";
        try (InputStream in = UpgradeTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(
                        "No dump of version " + version + " of " + room + "; see SchemaDump");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Stream<Integer> ofStore() throws IOException {
        return IntStream.rangeClosed(1, SchemaDump.scripts("store").size()).boxed();
    }

    static Stream<Integer> ofServer() throws IOException {
        return IntStream.rangeClosed(1, SchemaDump.scripts("server").size()).boxed();
    }

    private static TreeSet<String> titles(Store store) {
        TreeSet<String> titles = new TreeSet<>();
        for (Calendar calendar : store.calendars()) {
            store.eventsIn(calendar.id()).forEach(f -> titles.add(f.event().title()));
        }
        return titles;
    }

    private static List<String> comments(Store store) {
        return store.calendars().stream()
                .flatMap(c -> store.eventsIn(c.id()).stream())
                .flatMap(f -> store.comments().on(f.id()).stream())
                .map(c -> c.text())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ofStore")
    void aDeviceKeepsEverything(int version) throws IOException {
        SchemaDump.restore(folder, "linden", dump("store", version), version);
        try (Device device = Device.open(folder, new SecretsOfThisRun())) {
            Store store = device.store();
            assertEquals(
                    (long) SchemaDump.scripts("store").size(),
                    store.counts().get("schema_version"));
            assertEquals(
                    new TreeSet<>(
                            List.of(
                                    "Choir of the town",
                                    "Dentist at home",
                                    "Winter holiday in Tyrol")),
                    titles(store));
            assertEquals(
                    List.of("Anna", "This computer"),
                    store.accounts().stream().map(a -> a.name()).sorted().toList());
            assertTrue(
                    store.accounts().stream()
                            .filter(a -> !a.isLocal())
                            .allMatch(a -> a.takesCalendars()));
            assertEquals("anna", store.serverSide().logins().getFirst().username());
            assertEquals("UPDATE", store.waiting().getFirst().kind());
            assertEquals("title", store.conflicts().getFirst().unit());
            assertEquals("Plumber", store.trash().getFirst().title());
            assertEquals(
                    List.of("Dentist at home"),
                    store.occurrences(TUESDAY, TUESDAY.plusDays(1), BERLIN).stream()
                            .map(o -> o.title())
                            .toList());
            assertEquals(
                    List.of("Choir, later"),
                    store.occurrences(TUESDAY.plusDays(1), TUESDAY.plusDays(2), BERLIN).stream()
                            .map(o -> o.title())
                            .toList());
            if (version >= 2) {
                assertEquals(
                        "https://example.org/holidays.ics", store.feeds().all().getFirst().url());
            }
            if (version >= 3) {
                assertEquals("Old club", store.notices().getFirst().title());
                assertTrue(store.counts().get("history") >= 5);
            }
            if (version >= 7) {
                assertEquals("Ben", store.happenings().newest().getFirst().who());
            }
            if (version >= 9) {
                String choir = store.waiting().getFirst().objectId();
                assertEquals(
                        List.of("Who brings the cake?"),
                        store.comments().on(choir).stream().map(c -> c.text()).toList());
            }
            // Also what the schema before had no table for is made: search and the index.
            var check = store.check().join();
            assertTrue(check.isRight(), check.toString());
            assertEquals(
                    "Choir of the town",
                    store.findEvent(store.waiting().getFirst().objectId()).orElseThrow().title());
        }
    }

    @ParameterizedTest
    @MethodSource("ofServer")
    void aServerKeepsEverything(int version) throws IOException {
        Path data = Files.createDirectory(folder.resolve("server"));
        SchemaDump.restore(data, "server", dump("server", version), version);
        try (LindenServer server = LindenServer.start(LindenServer.Options.loopback(data))) {
            for (String name : List.of("anna", "ben")) {
                Path profile = Files.createDirectory(folder.resolve(name));
                try (Device device = Device.open(profile, new SecretsOfThisRun())) {
                    device.accounts().signIn(server.address().toString(), name, PASSWORD).join();
                    assertEquals(
                            new TreeSet<>(List.of("Choir", "Winter holiday in Tyrol")),
                            titles(device.store()),
                            name);
                    if (version >= 8) {
                        assertEquals(List.of("Who brings the cake?"), comments(device.store()));
                    }
                }
            }
        }
    }

    @Test
    void aFileOfANewerLindenIsRefusedAndStays() throws IOException {
        int newest = SchemaDump.scripts("store").size();
        SchemaDump.restore(folder, "linden", dump("store", newest), newest + 1);
        Problem problem =
                assertThrows(
                        Problem.class, () -> Device.open(folder, new SecretsOfThisRun()).close());
        assertEquals(Problem.Kind.STORAGE, problem.kind());
        assertTrue(problem.getMessage().contains("newer Linden"), problem.getMessage());
        List<String> later = new java.util.ArrayList<>(SchemaDump.scripts("store"));
        later.add("CREATE TABLE IF NOT EXISTS of_later (n INT);");
        try (Database database = Database.open(folder, "linden", later)) {
            assertEquals(6L, database.<Long>read(sql -> sql.number("SELECT COUNT(*) FROM object")));
        }

        int newestServer = SchemaDump.scripts("server").size();
        Path data = Files.createDirectory(folder.resolve("server"));
        SchemaDump.restore(data, "server", dump("server", newestServer), newestServer + 1);
        Problem refused =
                assertThrows(
                        Problem.class,
                        () -> LindenServer.start(LindenServer.Options.loopback(data)).close());
        assertTrue(Problem.sentence(refused).contains("newer Linden"), refused.toString());
    }
}
