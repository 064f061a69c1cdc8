package app.linden.db;

import app.linden.base.Problem;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Brings a database to the newest schema: script n makes version n. H2 commits each statement that
 * changes the schema by itself, so a script that a crash cut short runs again from its beginning:
 * every statement must be one that may run twice. None adds a column: H2 copies the table, drops
 * the old one and renames the copy, each by itself, and a crash in between loses all of it. A new
 * table does as well.
 *
 * <p>On PostgreSQL all of them are one transaction, so that of several processes that start at once
 * one does it and the others find it done.
 */
final class Migrations {
    private final List<String> scripts;
    private final Dialect dialect;

    Migrations(List<String> scripts, Dialect dialect) {
        this.scripts = scripts;
        this.dialect = dialect;
    }

    void run(Sql sql, Connection connection) {
        sql.update("CREATE TABLE IF NOT EXISTS schema_version (version INT NOT NULL)");
        int version = (int) sql.number("SELECT COALESCE(MAX(version), 0) FROM schema_version");
        if (version > scripts.size()) {
            throw new Problem(
                    Problem.Kind.STORAGE,
                    "This data was written by a newer Linden. Nothing was changed; please update.");
        }
        try (Statement statement = connection.createStatement()) {
            for (int next = version + 1; next <= scripts.size(); next++) {
                statement.execute(dialect.script(scripts.get(next - 1)));
                sql.update("INSERT INTO schema_version VALUES (?)", next);
                if (!dialect.undoesSchema()) {
                    connection.commit();
                }
            }
        } catch (SQLException e) {
            throw Problems.of(e);
        }
    }
}
