package app.linden.ical;

import app.linden.model.Json;

import tools.jackson.databind.node.ObjectNode;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The text of a Group that is written as its entries come; its own members follow them. */
final class GroupText {
    private final Writer out;
    private boolean hasEntries;

    GroupText(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    void entry(ObjectNode entry) {
        write(hasEntries ? ",\n" : "{\"entries\":[\n");
        hasEntries = true;
        write(Json.write(entry));
    }

    /**
     * Ends the text.
     *
     * @param group without entries, never empty
     */
    void end(ObjectNode group) {
        String members = Json.write(group);
        write(hasEntries ? "\n]," + members.substring(1) : members);
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
