package app.linden.calendar.care;

import java.nio.charset.StandardCharsets;

/**
 * One file of a report of a fault.
 *
 * @param name of the file inside the archive
 */
public record Piece(String name, byte[] content) {
    static Piece of(String name, String text) {
        return new Piece(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public int size() {
        return content.length;
    }

    /** As a person can read it; of what is no text only its size. */
    public String text() {
        return name.endsWith(".jfr")
                ? size() + " bytes"
                : new String(content, StandardCharsets.UTF_8);
    }
}
