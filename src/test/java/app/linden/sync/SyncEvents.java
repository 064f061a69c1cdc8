package app.linden.sync;

import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Rule;
import app.linden.model.When;
import app.linden.remote.JmapOverHttp;
import app.linden.wire.Got;
import app.linden.wire.Invocation;
import app.linden.wire.Request;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A person at the server without a device: fills a calendar with events as people have them (a
 * tenth are series, one in ten lasts whole days; notes, places, alerts, some with people), and
 * changes one. Blocks its caller.
 */
final class SyncEvents implements AutoCloseable {
    private static final int BATCH = 200;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 3_650;

    private final JmapOverHttp remote;
    private final String account;
    private final String calendar;
    private final Random random = new Random(42);

    SyncEvents(World world, String person) {
        remote = new JmapOverHttp(world.address().toString(), person, World.PASSWORD);
        account = remote.session().accounts().keySet().iterator().next();
        calendar =
                Got.of(call("Calendar/get", arguments().putNull("ids")))
                        .list()
                        .getFirst()
                        .path("id")
                        .asString();
    }

    void fill(int events) {
        for (int from = 0; from < events; from += BATCH) {
            ObjectNode set = arguments();
            ObjectNode create = set.putObject("create");
            for (int i = from; i < Math.min(events, from + BATCH); i++) {
                create.set("e" + i, event(random, calendar, i).json());
            }
            check(call("CalendarEvent/set", set).path("notCreated").isEmpty());
        }
    }

    /** Server ids of some events. */
    List<String> some(int most) {
        ObjectNode query = arguments().put("limit", most);
        return call("CalendarEvent/query", query)
                .path("ids")
                .valueStream()
                .map(i -> i.asString())
                .toList();
    }

    void retitle(String serverId, String title) {
        ObjectNode set = arguments();
        set.putObject("update").putObject(serverId).put("title", title);
        check(call("CalendarEvent/set", set).path("notUpdated").isEmpty());
    }

    private ObjectNode arguments() {
        return Json.object().put("accountId", account);
    }

    private ObjectNode call(String method, ObjectNode arguments) {
        List<Invocation> calls = List.of(new Invocation(method, arguments, "0"));
        Invocation answer = remote.call(new Request(Pull.USING, calls, null)).to("0").orElseThrow();
        check(answer.name().equals(method));
        return answer.arguments();
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalStateException("the server did not do it");
        }
    }

    static Event event(Random random, String calendar, int number) {
        int kind = random.nextInt(10);
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        LocalDateTime start = day.atTime(7 + random.nextInt(12), 15 * random.nextInt(4));
        When when =
                kind == 1
                        ? When.days(day, day.plusDays(random.nextInt(3)))
                        : When.timed(start, start.plusHours(1), zone(random));
        String uid = new UUID(random.nextLong(), random.nextLong()).toString();
        Event event = Event.create(uid, calendar, "Meeting " + number, when);
        if (random.nextInt(3) == 0) {
            event = event.with("description", Json.text("Bring the figures.\nCall Ben before."));
        }
        if (random.nextBoolean()) {
            event = event.withPlace("Room " + random.nextInt(40));
        }
        if (random.nextInt(3) == 0) {
            ObjectNode alerts = Json.object();
            alerts.putObject("1")
                    .put("@type", "Alert")
                    .putObject("trigger")
                    .put("@type", "OffsetTrigger")
                    .put("offset", "-PT15M");
            event = event.with("alerts", alerts);
        }
        return kind == 0
                ? event.with(Rule.every(1, Rule.Frequency.WEEKLY).withCount(5 + random.nextInt(30)))
                : event;
    }

    private static ZoneId zone(Random random) {
        return random.nextInt(5) == 0 ? ZoneId.of("America/New_York") : World.BERLIN;
    }

    @Override
    public void close() {
        remote.close();
    }
}
