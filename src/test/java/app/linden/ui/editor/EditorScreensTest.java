package app.linden.ui.editor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Event;
import app.linden.model.Lost;
import app.linden.model.Patch;
import app.linden.model.Preview;
import app.linden.model.Rule;
import app.linden.model.When;
import app.linden.ui.Fx;
import app.linden.ui.Sample;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.ScopeChoice;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Pictures of the editor in {@code target/screens}, to be looked at. */
class EditorScreensTest {
    @TempDir private Path folder;
    private Sample sample;
    private Stage owner;

    @BeforeEach
    void open() {
        sample = new Sample(folder).fill();
        owner =
                Fx.on(() -> {
                    Stage stage = new Stage();
                    stage.setScene(new Scene(new Pane(), 900, 900));
                    stage.show();
                    return stage;
                });
    }

    @AfterEach
    void close() {
        Fx.closeAll();
        sample.close();
    }

    private void picture(String name, boolean dark) {
        Window top = Fx.topWindow();
        String file = name + (dark ? "-dark" : "-light");
        Fx.picture(Fx.on(top::getScene), file);
        assertTrue(Files.exists(Path.of("target", "screens", file + ".png")));
    }

    private EventEditor editor(Look look) {
        return Fx.on(() -> new EventEditor(sample.commands, sample.agenda, Sample.ZONE, look));
    }

    private void edit(EventEditor editor, String title, int daysFromToday) {
        Fx.run(() -> editor.edit(owner, sample.find(Sample.TODAY.plusDays(daysFromToday), title)));
        Fx.until("the editor is open", () -> Fx.topWindow() != owner);
        Fx.pulses(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theEditor(boolean dark) {
        Look look = Fx.look(dark);
        EventEditor editor = editor(look);
        sample.add(
                Event.create(
                                "",
                                sample.calendar("Work").id(),
                                "Flight to New York, with a title that is far too long for one line"
                                        + " of the form",
                                When.timed(
                                        Sample.TODAY.plusDays(1).atTime(10, 15),
                                        Sample.ZONE,
                                        Sample.TODAY.plusDays(1).atTime(13, 5),
                                        ZoneId.of("America/New_York")))
                        .with(
                                Rule.every(3, Rule.Frequency.WEEKLY)
                                        .on(
                                                java.util.List.of(
                                                        java.time.DayOfWeek.WEDNESDAY,
                                                        java.time.DayOfWeek.FRIDAY))
                                        .withCount(8))
                        .withPlace("Terminal 1, Gate B 22, Frankfurt Airport, beside the big clock")
                        .withText(
                                "description",
                                "Passport!\n"
                                        + "Seat 23A\n"
                                        + "Take the early train: the later one has 12 minutes to"
                                        + " change, which is not enough with luggage.\n"
                                        + "Call Mira."));
        Fx.run(() -> {
            editor.create(
                    owner,
                    When.timed(Sample.TODAY.atTime(14, 0), Sample.TODAY.atTime(15, 0), Sample.ZONE),
                    null);
        });
        picture("editor-new", dark);
        Fx.click("#end-time");
        picture("editor-times", dark);
        Fx.closeAll(owner);
        edit(editor, "Dentist, Ben", 0);
        picture("editor", dark);
        Fx.click("#start-day");
        picture("editor-date", dark);
        Fx.closeAll(owner);
        edit(
                editor,
                "Flight to New York, with a title that is far too long for one line of the form",
                1);
        picture("editor-zones", dark);
        Fx.click("#start-zone");
        Fx.type("tok");
        picture("editor-zone-list", dark);
        Fx.closeAll(owner);
        edit(editor, "Grandma visits", 4);
        picture("editor-all-day", dark);
        Fx.closeAll(owner);
        Fx.run(() -> ScopeChoice.ask(owner, look, "Which events should change?", s -> {}));
        picture("scope", dark);
        Fx.closeAll(owner);
        Lost lost = new Lost(LocalDateTime.of(2026, 5, 4, 19, 0), Patch.NONE);
        Lost other = new Lost(LocalDateTime.of(2026, 5, 11, 19, 0), Patch.NONE);
        Preview preview =
                new Preview(List.of(), 20, true, List.of(lost, other), List.of(), List.of());
        Fx.run(() -> ScopeChoice.confirm(owner, look, preview, () -> {}, () -> {}));
        picture("scope-lost", dark);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theCard(boolean dark) {
        Look look = Fx.look(dark);
        EventCard card =
                Fx.on(() -> {
                    look.dress(owner.getScene());
                    return new EventCard(
                            sample.agenda,
                            sample.commands,
                            Sample.ZONE,
                            look,
                            editor(look),
                            o -> {},
                            id -> {});
                });
        sample.add(
                sample.event(
                                "Family",
                                "Swimming course for beginners and those who are afraid of water",
                                Sample.TODAY,
                                "07:00",
                                "08:00")
                        .with(Rule.every(1, Rule.Frequency.WEEKLY).until(Sample.TODAY.plusDays(60)))
                        .withPlace(
                                "Pool in the park, entrance beside the school, Gartenstrasse 112")
                        .withText(
                                "description",
                                "Towel, goggles.\n"
                                    + "Ben comes along: pick him up at 6:40 and take the bicycle if"
                                    + " it does not rain."));
        sample.add(
                Event.create(
                        "",
                        sample.calendar("Work").id(),
                        "Call",
                        When.timed(
                                Sample.TODAY.atTime(9, 0),
                                ZoneId.of("America/New_York"),
                                Sample.TODAY.atTime(9, 45),
                                ZoneId.of("America/New_York"))));
        for (String title :
                java.util.List.of(
                        "Swimming course for beginners and those who are afraid of water",
                        "Call",
                        "Release",
                        "Grandma visits")) {
            var occurrence =
                    sample
                            .store
                            .occurrences(Sample.TODAY, Sample.TODAY.plusDays(5), Sample.ZONE)
                            .stream()
                            .filter(o -> o.title().equals(title))
                            .findFirst()
                            .orElseThrow();
            Fx.run(() -> card.show(owner.getScene().getRoot(), occurrence));
            Fx.until("the card is open", () -> Fx.topWindow() != owner);
            picture("card-" + title.split(" ")[0].toLowerCase(java.util.Locale.ROOT), dark);
            Fx.closeAll(owner);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLockedEvent(boolean dark) {
        EventEditor editor = editor(Fx.look(dark));
        var wire =
                sample.event("Work", "Match against Potsdam", Sample.TODAY, "18:00", "20:00")
                        .json()
                        .deepCopy();
        wire.put("id", "m1").put("uid", "m1").putObject("calendarIds").put("club", true);
        sample.pull("a2", app.linden.model.Type.EVENT, java.util.Map.of("m1", wire));
        edit(editor, "Match against Potsdam", 0);
        picture("editor-locked", dark);
    }
}
