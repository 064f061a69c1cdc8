package app.linden.server;

import app.linden.db.Sql;

import java.util.Optional;

/** Rows of the setting table: what the server keeps about itself. */
final class Settings {
    private Settings() {}

    static Optional<String> get(Sql sql, String name) {
        return sql.one("SELECT text FROM setting WHERE name = ?", r -> r.text(1), name);
    }

    static void set(Sql sql, String name, String text) {
        if (sql.update("UPDATE setting SET text = ? WHERE name = ?", text, name) == 0) {
            sql.update("INSERT INTO setting (name, text) VALUES (?, ?)", name, text);
        }
    }
}
