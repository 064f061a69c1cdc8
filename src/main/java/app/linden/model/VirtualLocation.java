package app.linden.model;

import tools.jackson.databind.node.ObjectNode;

import java.util.SortedSet;

/**
 * A conference or chat (jscalendarbis 3.2.7).
 *
 * @param json the VirtualLocation object; never changed by anybody
 */
public record VirtualLocation(ObjectNode json) implements Part {
    public static VirtualLocation at(String uri) {
        return new VirtualLocation(Json.object().put("@type", "VirtualLocation").put("uri", uri));
    }

    public String uri() {
        return Parts.text(json, "uri");
    }

    public String name() {
        return Parts.text(json, "name");
    }

    public VirtualLocation withName(String name) {
        return new VirtualLocation(Parts.with(json, "name", name));
    }

    /** JSCalendar 1.0 only. */
    public String description() {
        return Parts.text(json, "description");
    }

    /** "audio", "chat", "feed", "moderator", "phone", "screen", "video". */
    public SortedSet<String> features() {
        return Parts.set(json.path("features"));
    }

    @Override
    public Kind kindOfPart() {
        return Kind.VIRTUAL_LOCATION;
    }
}
