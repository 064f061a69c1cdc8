package app.linden.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Event;
import app.linden.model.Occurrence;
import app.linden.model.Repetition;
import app.linden.model.Rule;
import app.linden.model.When;
import app.linden.ui.Fx;
import app.linden.ui.Sample;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Look;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The editor by mouse and keyboard, seen from the store. */
class EventEditorTest {
    private static final LocalDate DAY = Sample.TODAY;

    @TempDir private Path folder;
    private Sample sample;
    private Stage owner;
    private EventEditor editor;

    @BeforeEach
    void open() {
        sample = new Sample(folder);
        Look look = Fx.look(false);
        owner =
                Fx.on(() -> {
                    editor = new EventEditor(sample.commands, sample.agenda, Sample.ZONE, look);
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

    private void edit(Occurrence occurrence) {
        Fx.run(() -> editor.edit(owner, occurrence));
        Fx.until("the editor is open", () -> Fx.topWindow() != owner);
        Fx.pulses(2);
    }

    private void create() {
        When when = When.timed(DAY.atTime(14, 0), DAY.atTime(15, 0), Sample.ZONE);
        Fx.run(() -> editor.create(owner, when, null));
        Fx.pulses(2);
    }

    private void untilClosed() {
        Fx.until("the editor is closed", () -> Fx.topWindow() == owner);
    }

    private void replace(String field, String text) {
        Fx.click(field);
        Fx.keys(KeyCode.CONTROL, KeyCode.A);
        Fx.type(text);
    }

    private static String text(String field) {
        return Fx.on(() -> ((TextField) Fx.find(field)).getText());
    }

    /** Clicks the button with that text as soon as one is there. */
    private void press(String text) {
        List<Node> found = new ArrayList<>();
        Fx.until(
                "a button " + text,
                () -> {
                    Fx.topWindow().getScene().getRoot().lookupAll(".button").stream()
                            .filter(b -> b instanceof Button it && it.getText().equals(text))
                            .forEach(found::add);
                    return !found.isEmpty();
                });
        Fx.click(found.getFirst());
    }

    @Test
    void aTitleAndEnterMakeAnEvent() {
        create();
        Fx.type("Tea with Mira");
        Fx.keys(KeyCode.ENTER);
        untilClosed();

        Occurrence tea = sample.find(DAY, "Tea with Mira");
        assertEquals(sample.calendar("Family").id(), tea.calendarId());
        assertEquals(DAY.atTime(14, 0), tea.span().startIn(Sample.ZONE));
        assertEquals(3600, tea.span().seconds());
    }

    @Test
    void timesArePickedAndTypedAndTheEndFollowsTheStart() {
        create();
        Fx.type("Tea");
        replace("#start-time", "930");
        Fx.keys(KeyCode.TAB);
        assertEquals("10:30\u202fAM", text("#end-time"));
        Fx.click("#end-time");
        Fx.keys(KeyCode.DOWN);
        Fx.keys(KeyCode.DOWN);
        Fx.keys(KeyCode.ENTER);
        assertEquals("11:00\u202fAM", text("#end-time"));
        Fx.keys(KeyCode.CONTROL, KeyCode.S);
        untilClosed();

        Occurrence tea = sample.find(DAY, "Tea");
        assertEquals(LocalTime.of(9, 30), tea.span().startIn(Sample.ZONE).toLocalTime());
        assertEquals(90 * 60, tea.span().seconds());
    }

    @Test
    void whatCannotBeReadIsSaidAndStaysAndIsNotSaved() {
        create();
        Fx.type("Tea");
        replace("#start-day", "2/30");
        Fx.keys(KeyCode.TAB);
        Label fault = (Label) Fx.find("#when-fault");
        assertEquals("“2/30” is not on the calendar.", Fx.on(fault::getText));
        assertEquals("2/30", text("#start-day"));
        assertTrue(Fx.on(() -> Fx.find("#save").isDisabled()));
        replace("#start-day", "12/1");
        Fx.keys(KeyCode.TAB);
        assertFalse(Fx.on(fault::isVisible));
        replace("#end-day", "11/20");
        Fx.keys(KeyCode.TAB);
        assertEquals("The end is before the start.", Fx.on(fault::getText));
        replace("#end-day", "12/2");
        Fx.keys(KeyCode.TAB);
        Fx.click("#save");
        untilClosed();

        assertEquals(25 * 3600, sample.find(LocalDate.of(2026, 12, 1), "Tea").span().seconds());
    }

    @Test
    void titlePlaceNotesAndCalendarChangeAndNothingElse() {
        String id = sample.add("Family", "Dentist", DAY, "15:30", "16:15");
        Event before = sample.store.findEvent(id).orElseThrow();
        edit(sample.find(DAY, "Dentist"));
        Fx.type("Doctor");
        replace("#place", "Gartenstrasse");
        Fx.click("#notes");
        Fx.type("Card");
        Fx.keys(KeyCode.ENTER);
        Fx.type("Ben");
        Fx.run(() -> choose("#calendar", 1));
        Fx.keys(KeyCode.CONTROL, KeyCode.ENTER);
        untilClosed();

        Event after = sample.store.findEvent(id).orElseThrow();
        assertEquals("Doctor", after.title());
        assertEquals("Gartenstrasse", after.place());
        assertEquals("Card\nBen", after.description());
        assertEquals(java.util.List.of(sample.calendar("Work").id()), after.calendarIds());
        assertEquals(before.when(), after.when());
    }

    @SuppressWarnings("unchecked")
    private static void choose(String box, int index) {
        ((ComboBox<Object>) Fx.find(box)).getSelectionModel().select(index);
    }

    @Test
    void anEventBecomesASeriesAndAllDay() {
        String id = sample.add("Family", "Swimming", DAY, "15:30", "16:15");
        edit(sample.find(DAY, "Swimming"));
        Fx.run(() -> choose("#repetition", Repetition.Kind.WEEKLY.ordinal()));
        Fx.run(() -> choose("#repetition-end", 2));
        replace("#repetition-count", "4");
        Fx.click("#all-day");
        Fx.click("#save");
        untilClosed();

        Event after = sample.store.findEvent(id).orElseThrow();
        assertEquals(
                new Repetition(Repetition.Kind.WEEKLY, null, 4), Repetition.of(after.rule(), DAY));
        assertEquals(When.days(DAY, DAY), after.when());
        assertEquals(1, sample.on(DAY.plusWeeks(3)).size());
        assertEquals(0, sample.on(DAY.plusWeeks(4)).size());
    }

    private String series() {
        return sample.add(
                sample.event("Family", "Choir", DAY, "19:00", "20:00")
                        .with(Rule.every(1, Rule.Frequency.WEEKLY)));
    }

    @Test
    void oneOfASeriesChangesAloneOrAllDo() {
        String id = series();
        edit(sample.find(DAY.plusWeeks(1), "Choir"));
        replace("#start-time", "20:15");
        Fx.click("#save");
        press("Only this event");
        untilClosed();

        assertEquals(
                DAY.plusWeeks(1).atTime(20, 15),
                sample.find(DAY.plusWeeks(1), "Choir").span().startIn(Sample.ZONE));
        assertEquals(DAY.atTime(19, 0), sample.find(DAY, "Choir").span().startIn(Sample.ZONE));

        edit(sample.find(DAY.plusWeeks(2), "Choir"));
        replace("#start-time", "18");
        Fx.click("#save");
        press("All events");
        untilClosed();

        assertEquals(DAY.atTime(18, 0), sample.store.findEvent(id).orElseThrow().when().start());
        assertEquals(
                DAY.plusWeeks(1).atTime(19, 15),
                sample.find(DAY.plusWeeks(1), "Choir").span().startIn(Sample.ZONE));
    }

    @Test
    void anotherRepetitionIsForTheWholeSeriesOrForWhatFollows() {
        String id = series();
        edit(sample.find(DAY.plusWeeks(1), "Choir"));
        Fx.run(() -> choose("#repetition", Repetition.Kind.TWO_WEEKLY.ordinal()));
        Fx.click("#save");
        press("All events");
        untilClosed();

        Event after = sample.store.findEvent(id).orElseThrow();
        assertEquals(
                new Repetition(Repetition.Kind.TWO_WEEKLY, null, null),
                Repetition.of(after.rule(), DAY));
        assertEquals(0, sample.on(DAY.plusWeeks(1)).size());

        edit(sample.find(DAY.plusWeeks(2), "Choir"));
        Fx.run(() -> choose("#repetition", Repetition.Kind.WEEKLY.ordinal()));
        Fx.click("#save");
        press("This and all following");
        untilClosed();
        assertEquals(1, sample.on(DAY).size());
        assertEquals(0, sample.on(DAY.plusWeeks(1)).size());
        assertEquals(1, sample.on(DAY.plusWeeks(3)).size());
    }

    @Test
    void anExceptionThatWouldBeLostIsNamedBefore() {
        series();
        edit(sample.find(DAY.plusWeeks(1), "Choir"));
        replace("#start-time", "20:15");
        Fx.click("#save");
        press("Only this event");
        untilClosed();
        edit(sample.find(DAY, "Choir"));
        Fx.run(() -> choose("#repetition", Repetition.Kind.TWO_WEEKLY.ordinal()));
        Fx.click("#save");
        press("All events");
        Label detail = (Label) Fx.find(".question-detail");
        assertEquals(
                "1 changed date will be lost: " + Dates.date(DAY.plusWeeks(1)) + ".",
                Fx.on(detail::getText));
        press("Change");
        untilClosed();
        assertEquals(0, sample.on(DAY.plusWeeks(1)).size());
    }

    @Test
    void thisAndAllFollowingChangeTogether() {
        series();
        edit(sample.find(DAY.plusWeeks(2), "Choir"));
        replace("#start-time", "18");
        Fx.click("#save");
        press("This and all following");
        untilClosed();
        assertEquals(
                DAY.plusWeeks(1).atTime(19, 0),
                sample.find(DAY.plusWeeks(1), "Choir").span().startIn(Sample.ZONE));
        assertEquals(
                DAY.plusWeeks(3).atTime(18, 0),
                sample.find(DAY.plusWeeks(3), "Choir").span().startIn(Sample.ZONE));
        assertEquals(1, sample.on(DAY.plusWeeks(2)).size());

        edit(sample.find(DAY.plusWeeks(3), "Choir"));
        Fx.click("#delete");
        press("This and all following");
        untilClosed();
        assertEquals(1, sample.on(DAY.plusWeeks(2)).size());
        assertEquals(0, sample.on(DAY.plusWeeks(3)).size());
    }

    @Test
    void deletingAsksAndDeletesOneOrAll() {
        series();
        edit(sample.find(DAY, "Choir"));
        Fx.click("#delete");
        press("Only this event");
        untilClosed();
        assertEquals(0, sample.on(DAY).size());
        assertEquals(1, sample.on(DAY.plusWeeks(1)).size());

        edit(sample.find(DAY.plusWeeks(1), "Choir"));
        Fx.click("#delete");
        press("All events");
        untilClosed();
        assertEquals(0, sample.on(DAY.plusWeeks(1)).size());
    }

    @Test
    void savingWithoutAChangeSendsNothingAndEscForgets() {
        var event = sample.event("Family", "Dentist", DAY, "15:30", "16:15");
        sample.arrive("e1", "family", event);
        edit(sample.find(DAY, "Dentist"));
        Fx.keys(KeyCode.CONTROL, KeyCode.ENTER);
        untilClosed();
        edit(sample.find(DAY, "Dentist"));
        Fx.type("Other");
        Fx.keys(KeyCode.ESCAPE);
        untilClosed();

        assertEquals(0, sample.store.waiting().size());
        assertEquals("Dentist", sample.on(DAY).getFirst().title());
    }

    @Test
    void aCommandThatFailsSaysSoInTheOpenEditor() {
        String id = sample.add("Family", "Dentist", DAY, "15:30", "16:15");
        edit(sample.find(DAY, "Dentist"));
        sample.commands.delete(app.linden.calendar.Target.whole(id)).join();
        Fx.type("Doctor");
        Fx.keys(KeyCode.ENTER);
        Label failure = (Label) Fx.find("#failure");
        Fx.until("the sentence", failure::isVisible);

        assertFalse(Fx.on(failure::getText).isBlank());
        assertEquals("Doctor", text("#title"));
    }
}
