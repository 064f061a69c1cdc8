package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;

/** An editor that was left open does not take back what came since. */
class SeenEditTest {
    private static final LocalDateTime SECOND = LocalDateTime.of(2027, 1, 11, 9, 0);
    private static final String KEY = "2027-01-11T09:00:00";

    private static Event series() {
        return Event.of(
                Json.parseObject(
                        """
                        {"@type":"Event","uid":"u","title":"Choir","start":"2027-01-04T09:00:00",
                         "timeZone":"Europe/Berlin","duration":"PT1H","description":"a\\nb\\nc",
                         "recurrenceRule":{"@type":"RecurrenceRule","frequency":"weekly"}}\
                        """));
    }

    private static Event changed(Event series, String property, String value) {
        Event one = series.occurrence(SECOND);
        return Series.withOccurrence(series, SECOND, one, one.withText(property, value));
    }

    @Test
    void linesOfOneOccurrenceThatCameSinceStay() {
        Event seen = series().occurrence(SECOND);
        Event now = changed(series(), "description", "a\nb\nc\ntheirs");
        SeenEdit edit =
                SeenEdit.ofOccurrence(
                        now, SECOND, seen, seen.withText("description", "mine\na\nb\nc"));
        assertEquals("mine\na\nb\nc\ntheirs", edit.event().occurrence(SECOND).description());
        assertEquals(0, edit.clashes().size());
    }

    @Test
    void whatBothChangedIsACardThatBringsMineBack() {
        Event seen = series().occurrence(SECOND);
        Event now = changed(series(), "title", "Theirs");
        SeenEdit edit = SeenEdit.ofOccurrence(now, SECOND, seen, seen.withText("title", "Mine"));
        assertEquals("Theirs", edit.event().occurrence(SECOND).title());
        Merge.Clash card = edit.clashes().getFirst();
        assertEquals("recurrenceOverrides/" + KEY + "/title", card.unit());
        Event decided = edit.event().patched(Patch.of(card.mine()));
        assertEquals("Mine", decided.occurrence(SECOND).title());
        assertEquals("Choir", decided.title());
    }

    @Test
    void aTextThatWasTakenOutIsBroughtBackAsAWholeOverride() {
        Event seen = series().occurrence(SECOND);
        Event now = changed(series(), "description", "theirs");
        ObjectNode without = seen.json().deepCopy();
        without.remove("description");
        SeenEdit edit = SeenEdit.ofOccurrence(now, SECOND, seen, Event.of(without));
        Event decided = edit.event().patched(Patch.of(edit.clashes().getFirst().mine()));
        assertEquals("", decided.occurrence(SECOND).description());
        assertEquals("a\nb\nc", decided.description());
    }

    @Test
    void anOccurrenceThatIsGoneIsNotBroughtBackUnseen() {
        Event seen = series().occurrence(SECOND);
        Event excluded = Series.without(series(), SECOND);
        Event moved =
                SeriesEdit.shifted(
                        series(),
                        seen.when(),
                        seen.with(seen.when().at(SECOND.plusHours(2))).when());
        Event mine = seen.withText("title", "Mine");
        assertThrows(Problem.class, () -> SeenEdit.ofOccurrence(excluded, SECOND, seen, mine));
        assertThrows(Problem.class, () -> SeenEdit.ofOccurrence(moved, SECOND, seen, mine));
    }

    @Test
    void ofAWholeSeriesTheExceptionsThatCameSinceStay() {
        Event seen = series();
        Event now = changed(series().withText("title", "Theirs"), "description", "of one");
        SeenEdit edit = SeenEdit.ofWhole(now, seen, seen.withText("description", "a\nb\nc\nd"));
        assertEquals("Theirs", edit.event().title());
        assertEquals("a\nb\nc\nd", edit.event().description());
        assertEquals("of one", edit.event().occurrence(SECOND).description());
    }
}
