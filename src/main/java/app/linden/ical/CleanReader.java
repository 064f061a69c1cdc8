package app.linden.ical;

import java.io.IOException;
import java.io.Reader;

/**
 * Makes lines regular before they are parsed: one line feed after each, whatever the file has (CR
 * LF, LF, CR, CR CR LF), no NUL and other control characters, and no unfolded line beyond a length
 * that would fill the memory.
 */
final class CleanReader extends Reader {
    /** Of one unfolded line; a picture inside an event may be that large, a title never is. */
    private static final int LONGEST = 4_000_000;

    private final Reader in;
    private final Report report;
    private final char[] raw = new char[1 << 15];
    private int at;
    private int end;
    private int line = 1;
    private int lineLength;
    private int lineStart = 1;
    private boolean afterCr;
    private boolean afterBreak;
    private boolean begun;
    private int leading;

    CleanReader(Reader in, Report report) {
        this.in = in;
        this.report = report;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        int n = 0;
        while (n < length) {
            if (at == end) {
                if (n > 0) {
                    return n;
                }
                at = 0;
                end = Math.max(0, in.read(raw, 0, raw.length));
                if (end == 0) {
                    return -1;
                }
            }
            char c = raw[at++];
            if (c == '\n' && afterCr) {
                afterCr = false;
                continue;
            }
            if (c == '\r' && afterCr) {
                // CR CR LF is one end of a line, CR CR one and an empty line, which means nothing.
                continue;
            }
            afterCr = c == '\r';
            if (c == '\r' || c == '\n') {
                line++;
                afterBreak = true;
                if (begun) {
                    to[offset + n++] = '\n';
                } else {
                    // The parser takes an empty first line for the end of the file.
                    leading++;
                }
            } else if (c > ' ' || begun && (c == ' ' || c == '\t')) {
                begun = true;
                if (fits(c)) {
                    to[offset + n++] = c;
                }
            }
        }
        return n;
    }

    /** How many empty lines at the beginning were left out. */
    int leading() {
        return leading;
    }

    private boolean fits(char c) {
        if (afterBreak) {
            afterBreak = false;
            if (c != ' ' && c != '\t') {
                lineLength = 0;
                lineStart = line;
            }
        }
        if (++lineLength == LONGEST) {
            report.add(
                    lineStart, null, "This line is longer than 4 MB; the end of it was left out.");
        }
        return lineLength < LONGEST;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
