package app.linden.ical;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * ATTENDEE, ORGANIZER and PARTICIPANT as participants (conversion draft, 2.2.1, 2.3.4, 2.3.5,
 * 2.3.29). One address is one participant.
 */
final class People {
    private static final Map<String, String> KINDS =
            Map.of(
                    "individual", "individual",
                    "group", "group",
                    "resource", "resource",
                    "room", "location");
    private static final Set<String> ANSWERS =
            Set.of("needs-action", "accepted", "declined", "tentative", "delegated");
    private static final Set<String> PROGRESS = Set.of("completed", "in-process", "failed");
    private static final Set<String> USUAL =
            Set.of("CN", "DELEGATED-FROM", "DELEGATED-TO", "EMAIL", "MEMBER", "SENT-BY");
    private static final String MAILTO = "mailto:";
    private static final Set<String> OF_ORGANIZER = Set.of("CN", "EMAIL", "SENT-BY");

    private final Component from;
    private final ObjectNode json;
    private final Kept kept;
    private final boolean isTask;
    private final Map<String, String> keyByAddress = new HashMap<>();

    People(Component from, ObjectNode json, Kept kept) {
        this.from = from;
        this.json = json;
        this.kept = kept;
        this.isTask = from.name.equals("VTODO");
    }

    void read() {
        boolean owned = false;
        for (Property p : from.all("ATTENDEE")) {
            if (!p.value().isBlank() && !keyByAddress.containsKey(address(p.value()))) {
                attendee(p);
                owned |= p.says("ROLE", "OWNER");
            }
        }
        Property organizer = from.first("ORGANIZER");
        if (organizer != null && !organizer.value().isBlank()) {
            organizer(organizer, owned);
        }
        for (Component c : from.components) {
            if (c.name.equals("PARTICIPANT")) {
                participant(c);
            }
        }
    }

    private void organizer(Property p, boolean owned) {
        String address = address(p.value());
        json.put("organizerCalendarAddress", address);
        kept.take(p, "organizerCalendarAddress", OF_ORGANIZER);
        String sentBy = p.parameter("SENT-BY");
        if (sentBy != null && !sentBy.isBlank()) {
            json.put("sentBy", mailbox(sentBy));
        }
        String attendee = keyByAddress.get(address);
        boolean says = OF_ORGANIZER.stream().anyMatch(p.parameters()::containsKey);
        if (owned && !says && attendee == null) {
            return;
        }
        ObjectNode owner = of(p);
        if (attendee == null) {
            Names.put(owner, "name", p.parameter("CN"));
            Names.put(owner, "email", p.parameter("EMAIL"));
            if (sentBy != null && !sentBy.isBlank()) {
                owner.put("sentBy", mailbox(sentBy));
            }
        } else {
            // Else the way back takes one that says nothing more for the ORGANIZER alone.
            String path = "participants/" + attendee + "/calendarAddress";
            kept.note(path, "ATTENDEE");
            both(p, owner, "name", "CN", path);
            both(p, owner, "email", "EMAIL", path);
        }
        if (!owned || says) {
            Names.child(owner, "roles").put("owner", true);
        }
    }

    /**
     * What ORGANIZER and ATTENDEE say of one person: where they differ, JSCalendar has what the
     * ATTENDEE says, and which parameters each had is kept; empty where it had none.
     */
    private void both(
            Property p, ObjectNode person, String property, String parameter, String path) {
        String said = p.parameter(parameter);
        String ofOrganizer = said == null ? "" : said;
        String ofAttendee = person.path(property).asString("");
        if (ofAttendee.isEmpty() && !ofOrganizer.isBlank()) {
            person.put(property, ofOrganizer);
            kept.parameter(path, "ATTENDEE", parameter, "");
        } else if (!ofAttendee.equals(ofOrganizer)) {
            kept.parameter("organizerCalendarAddress", "ORGANIZER", parameter, ofOrganizer);
        }
    }

