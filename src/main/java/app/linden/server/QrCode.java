package app.linden.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A QR code (ISO/IEC 18004) of a text in UTF-8: versions 1 to 10, error correction M, which is
 * enough for any link to an invitation. Knows the dark modules; a view draws them.
 */
final class QrCode {
    /** For each version: correction bytes of a block, blocks, all bytes of data. */
    private static final int[][] VERSIONS = {
        {10, 1, 16}, {16, 1, 28}, {26, 1, 44}, {18, 2, 64}, {24, 2, 86},
        {16, 4, 108}, {18, 4, 124}, {22, 4, 154}, {22, 5, 182}, {26, 5, 216}
    };

    private static final int[][] ALIGNED = {
        {},
        {6, 18},
        {6, 22},
        {6, 26},
        {6, 30},
        {6, 34},
        {6, 22, 38},
        {6, 24, 42},
        {6, 26, 46},
        {6, 28, 50}
    };

    private final int version;
    final int size;
    private final boolean[][] dark;
    private final boolean[][] fixed;

    private QrCode(int version) {
        this.version = version;
        this.size = version * 4 + 17;
        this.dark = new boolean[size][size];
        this.fixed = new boolean[size][size];
    }

    /**
     * The code of a text.
     *
     * @throws IllegalArgumentException when it has more than 213 bytes
     */
    static QrCode of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int version = 1; version <= VERSIONS.length; version++) {
            int head = version < 10 ? 2 : 3;
            if (bytes.length + head <= VERSIONS[version - 1][2]) {
                return best(version, bytes);
            }
        }
        throw new IllegalArgumentException("The text is too long for a QR code.");
    }

    private static QrCode best(int version, byte[] bytes) {
        byte[] words = corrected(version, data(version, bytes));
        QrCode best = null;
        int least = Integer.MAX_VALUE;
        for (int mask = 0; mask < 8; mask++) {
            QrCode code = new QrCode(version);
            code.drawFixed(mask);
            code.drawWords(words);
            code.mask(mask);
            int penalty = QrPenalty.of(code.dark);
            if (best == null || penalty < least) {
                best = code;
                least = penalty;
            }
        }
        return best == null ? new QrCode(version) : best;
    }

    /** Whether the module in this column and row is dark. */
    boolean isDark(int x, int y) {
        return dark[y][x];
    }

    /** Mode, length, the bytes, an end, and padding. */
    private static byte[] data(int version, byte[] bytes) {
        int capacity = VERSIONS[version - 1][2];
        boolean[] bits = new boolean[capacity * 8];
        int at = put(bits, 0, 0b0100, 4);
        at = put(bits, at, bytes.length, version < 10 ? 8 : 16);
        for (byte b : bytes) {
            at = put(bits, at, b & 0xFF, 8);
        }
        at = Math.min(bits.length, (at + 4 + 7) / 8 * 8);
        for (int pad = 0xEC; at < bits.length; pad ^= 0xEC ^ 0x11) {
            at = put(bits, at, pad, 8);
        }
        byte[] data = new byte[capacity];
        for (int i = 0; i < bits.length; i++) {
            if (bits[i]) {
                data[i / 8] |= (byte) (0x80 >> i % 8);
            }
        }
        return data;
    }

    private static int put(boolean[] bits, int at, int value, int length) {
        for (int i = 0; i < length; i++) {
            bits[at + i] = (value >> (length - 1 - i) & 1) != 0;
        }
        return at + length;
    }

    /** The data cut into blocks, each with its correction, woven together. */
    private static byte[] corrected(int version, byte[] data) {
        int correction = VERSIONS[version - 1][0];
        int blocks = VERSIONS[version - 1][1];
        int shorter = data.length / blocks;
        int longOnes = data.length % blocks;
        byte[][] parts = new byte[blocks][];
        byte[][] checks = new byte[blocks][];
        int at = 0;
        for (int b = 0; b < blocks; b++) {
            int length = shorter + (b < blocks - longOnes ? 0 : 1);
            parts[b] = Arrays.copyOfRange(data, at, at + length);
            checks[b] = ReedSolomon.remainder(parts[b], correction);
            at += length;
        }
        byte[] woven = new byte[data.length + blocks * correction];
        int to = 0;
        for (byte[][] all : new byte[][][] {parts, checks}) {
            for (int i = 0; i < all[blocks - 1].length; i++) {
                for (byte[] part : all) {
                    if (i < part.length) {
                        woven[to++] = part[i];
                    }
                }
            }
        }
        return woven;
    }

    private void drawFixed(int mask) {
        for (int i = 0; i < size; i++) {
            set(6, i, i % 2 == 0);
            set(i, 6, i % 2 == 0);
        }
        drawFinder(3, 3);
        drawFinder(size - 4, 3);
        drawFinder(3, size - 4);
        int[] places = ALIGNED[version - 1];
        for (int x : places) {
            for (int y : places) {
                boolean corner =
                        (x == 6 && y == 6)
                                || (x == 6 && y == size - 7)
                                || (x == size - 7 && y == 6);
                if (!corner) {
                    drawRing(x, y, 2);
                }
            }
        }
        drawFormat(mask);
        drawVersion();
    }

    private void drawFinder(int cx, int cy) {
        for (int dy = -4; dy <= 4; dy++) {
            for (int dx = -4; dx <= 4; dx++) {
                int ring = Math.max(Math.abs(dx), Math.abs(dy));
                int x = cx + dx;
                int y = cy + dy;
                if (x >= 0 && x < size && y >= 0 && y < size) {
                    set(x, y, ring != 2 && ring != 4);
                }
            }
        }
    }

    private void drawRing(int cx, int cy, int radius) {
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) != 1);
            }
        }
    }

    /** Correction level M is 0; then the mask; then ten bits that guard both. */
    private void drawFormat(int mask) {
        int rest = mask;
        for (int i = 0; i < 10; i++) {
            rest = rest << 1 ^ (rest >> 9) * 0x537;
        }
        int bits = (mask << 10 | rest) ^ 0x5412;
        for (int i = 0; i < 15; i++) {
            boolean bit = (bits >> i & 1) != 0;
            if (i < 6) {
                set(8, i, bit);
            } else if (i < 8) {
                set(8, i + 1, bit);
            } else if (i == 8) {
                set(7, 8, bit);
            } else {
                set(14 - i, 8, bit);
            }
            if (i < 8) {
                set(size - 1 - i, 8, bit);
            } else {
                set(8, size - 15 + i, bit);
            }
        }
        set(8, size - 8, true);
    }

    private void drawVersion() {
        if (version < 7) {
            return;
        }
        int rest = version;
        for (int i = 0; i < 12; i++) {
            rest = rest << 1 ^ (rest >> 11) * 0x1F25;
        }
        int bits = version << 12 | rest;
        for (int i = 0; i < 18; i++) {
            boolean bit = (bits >> i & 1) != 0;
            int a = size - 11 + i % 3;
            int b = i / 3;
            set(a, b, bit);
            set(b, a, bit);
        }
    }

    private void set(int x, int y, boolean isDark) {
        dark[y][x] = isDark;
        fixed[y][x] = true;
    }

    /** In pairs of columns from the right, up and down in turn, past what is fixed. */
    private void drawWords(byte[] words) {
        int i = 0;
        for (int right = size - 1; right >= 1; right -= 2) {
            int column = right <= 6 ? right - 1 : right;
            boolean up = (column + 1 & 2) == 0;
            for (int step = 0; step < size; step++) {
                int y = up ? size - 1 - step : step;
                for (int x = column; x > column - 2; x--) {
                    if (!fixed[y][x] && i < words.length * 8) {
                        dark[y][x] = (words[i / 8] >> 7 - i % 8 & 1) != 0;
                        i++;
                    }
                }
            }
        }
    }

    private void mask(int mask) {
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                boolean turn =
                        switch (mask) {
                            case 0 -> (x + y) % 2 == 0;
                            case 1 -> y % 2 == 0;
                            case 2 -> x % 3 == 0;
                            case 3 -> (x + y) % 3 == 0;
                            case 4 -> (x / 3 + y / 2) % 2 == 0;
                            case 5 -> x * y % 2 + x * y % 3 == 0;
                            case 6 -> (x * y % 2 + x * y % 3) % 2 == 0;
                            default -> ((x + y) % 2 + x * y % 3) % 2 == 0;
                        };
                dark[y][x] ^= turn && !fixed[y][x];
            }
        }
    }
}
