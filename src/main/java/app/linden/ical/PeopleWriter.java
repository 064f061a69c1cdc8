package app.linden.ical;

import app.linden.ical.EventWriter.PartWriter;
import app.linden.model.Pointers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Participants as ORGANIZER, ATTENDEE and PARTICIPANT (conversion draft, 3.6), each by what can
 * hold it.
 */
final class PeopleWriter {
    private static final Map<String, String> ROLES =
            Map.of(
                    "chair", "CHAIR",
                    "required", "REQ-PARTICIPANT",
                    "optional", "OPT-PARTICIPANT",
                    "informational", "NON-PARTICIPANT",
                    "owner", "OWNER");
    private static final List<String> ROLE_FIRST =
            List.of("chair", "optional", "informational", "required", "owner");
    private static final Map<String, String> KINDS =
            Map.of(
                    "individual", "INDIVIDUAL",
                    "group", "GROUP",
                    "resource", "RESOURCE",
                    "location", "ROOM");
    private static final Set<String> ANSWERS =
            Set.of("needs-action", "accepted", "declined", "tentative", "delegated");
    private static final Set<String> PROGRESS = Set.of("completed", "in-process", "failed");
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");
    private static final Set<String> OF_ORGANIZER =
            Set.of("@type", "calendarAddress", "name", "email", "sentBy", "roles");
    private static final List<String> LISTS = List.of("delegatedTo", "delegatedFrom", "memberOf");
    private static final List<String> LIST_PARAMETERS =
            List.of("DELEGATED-TO", "DELEGATED-FROM", "MEMBER");

    private final OutComponent out;
    private final List<PartWriter> parts;
    private final JsonNode participants;
    private final String organizer;
    private final boolean isTask;

    private PeopleWriter(OutComponent out, ObjectNode json, List<PartWriter> parts) {
        this.out = out;
        this.parts = parts;
        this.participants = json.path("participants");
        this.isTask = json.path("@type").asString("").equals("Task");
        this.organizer = json.path("organizerCalendarAddress").asString("");
    }

    static void write(OutComponent out, ObjectNode json, List<PartWriter> parts)
            throws IOException {
        new PeopleWriter(out, json, parts).write(json);
    }

