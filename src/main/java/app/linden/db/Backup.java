package app.linden.db;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.zip.GZIPInputStream;

/**
 * What {@link Database#backUp} wrote, on its way into a database without rows. It may be of another
 * kind than the one that it came from. Used once, on one thread.
 */
public final class Backup {
    private static final int BATCH = 500;
    private static final int BATCH_BYTES = 8 << 20;
    private static final int LONGEST = 64 << 20;

    private final DataInputStream in;
    private final int version;

    /** Bytes since the last batch. */
    private long read;

    private Backup(DataInputStream in, int version) {
        this.in = in;
        this.version = version;
    }

    /**
     * Reads its beginning.
     *
     * @throws Problem BAD_INPUT when it is none
     */
    public static Backup read(InputStream from) {
        try {
            DataInputStream in = new DataInputStream(new GZIPInputStream(from, 1 << 16));
            if (in.readUTF().equals(BackupWriter.MAGIC)) {
                return new Backup(in, in.readInt());
            }
        } catch (IOException e) {
            throw new Problem(Problem.Kind.BAD_INPUT, "This file is no backup of Linden's.", e);
        }
        throw new Problem(Problem.Kind.BAD_INPUT, "This file is no backup of Linden's.");
    }

    /** How many migrations its schema had. */
    public int version() {
        return version;
    }

    /**
     * Writes all rows, or none when something fails; durable when this returns.
     *
     * @param to a database whose schema has the {@link #version} of this
     * @throws Problem BAD_INPUT when the backup is damaged; STORAGE when there are rows already
     */
    public void into(Database to) {
        try {
            to.write(
                            sql -> {
                                load(sql);
                                return true;
                            })
                    .join();
        } catch (CompletionException e) {
            throw Problems.unwrapped(e);
        }
    }

    private void load(Sql sql) {
        try {
            List<BackupTable> there = sql.tables();
            for (BackupTable table : there) {
                if (sql.number("SELECT COUNT(*) FROM " + table.name()) > 0) {
                    throw new Problem(
                            Problem.Kind.STORAGE,
                            "There are data already; a backup is restored to where there are"
                                    + " none.");
                }
            }
            List<BackupTable> tables = new ArrayList<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                tables.add(BackupTable.read(in, there));
            }
            // First: H2 commits each of these by itself.
            for (BackupTable table : tables) {
                if (!table.identity().isEmpty()) {
                    sql.update(
                            "ALTER TABLE "
                                    + table.name()
                                    + " ALTER COLUMN "
                                    + table.identity()
                                    + " RESTART WITH "
                                    + table.next());
                }
            }
            for (BackupTable table : tables) {
                rows(sql, table);
            }
            if (in.read() >= 0) {
                throw new IOException("there is more than its end");
            }
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "The backup is damaged; nothing was restored.", e);
        } catch (SQLException e) {
            throw Problems.of(e);
        }
    }

    private void rows(Sql sql, BackupTable table) throws IOException {
        int columns = table.columns().size();
        String insert =
                "INSERT INTO "
                        + table.name()
                        + " ("
                        + String.join(", ", table.columns())
                        + ") OVERRIDING SYSTEM VALUE VALUES ("
                        + String.join(", ", Collections.nCopies(columns, "?"))
                        + ")";
        List<@Nullable Object[]> batch = new ArrayList<>();
        for (int mark = in.readByte(); mark != BackupWriter.END; mark = in.readByte()) {
            if (mark != BackupWriter.ROW) {
                throw new IOException("a row begins with " + mark);
            }
            @Nullable Object[] row = new @Nullable Object[columns];
            for (int i = 0; i < columns; i++) {
                row[i] = value();
            }
            batch.add(row);
            if (batch.size() == BATCH || read > BATCH_BYTES) {
                sql.batch(insert, batch);
                batch.clear();
                read = 0;
            }
        }
        sql.batch(insert, batch);
    }

    private @Nullable Object value() throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case BackupWriter.NULL -> null;
            case BackupWriter.TEXT -> new String(bytes(), StandardCharsets.UTF_8);
            case BackupWriter.NUMBER -> in.readLong();
            case BackupWriter.FALSE -> false;
            case BackupWriter.TRUE -> true;
            case BackupWriter.BYTES -> bytes();
            default -> throw new IOException("a value is of the kind " + kind);
        };
    }

    private byte[] bytes() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("a value is of " + length + " bytes");
        }
        read += length;
        return in.readNBytes(length);
    }
}
