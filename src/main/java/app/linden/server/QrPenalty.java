package app.linden.server;

/** How hard a QR code is to read, by the rules of ISO/IEC 18004, 7.8.3. */
final class QrPenalty {
    private static final boolean[] FINDER = {
        true, false, true, true, true, false, true, false, false, false, false
    };

    private QrPenalty() {}

    static int of(boolean[][] dark) {
        int size = dark.length;
        int penalty = 0;
        int darkOnes = 0;
        for (int i = 0; i < size; i++) {
            boolean[] column = new boolean[size];
            for (int j = 0; j < size; j++) {
                column[j] = dark[j][i];
                darkOnes += dark[i][j] ? 1 : 0;
                if (i > 0 && j > 0 && isBlock(dark, i, j)) {
                    penalty += 3;
                }
            }
            penalty += line(dark[i]) + line(column);
        }
        int all = size * size;
        return penalty + Math.abs(darkOnes * 20 - all * 10) / all * 10;
    }

    private static boolean isBlock(boolean[][] dark, int y, int x) {
        return dark[y][x] == dark[y - 1][x]
                && dark[y][x] == dark[y][x - 1]
                && dark[y][x] == dark[y - 1][x - 1];
    }

    /** Long runs of one colour, and what looks like a finder. */
    private static int line(boolean[] line) {
        int penalty = 0;
        int run = 1;
        for (int i = 1; i <= line.length; i++) {
            if (i < line.length && line[i] == line[i - 1]) {
                run++;
            } else {
                penalty += run >= 5 ? run - 2 : 0;
                run = 1;
            }
        }
        for (int i = 0; i + FINDER.length <= line.length; i++) {
            boolean there = true;
            boolean reversed = true;
            for (int j = 0; j < FINDER.length; j++) {
                there &= line[i + j] == FINDER[j];
                reversed &= line[i + j] == FINDER[FINDER.length - 1 - j];
            }
            penalty += there || reversed ? 40 : 0;
        }
        return penalty;
    }
}
