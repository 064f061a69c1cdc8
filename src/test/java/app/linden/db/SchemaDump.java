package app.linden.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a database as one SQL script of an earlier schema: the schema's scripts as they were, and
 * the rows. Run once before a schema changes that people have:
 *
 * <pre>SchemaDump FOLDER linden|server store|server VERSION FILE.sql</pre>
 */
public final class SchemaDump {
    private static final Pattern IDENTITY =
            Pattern.compile(
                    "CREATE TABLE IF NOT EXISTS (\\w+) \\(\\s*(?:--[^\\n]*\\n\\s*)*(\\w+) BIGINT"
                            + " GENERATED ALWAYS AS IDENTITY");

    private SchemaDump() {}

    public static void main(String[] words) throws IOException {
        String text = dump(Path.of(words[0]), words[1], words[2], Integer.parseInt(words[3]));
        Files.writeString(Path.of(words[4]), text);
    }

    static String dump(Path folder, String name, String room, int version) throws IOException {
        List<String> scripts = scripts(room);
        StringBuilder text = new StringBuilder();
        TreeSet<String> tables = new TreeSet<>();
        for (String script : scripts.subList(0, version)) {
            text.append(script.strip()).append("\n\n");
            Matcher made = Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+)").matcher(script);
            while (made.find()) {
                tables.add(made.group(1).toUpperCase(java.util.Locale.ROOT));
            }
        }
        try (Database database = Database.open(folder, name, scripts)) {
            for (String line :
                    database.<List<String>>read(sql ->
                            sql.list("SCRIPT SIMPLE COLUMNS NOSETTINGS", row -> row.text(1)))) {
                Matcher row = Pattern.compile("INSERT INTO \"PUBLIC\"\\.\"(\\w+)\"").matcher(line);
                if (row.lookingAt() && tables.contains(row.group(1))) {
                    text.append(line.strip()).append('\n');
                }
            }
            Matcher counted = IDENTITY.matcher(text.toString());
            List<String> restarts = new ArrayList<>();
            while (counted.find()) {
                String table = counted.group(1);
                String column = counted.group(2);
                long next =
                        database.<Long>read(sql ->
                                sql.number(
                                        "SELECT COALESCE(MAX("
                                                + column
                                                + "), 0) + 1 FROM "
                                                + table));
                restarts.add(
                        "ALTER TABLE "
                                + table
                                + " ALTER COLUMN "
                                + column
                                + " RESTART WITH "
                                + next
                                + ";\n");
            }
            restarts.forEach(text::append);
        }
        return text.toString();
    }

    /** The scripts of a room, the first makes version 1. */
    public static List<String> scripts(String room) throws IOException {
        List<String> scripts = new ArrayList<>();
        for (int n = 1; ; n++) {
            String name = "/app/linden/" + room + "/schema-" + n + ".sql";
            try (InputStream in = SchemaDump.class.getResourceAsStream(name)) {
                if (in == null) {
                    return scripts;
                }
                scripts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /** Makes a file of an earlier schema out of what {@link #dump} wrote. */
    public static void restore(Path folder, String name, String dump, int version) {
        try (Database database = Database.open(folder, name, List.of(dump))) {
            for (int n = 2; n <= version; n++) {
                int next = n;
                database.write(sql -> sql.update("INSERT INTO schema_version VALUES (?)", next))
                        .join();
            }
        }
    }
}
