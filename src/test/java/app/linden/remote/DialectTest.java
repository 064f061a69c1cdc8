package app.linden.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.RandomProperties;
import app.linden.model.Type;
import app.linden.wire.Session;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** The words of JSCalendar 1.0 and back. */
final class DialectTest {
    private static final Dialect OLDER = new Older();

    private static ObjectNode json(String text) {
        return Json.parseObject(text.replace('\'', '"'));
    }

    private static Session.Account account(String capability) {
        return new Session.Account(
                "a", true, false, Map.of("urn:ietf:params:jmap:calendars", json(capability)));
    }

    @Test
    void itIsChosenByWhatTheAccountShows() {
        assertSame(Dialect.NEWEST, Dialect.of(null));
        assertSame(Dialect.NEWEST, Dialect.of(account("{'mayCreateCalendar':true}")));
        assertTrue(Dialect.of(account("{'shareesActAs':'self'}")) instanceof Older);
    }

    @Test
    void whatAServerKeepsAsItWasSentIsNoChangeAndTheRestStaysHere() {
        long seed = Long.getLong("linden.seed", 20261124);
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            ObjectNode event = new RandomProperties(random).event();
            String before = Json.canonical(event);
            ObjectNode sent = OLDER.toServer(Type.EVENT, event);
            ObjectNode back =
                    OLDER.completed(Type.EVENT, event, OLDER.fromServer(Type.EVENT, sent));
            assertEquals(before, Json.canonical(event), "seed " + seed);
            assertEquals(before, Json.canonical(back), "seed " + seed + " event " + i);
            assertTrue(OLDER.patch(Type.EVENT, event, Json.object()).isEmpty(), "seed " + seed);
        }
    }

    @Test
    void aPatchLeadsToWhatTheWholeWouldBe() {
        long seed = Long.getLong("linden.seed", 20261125);
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            ObjectNode before = new RandomProperties(random).event();
            ObjectNode after = new RandomProperties(random).event();
            Patch patch = Patch.between(before, after);
            ObjectNode sent = OLDER.patch(Type.EVENT, before, patch.toJson());
            ObjectNode there = Patch.of(sent).apply(OLDER.toServer(Type.EVENT, before));
            assertEquals(
                    Json.canonical(OLDER.toServer(Type.EVENT, after)),
                    Json.canonical(there),
                    "seed " + seed + " event " + i);
            for (String name : sent.propertyNames()) {
                assertFalse(name.contains("/"), name);
            }
        }
    }

    @Test
    void anEventOfOurs() {
        ObjectNode sent =
                OLDER.toServer(
                        Type.EVENT,
                        json(
                                """
                                {'uid':'u','title':'T','start':'2026-01-01T10:00:00','version':'2.0',
                                 'timeZone':'Europe/Berlin','endTimeZone':'America/New_York',
                                 'sequence':3,'created':'2026-01-01T10:00:00Z','x:y':1,
                                 'categories':{'a':true},'locations':{},
                                 'recurrenceRule':{'frequency':'daily'},
                                 'organizerCalendarAddress':'mailto:a@b.c',
                                 'participants':{
                                   'p':{'calendarAddress':'mailto:a@b.c','roles':{'owner':true}},
                                   'q':{'name':'No address'},
                                   'r':{'email':'r@b.c','roles':{'optional':true},
                                        'delegatedFrom':{'mailto:a@b.c':true}}},
                                 'alerts':{'a':{'trigger':{'offset':'-PT5M'}},
                                           'b':{'trigger':{'@type':'x:Other'}}},
                                 'recurrenceOverrides':{
                                   '2026-01-02T10:00:00':{'title':'Two','x:y':2,
                                     'participants/q/name':'Nobody','endTimeZone':'Asia/Tokyo',
                                     'participants/r/roles':{'required':true}},
                                   '2026-01-03T10:00:00':{'excluded':true,'title':'None'}}}\
                                """));
        assertEquals(
                Json.canonical(
                        json(
                                """
                                {'uid':'u','title':'T','start':'2026-01-01T10:00:00',
                                 'timeZone':'Europe/Berlin',
                                 'locations':{'end-zone':{'@type':'Location','relativeTo':'end',
                                                          'timeZone':'America/New_York'}},
                                 'recurrenceRules':[{'frequency':'daily'}],
                                 'replyTo':{'imip':'mailto:a@b.c'},
                                 'participants':{
                                   'p':{'sendTo':{'imip':'mailto:a@b.c'},'roles':{'owner':true}},
                                   'r':{'email':'r@b.c','sendTo':{'imip':'mailto:r@b.c'},
                                        'roles':{'optional':true,'attendee':true},
                                        'delegatedFrom':{'p':true}}},
                                 'alerts':{'a':{'trigger':{'@type':'OffsetTrigger','offset':'-PT5M'}}},
                                 'recurrenceOverrides':{
                                   '2026-01-02T10:00:00':{'title':'Two',
                                     'participants/r/roles':{'attendee':true}},
                                   '2026-01-03T10:00:00':{'excluded':true}}}\
                                """)),
                Json.canonical(sent));
    }

    @Test
    void whatTheServerTookAwayIsGoneAndWhatItCouldNotKnowStays() {
        ObjectNode known =
                json(
                        """
                        {'title':'T','x:y':1,'priority':2,
                         'locations':{'a':{'name':'A','x:z':1},'b':{'name':'B','x:z':1}}}\
                        """);
        ObjectNode said =
                OLDER.fromServer(
                        Type.EVENT,
                        json(
                                """
                                {'title':'New','priority':0,
                                 'locations':{'a':{'@type':'Location','name':'A2'}}}\
                                """));
        assertEquals(
                json("{'title':'New','locations':{'a':{'name':'A2','x:z':1}},'x:y':1}"),
                OLDER.completed(Type.EVENT, known, said));
    }

    @Test
    void theRightToShareHasAnotherName() {
        ObjectNode read =
                OLDER.fromServer(
                        Type.CALENDAR,
                        json("{'name':'A','myRights':{'mayAdmin':true,'mayDelete':false}}"));
        assertEquals(json("{'mayDelete':false,'mayShare':true}"), read.path("myRights"));
        ObjectNode patch =
                OLDER.patch(
                        Type.CALENDAR,
                        json("{'name':'A'}"),
                        json(
                                "{'shareWith/bob':{'mayReadItems':true,'mayShare':true},'isDefault':true}"));
        assertEquals(json("{'shareWith':{'bob':{'mayReadItems':true,'mayAdmin':true}}}"), patch);
        assertEquals(
                json("{'shareWith':null}"),
                OLDER.patch(
                        Type.CALENDAR,
                        json("{'shareWith':{'bob':{'mayReadItems':true}}}"),
                        json("{'shareWith/bob':null}")));
        assertEquals(
                new TreeSet<>(java.util.Set.of("name")),
                new TreeSet<>(
                        OLDER.toServer(
                                        Type.CALENDAR,
                                        json("{'name':'A','isDefault':true,'id':'x'}"))
                                .propertyNames()));
    }
}
