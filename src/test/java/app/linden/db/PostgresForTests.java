package app.linden.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL of this test run alone, started when the first test wants it. Where its
 * binaries do not run, the tests that want it are skipped, and say so.
 */
public final class PostgresForTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres running;
    private static @Nullable String failure;
    private static boolean durable;

    private PostgresForTests() {}

    /** Skips the test where there is none. */
    public static void assumeThere() {
        Assumptions.assumeTrue(
                start() != null, () -> "SKIPPED: PostgreSQL does not run here: " + failure);
    }

    /** What is committed is on the disk, as it is not in tests; before the first use. */
    public static synchronized void makeDurable() {
        durable = true;
    }

    /** The address of a new, empty database. */
    public static String database() {
        String name = "linden" + NUMBER.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return url(name);
    }

    static String url(String name) {
        EmbeddedPostgres there = start();
        if (there == null) {
            throw new IllegalStateException("PostgreSQL does not run here: " + failure);
        }
        return there.getJdbcUrl("postgres", name);
    }

    /** Runs a statement on the server as its master. */
    public static void execute(String statement) {
        execute(url("postgres"), statement);
    }

    static void execute(String url, String statement) {
        try (Connection master = DriverManager.getConnection(url);
                Statement s = master.createStatement()) {
            s.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of what a query gives. */
    public static List<String> rows(String url, String query) {
        try (Connection c = DriverManager.getConnection(url);
                Statement s = c.createStatement();
                ResultSet row = s.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that a database keeps, as text. */
    public static String content(String url) {
        StringBuilder all = new StringBuilder();
        try (Connection c = DriverManager.getConnection(url);
                Statement tables = c.createStatement();
                Statement rows = c.createStatement();
                ResultSet table =
                        tables.executeQuery(
                                "SELECT table_name FROM information_schema.tables WHERE"
                                        + " table_schema = 'public'")) {
            while (table.next()) {
                String name = table.getString(1);
                try (ResultSet row = rows.executeQuery("SELECT t::text FROM " + name + " AS t")) {
                    while (row.next()) {
                        all.append(row.getString(1)).append('\n');
                    }
                }
            }
            return all.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized @Nullable EmbeddedPostgres start() {
        if (running == null && failure == null) {
            try {
                EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
                if (durable) {
                    builder.setServerConfig("fsync", "on")
                            .setServerConfig("full_page_writes", "on");
                }
                running = builder.start();
            } catch (IOException | RuntimeException e) {
                failure = e.toString();
            }
        }
        return running;
    }
}
