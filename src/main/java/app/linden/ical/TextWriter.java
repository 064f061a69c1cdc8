package app.linden.ical;

import app.linden.model.Pointers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Descriptions, keywords, categories and relations, which events have in common with calendars,
 * participants or alerts (conversion draft, 2.3.6, 2.3.9, 2.3.13, 2.3.35, 2.3.41 read backwards).
 */
final class TextWriter {
    private TextWriter() {}

    /** Whether the reader would find nothing in it as the value of a property. */
    static boolean isBlank(String text) {
        return text.chars()
                .allMatch(c ->
                        c != '\n'
                                && c != '\r'
                                && (Character.isWhitespace(c) || ContentLines.isControl(c)));
    }

    static void description(OutComponent out, ObjectNode json) throws IOException {
        JsonNode description = json.path("description");
        String type = json.path("descriptionContentType").asString("text/plain");
        if (isBlank(description.asString(""))) {
            out.rest(description, "description");
            out.rest(json.path("descriptionContentType"), "descriptionContentType");
            return;
        }
        String text = description.asString();
        boolean plain = type.equalsIgnoreCase("text/plain");
        if (plain && !out.wasConverted("description", "STYLED-DESCRIPTION")) {
            out.add("DESCRIPTION", out.line("DESCRIPTION", "description").text(text));
            return;
        }
        Line line = out.line("STYLED-DESCRIPTION", "description").with("VALUE", "TEXT");
        line.with("FMTTYPE", json.has("descriptionContentType") ? type : null);
        out.add("STYLED-DESCRIPTION", line.text(text));
    }

    static void keywords(OutComponent out, ObjectNode json) throws IOException {
        List<String> keywords = new ArrayList<>();
        for (String keyword : members(out, json, "keywords")) {
            String path = "keywords/" + Pointers.escape(keyword);
            if (out.wasConverted(path, "CATEGORIES")) {
                out.add("CATEGORIES", out.line("CATEGORIES", path).text(keyword));
            } else {
                keywords.add(keyword);
            }
        }
        if (!keywords.isEmpty()) {
            out.add("CATEGORIES", out.line("CATEGORIES", "keywords").texts(keywords));
        }
    }

    static void concepts(OutComponent out, ObjectNode json) throws IOException {
        for (String uri : members(out, json, "categories")) {
            String path = "categories/" + Pointers.escape(uri);
            out.add("CONCEPT", out.line("CONCEPT", path, "categories").raw(uri));
        }
    }

    /** The members of a set, in order; what is no set becomes JSPROP. */
    static List<String> members(OutComponent out, ObjectNode json, String property) {
        JsonNode set = json.path(property);
        List<String> members = new ArrayList<>(set.size());
        for (Map.Entry<String, JsonNode> e : set.properties()) {
            if (e.getValue().asBoolean(false)) {
                members.add(e.getKey());
                out.made(property);
            } else {
                out.rest(e.getValue(), property, e.getKey());
            }
        }
        if (!set.isObject()) {
            out.rest(set, property);
        }
        return members;
    }

    /**
     * RELATED-TO of the first relation; RELTYPE can only hold one, so more of them become JSPROP.
     *
     * @param value the UID that is written
     * @param key the name of the relation in {@code relatedTo}
     */
    static void relation(OutComponent out, String value, String key, JsonNode relation)
            throws IOException {
        Line line = out.line("RELATED-TO", "relatedTo/" + Pointers.escape(key));
        boolean said = false;
        out.made("relatedTo", key);
        for (Map.Entry<String, JsonNode> e : relation.path("relation").properties()) {
            boolean lower = e.getKey().equals(e.getKey().toLowerCase(Locale.ROOT));
            if (!said && lower && e.getValue().asBoolean(false)) {
                line.with("RELTYPE", e.getKey().toUpperCase(Locale.ROOT));
                said = true;
                out.made("relatedTo", key, "relation");
            } else {
                out.rest(e.getValue(), "relatedTo", key, "relation", e.getKey());
            }
        }
        others(out, relation, java.util.Set.of("@type", "relation"), "relatedTo", key);
        out.add("RELATED-TO", line.text(value));
    }

    /**
     * Writes the members of an object that iCalendar has no place for.
     *
     * @return whether there were any
     */
    static boolean others(
            OutComponent out, JsonNode object, java.util.Set<String> known, String... names) {
        boolean any = false;
        for (Map.Entry<String, JsonNode> e : object.properties()) {
            if (!known.contains(e.getKey())) {
                String[] path = java.util.Arrays.copyOf(names, names.length + 1);
                path[names.length] = e.getKey();
                out.rest(e.getValue(), path);
                any = true;
            }
        }
        return any;
    }
}
