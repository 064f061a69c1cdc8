package app.linden.ical;

import app.linden.base.Problem;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Finds out how the characters of a file are encoded: UTF-8 unless a byte order mark or the first
 * two bytes say UTF-16.
 */
final class Encoding {
    private Encoding() {}

    /**
     * The characters of the stream, without a byte order mark.
     *
     * @throws Problem BAD_INPUT for an empty or packed file, later also for one that is too large
     */
    static Reader reader(InputStream in, long largest) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(new Limited(in, largest), 1 << 16);
        bytes.mark(4);
        byte[] head = bytes.readNBytes(4);
        bytes.reset();
        if (head.length == 0) {
            throw new Problem(Problem.Kind.BAD_INPUT, "The file is empty.");
        }
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 0x1f, 0x8b)) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "This file is packed (zip or gzip). Unpack it and import the .ics file in it.");
        }
        if (starts(head, 0xFE, 0xFF)) {
            bytes.skipNBytes(2);
            return new InputStreamReader(bytes, StandardCharsets.UTF_16BE);
        }
        if (starts(head, 0xFF, 0xFE)) {
            bytes.skipNBytes(2);
            return new InputStreamReader(bytes, StandardCharsets.UTF_16LE);
        }
        if (starts(head, 0, 'B')) {
            return new InputStreamReader(bytes, StandardCharsets.UTF_16BE);
        }
        if (starts(head, 'B', 0)) {
            return new InputStreamReader(bytes, StandardCharsets.UTF_16LE);
        }
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            bytes.skipNBytes(3);
        }
        return new LenientUtf8(bytes);
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static final class Limited extends FilterInputStream {
        private final long largest;
        private long taken;

        Limited(InputStream in, long largest) {
            super(in);
            this.largest = largest;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int n = super.read(to, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int n) {
            taken += n;
            if (taken > largest) {
                throw new Problem(
                        Problem.Kind.BAD_INPUT,
                        "The file is larger than "
                                + largest / 1_000_000
                                + " MB, which is more than Linden reads at once.");
            }
        }

        @Override
        public void close() {
            // The stream belongs to the caller.
        }
    }
}