    private void write(ObjectNode json) throws IOException {
        JsonNode sentBy = json.path("sentBy");
        boolean found = false;
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, JsonNode> e : participants.properties()) {
            if (!(e.getValue() instanceof ObjectNode person)) {
                out.rest(e.getValue(), "participants", e.getKey());
                continue;
            }
            String address = person.path("calendarAddress").asString("");
            if (!address.isEmpty() && !seen.add(address)) {
                // One address is one participant in iCalendar.
                out.rest(person, "participants", e.getKey());
                continue;
            }
            boolean organizes = !found && !organizer.isEmpty() && address.equals(organizer);
            out.made("participants", e.getKey());
            if (organizes) {
                found = true;
                organizer(e.getKey(), person, sentBy);
            }
            boolean isAttendee =
                    !address.isEmpty()
                            && !isConverted(person)
                            && !(organizes && isAllOrganizer(person) && !wasAttendee(e.getKey()));
            Set<String> more = new HashSet<>(person.propertyNames());
            more.removeAll(ofAttendee(person));
            boolean isComponent =
                    address.isEmpty()
                            || isConverted(person)
                            || more.stream().anyMatch(PeopleWriter::isOfComponent);
            if (isAttendee) {
                attendee(e.getKey(), person, address, organizes, isComponent);
            }
            if (isComponent) {
                parts.add(new ParticipantWriter(e.getKey(), person, isAttendee)::write);
            }
        }
        if (!found && !organizer.isEmpty()) {
            Line line = out.line("ORGANIZER", "organizerCalendarAddress");
            LinkWriter.text(line, "SENT-BY", mailto(sentBy));
            out.add("ORGANIZER", line.raw(organizer));
        } else if (!found) {
            out.rest(sentBy, "sentBy");
        }
    }

    private static boolean isConverted(ObjectNode person) {
        return person.path("iCalendar")
                .path("convertedProperties")
                .path("calendarAddress")
                .path("name")
                .asString("")
                .equals("calendar-address");
    }

    private static boolean isOfComponent(String property) {
        return Set.of("description", "descriptionContentType", "links", "percentComplete")
                        .contains(property)
                || property.equals("iCalendar");
    }

    /** Whether a participant came from an ATTENDEE, besides an ORGANIZER of that address. */
    private boolean wasAttendee(String key) {
        String path = "participants/" + Pointers.escape(key) + "/calendarAddress";
        return out.wasConverted(path, "ATTENDEE");
    }

    /** Whether ORGANIZER says it all (3.6, first remark). */
    private static boolean isAllOrganizer(ObjectNode person) {
        return OF_ORGANIZER.containsAll(person.propertyNames())
                && person.path("roles").properties().stream()
                        .allMatch(r -> r.getKey().equals("owner"));
    }

    private void organizer(String key, ObjectNode person, JsonNode sentBy) throws IOException {
        Line line = out.line("ORGANIZER", "organizerCalendarAddress");
        own(line, "organizerCalendarAddress", "CN", person.path("name"));
        own(line, "organizerCalendarAddress", "EMAIL", person.path("email"));
        boolean own = sentBy.isString() || wasAttendee(key);
        LinkWriter.text(line, "SENT-BY", mailto(own ? sentBy : person.path("sentBy")));
        LinkWriter.jsid(line, key, false, organizer);
        out.add("ORGANIZER", line.raw(organizer));
    }

    /** A parameter of its own, where ORGANIZER and ATTENDEE said different things of a person. */
    private void own(Line line, String path, String parameter, JsonNode value) {
        String own = out.kept(path, parameter.toLowerCase(Locale.ROOT));
        if (own == null) {
            LinkWriter.text(line, parameter, value);
        } else if (own.isEmpty()) {
            line.without(parameter);
        } else {
            line.with(parameter, own);
        }
    }

    /** Whether PARTSTAT says how far a task is, which means that it was accepted (2.3.4). */
    private boolean isDoing(ObjectNode person) {
        return isTask
                && person.path("participationStatus").asString("").equals("accepted")
                && PROGRESS.contains(person.path("progress").asString(""));
    }

    private Set<String> ofAttendee(ObjectNode person) {
        Set<String> known = new HashSet<>(OF_ORGANIZER);
        known.add("expectReply");
        known.addAll(LISTS);
        if (KINDS.containsKey(person.path("kind").asString(""))) {
            known.add("kind");
        }
        if (ANSWERS.contains(person.path("participationStatus").asString(""))) {
            known.add("participationStatus");
        }
        if (isDoing(person)) {
            known.add("progress");
        }
        return known;
    }

    private void attendee(
            String key, ObjectNode person, String address, boolean organizes, boolean isComponent)
            throws IOException {
        String path = "participants/" + Pointers.escape(key);
        Line line = out.line("ATTENDEE", path, path + "/calendarAddress");
        own(line, path + "/calendarAddress", "CN", person.path("name"));
        LinkWriter.text(line, "CUTYPE", word(KINDS.get(person.path("kind").asString(""))));
        own(line, path + "/calendarAddress", "EMAIL", person.path("email"));
        String answer = person.path("participationStatus").asString("");
        String progress = person.path("progress").asString("");
        if (isDoing(person)) {
            line.with("PARTSTAT", progress.toUpperCase(Locale.ROOT));
        } else if (ANSWERS.contains(answer)) {
            line.with("PARTSTAT", answer.toUpperCase(Locale.ROOT));
        }
        Set<String> known = ofAttendee(person);
        if (isComponent) {
            known.addAll(ParticipantWriter.OWN);
        }
        boolean others = roles(line, key, person, organizes);
        others |= TextWriter.others(out, person, known, "participants", key);
        if (person.path("expectReply").isBoolean()) {
            line.with("RSVP", person.path("expectReply").asBoolean() ? "TRUE" : "FALSE");
        }
        LinkWriter.text(line, "SENT-BY", mailto(person.path("sentBy")));
        for (int i = 0; i < LISTS.size(); i++) {
            line.with(LIST_PARAMETERS.get(i), addresses(person.path(LISTS.get(i))));
        }
        LinkWriter.jsid(line, key, others, address);
        out.add("ATTENDEE", line.raw(address));
    }

    /** The mailbox of JSCalendar as the address that SENT-BY has (RFC 5545, 3.2.18). */
    private static JsonNode mailto(JsonNode mailbox) {
        String address = mailbox.asString("");
        boolean bare = address.contains("@") && !SCHEME.matcher(address).lookingAt();
        return bare ? app.linden.model.Json.text("mailto:" + address) : mailbox;
    }

    private static JsonNode word(@org.jspecify.annotations.Nullable String word) {
        return app.linden.model.Json.text(word == null ? "" : word);
    }

    /** ROLE holds one; the others become JSPROP. Of the organizer, ORGANIZER says that it owns. */
    private boolean roles(Line line, String key, ObjectNode person, boolean organizes) {
        JsonNode roles = person.path("roles");
        String first = "";
        for (String role : ROLE_FIRST) {
            boolean said = role.equals("owner") && organizes;
            if (first.isEmpty() && roles.path(role).asBoolean(false) && !said) {
                first = role;
                line.with("ROLE", ROLES.get(role));
                out.made("participants", key, "roles");
            }
        }
        if (organizes
                && first.isEmpty()
                && roles.propertyNames().stream().anyMatch(r -> !r.equals("owner"))) {
            // So that there are roles for the reader to add to.
            line.with("ROLE", ROLES.get("owner"));
            out.made("participants", key, "roles");
        }
        boolean others = false;
        for (Map.Entry<String, JsonNode> e : roles.properties()) {
            boolean said = e.getKey().equals("owner") && organizes;
            if (!e.getKey().equals(first) && !said) {
                out.rest(e.getValue(), "participants", key, "roles", e.getKey());
                others = true;
            }
        }
        return others;
    }

    /** The keys of other participants as their addresses; an unknown key stands for itself. */
    private List<String> addresses(JsonNode set) {
        List<String> addresses = new ArrayList<>();
        for (Map.Entry<String, JsonNode> e : set.properties()) {
            if (e.getValue().asBoolean(false)) {
                JsonNode address = participants.path(e.getKey()).path("calendarAddress");
                addresses.add(address.asString(e.getKey()));
            }
        }
        return addresses;
    }
}
