package app.linden.store;

import app.linden.db.Sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows there are, by the name of their table, and of the changes that wait also by how
 * they stand. The number of schema_version is the version of the schema. No word that a person
 * wrote.
 */
final class Counts {
    private Counts() {}

    static Map<String, Long> of(Sql sql) {
        Map<String, Long> counts = new TreeMap<>();
        List<String> tables =
                sql.list(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema ="
                                + " 'PUBLIC'",
                        row -> row.text(1));
        for (String table : tables) {
            // A name that one of our own scripts gave.
            counts.put(
                    table.toLowerCase(Locale.ROOT),
                    sql.number("SELECT COUNT(*) FROM \"" + table + "\""));
        }
        sql.list(
                        "SELECT status, COUNT(*) FROM outbox GROUP BY status",
                        row -> Map.entry("outbox " + row.text(1), row.number(2)))
                .forEach(status -> counts.put(status.getKey(), status.getValue()));
        return counts;
    }
}
