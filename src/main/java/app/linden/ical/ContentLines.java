package app.linden.ical;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Content lines as RFC 5545, 3.1 has them: UTF-8, ended by CRLF, folded at 75 octets and never
 * inside of a character. Whatever a line is made of, it stays one line: control characters other
 * than the tab are left out here too. Lives on the thread that writes.
 */
final class ContentLines {
    private static final int LONGEST = 75;
    private static final int REPLACEMENT = 0xFFFD;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int size;
    private int inLine;

    ContentLines(OutputStream out) {
        this.out = out;
    }

    /** Writes one line; the text has no line break, and gets none but by folding. */
    void write(CharSequence text) throws IOException {
        inLine = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            if (Character.isSurrogate((char) c)) {
                c = Character.codePointAt(text, i);
                if (Character.isSupplementaryCodePoint(c)) {
                    i++;
                } else {
                    c = REPLACEMENT;
                }
            }
            if (!isControl(c)) {
                character(c);
            }
        }
        end();
    }

    /** Whether a character may not stand in a content line (RFC 5545, 3.1, CONTROL). */
    static boolean isControl(int c) {
        return c < ' ' && c != '\t' || c == 0x7F;
    }

    private void character(int c) throws IOException {
        int octets = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        if (inLine + octets > LONGEST) {
            end();
            put(' ');
            inLine = 1;
        }
        inLine += octets;
        switch (octets) {
            case 1 -> put(c);
            case 2 -> {
                put(0xC0 | c >> 6);
                put(0x80 | c & 0x3F);
            }
            case 3 -> {
                put(0xE0 | c >> 12);
                put(0x80 | c >> 6 & 0x3F);
                put(0x80 | c & 0x3F);
            }
            default -> {
                put(0xF0 | c >> 18);
                put(0x80 | c >> 12 & 0x3F);
                put(0x80 | c >> 6 & 0x3F);
                put(0x80 | c & 0x3F);
            }
        }
    }

    private void end() throws IOException {
        put('\r');
        put('\n');
    }

    private void put(int octet) throws IOException {
        if (size == buffer.length) {
            drain();
        }
        buffer[size++] = (byte) octet;
    }

    private void drain() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    /** Hands over all that was written. */
    void flush() throws IOException {
        drain();
        out.flush();
    }
}