    private void attendee(Property p) {
        ObjectNode participant = of(p);
        Set<String> known = new java.util.HashSet<>(USUAL);
        Names.put(participant, "name", p.parameter("CN"));
        Names.put(participant, "email", p.parameter("EMAIL"));
        String kind = KINDS.get(word(p, "CUTYPE"));
        if (kind != null) {
            participant.put("kind", kind);
            known.add("CUTYPE");
        }
        String answer = word(p, "PARTSTAT");
        if (ANSWERS.contains(answer)) {
            participant.put("participationStatus", answer);
            known.add("PARTSTAT");
        } else if (isTask && PROGRESS.contains(answer)) {
            participant.put("participationStatus", "accepted").put("progress", answer);
            known.add("PARTSTAT");
        }
        String reply = word(p, "RSVP");
        if (reply.equals("true") || reply.equals("yes")) {
            participant.put("expectReply", true);
            known.add("RSVP");
        } else if (reply.equals("false")) {
            participant.put("expectReply", false);
            known.add("RSVP");
        }
        String role = Roles.fromIcal(word(p, "ROLE"));
        if (role != null) {
            Names.child(participant, "roles").put(role, true);
            known.add("ROLE");
        }
        String by = p.parameter("SENT-BY");
        if (by != null && !by.isBlank()) {
            participant.put("sentBy", mailbox(by));
        }
        others(participant, "delegatedTo", p, "DELEGATED-TO");
        others(participant, "delegatedFrom", p, "DELEGATED-FROM");
        others(participant, "memberOf", p, "MEMBER");
        String key = keyByAddress.get(address(p.value()));
        kept.take(p, "participants/" + key + "/calendarAddress", known);
    }

    private void participant(Component c) {
        Property address = c.first("CALENDAR-ADDRESS");
        boolean has = address != null && !address.value().isBlank();
        ObjectNode all = Names.child(json, "participants");
        String value = has && address != null ? address(address.value()) : null;
        String key = value == null ? null : keyByAddress.get(value);
        boolean alone = key == null;
        if (key == null) {
            key = Names.free(all, Names.key(c, value));
            all.putObject(key).put("@type", "Participant");
        }
        if (!(all.path(key) instanceof ObjectNode participant)) {
            return;
        }
        Kept inner = new Kept(c, participant);
        if (address != null && value != null) {
            participant.put("calendarAddress", value);
            keyByAddress.put(value, key);
            inner.take(address, "calendarAddress");
            if (alone) {
                inner.note("calendarAddress", "CALENDAR-ADDRESS");
            }
        }
        Texts texts = new Texts(c, participant, inner);
        if (!participant.has("name")) {
            texts.text("SUMMARY", "name");
        }
        texts.descriptions();
        texts.number("PERCENT-COMPLETE", "percentComplete", 100);
        Links.read(c, participant, inner);
        inner.finish(true, c.components);
        JsProps.apply(c, participant);
    }

    private static void others(
            ObjectNode participant, String property, Property p, String parameter) {
        for (String other : p.parameters().getOrDefault(parameter, List.of())) {
            if (!other.isBlank()) {
                Names.child(participant, property).put(address(other), true);
            }
        }
    }

    private ObjectNode of(Property p) {
        String address = address(p.value());
        ObjectNode all = Names.child(json, "participants");
        String key = keyByAddress.get(address);
        if (key == null) {
            key = Names.free(all, Names.key(p, address));
            keyByAddress.put(address, key);
        }
        return all.path(key) instanceof ObjectNode o
                ? o
                : all.putObject(key).put("@type", "Participant").put("calendarAddress", address);
    }

    /** With the scheme in lower case, so that one person is one participant. */
    private static String address(String value) {
        String address = value.strip();
        int colon = address.indexOf(':');
        if (colon > 0) {
            return address.substring(0, colon).toLowerCase(Locale.ROOT) + address.substring(colon);
        }
        return address.contains("@") ? MAILTO + address : address;
    }

    /** What JSCalendar wants in sentBy: an address without the scheme. */
    private static String mailbox(String value) {
        String address = address(value);
        return address.startsWith(MAILTO) ? address.substring(MAILTO.length()) : address;
    }

    private static String word(Property p, String parameter) {
        @Nullable String value = p.parameter(parameter);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
