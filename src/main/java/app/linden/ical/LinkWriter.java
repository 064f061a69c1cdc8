package app.linden.ical;

import app.linden.model.Pointers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links as ATTACH, IMAGE, URL or LINK, and virtual locations as CONFERENCE (draft, 3.4, 3.7). */
final class LinkWriter {
    private static final Pattern DATA =
            Pattern.compile("data:([^;,]*);base64,([A-Za-z0-9+/]*={0,2})");

    private LinkWriter() {}

    static void write(OutComponent out, ObjectNode json) throws IOException {
        for (Map.Entry<String, JsonNode> e : json.path("links").properties()) {
            String href = e.getValue().path("href").asString("");
            if (href.isEmpty()) {
                out.rest(e.getValue(), "links", e.getKey());
            } else {
                link(out, e.getKey(), e.getValue(), href);
            }
        }
        for (Map.Entry<String, JsonNode> e : json.path("virtualLocations").properties()) {
            String uri = e.getValue().path("uri").asString("");
            if (uri.isEmpty()) {
                out.rest(e.getValue(), "virtualLocations", e.getKey());
            } else {
                room(out, e.getKey(), e.getValue(), uri);
            }
        }
    }

    private static void link(OutComponent out, String key, JsonNode link, String href)
            throws IOException {
        String rel = link.path("rel").asString("");
        boolean asLink = out.wasConverted("links/" + Pointers.escape(key) + "/href", "LINK");
        String name =
                switch (asLink ? "" : rel) {
                    case "enclosure" -> "ATTACH";
                    case "icon" -> "IMAGE";
                    case "describedby" -> out.has("URL") ? "LINK" : "URL";
                    default -> "LINK";
                };
        String path = "links/" + Pointers.escape(key);
        Line line = out.line(name, path, path + "/href");
        boolean isFile = name.equals("ATTACH") || name.equals("IMAGE");
        Set<String> known =
                switch (name) {
                    case "ATTACH" -> Set.of("@type", "href", "rel", "title", "contentType", "size");
                    case "IMAGE" ->
                            Set.of(
                                    "@type",
                                    "href",
                                    "rel",
                                    "title",
                                    "contentType",
                                    "size",
                                    "display");
                    case "URL" -> Set.of("@type", "href", "rel", "title");
                    default -> Set.of("@type", "href", "rel", "title", "contentType");
                };
        out.made("links", key);
        boolean others = TextWriter.others(out, link, known, "links", key);
        Matcher data = DATA.matcher(href);
        boolean binary = isFile && data.matches() && isOfType(link, data.group(1));
        String value = binary ? data.group(2) : href;
        jsid(line, key, others, value, href);
        text(line, isFile ? "FILENAME" : "LABEL", link.path("title"));
        if (!name.equals("URL")) {
            text(line, "FMTTYPE", link.path("contentType"));
        }
        if (name.equals("LINK")) {
            line.with("LINKREL", rel.isEmpty() ? null : rel).with("VALUE", "URI");
        }
        if (isFile && link.path("size").isIntegralNumber()) {
            line.with("SIZE", link.path("size").asString());
        }
        if (name.equals("IMAGE")) {
            line.with("DISPLAY", upper(link.path("display")));
        }
        if (binary) {
            line.with("VALUE", "BINARY").with("ENCODING", "BASE64");
        } else if (name.equals("IMAGE")) {
            line.with("VALUE", "URI");
        }
        out.add(name, line.raw(value));
    }

    private static boolean isOfType(JsonNode link, String type) {
        return type.equals(link.path("contentType").asString(""));
    }

    private static void room(OutComponent out, String key, JsonNode room, String uri)
            throws IOException {
        String path = "virtualLocations/" + Pointers.escape(key);
        out.made("virtualLocations", key);
        Line line = out.line("CONFERENCE", path, path + "/uri").with("VALUE", "URI");
        boolean others =
                TextWriter.others(
                        out,
                        room,
                        Set.of("@type", "uri", "name", "features"),
                        "virtualLocations",
                        key);
        jsid(line, key, others, uri);
        line.with("FEATURE", upper(room.path("features")));
        text(line, "LABEL", room.path("name"));
        out.add("CONFERENCE", line.raw(uri));
    }

    /** JSID, unless the reader finds the same key without it (draft, 2.1.3). */
    static void jsid(Line line, String key, boolean isPointedTo, String... values) {
        for (String value : values) {
            if (!isPointedTo && key.equals(Keys.of(value))) {
                return;
            }
        }
        line.with("JSID", key);
    }

    static void text(Line line, String parameter, JsonNode text) {
        if (text.isString() && !text.asString().isEmpty()) {
            line.with(parameter, text.asString());
        }
    }

    private static List<String> upper(JsonNode set) {
        List<String> words = new ArrayList<>();
        set.properties()
                .forEach(p -> {
                    if (p.getValue().asBoolean(false)) {
                        words.add(p.getKey().toUpperCase(Locale.ROOT));
                    }
                });
        return words;
    }
}
