package app.linden.sim;

import app.linden.model.Calendar;
import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.Rights;
import app.linden.store.Intent;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What people do with calendars: make, name, share, take back and delete them. */
final class CalendarActs {
    private final World world;
    private int made;

    CalendarActs(World world) {
        this.world = world;
    }

    /** Everybody's first calendar that others see; the default one stays private. */
    void begin() {
        for (int person = 0; person < world.people(); person++) {
            int whose = person;
            Device device =
                    world.devices.stream().filter(d -> d.person == whose).findFirst().orElseThrow();
            Calendar own = own(device);
            if (own == null) {
                throw new Failure("no calendar at the first exchange");
            }
            String id = device.store.serverSide().ids().next();
            ObjectNode calendar =
                    Json.object().put("name", "Family " + person).put("isSubscribed", true);
            ObjectNode shares = calendar.putObject("shareWith");
            for (int other = 0; other < world.people(); other++) {
                if (other != person) {
                    shares.set(world.principal(other), Rights.EDIT.toJson());
                }
            }
            device.store
                    .edits()
                    .apply(
                            List.of(
                                    new Intent.Create(
                                            id,
                                            own.accountId(),
                                            app.linden.model.Type.CALENDAR,
                                            calendar)))
                    .join();
        }
    }

    private static @Nullable Calendar own(Device device) {
        return device.store.calendars().stream()
                .filter(Calendar::isDefault)
                .findFirst()
                .orElse(null);
    }

    void act(Device device, Random r, Step.Kind kind) {
        List<Calendar> all =
                device.store.calendars().stream()
                        .filter(c -> c.rights().equals(Rights.ALL) && !c.isDefault())
                        .sorted(java.util.Comparator.comparing(Calendar::id))
                        .toList();
        Calendar own = own(device);
        if (kind == Step.Kind.NEW_CALENDAR) {
            if (own != null) {
                Acts.done(
                        device.commands.createCalendar(
                                own.accountId(), "named " + ++made, "#3f8f5f"));
            }
            return;
        }
        Calendar calendar = Acts.pick(all, r);
        if (calendar == null) {
            return;
        }
        int other = r.nextInt(world.people());
        switch (kind) {
            case RENAME_CALENDAR ->
                    Acts.done(device.commands.renameCalendar(calendar.id(), "named " + ++made));
            case DELETE_CALENDAR -> {
                if (r.nextInt(3) == 0) {
                    Set<String> tokens = new TreeSet<>();
                    device.store
                            .eventsIn(calendar.id())
                            .forEach(
                                    f -> tokens.addAll(Judge.tokens(Json.write(f.event().json()))));
                    Acts.done(device.commands.deleteCalendar(calendar.id()));
                    world.judge.dropped(tokens);
                    world.judge.calendarDeleted();
                }
            }
            case SHARE ->
                    share(device, calendar, other, r.nextBoolean() ? Rights.EDIT : Rights.READ);
            case REVOKE -> share(device, calendar, other, null);
            default -> throw new IllegalArgumentException(kind.toString());
        }
    }

    private void share(Device device, Calendar calendar, int other, @Nullable Rights rights) {
        if (other == device.person) {
            return;
        }
        if (rights == null || !rights.mayWrite()) {
            world.judge.revoked(other);
        }
        Acts.done(
                device.store
                        .edits()
                        .apply(
                                List.of(
                                        new Intent.Update(
                                                calendar.id(),
                                                Patch.of(
                                                        "shareWith/" + world.principal(other),
                                                        rights == null
                                                                ? Json.nil()
                                                                : rights.toJson())))));
    }
}
