package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

class QrCodeTest {
    /** The worked example of ISO/IEC 18004, annex I: version 1-M, the digits 01234567. */
    @Test
    void theCorrectionIsThatOfTheStandardsExample() {
        byte[] data = HexFormat.of().parseHex("10200c566180ec11ec11ec11ec11ec11");
        assertEquals(
                "a524d4c1ed36c7872c55", HexFormat.of().formatHex(ReedSolomon.remainder(data, 10)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 14, 15, 26, 27, 42, 62, 84, 106, 122, 152, 180, 181, 213})
    void whatIsWrittenIsReadAgain(int length) {
        String text = "https://calendar.example.org/ä".repeat(10).substring(0, length);
        while (text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > length) {
            text = text.substring(1);
        }
        assertEquals(text, QrReading.text(QrCode.of(text)));
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> QrCode.of("x".repeat(214)));
    }

    /** Reads a clean code by the standard's own order, knowing none of the writer's code. */
    private static final class QrReading {
        static String text(QrCode code) {
            int size = code.size;
            int version = (size - 17) / 4;
            int format = 0;
            // Beside the finder at the top left, along the row and up the column.
            int[][] at = {
                {0, 8}, {1, 8}, {2, 8}, {3, 8}, {4, 8}, {5, 8}, {7, 8}, {8, 8}, {8, 7}, {8, 5},
                {8, 4}, {8, 3}, {8, 2}, {8, 1}, {8, 0}
            };
            for (int[] p : at) {
                format = format << 1 | (code.isDark(p[0], p[1]) ? 1 : 0);
            }
            format ^= 0x5412;
            assertEquals(0, format >> 13, "level M");
            int mask = format >> 10 & 7;
            List<Integer> bits = new ArrayList<>();
            boolean up = true;
            for (int right = size - 1; right > 0; right -= 2) {
                if (right == 6) {
                    right--;
                }
                for (int i = 0; i < size; i++) {
                    int y = up ? size - 1 - i : i;
                    for (int x : new int[] {right, right - 1}) {
                        if (!isFunction(x, y, size, version)) {
                            bits.add((code.isDark(x, y) ? 1 : 0) ^ (isMasked(mask, x, y) ? 1 : 0));
                        }
                    }
                }
                up = !up;
            }
            return unwoven(bits, version);
        }

        private static boolean isMasked(int mask, int j, int i) {
            return switch (mask) {
                case 0 -> (i + j) % 2 == 0;
                case 1 -> i % 2 == 0;
                case 2 -> j % 3 == 0;
                case 3 -> (i + j) % 3 == 0;
                case 4 -> (i / 2 + j / 3) % 2 == 0;
                case 5 -> i * j % 2 + i * j % 3 == 0;
                case 6 -> (i * j % 2 + i * j % 3) % 2 == 0;
                default -> (i * j % 3 + (i + j) % 2) % 2 == 0;
            };
        }

        private static boolean isFunction(int x, int y, int size, int version) {
            boolean corners =
                    (x < 9 && y < 9) || (x < 9 && y > size - 9) || (x > size - 9 && y < 9);
            boolean versions =
                    version >= 7
                            && ((x < 6 && y >= size - 11 && y < size - 8)
                                    || (y < 6 && x >= size - 11 && x < size - 8));
            return corners || x == 6 || y == 6 || versions || isAligned(x, y, size, version);
        }

        private static boolean isAligned(int x, int y, int size, int version) {
            if (version == 1) {
                return false;
            }
            List<Integer> centres = new ArrayList<>(List.of(6, size - 7));
            if (version >= 7) {
                centres.add(1, (6 + size - 7) / 2);
            }
            for (int cx : centres) {
                for (int cy : centres) {
                    boolean corner =
                            (cx == 6 && cy == 6)
                                    || (cx == 6 && cy == size - 7)
                                    || (cx == size - 7 && cy == 6);
                    if (!corner && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static String unwoven(List<Integer> bits, int version) {
            int[][] table = {
                {1, 16, 10},
                {1, 28, 16},
                {1, 44, 26},
                {2, 64, 18},
                {2, 86, 24},
                {4, 108, 16},
                {4, 124, 18},
                {4, 154, 22},
                {5, 182, 22},
                {5, 216, 26}
            };
            int blocks = table[version - 1][0];
            int all = table[version - 1][1];
            int correction = table[version - 1][2];
            byte[] words = new byte[bits.size() / 8];
            for (int i = 0; i < words.length * 8; i++) {
                words[i / 8] |= (byte) (bits.get(i) << 7 - i % 8);
            }
            assertEquals(all + blocks * correction, words.length, "fills the code");
            byte[][] parts = new byte[blocks][];
            for (int b = 0; b < blocks; b++) {
                parts[b] = new byte[all / blocks + (b >= blocks - all % blocks ? 1 : 0)];
            }
            int from = 0;
            for (int i = 0; i < parts[blocks - 1].length; i++) {
                for (byte[] part : parts) {
                    if (i < part.length) {
                        part[i] = words[from++];
                    }
                }
            }
            byte[] data = new byte[all];
            int to = 0;
            for (int b = 0; b < blocks; b++) {
                byte[] check = ReedSolomon.remainder(parts[b], correction);
                for (int i = 0; i < correction; i++) {
                    assertEquals(check[i], words[all + i * blocks + b], "correction");
                }
                System.arraycopy(parts[b], 0, data, to, parts[b].length);
                to += parts[b].length;
            }
            java.math.BigInteger stream = new java.math.BigInteger(1, data);
            int left = all * 8;
            assertEquals(4, stream.shiftRight(left - 4).intValue() & 15, "bytes");
            int wide = version < 10 ? 8 : 16;
            int length = stream.shiftRight(left - 4 - wide).intValue() & (1 << wide) - 1;
            byte[] text = new byte[length];
            for (int i = 0; i < length; i++) {
                text[i] = stream.shiftRight(left - 12 - wide - i * 8).byteValue();
            }
            return new String(text, java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
