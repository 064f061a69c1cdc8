package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;

final class UpgradeTest {
    private static final String OLD =
            """
            {"@type":"Event","uid":"u","start":"2026-11-02T09:00:00","timeZone":"/my",
             "timeZones":{"/my":{"@type":"TimeZone","tzId":"Europe/Berlin"}},
             "recurrenceRules":[{"@type":"RecurrenceRule","frequency":"weekly"}],
             "replyTo":{"imip":"mailto:ann@example.org","web":"https://example.org/reply"},
             "links":{"l":{"@type":"Link","href":"https://example.org/x.png","rel":"icon",
                           "display":"badge","cid":"c1"}},
             "locations":{"1":{"@type":"Location","name":"Hall","rel":"start",
                               "relativeTo":"start","description":"Left","timeZone":"Asia/Tokyo",
                               "linkIds":{"l":true}}},
             "participants":{
               "a":{"@type":"Participant","name":"Ann","sendTo":{"imip":"mailto:ann@example.org"},
                    "roles":{"owner":true,"attendee":true}},
               "b":{"@type":"Participant","email":"ben@example.org","roles":{"attendee":true,
                    "optional":true},"delegatedFrom":{"a":true}}}}
            """;

    @Test
    void theViewsReadBothVersionsAlike() {
        for (ObjectNode json :
                List.of(Json.parseObject(OLD), Upgrade.toVersion2(Json.parseObject(OLD)))) {
            Event event = Event.of(json);
            Details details = event.details();

            assertEquals(ZoneId.of("Europe/Berlin"), event.when().zone());
            assertEquals("weekly", event.rule() == null ? "" : event.rule().frequency());
            assertEquals("mailto:ann@example.org", details.organizer());
            assertEquals(Set.of("badge"), details.links().get("l").display());
            Participant ann = details.participants().get("a");
            assertEquals("mailto:ann@example.org", ann.calendarAddress());
            assertEquals(Set.of("owner", "required"), ann.roles());
            Participant ben = details.participants().get("b");
            assertEquals("mailto:ben@example.org", ben.calendarAddress());
            assertEquals(Set.of("optional"), ben.roles());
            Location hall = details.locations().get("1");
            assertEquals("Hall", hall.name());
            assertEquals("Left", hall.description());
            assertEquals("start", hall.relativeTo());
            assertEquals("Asia/Tokyo", hall.timeZone());
        }
    }

    @Test
    void anUpgradedEventIsRightAndLosesNothing() {
        ObjectNode old = Json.parseObject(OLD);
        ObjectNode before = old.deepCopy();

        ObjectNode next = Upgrade.toVersion2(old);

        assertEquals(before, old);
        assertEquals(List.of(), Validation.of(next));
        assertFalse(next.has("recurrenceRules"));
        assertEquals("https://example.org/reply", next.path("replyTo").path("web").asString());
        assertEquals("c1", next.path("links").path("l").path("cid").asString());
        assertEquals("https://example.org/x.png", next.at("/locations/1/links/l/href").asString());
        assertEquals(
                Set.of("mailto:ann@example.org"),
                new Details(next).participants().get("b").delegatedFrom());
    }

    @Test
    void anEventOfVersion2StaysAsItIs() {
        Random random = new Random(7);
        for (int i = 0; i < Integer.getInteger("linden.rounds", 500); i++) {
            ObjectNode event = RandomEvents.whole(random);
            assertEquals(event, Upgrade.toVersion2(event));
            assertEquals(Json.write(event), Json.write(Upgrade.toVersion2(event)));
        }
    }
}
