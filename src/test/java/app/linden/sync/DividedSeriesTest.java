package app.linden.sync;

import static app.linden.sync.World.DAY;
import static app.linden.sync.World.event;
import static app.linden.sync.World.find;
import static app.linden.sync.World.id;
import static app.linden.sync.World.titles;
import static app.linden.sync.World.until;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.calendar.Change;
import app.linden.calendar.Target;
import app.linden.cli.Device;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Rights;
import app.linden.model.Rule;
import app.linden.model.Scope;
import app.linden.model.Type;
import app.linden.store.Outgoing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** A series divided on one device arrives on the other whole, by a real server. */
final class DividedSeriesTest {
    private static final String SHARED = "Family";

    @TempDir private Path folder;
    private World world;
    private Device anna;
    private Device ben;

    @BeforeEach
    void start() {
        world = new World(folder);
        anna = world.device("anna", "anna");
        ben = world.device("ben", "ben");
        world.share(anna, SHARED, Rights.EDIT);
        Event weekly =
                event(find(anna, SHARED), "Training", 17)
                        .with(Rule.every(1, Rule.Frequency.WEEKLY).withCount(10));
        anna.commands().create(weekly).join();
        until("it is there", () -> titles(ben, SHARED).equals(List.of("Training")));
        until("it is known there", () -> anna.store().waiting().isEmpty());
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private Target week(Device device, int week) {
        return new Target(id(device, SHARED, "Training"), DAY.plusWeeks(week).atTime(17, 0));
    }

    private void retitle(int week, String title) {
        Event series = anna.store().findEvent(id(anna, SHARED, "Training")).orElseThrow();
        Event after = series.with("title", Json.text(title));
        Target at = week(anna, week);
        Event occurrence = anna.agenda().find(at).join();
        anna.commands()
                .change(
                        at,
                        Scope.FOLLOWING,
                        new Change.Edited(
                                occurrence,
                                occurrence.with("title", Json.text(title)),
                                series,
                                after))
                .join();
    }

    @Test
    void whatFollowsIsOnBothDevicesAndEachNamesTheOther() {
        world.stopServer();
        retitle(4, "Match");
        anna.commands().change(week(anna, 2), Scope.OCCURRENCE, new Change.Deleted()).join();
        world.startServer();
        anna.accounts().syncNow();
        ben.accounts().syncNow();
        until(
                "both have two",
                () ->
                        titles(ben, SHARED).equals(List.of("Match", "Training"))
                                && anna.store().waiting().isEmpty());
        until(
                "the first has ended",
                () ->
                        Integer.valueOf(4)
                                .equals(
                                        ben.store()
                                                .findEvent(id(ben, SHARED, "Training"))
                                                .orElseThrow()
                                                .rule()
                                                .count()));
        Event first = ben.store().findEvent(id(ben, SHARED, "Training")).orElseThrow();
        Event second = ben.store().findEvent(id(ben, SHARED, "Match")).orElseThrow();
        assertEquals(6, second.rule().count());
        assertEquals(DAY.plusWeeks(4).atTime(17, 0), second.when().start());
        assertEquals(
                "{\"" + second.uid() + "\":{\"@type\":\"Relation\",\"relation\":{\"next\":true}}}",
                first.json().path("relatedTo").toString());
        assertEquals(
                "{\"" + first.uid() + "\":{\"@type\":\"Relation\",\"relation\":{\"first\":true}}}",
                second.json().path("relatedTo").toString());
        world.agree();
        assertEquals(List.of(), anna.store().conflicts());
    }

    @Test
    void theOldSeriesIsNotShortenedOnTheServerBeforeTheNewOneIsThere() {
        world.stopServer();
        // An earlier change that waits: what is divided is folded into it.
        anna.commands().change(week(anna, 1), Scope.OCCURRENCE, new Change.Deleted()).join();
        retitle(4, "Match");
        String account = find(anna, SHARED).accountId();
        world.close("ben");
        List<Outgoing> batch = anna.store().serverSide().takeBatch(account, Type.EVENT, 50).join();
        assertEquals(List.of(Outgoing.Act.CREATE), batch.stream().map(Outgoing::act).toList());
    }
}
