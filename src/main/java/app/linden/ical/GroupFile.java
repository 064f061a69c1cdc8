package app.linden.ical;

import app.linden.base.Problem;
import app.linden.ical.CalendarFile.Unwritten;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A JSCalendar Group as text (jscalendarbis, 4.3), or a single Event or Task, of which one entry at
 * a time is made a tree. Runs on the calling thread.
 */
public final class GroupFile {
    private static final int LARGEST = 500_000_000;

    private final byte[] text;
    private final ObjectNode head = Json.object();
    private final List<Unwritten> strange = new ArrayList<>();
    private boolean isGroup;

    private GroupFile(byte[] text) {
        this.text = text;
    }

    /**
     * Writes a Group, Event or Task as iCalendar; closes neither stream. Nothing is written before
     * the whole text was seen to be JSON.
     *
     * @return the entries that were left out, each with its reason
     * @throws Problem BAD_INPUT when the text is larger than 500 MB, no JSON or no JSCalendar;
     *     STORAGE when a stream fails
     */
    public static List<Unwritten> convert(InputStream in, OutputStream out) {
        try {
            byte[] text = in.readNBytes(LARGEST + 1);
            if (text.length > LARGEST) {
                throw new Problem(
                        Problem.Kind.BAD_INPUT,
                        "The file is larger than 500 MB, which is more than Linden reads at once.");
            }
            GroupFile file = new GroupFile(text);
            file.look();
            List<Unwritten> unwritten = new ArrayList<>(file.strange);
            ObjectNode group = file.isGroup ? file.head : Json.object();
            unwritten.addAll(CalendarFile.write(out, group, file::entries));
            return unwritten;
        } catch (JacksonException e) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "This is not valid JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE, "The file could not be read: " + e.getMessage(), e);
        }
    }

    /** Reads all but the entries, and sees whether those are what they should be. */
    private void look() {
        try (JsonParser parser = Json.parser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw noGroup();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("entries") && value == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        entry(parser);
                    }
                } else {
                    head.set(name, Json.next(parser));
                }
            }
            if (parser.nextToken() != null) {
                throw new Problem(
                        Problem.Kind.BAD_INPUT, "This is not valid JSON: more follows its end.");
            }
        }
        isGroup = head.path("@type").asString("").equals("Group");
        if (!isGroup && !isEntry(head)) {
            throw noGroup();
        }
    }

    private void entry(JsonParser parser) {
        if (!isEntry(Json.next(parser))) {
            strange.add(new Unwritten("", "An entry was left out: it is no Event and no Task."));
        }
    }

    private static Problem noGroup() {
        return new Problem(
                Problem.Kind.BAD_INPUT, "This is JSON, but no Group, Event or Task of JSCalendar.");
    }

    private static boolean isEntry(JsonNode json) {
        String type = json.path("@type").asString("");
        return type.equals("Event") || type.equals("Task");
    }

    private Iterator<ObjectNode> entries() {
        return isGroup ? new Entries() : List.of(head).iterator();
    }

    /** Goes through the entries of the text. */
    private final class Entries implements Iterator<ObjectNode> {
        private final JsonParser parser = Json.parser(text);
        private boolean inside;
        private @Nullable ObjectNode next;

        Entries() {
            parser.nextToken();
            while (!inside && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean entries = parser.currentName().equals("entries");
                inside = parser.nextToken() == JsonToken.START_ARRAY && entries;
                if (!inside) {
                    parser.skipChildren();
                }
            }
            next = read();
        }

        private @Nullable ObjectNode read() {
            while (inside && parser.nextToken() != JsonToken.END_ARRAY) {
                JsonNode entry = Json.next(parser);
                if (entry instanceof ObjectNode object && isEntry(object)) {
                    return object;
                }
            }
            inside = false;
            parser.close();
            return null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public ObjectNode next() {
            ObjectNode entry = next;
            if (entry == null) {
                throw new NoSuchElementException();
            }
            next = read();
            return entry;
        }
    }
}
