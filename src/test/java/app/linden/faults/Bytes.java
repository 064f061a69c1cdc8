package app.linden.faults;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A file's content in memory, which grows where it is written to. Not thread-safe. */
final class Bytes {
    private static final int SMALLEST = 8192;

    private byte[] array = new byte[SMALLEST];
    private int size;

    Bytes copy() {
        Bytes copy = new Bytes();
        copy.array = array.clone();
        copy.size = size;
        return copy;
    }

    int size() {
        return size;
    }

    void write(int at, byte[] bytes) {
        write(at, bytes, 0, bytes.length);
    }

    void write(int at, byte[] bytes, int from, int to) {
        int end = at + to;
        if (end > array.length) {
            array = Arrays.copyOf(array, Math.max(end, 2 * array.length));
        }
        System.arraycopy(bytes, from, array, at + from, to - from);
        size = Math.max(size, end);
    }

    void truncate(int length) {
        if (length < size) {
            Arrays.fill(array, length, size, (byte) 0);
            size = length;
        }
    }

    /** As a channel reads: -1 at the end. */
    int read(int at, ByteBuffer into) {
        int length = Math.min(into.remaining(), size - at);
        if (length <= 0) {
            return into.hasRemaining() ? -1 : 0;
        }
        into.put(array, at, length);
        return length;
    }

    byte[] range(int from, int to) {
        return Arrays.copyOfRange(array, from, to);
    }
}
