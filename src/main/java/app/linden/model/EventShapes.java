package app.linden.model;

import static app.linden.model.Shapes.ADDRESS;
import static app.linden.model.Shapes.DURATION;
import static app.linden.model.Shapes.FLAG;
import static app.linden.model.Shapes.INSTANT;
import static app.linden.model.Shapes.LOCAL;
import static app.linden.model.Shapes.MEDIA_TYPE;
import static app.linden.model.Shapes.SIGNED_DURATION;
import static app.linden.model.Shapes.TEXT;
import static app.linden.model.Shapes.UNSIGNED;

import app.linden.model.Validation.Shape;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The properties of an event and of the objects in it (jscalendarbis 3 and 4.1), by name. */
final class EventShapes {
    static final Set<String> REQUIRED = Set.of("start", "uid", "@type", "calendarIds");
    private static final int LONGEST_UID = 1_000;

    /** Asking the JDK copies six hundred names each time. */
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private static final Shape ZONE =
            Shapes.of(
                    v -> v.isNull() || (v.isString() && ZONES.contains(v.asString())),
                    "is not a known time zone");

    private static final Shape LINK = EventShapes::link;

    private static final Shape RELATION =
            Shapes.object(
                    Map.of(
                            "@type",
                            Shapes.type("Relation"),
                            "relation",
                            Shapes.set("first", "next", "child", "parent", "snooze")));

    private static final Shape LOCATION =
            Shapes.object(
                    Map.of(
                            "@type",
                            Shapes.type("Location"),
                            "name",
                            TEXT,
                            "description",
                            TEXT,
                            "locationTypes",
                            Shapes.set(),
                            "coordinates",
                            ADDRESS,
                            "links",
                            Shapes.ids(LINK)));

    private static final Shape VIRTUAL_LOCATION =
            Shapes.object(
                    Map.of(
                            "@type",
                            Shapes.type("VirtualLocation"),
                            "name",
                            TEXT,
                            "description",
                            TEXT,
                            "uri",
                            ADDRESS,
                            "features",
                            Shapes.set(
                                    "audio",
                                    "chat",
                                    "feed",
                                    "moderator",
                                    "phone",
                                    "screen",
                                    "video")),
                    "uri");

    private static final Shape ALERT =
            Shapes.object(
                    Map.of(
                            "@type", Shapes.type("Alert"),
                            "trigger", EventShapes::trigger,
                            "acknowledged", INSTANT,
                            "relatedTo", Shapes.names(RELATION),
                            "action", Shapes.open("display", "email")),
                    "trigger");

    private static final Map<String, Shape> PERSON =
            Map.ofEntries(
                    Map.entry("@type", Shapes.type("Participant")),
                    Map.entry("name", TEXT),
                    Map.entry("email", Shapes.of(EventShapes::isMail, "is an e-mail address")),
                    Map.entry("description", TEXT),
                    Map.entry("descriptionContentType", MEDIA_TYPE),
                    Map.entry("calendarAddress", ADDRESS),
                    Map.entry("kind", Shapes.open("individual", "group", "location", "resource")),
                    Map.entry(
                            "roles",
                            Shapes.set("owner", "optional", "informational", "chair", "required")),
                    Map.entry(
                            "participationStatus",
                            Shapes.open(
                                    "needs-action",
                                    "accepted",
                                    "declined",
                                    "tentative",
                                    "delegated")),
                    Map.entry("expectReply", FLAG),
                    Map.entry("sentBy", TEXT),
                    Map.entry("delegatedTo", Shapes.addresses()),
                    Map.entry("delegatedFrom", Shapes.addresses()),
                    Map.entry("memberOf", Shapes.addresses()),
                    Map.entry("links", Shapes.ids(LINK)),
                    Map.entry("scheduleSequence", UNSIGNED),
                    Map.entry("scheduleUpdated", INSTANT));

    static final Map<String, Shape> EVENT = event();

    private EventShapes() {}

    static boolean isLocalDateTime(String text) {
        return Timing.isLocalDateTime(text);
    }

