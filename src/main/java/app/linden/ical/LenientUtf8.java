package app.linden.ical;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 in which a byte that cannot be UTF-8 is taken as Windows-1252: old programs wrote that, and
 * a file glued together from several may hold both.
 */
final class LenientUtf8 extends Reader {
    private static final Charset OLD = Charset.forName("windows-1252");

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private boolean atEnd;

    LenientUtf8(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        if (length < 2) {
            // A surrogate pair needs two.
            throw new IllegalArgumentException("at least two characters at a time");
        }
        CharBuffer chars = CharBuffer.wrap(to, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, atEnd);
            if (result.isError() && chars.hasRemaining()) {
                chars.put(OLD.decode(ByteBuffer.wrap(new byte[] {bytes.get()})));
            } else if (chars.position() > 0) {
                return chars.position();
            } else if (atEnd && !bytes.hasRemaining()) {
                return -1;
            } else {
                fill();
            }
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        atEnd = n < 0;
        bytes.position(bytes.position() + Math.max(n, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
