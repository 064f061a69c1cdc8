package app.linden.ical;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.Set;

/**
 * A participant as PARTICIPANT (RFC 9073, 7.1): what ATTENDEE has no parameter for, or all of one
 * without an address.
 */
record ParticipantWriter(String key, ObjectNode person, boolean isAttendee) {
    /** What only this component holds. */
    static final Set<String> OWN =
            Set.of(
                    "iCalendar",
                    "description",
                    "descriptionContentType",
                    "links",
                    "percentComplete");

    void write(ContentLines lines) throws IOException {
        OutComponent out = new OutComponent(lines, "PARTICIPANT", person);
        String address = person.path("calendarAddress").asString("");
        boolean isKeyOfAddress = !address.isEmpty() && (isAttendee || key.equals(Keys.of(address)));
        if (!out.keeps("UID")) {
            out.add("UID", new Line("UID").text(key));
        }
        if (!isKeyOfAddress && out.keeps("UID") && !out.keptText("UID").equals(key)) {
            out.add("JSID", new Line("JSID").text(key));
        }
        if (!address.isEmpty()) {
            Line line = out.line("CALENDAR-ADDRESS", "calendarAddress");
            out.add("CALENDAR-ADDRESS", line.raw(address));
        }
        if (!isAttendee && person.path("name").isString()) {
            out.add("SUMMARY", out.line("SUMMARY", "name").text(person.path("name").asString()));
        }
        TextWriter.description(out, person);
        LinkWriter.write(out, person);
        if (person.path("percentComplete").isInt()) {
            Line line = out.line("PERCENT-COMPLETE", "percentComplete");
            out.add("PERCENT-COMPLETE", line.raw(person.path("percentComplete").asString()));
        }
        if (!isAttendee) {
            TextWriter.others(
                    out,
                    person,
                    Set.of(
                            "@type",
                            "calendarAddress",
                            "name",
                            "iCalendar",
                            "description",
                            "descriptionContentType",
                            "links",
                            "percentComplete"));
        }
        out.endOfProperties();
        out.end();
    }
}
