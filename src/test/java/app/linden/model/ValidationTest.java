package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Random;

final class ValidationTest {
    private static final String BASE =
            """
            {"@type":"Event","uid":"u","start":"2026-11-02T09:00:00","timeZone":"Europe/Berlin",
             "duration":"PT1H","calendarIds":{"c":true},
             "locations":{"1":{"name":"Hall"}},
             "alerts":{"1":{"trigger":{"offset":"-PT5M"}}},
             "participants":{"1":{"calendarAddress":"mailto:ann@example.org"}},
             "recurrenceRule":{"frequency":"daily","byDay":[{"day":"mo"}]},
             "recurrenceOverrides":{"2026-11-03T09:00:00":{"title":"x"}}}
            """;

    @Test
    void anEventOfAnyPropertiesIsRight() {
        long seed = Long.getLong("linden.seed", System.nanoTime());
        System.out.println("ValidationTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < Integer.getInteger("linden.rounds", 1_000); i++) {
            ObjectNode event = RandomEvents.whole(random);
            assertEquals(List.of(), Validation.of(event), "seed " + seed + ": " + event);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "@type|\"Task\"|@type",
                "uid|\"\"|uid",
                "uid|null|uid",
                "start|null|start",
                "start|\"2026-02-30T09:00:00\"|start",
                "start|\"0000-01-01T00:00:00\"|start",
                "start|\"2026-11-02T09:00:00Z\"|start",
                "start|\"2026-11-02T09:00\"|start",
                "duration|\"-PT1H\"|duration",
                "duration|\"PT\"|duration",
                "duration|\"P1DT\"|duration",
                "duration|\"P9999999D\"|duration",
                "duration|60|duration",
                "timeZone|\"Middle/Earth\"|timeZone",
                "timeZone|null|endTimeZone",
                "endTimeZone|\"Middle/Earth\"|endTimeZone",
                "recurrenceId|\"2026-11-02T09:00:00\"|recurrenceRule",
                "recurrenceIdTimeZone|\"Europe/Berlin\"|recurrenceIdTimeZone",
                "title|1|title",
                "description|{}|description",
                "descriptionContentType|\"text\"|descriptionContentType",
                "showWithoutTime|\"true\"|showWithoutTime",
                "created|\"2026-11-02\"|created",
                "updated|\"2026-13-02T09:00:00Z\"|updated",
                "sequence|-1|sequence",
                "priority|10|priority",
                "priority|1.5|priority",
                "status|\"Confirmed\"|status",
                "privacy|\"PRIVATE\"|privacy",
                "freeBusyStatus|true|freeBusyStatus",
                "color|3|color",
                "locale|3|locale",
                "keywords|{\"a\":false}|keywords/a",
                "keywords|[\"a\"]|keywords",
                "categories|{\"a\":1}|categories/a",
                "mainLocationId|\"9\"|mainLocationId",
                "locations|[]|locations",
                "locations/a b|{\"name\":\"x\"}|locations/a b",
                "locations/1/name|5|locations/1/name",
                "locations/1/coordinates|\"here\"|locations/1/coordinates",
                "virtualLocations|{\"1\":{}}|virtualLocations/1/uri",
                "links|{\"1\":{\"href\":\"nowhere\"}}|links/1/href",
                "links|{\"1\":{}}|links/1/href",
                "links|{\"1\":{\"href\":\"a:b\",\"size\":-1}}|links/1/size",
                "alerts/1/trigger/offset|\"5 minutes\"|alerts/1/trigger/offset",
                "alerts/1/trigger/relativeTo|\"middle\"|alerts/1/trigger/relativeTo",
                "alerts/1/trigger|null|alerts/1/trigger",
                "alerts/1/acknowledged|\"now\"|alerts/1/acknowledged",
                "alerts/1/trigger/@type|\"AbsoluteTrigger\"|alerts/1/trigger/when",
                "participants/1/calendarAddress|\"ann\"|participants/1/calendarAddress",
                "participants/1/roles|{}|participants/1/roles",
                "participants/1/participationStatus|\"ACCEPTED\"|participants/1/participationStatus",
                "participants/1/email|\"ann\"|participants/1/email",
                "participants/1/memberOf|{\"2\":true}|participants/1/memberOf/2",
                "relatedTo|{\"other\":true}|relatedTo/other",
                "recurrenceRule/frequency|\"sometimes\"|recurrenceRule/frequency",
                "recurrenceRule/frequency|null|recurrenceRule/frequency",
                "recurrenceRule/interval|0|recurrenceRule/interval",
                "recurrenceRule/count|0|recurrenceRule/count",
                "recurrenceRule/until|\"tomorrow\"|recurrenceRule/until",
                "recurrenceRule/byDay|[{\"day\":\"xx\"}]|recurrenceRule/byDay",
                "recurrenceRule/byDay|[{\"day\":\"mo\",\"nthOfPeriod\":0}]|recurrenceRule/byDay",
                "recurrenceRule/byMonth|[1]|recurrenceRule/byMonth",
                "recurrenceRule/byMonthDay|[32]|recurrenceRule/byMonthDay",
                "recurrenceRule/byHour|[]|recurrenceRule/byHour",
                "recurrenceRule/skip|\"maybe\"|recurrenceRule/skip",
                "recurrenceOverrides/tomorrow|{}|recurrenceOverrides/tomorrow",
                "recurrenceOverrides/2026-11-03T09:00:00|7|recurrenceOverrides/2026-11-03T09:00:00",
            })
    void aWrongPropertyIsNamed(String pointer, String value, String named) {
        ObjectNode event = Json.parseObject(BASE);
        if (named.startsWith("endTimeZone")) {
            event.put("endTimeZone", "Asia/Tokyo");
        }
        ObjectNode wrong = Patch.of(pointer, Json.parse(value)).apply(event);

        List<Validation.Flaw> flaws = Validation.of(wrong);

        assertTrue(flaws.stream().anyMatch(f -> f.pointer().equals(named)), named + " in " + flaws);
        for (Validation.Flaw flaw : flaws) {
            assertTrue(
                    flaw.sentence().contains(Pointers.names(flaw.pointer()).getLast())
                            || flaw.sentence().contains(flaw.property()),
                    flaw.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"title\":7}|title",
                "{\"start\":null}|start",
                "{\"start\":\"2026-11-31T09:00:00\"}|start",
                "{\"locations/2/name\":\"x\"}|locations~12~1name",
                "{\"recurrenceRule/byDay/0/day\":\"tu\"}|recurrenceRule~1byDay~10~1day",
                "{\"locations/1/name\":3}|locations/1/name",
                "{\"locations/1\":null,\"locations/1/name\":\"x\"}|locations~11~1name",
                "{\"\":1}|",
                "{\"excluded\":true,\"title\":\"x\"}|excluded",
                "{\"uid\":\"other\"}|uid",
                "{\"recurrenceRule/frequency\":\"weekly\"}|recurrenceRule~1frequency",
                "{\"participants/1/calendarAddress\":\"mailto:b@x\"}|participants~11~1calendarAddress",
            })
    void aWrongOverrideIsNamed(String override, String named) {
        ObjectNode event = Json.parseObject(BASE);
        ((ObjectNode) event.path("recurrenceOverrides"))
                .set("2026-11-03T09:00:00", Json.parse(override));

        List<String> pointers =
                Validation.of(event).stream().map(Validation.Flaw::pointer).toList();

        assertEquals(
                List.of("recurrenceOverrides/2026-11-03T09:00:00/" + (named == null ? "" : named)),
                pointers);
    }

    @Test
    void unknownPropertiesAndValuesAreRight() {
        ObjectNode event = Json.parseObject(BASE);
        event.put("status", "example.com:maybe").putObject("newProperty").putNull("x");
        ((ObjectNode) event.path("alerts"))
                .putObject("2")
                .putObject("trigger")
                .put("@type", "MoonTrigger");

        assertEquals(List.of(), Validation.of(event));
    }

    @Test
    void whatWasWrongBeforeDoesNotCountAsAdded() {
        ObjectNode before = Json.parseObject(BASE).put("priority", 77);
        ObjectNode after = before.deepCopy().put("title", "new");

        assertEquals(List.of(), Validation.added(before, after));
        assertEquals("color", Validation.added(before, after.put("color", 5)).getFirst().pointer());
    }
}
