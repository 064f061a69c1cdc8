package app.linden.server;

import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.db.Database;
import app.linden.db.Sql;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/** What the server keeps, with its clock and its maker of ids. */
record ServerData(Database database, InstantSource clock, Ids ids) implements AutoCloseable {
    private static final String NAME = "server";

    /** Marks the folder of a server whose data are in a database, not in a file beside it. */
    private static final String ELSEWHERE = "postgresql";

    private static final int SCRIPTS = 8;

    /** RFC 8620, 5.2 asks for 30 days at least. */
    private static final Duration CHANGES_KEPT = Duration.ofDays(180);

    /** As {@link #open(Path, String, InstantSource)}, in the folder. */
    static ServerData open(Path folder, InstantSource clock) {
        return open(folder, null, clock);
    }

    /**
     * Opens or makes the data of a server.
     *
     * @param address of a PostgreSQL database; null to keep the data in the folder
     * @throws Problem STORAGE when the folder cannot be used or a server has it open, or the
     *     database cannot be used; BAD_INPUT for an address that is none
     */
    static ServerData open(Path folder, @Nullable String address, InstantSource clock) {
        Database database = database(folder, address, SCRIPTS);
        Ids ids = new Ids(clock, new SecureRandom());
        try {
            long oldest = clock.instant().minus(CHANGES_KEPT).getEpochSecond();
            database.write(
                            sql -> {
                                Epochs.begin(sql, ids);
                                Tokens.makeKey(sql);
                                InvitationRows.prune(sql, oldest);
                                BlobRows.prune(sql, clock.instant().getEpochSecond());
                                NotificationRows.prune(sql, oldest);
                                return prune(sql, oldest);
                            })
                    .join();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return new ServerData(database, clock, ids);
    }

    /** Opens the database alone, with the schema of a version; makes the folder. */
    static Database database(Path folder, @Nullable String address, int version) {
        if (version < 1 || version > SCRIPTS) {
            throw new Problem(
                    Problem.Kind.STORAGE, "This was written by a newer Linden; please update.");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "The folder " + folder + " cannot be made.", e);
        }
        List<String> migrations =
                IntStream.rangeClosed(1, version)
                        .mapToObj(n -> script("schema-" + n + ".sql"))
                        .toList();
        Path elsewhere = folder.resolve(ELSEWHERE);
        if (address == null) {
            if (Files.exists(elsewhere)) {
                throw new Problem(
                        Problem.Kind.BAD_INPUT,
                        "The data of the server in "
                                + folder
                                + " are in PostgreSQL; say where, with --database.");
            }
            return Database.open(folder, NAME, migrations);
        }
        if (!Database.isPostgres(address)) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "The address of a database looks like"
                            + " jdbc:postgresql://host/database?user=linden.");
        }
        if (Files.exists(folder.resolve(NAME + ".mv.db"))) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "In "
                            + folder
                            + " are the data of a server without PostgreSQL; give another folder,"
                            + " and move them with server backup and server restore.");
        }
        Database database = Database.connect(address, folder, NAME, migrations);
        try {
            Files.writeString(elsewhere, "");
            return database;
        } catch (IOException e) {
            database.close();
            throw new Problem(
                    Problem.Kind.STORAGE, "The folder " + folder + " cannot be written to.", e);
        }
    }

    private static int prune(Sql sql, long before) {
        sql.update(
                "UPDATE state s SET oldest = GREATEST(oldest, (SELECT COALESCE(MAX(l.seq), 0) FROM"
                        + " change_log l WHERE l.account_id = s.account_id AND l.type = s.type AND"
                        + " l.at_second < ?))",
                before);
        return sql.update("DELETE FROM change_log WHERE at_second < ?", before);
    }

    private static String script(String name) {
        try (InputStream in = ServerData.class.getResourceAsStream("/app/linden/server/" + name)) {
            if (in == null) {
                throw new Problem(Problem.Kind.OUR_BUG, "The resource " + name + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
