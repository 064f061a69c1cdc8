package app.linden.ical;

import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** ATTENDEE and ORGANIZER as participants (conversion draft, 2.3.4 and 2.3.29). */
final class People {
    private static final Map<String, String> ROLES =
            Map.of(
                    "chair", "chair",
                    "req-participant", "required",
                    "opt-participant", "optional",
                    "non-participant", "informational",
                    "owner", "owner");
    private static final Map<String, String> KINDS =
            Map.of(
                    "individual", "individual",
                    "group", "group",
                    "resource", "resource",
                    "room", "location");
    private static final Set<String> ANSWERS =
            Set.of("needs-action", "accepted", "declined", "tentative", "delegated");

    private People() {}

    static void read(Component vevent, ObjectNode json, Set<String> used) {
        boolean owned = false;
        for (Property p : vevent.all("ATTENDEE")) {
            used.add("ATTENDEE");
            if (!p.value().isBlank()) {
                attendee(p, participant(json, p));
                owned |= p.says("ROLE", "OWNER");
            }
        }
        Property organizer = vevent.first("ORGANIZER");
        if (organizer == null || organizer.value().isBlank()) {
            return;
        }
        used.add("ORGANIZER");
        json.put("organizerCalendarAddress", address(organizer.value()));
        if (!owned || organizer.parameter("CN") != null || organizer.parameter("EMAIL") != null) {
            ObjectNode owner = participant(json, organizer);
            put(owner, "name", organizer.parameter("CN"));
            put(owner, "email", organizer.parameter("EMAIL"));
            sentBy(owner, organizer);
            roles(owner).put("owner", true);
        }
    }

    private static void attendee(Property p, ObjectNode participant) {
        put(participant, "name", p.parameter("CN"));
        put(participant, "email", p.parameter("EMAIL"));
        String kind = KINDS.get(word(p, "CUTYPE"));
        put(participant, "kind", kind == null ? "" : kind);
        String answer = word(p, "PARTSTAT");
        put(participant, "participationStatus", ANSWERS.contains(answer) ? answer : "");
        if (p.says("RSVP", "TRUE") || p.says("RSVP", "YES")) {
            participant.put("expectReply", true);
        }
        String role = ROLES.get(word(p, "ROLE"));
        if (role != null) {
            roles(participant).put(role, true);
        }
        sentBy(participant, p);
        others(participant, "delegatedTo", p, "DELEGATED-TO");
        others(participant, "delegatedFrom", p, "DELEGATED-FROM");
        others(participant, "memberOf", p, "MEMBER");
    }

    private static void sentBy(ObjectNode participant, Property p) {
        String by = p.parameter("SENT-BY");
        put(participant, "sentBy", by == null || by.isBlank() ? "" : address(by));
    }

    private static void others(
            ObjectNode participant, String property, Property p, String parameter) {
        for (String other : p.parameters().getOrDefault(parameter, java.util.List.of())) {
            if (!other.isBlank()) {
                ObjectNode set =
                        participant.path(property) instanceof ObjectNode o
                                ? o
                                : participant.putObject(property);
                set.put(Keys.of(address(other)), true);
            }
        }
    }

    private static ObjectNode participant(ObjectNode json, Property p) {
        String address = address(p.value());
        ObjectNode all =
                json.path("participants") instanceof ObjectNode o
                        ? o
                        : json.putObject("participants");
        String key = Keys.of(address);
        return all.path(key) instanceof ObjectNode o
                ? o
                : all.putObject(key).put("@type", "Participant").put("calendarAddress", address);
    }

    private static ObjectNode roles(ObjectNode participant) {
        return participant.path("roles") instanceof ObjectNode o
                ? o
                : participant.putObject("roles");
    }

    /** With the scheme in lower case, so that one person is one participant. */
    private static String address(String value) {
        String address = value.strip();
        int colon = address.indexOf(':');
        if (colon > 0) {
            return address.substring(0, colon).toLowerCase(Locale.ROOT) + address.substring(colon);
        }
        return address.contains("@") ? "mailto:" + address : address;
    }

    private static String word(Property p, String parameter) {
        String value = p.parameter(parameter);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    private static void put(
            ObjectNode object, String property, @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isBlank()) {
            object.put(property, value);
        }
    }
}
