package app.linden.ical;

import java.io.IOException;
import java.io.Reader;

/**
 * Makes lines regular before they are parsed: one line feed after each, whatever the file has (CR
 * LF, LF, CR, CR CR LF), no NUL and other control characters, and no unfolded line beyond a length
 * that would fill the memory. Of a folded line only the first blank belongs to the fold (RFC 5545,
 * 3.1); the parser would drop all, so the others go before the line feed.
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

    /** Of a soft line break of quoted-printable, blanks may not come between "=" and line feed. */
    private static final String QUOTED = "QUOTED-PRINTABLE";

    private int quoted;
    private boolean breaks;
    private boolean folds;
    private final StringBuilder ready = new StringBuilder();
    private int taken;

    CleanReader(Reader in, Report report) {
        this.in = in;
        this.report = report;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        int n = 0;
        while (n < length) {
            if (taken < ready.length()) {
                to[offset + n++] = ready.charAt(taken++);
                continue;
            }
            ready.setLength(0);
            taken = 0;
            if (at == end) {
                if (n > 0) {
                    return n;
                }
                at = 0;
                end = Math.max(0, in.read(raw, 0, raw.length));
                if (end == 0) {
                    lineFeed();
                    if (ready.isEmpty()) {
                        return -1;
                    }
                    continue;
                }
            }
            next(raw[at++]);
        }
        return n;
    }

    private void next(char c) {
        boolean second = afterCr;
        if (c == '\r' && second) {
            // CR CR LF is one end of a line, CR CR one and an empty line, which means nothing.
            return;
        }
        afterCr = c == '\r';
        if (c == '\n' && second) {
            return;
        }
        if (c == '\r' || c == '\n') {
            line++;
            afterBreak = true;
            lineFeed();
            breaks = begun;
            // The parser takes an empty first line for the end of the file.
            leading += begun ? 0 : 1;
        } else if (c > ' ' || begun && (c == ' ' || c == '\t')) {
            begun = true;
            boolean blank = c == ' ' || c == '\t';
            if (!fits(c)) {
                return;
            }
            if (breaks && blank && !folds) {
                folds = true;
            } else {
                if (!blank || quoted == QUOTED.length()) {
                    lineFeed();
                }
                ready.append(c);
            }
        }
    }

    /** Hands on the line feed, and the blank that folds the line, that waited for what follows. */
    private void lineFeed() {
        if (breaks) {
            ready.append('\n');
        }
        if (folds) {
            ready.append(' ');
        }
        breaks = false;
        folds = false;
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
                quoted = 0;
                lineStart = line;
            }
        }
        if (quoted < QUOTED.length()) {
            boolean goesOn = Character.toUpperCase(c) == QUOTED.charAt(quoted);
            quoted = goesOn ? quoted + 1 : c == 'Q' || c == 'q' ? 1 : 0;
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