    private static Map<String, Shape> event() {
        Map<String, Shape> event = new HashMap<>();
        event.put(
                "uid",
                Shapes.of(
                        v ->
                                v.isString()
                                        && !v.asString().isBlank()
                                        && v.asString().length() <= LONGEST_UID,
                        "is a text of 1 to " + LONGEST_UID + " characters"));
        for (String text : List.of("title", "description", "locale", "prodId", "version")) {
            event.put(text, TEXT);
        }
        for (String flag :
                List.of(
                        "showWithoutTime",
                        "isDraft",
                        "isOrigin",
                        "useDefaultAlerts",
                        "mayInviteSelf",
                        "mayInviteOthers",
                        "hideAttendees")) {
            event.put(flag, FLAG);
        }
        event.put("calendarIds", Shapes.set());
        event.put("descriptionContentType", MEDIA_TYPE);
        event.put("created", INSTANT);
        event.put("updated", INSTANT);
        event.put("sequence", UNSIGNED);
        event.put("priority", Shapes.number(0, 9));
        event.put("color", TEXT);
        event.put("keywords", Shapes.set());
        event.put("categories", Shapes.set());
        event.put("status", Shapes.open("confirmed", "cancelled", "tentative"));
        event.put("freeBusyStatus", Shapes.open("free", "busy"));
        event.put("privacy", Shapes.open("public", "private", "secret"));
        event.put("start", LOCAL);
        event.put("duration", DURATION);
        event.put("timeZone", ZONE);
        event.put("endTimeZone", ZONE);
        event.put("recurrenceId", LOCAL);
        event.put("recurrenceIdTimeZone", ZONE);
        event.put("recurrenceRule", Shapes.of(JsonNode::isObject, "is an object"));
        event.put("recurrenceOverrides", Shapes.of(JsonNode::isObject, "has the wrong type"));
        event.put("mainLocationId", TEXT);
        event.put("locations", Shapes.ids(LOCATION));
        event.put("virtualLocations", Shapes.ids(VIRTUAL_LOCATION));
        event.put("links", Shapes.ids(LINK));
        event.put("alerts", Shapes.ids(ALERT));
        event.put("relatedTo", Shapes.names(RELATION));
        event.put("organizerCalendarAddress", Shapes.orNull(ADDRESS));
        event.put("participants", Shapes.ids(EventShapes::participant));
        return Map.copyOf(event);
    }

    private static final Map<String, Shape> LINK_MEMBERS =
            Map.of(
                    "@type", Shapes.type("Link"),
                    "href", ADDRESS,
                    "contentType", MEDIA_TYPE,
                    "size", UNSIGNED,
                    "rel", TEXT,
                    "display", Shapes.set("badge", "graphic", "fullsize", "thumbnail"),
                    "title", TEXT,
                    "blobId", TEXT);

    private static void link(Validation validation, String pointer, JsonNode value) {
        // An attachment of JMAP may name a blob in place of an address (jmap-calendars 5.3).
        Shape shape =
                value.has("blobId")
                        ? Shapes.object(LINK_MEMBERS)
                        : Shapes.object(LINK_MEMBERS, "href");
        shape.check(validation, pointer, value);
    }

    private static void trigger(Validation validation, String pointer, JsonNode value) {
        String type = Parts.text(value, "@type", "OffsetTrigger");
        switch (type) {
            case "OffsetTrigger" ->
                    Shapes.object(
                                    Map.of(
                                            "offset",
                                            SIGNED_DURATION,
                                            "relativeTo",
                                            Shapes.of(
                                                    v ->
                                                            v.isString()
                                                                    && Set.of("start", "end")
                                                                            .contains(v.asString()),
                                                    "is “start” or “end”")),
                                    "offset")
                            .check(validation, pointer, value);
            case "AbsoluteTrigger" ->
                    Shapes.object(Map.of("when", INSTANT), "when")
                            .check(validation, pointer, value);
            default -> Shapes.object(Map.of()).check(validation, pointer, value);
        }
    }

    private static void participant(Validation validation, String pointer, JsonNode value) {
        Shapes.object(PERSON).check(validation, pointer, value);
        if (value instanceof ObjectNode person
                && person.path("roles").isObject()
                && person.path("roles").isEmpty()) {
            validation.add(pointer + "/roles", "The " + pointer + "/roles name at least one role.");
        }
    }

    private static boolean isMail(JsonNode value) {
        return value.isString() && value.asString().matches("\\S+@\\S+");
    }
}
