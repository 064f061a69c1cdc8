package app.linden.ical;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a component says in words, by the rules that VEVENT, VTODO, VCALENDAR and PARTICIPANT share
 * (conversion draft, 2.3.6, 2.3.8, 2.3.9, 2.3.13, 2.3.35, 2.3.41 and others).
 */
final class Texts {
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,30}");
    private static final Set<String> LANGUAGE = Set.of("LANGUAGE");

    private final Component from;
    private final ObjectNode json;
    private final Kept kept;

    Texts(Component from, ObjectNode json, Kept kept) {
        this.from = from;
        this.json = json;
        this.kept = kept;
    }

    /** Whether there was such a text. */
    boolean text(String name, String property) {
        Property p = from.first(name);
        if (p == null || p.value().isBlank()) {
            return false;
        }
        json.put(property, p.text());
        kept.take(p, property);
        return true;
    }

    /** As {@link #text}, and its language is that of the whole. */
    boolean title(String name) {
        Property p = from.first(name);
        if (p == null || p.value().isBlank()) {
            return false;
        }
        json.put("title", p.text());
        Names.put(json, "locale", p.parameter("LANGUAGE"));
        kept.take(p, "title", LANGUAGE);
        return true;
    }

    /** The plain one of DESCRIPTION and STYLED-DESCRIPTION, unless it is derived from the other. */
    void descriptions() {
        for (Property p : from.all("DESCRIPTION")) {
            if (!json.has("description") && !p.isDerived() && !p.value().isBlank()) {
                json.put("description", p.text());
                kept.take(p, "description");
            }
        }
        for (Property p : from.all("STYLED-DESCRIPTION")) {
            String type = p.parameter("FMTTYPE");
            boolean isText =
                    (p.parameter("VALUE") == null || p.says("VALUE", "TEXT"))
                            && (type == null || type.toLowerCase(Locale.ROOT).startsWith("text/"));
            if (isText && !json.has("description") && !p.isDerived()) {
                json.put("description", p.text());
                Names.put(json, "descriptionContentType", type);
                kept.take(p, "description", Set.of("FMTTYPE"));
                if (type == null || type.equalsIgnoreCase("text/plain")) {
                    kept.note("description", p.name());
                }
            }
        }
    }

    /**
     * CATEGORIES and CONCEPT.
     *
     * @param old whether semicolons divide, as in vCalendar 1.0
     */
    void sets(boolean old) {
        for (Property p : from.properties) {
            boolean words = p.name().equals("CATEGORIES");
            if (p.value().isBlank() || !words && !p.name().equals("CONCEPT")) {
                continue;
            }
            String property = words ? "keywords" : "categories";
            List<String> values =
                    !words ? List.of(p.value()) : old ? List.of(p.text().split("[;,]")) : p.texts();
            values = values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
            JsonNode there = json.path(property);
            boolean plain = Kept.isSaid(p);
            if (values.stream()
                    .anyMatch(v ->
                            there.has(v) && !(plain && !kept.has(property + "/" + pointer(v))))) {
                // Parameters of two would get mixed up; this one stays as it is.
                continue;
            }
            values.forEach(value -> Names.child(json, property).put(value, true));
            if (plain || from.all(p.name()).size() == 1) {
                kept.take(p, property);
            } else {
                values.forEach(value -> kept.take(p, property + "/" + pointer(value)));
            }
        }
    }

    void color() {
        Property p = from.first("COLOR");
        if (p != null && COLOR.matcher(p.value().strip()).matches()) {
            json.put("color", p.value().strip());
            kept.take(p, "color");
        }
    }

    void relations() {
        for (Property p : from.all("RELATED-TO")) {
            String id = p.text().strip();
            if (!id.isEmpty() && !json.path("relatedTo").has(id)) {
                // RELTYPE can say one relation; a second to the same thing stays as it is.
                ObjectNode all = Names.child(json, "relatedTo");
                relation(p, all, id);
                kept.take(p, "relatedTo/" + pointer(id), Set.of("RELTYPE"));
            }
        }
    }

    /** Adds what a RELATED-TO says about the thing of that id. */
    static void relation(Property p, ObjectNode all, String id) {
        ObjectNode relation = Names.child(all, id).put("@type", "Relation");
        for (String type : p.parameters().getOrDefault("RELTYPE", List.of())) {
            Names.child(relation, "relation").put(type.toLowerCase(Locale.ROOT), true);
        }
    }

    /** A word of the standard by its name in JSCalendar; others stay as they are. */
    void word(String name, String property, Map<String, String> words) {
        Property p = from.first(name);
        String word = p == null ? null : words.get(p.word());
        if (p != null && word != null) {
            json.put(property, word);
            kept.take(p, property);
        }
    }

    void number(String name, String property, int most) {
        Property p = from.first(name);
        if (p != null && p.word().matches("\\d{1,10}") && Long.parseLong(p.word()) <= most) {
            json.put(property, Integer.parseInt(p.word()));
            kept.take(p, property);
        }
    }

    /** One step of a JSON pointer. */
    static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
