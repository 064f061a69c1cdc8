package app.linden.db;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes all rows of a database, in a form that does not depend on which one it is: a compressed
 * stream of its own, with the version of the schema, the tables, and then the rows of each.
 */
final class BackupWriter {
    static final String MAGIC = "Linden backup 1";
    static final int NULL = 0;
    static final int TEXT = 1;
    static final int NUMBER = 2;
    static final int FALSE = 3;
    static final int TRUE = 4;
    static final int BYTES = 5;
    static final int ROW = 6;
    static final int END = 7;

    private static final int FETCHED = 1_000;

    private BackupWriter() {}

    static void write(Connection connection, OutputStream to) throws SQLException, IOException {
        GZIPOutputStream compressed = new GZIPOutputStream(to, 1 << 16);
        DataOutputStream out = new DataOutputStream(compressed);
        out.writeUTF(MAGIC);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            out.writeInt((int) number(statement, "SELECT MAX(version) FROM schema_version"));
            List<BackupTable> tables = new ArrayList<>();
            for (BackupTable table : BackupTable.of(connection)) {
                tables.add(
                        table.identity().isEmpty()
                                ? table
                                : table.with(
                                        1
                                                + number(
                                                        statement,
                                                        "SELECT COALESCE(MAX("
                                                                + table.identity()
                                                                + "), 0) FROM "
                                                                + table.name())));
            }
            out.writeInt(tables.size());
            for (BackupTable table : tables) {
                table.write(out);
            }
            for (BackupTable table : tables) {
                rows(statement, table, out);
            }
        }
        out.flush();
        compressed.finish();
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void rows(Statement statement, BackupTable table, DataOutputStream out)
            throws SQLException, IOException {
        try (ResultSet rows =
                statement.executeQuery(
                        "SELECT " + String.join(", ", table.columns()) + " FROM " + table.name())) {
            int count = table.columns().size();
            int[] types = new int[count];
            for (int i = 0; i < count; i++) {
                types[i] = rows.getMetaData().getColumnType(i + 1);
            }
            while (rows.next()) {
                out.writeByte(ROW);
                for (int i = 0; i < count; i++) {
                    value(rows, i + 1, types[i], out);
                }
            }
        }
        out.writeByte(END);
    }

    private static void value(ResultSet rows, int column, int type, DataOutputStream out)
            throws SQLException, IOException {
        switch (type) {
            case Types.BIGINT, Types.INTEGER -> {
                long number = rows.getLong(column);
                out.writeByte(rows.wasNull() ? NULL : NUMBER);
                if (!rows.wasNull()) {
                    out.writeLong(number);
                }
            }
            case Types.BOOLEAN, Types.BIT -> {
                boolean flag = rows.getBoolean(column);
                out.writeByte(rows.wasNull() ? NULL : flag ? TRUE : FALSE);
            }
            case Types.VARCHAR, Types.CHAR -> {
                String text = rows.getString(column);
                bytes(TEXT, text == null ? null : text.getBytes(StandardCharsets.UTF_8), out);
            }
            case Types.BINARY, Types.VARBINARY -> bytes(BYTES, rows.getBytes(column), out);
            default -> throw new SQLException("no backup of a column of type " + type, "0A000");
        }
    }

    private static void bytes(
            int kind, byte @org.jspecify.annotations.Nullable [] bytes, DataOutputStream out)
            throws IOException {
        out.writeByte(bytes == null ? NULL : kind);
        if (bytes != null) {
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }
}
