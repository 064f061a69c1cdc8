package app.linden.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.SortedSet;

/**
 * Something elsewhere that belongs to an event (jscalendarbis 1.5.11); an attachment may be a blob
 * of the account in place of an address (jmap-calendars 5.3).
 *
 * @param json the Link object; never changed by anybody
 */
public record Link(ObjectNode json) implements Part {
    public static Link to(String href) {
        return new Link(Json.object().put("@type", "Link").put("href", href));
    }

    /** A file to download. */
    public static Link attachment(String href, String title, String contentType) {
        ObjectNode json = to(href).json().put("rel", "enclosure");
        if (!title.isEmpty()) {
            json.put("title", title);
        }
        if (!contentType.isEmpty()) {
            json.put("contentType", contentType);
        }
        return new Link(json);
    }

    /** The address, a "data:" one perhaps; empty for a blob. */
    public String href() {
        return Parts.text(json, "href");
    }

    public @Nullable String blobId() {
        String id = Parts.text(json, "blobId");
        return id.isEmpty() ? null : id;
    }

    public String contentType() {
        return Parts.text(json, "contentType");
    }

    /** In octets, -1 when unknown. */
    public long size() {
        JsonNode size = json.path("size");
        return size.isIntegralNumber() && size.canConvertToLong() ? size.asLong() : -1;
    }

    public String rel() {
        return Parts.text(json, "rel");
    }

    public boolean isAttachment() {
        return rel().equals("enclosure");
    }

    /** What an image is for: "badge", "graphic", "fullsize", "thumbnail"; 1.0 has one as text. */
    public SortedSet<String> display() {
        JsonNode display = json.path("display");
        return display.isString()
                ? Parts.set(Json.object().put(display.asString(), true))
                : Parts.set(display);
    }

    public String title() {
        return Parts.text(json, "title");
    }

    @Override
    public Kind kindOfPart() {
        return Kind.LINK;
    }
}
