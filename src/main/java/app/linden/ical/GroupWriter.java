package app.linden.ical;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** The properties of a calendar object, out of a Group (conversion draft, 3.3). */
final class GroupWriter {
    private static final String PRODUCT = "-//Linden//Linden//EN";
    private static final Set<String> KNOWN =
            Set.of(
                    "@type",
                    // What is written is of the version that the reader gives it.
                    "version",
                    "iCalendar",
                    "entries",
                    "prodId",
                    "uid",
                    "title",
                    "locale",
                    "updated",
                    "created",
                    "color",
                    "description",
                    "descriptionContentType",
                    "keywords",
                    "categories",
                    "links",
                    "source");

    private GroupWriter() {}

    /** Begins the calendar object; who writes the entries ends it. */
    static OutComponent begin(ContentLines lines, ObjectNode group, String method)
            throws IOException {
        OutComponent out = new OutComponent(lines, "VCALENDAR", group);
        out.add("VERSION", new Line("VERSION").text("2.0"));
        String product = group.path("prodId").asString("");
        Line prodId = out.line("PRODID", "prodId");
        out.add("PRODID", prodId.text(product.isBlank() ? PRODUCT : product));
        if (!method.isEmpty()) {
            out.add("METHOD", new Line("METHOD").text(method.toUpperCase(Locale.ROOT)));
        }
        text(out, group, "uid", "UID");
        title(out, group);
        stamp(out, group, "updated", "LAST-MODIFIED");
        stamp(out, group, "created", "CREATED");
        text(out, group, "color", "COLOR");
        TextWriter.description(out, group);
        TextWriter.keywords(out, group);
        TextWriter.concepts(out, group);
        JsonNode source = group.path("source");
        if (source.isString()) {
            Line line = out.line("SOURCE", "source").with("VALUE", "URI");
            out.add("SOURCE", line.raw(source.asString()));
        }
        LinkWriter.write(out, group);
        TextWriter.others(out, group, KNOWN);
        out.endOfProperties();
        return out;
    }

    private static void title(OutComponent out, ObjectNode group) throws IOException {
        JsonNode locale = group.path("locale");
        JsonNode title = group.path("title");
        if (!title.isString()) {
            out.rest(locale, "locale");
            return;
        }
        if (!out.wasConverted("title", "X-WR-CALNAME")) {
            Line line = out.line("NAME", "title");
            line.with("LANGUAGE", locale.isString() ? locale.asString() : null);
            out.add("NAME", line.text(title.asString()));
        } else {
            Line line = out.line("X-WR-CALNAME", "title");
            out.add("X-WR-CALNAME", line.text(title.asString()));
        }
    }

    private static void text(OutComponent out, ObjectNode group, String property, String name)
            throws IOException {
        JsonNode value = group.path(property);
        if (value.isString() && !value.asString().isEmpty()) {
            out.add(name, out.line(name, property).text(value.asString()));
        }
    }

    private static void stamp(OutComponent out, ObjectNode group, String property, String name)
            throws IOException {
        String at = TimeForm.utc(group.path(property).asString(""));
        if (!at.isEmpty()) {
            out.add(name, out.line(name, property).raw(at));
        }
    }
}
