package app.linden.db;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Statements on one connection, inside one transaction. Statements are prepared once per connection
 * and kept. Not thread-safe; valid only while the transaction runs.
 */
public final class Sql {
    /** How long an announced word may be, in bytes of UTF-8. */
    public static final int LONGEST_WORD = 7_900;

    private final Connection connection;
    private final Dialect dialect;
    private final String self;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /**
     * Statements on a connection.
     *
     * @param self what begins the words that this process announces
     */
    Sql(Connection connection, Dialect dialect, String self) {
        this.connection = connection;
        this.dialect = dialect;
        this.self = self;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(Row row);
    }

    /** Runs an INSERT, UPDATE, DELETE or DDL statement; answers the number of rows it touched. */
    public int update(String statement, @Nullable Object... parameters) {
        try {
            PreparedStatement p = prepare(statement);
            bind(p, parameters);
            return p.executeUpdate();
        } catch (SQLException e) {
            throw Problems.of(e);
        }
    }

    /** Runs one statement once for each list of parameters, in one round. */
    public void batch(String statement, List<@Nullable Object[]> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        try {
            PreparedStatement p = prepare(statement);
            for (Object[] row : parameters) {
                bind(p, row);
                p.addBatch();
            }
            p.executeBatch();
        } catch (SQLException e) {
            throw Problems.of(e);
        }
    }

    public <T> List<T> list(String query, RowReader<T> reader, @Nullable Object... parameters) {
        try {
            PreparedStatement p = prepare(query);
            bind(p, parameters);
            try (ResultSet rows = p.executeQuery()) {
                List<T> result = new ArrayList<>();
                Row row = new Row(rows);
                while (rows.next()) {
                    result.add(reader.read(row));
                }
                return result;
            }
        } catch (SQLException e) {
            throw Problems.of(e);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> one(String query, RowReader<T> reader, @Nullable Object... parameters) {
        List<T> rows = list(query, reader, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /** The number in the first column of the first row; a query for one must give one. */
    public long number(String query, @Nullable Object... parameters) {
        return one(query, r -> r.number(1), parameters)
                .orElseThrow(
                        () -> new Problem(Problem.Kind.OUR_BUG, "The query gave no row: " + query));
    }

    /**
     * Says a word to the other processes on this database when this transaction commits, and never
     * when it does not. Where the database is a file, nobody hears it.
     *
     * @param word at most {@link #LONGEST_WORD} bytes of UTF-8
     */
    public void announce(String word) {
        if (isShared()) {
            list("SELECT pg_notify('" + Postgres.CHANNEL + "', ?)", r -> true, self + word);
        }
    }

    /** Whether other processes may have this database open. */
    public boolean isShared() {
        return dialect == Dialect.POSTGRESQL;
    }

    /** The tables that are here, as backups know them. */
    List<BackupTable> tables() throws SQLException {
        return BackupTable.of(connection);
    }

    private PreparedStatement prepare(String statement) throws SQLException {
        PreparedStatement p = prepared.get(statement);
        if (p == null) {
            p = connection.prepareStatement(statement);
            prepared.put(statement, p);
        }
        return p;
    }

    private void bind(PreparedStatement p, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            p.setObject(i + 1, dialect.parameter(parameters[i]));
        }
    }

    /** The row that a query stands on; columns count from 1. */
    public static final class Row {
        private final ResultSet rows;

        Row(ResultSet rows) {
            this.rows = rows;
        }

        /** A text that is never null in the schema. */
        public String text(int column) {
            String text = textOrNull(column);
            if (text == null) {
                throw new Problem(Problem.Kind.OUR_BUG, "Column " + column + " is null.");
            }
            return text;
        }

        public @Nullable String textOrNull(int column) {
            try {
                return rows.getString(column);
            } catch (SQLException e) {
                throw Problems.of(e);
            }
        }

        /** Bytes that are never null in the schema. */
        public byte[] bytes(int column) {
            try {
                byte[] bytes = rows.getBytes(column);
                if (bytes == null) {
                    throw new Problem(Problem.Kind.OUR_BUG, "Column " + column + " is null.");
                }
                return bytes;
            } catch (SQLException e) {
                throw Problems.of(e);
            }
        }

        public long number(int column) {
            try {
                return rows.getLong(column);
            } catch (SQLException e) {
                throw Problems.of(e);
            }
        }

        public boolean flag(int column) {
            try {
                return rows.getBoolean(column);
            } catch (SQLException e) {
                throw Problems.of(e);
            }
        }

        /** Whether the column is null. */
        public boolean isNull(int column) {
            try {
                return rows.getObject(column) == null;
            } catch (SQLException e) {
                throw Problems.of(e);
            }
        }
    }
}
