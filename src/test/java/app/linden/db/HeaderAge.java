package app.linden.db;

import org.h2.mvstore.DataUtils;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a plain H2 file older than it is, so that H2 writes again into space that it keeps unused
 * for 45 seconds.
 */
public final class HeaderAge {
    /** The two copies of the header, which say when the file was made. */
    public static final int HEADERS = 8192;

    private static final int HEADER = 4096;
    private static final Pattern CREATED = Pattern.compile("created:([0-9a-f]+)");

    private HeaderAge() {}

    /** What the first {@value #HEADERS} bytes of a file are when it was made so much earlier. */
    public static byte[] older(byte[] headers, long millis) {
        byte[] changed = headers.clone();
        for (int at = 0; at <= HEADER; at += HEADER) {
            String text = new String(headers, at, HEADER, StandardCharsets.ISO_8859_1);
            int end = text.indexOf(",fletcher:");
            if (end < 0) {
                continue;
            }
            String said = text.substring(0, end);
            Matcher created = CREATED.matcher(said);
            if (!created.find()) {
                continue;
            }
            long then = Long.parseLong(created.group(1), 16) - millis;
            byte[] older = bytes(created.replaceFirst("created:" + Long.toHexString(then)));
            int sum = DataUtils.getFletcher32(older, 0, older.length);
            Arrays.fill(changed, at, at + text.indexOf('\n') + 1, (byte) 0);
            System.arraycopy(older, 0, changed, at, older.length);
            byte[] rest = bytes(",fletcher:" + Integer.toHexString(sum) + "\n");
            System.arraycopy(rest, 0, changed, at + older.length, rest.length);
        }
        return changed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
