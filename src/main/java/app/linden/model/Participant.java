package app.linden.model;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person, group, room or thing that takes part (jscalendarbis 3.4.5), read alike from JSCalendar
 * 1.0, where addresses are in "sendTo" and the role of required people is "attendee".
 *
 * @param json the Participant object; never changed by anybody
 */
public record Participant(ObjectNode json) implements Part {
    /**
     * @param address a calendar address, "mailto:ann@example.org"
     * @param role "owner", "required", "optional", "informational" or "chair"
     */
    public static Participant of(String address, String name, String role) {
        ObjectNode json = Json.object().put("@type", "Participant").put("calendarAddress", address);
        if (!name.isEmpty()) {
            json.put("name", name);
        }
        json.putObject("roles").put(role, true);
        return new Participant(json);
    }

    public String name() {
        return Parts.text(json, "name");
    }

    public String email() {
        return Parts.text(json, "email");
    }

    /** What tells people apart: "mailto:ann@example.org"; empty for somebody who is only named. */
    public String calendarAddress() {
        String address = Parts.text(json, "calendarAddress");
        if (!address.isEmpty()) {
            return address;
        }
        JsonNode sendTo = json.path("sendTo");
        String imip = Parts.text(sendTo, "imip", Parts.text(sendTo, "other"));
        return imip.isEmpty() && !email().isEmpty() ? "mailto:" + email() : imip;
    }

    public String description() {
        return Parts.text(json, "description");
    }

    /** "individual", "group", "location", "resource", or empty. */
    public String kind() {
        return Parts.text(json, "kind");
    }

    /** Roles as 2.0 names them: 1.0's "attendee" is "required" unless another role says more. */
    public SortedSet<String> roles() {
        TreeSet<String> roles = new TreeSet<>(Parts.set(json.path("roles")));
        if (roles.remove("attendee")
                && !roles.contains("optional")
                && !roles.contains("informational")
                && !roles.contains("chair")) {
            roles.add("required");
        }
        return roles;
    }

    public boolean isOwner() {
        return roles().contains("owner");
    }

    /** "needs-action", "accepted", "declined", "tentative", "delegated" or one from elsewhere. */
    public String participationStatus() {
        return Parts.text(json, "participationStatus", "needs-action");
    }

    public Participant withStatus(String status) {
        return new Participant(Parts.with(json, "participationStatus", status));
    }

    public boolean expectReply() {
        return Parts.flag(json, "expectReply");
    }

    public String sentBy() {
        return Parts.text(json, "sentBy");
    }

    /** Calendar addresses; in 1.0 ids of participants. */
    public SortedSet<String> delegatedTo() {
        return Parts.set(json.path("delegatedTo"));
    }

    public SortedSet<String> delegatedFrom() {
        return Parts.set(json.path("delegatedFrom"));
    }

    public SortedSet<String> memberOf() {
        return Parts.set(json.path("memberOf"));
    }

    public SortedMap<String, Link> links() {
        return Parts.of(json.path("links"), Link::new);
    }

    @Override
    public Kind kindOfPart() {
        return Kind.PARTICIPANT;
    }
}
