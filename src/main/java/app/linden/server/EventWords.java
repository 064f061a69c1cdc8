package app.linden.server;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/**
 * The texts of an event and of its changed occurrences, in lower case, one a line.
 *
 * @param title the titles
 * @param all titles, descriptions, and names of places and people
 */
record EventWords(String title, String all) {
    private static final int LONGEST = 200_000;

    static EventWords of(ObjectNode event) {
        StringBuilder titles = new StringBuilder();
        StringBuilder all = new StringBuilder();
        collect(event, titles, all);
        event.path("recurrenceOverrides").forEach(o -> collect(o, titles, all));
        return new EventWords(lower(titles), lower(titles.append(all)));
    }

    private static void collect(JsonNode object, StringBuilder titles, StringBuilder all) {
        for (var p : object.properties()) {
            switch (p.getKey().replaceAll("/.*", "")) {
                case "title" -> add(titles, p.getValue());
                case "description", "locations", "participants", "virtualLocations" ->
                        texts(all, p.getValue());
                default -> {
                    // Not a text that a person looks for.
                }
            }
        }
    }

    private static void texts(StringBuilder all, JsonNode value) {
        if (value.isString()) {
            add(all, value);
        }
        for (var p : value.properties()) {
            if (p.getValue().isObject()) {
                texts(all, p.getValue());
            } else if (!p.getKey().startsWith("@")) {
                add(all, p.getValue());
            }
        }
    }

    private static void add(StringBuilder texts, JsonNode value) {
        if (value.isString() && texts.length() < LONGEST) {
            texts.append(value.asString()).append('\n');
        }
    }

    private static String lower(StringBuilder texts) {
        String text = texts.substring(0, Math.min(texts.length(), LONGEST));
        return text.toLowerCase(Locale.ROOT);
    }
}
