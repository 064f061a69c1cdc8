package app.linden.db;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table as a backup knows it, the same on every database.
 *
 * @param identity the column that numbers the rows by itself; empty where there is none
 * @param next the number that comes next there
 */
record BackupTable(String name, List<String> columns, String identity, long next) {
    /** What a name is; a backup that comes with another one is none of ours. */
    private static final String NAME = "[a-z][a-z0-9_]{0,60}";

    private static final int MOST = 1_000;

    /** All tables with rows of Linden's, by name; the version of the schema is told apart. */
    static List<BackupTable> of(Connection connection) throws SQLException {
        List<BackupTable> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT c.table_name, c.column_name, c.is_identity FROM"
                                    + " information_schema.columns c JOIN information_schema.tables"
                                    + " t ON t.table_schema = c.table_schema AND t.table_name ="
                                    + " c.table_name WHERE c.table_schema = CURRENT_SCHEMA AND"
                                    + " t.table_type = 'BASE TABLE' ORDER BY LOWER(c.table_name),"
                                    + " c.ordinal_position")) {
            while (row.next()) {
                String name = row.getString(1).toLowerCase(Locale.ROOT);
                String column = row.getString(2).toLowerCase(Locale.ROOT);
                if (tables.isEmpty() || !tables.getLast().name.equals(name)) {
                    tables.add(new BackupTable(name, new ArrayList<>(), "", 0));
                }
                BackupTable table = tables.getLast();
                table.columns.add(column);
                if ("YES".equals(row.getString(3))) {
                    tables.set(tables.size() - 1, new BackupTable(name, table.columns, column, 0));
                }
            }
        }
        tables.removeIf(t -> t.name.equals("schema_version"));
        return tables;
    }

    BackupTable with(long next) {
        return new BackupTable(name, columns, identity, next);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(name);
        out.writeInt(columns.size());
        for (String column : columns) {
            out.writeUTF(column);
        }
        out.writeUTF(identity);
        out.writeLong(next);
    }

    /** A table that fits the ones that are there; refused where it does not. */
    static BackupTable read(DataInputStream in, List<BackupTable> there) throws IOException {
        String name = in.readUTF();
        int count = in.readInt();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < count && count < MOST; i++) {
            columns.add(in.readUTF());
        }
        BackupTable table = new BackupTable(name, columns, in.readUTF(), in.readLong());
        boolean fits =
                there.stream()
                        .anyMatch(t ->
                                t.name.equals(name)
                                        && t.columns.containsAll(columns)
                                        && t.identity.equals(table.identity));
        if (!fits || !name.matches(NAME) || columns.stream().anyMatch(c -> !c.matches(NAME))) {
            throw new IOException("the table " + name + " does not fit");
        }
        return table;
    }
}
