package app.linden.db;

import app.linden.base.Problem;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Brings a database to the newest schema: script n makes version n. H2 commits each statement that
 * changes the schema by itself, so a script that a crash cut short runs again from its beginning:
 * every statement must be one that may run twice. None adds a column: H2 copies the table, drops
 * the old one and renames the copy, each by itself, and a crash in between loses all of it. A new
 * table does as well.
 */
final class Migrations {
    private final List<String> scripts;

    Migrations(List<String> scripts) {
        this.scripts = scripts;
    }

    void run(Sql sql, Statement statement) {
        sql.update("CREATE TABLE IF NOT EXISTS schema_version (version INT NOT NULL)");
        int version = (int) sql.number("SELECT COALESCE(MAX(version), 0) FROM schema_version");
        if (version > scripts.size()) {
            throw new Problem(
                    Problem.Kind.STORAGE,
                    "This data was written by a newer Linden. Nothing was changed; please update.");
        }
        try {
            for (int next = version + 1; next <= scripts.size(); next++) {
                statement.execute(scripts.get(next - 1));
                sql.update("INSERT INTO schema_version VALUES (?)", next);
                statement.getConnection().commit();
            }
        } catch (SQLException e) {
            throw Problems.of(e);
        }
    }
}
