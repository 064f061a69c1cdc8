package app.linden.ical;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.linden.model.Json;
import app.linden.model.RandomEvents;
import app.linden.model.Upgrade;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Random events of every property come back from iCalendar as they were, but for what {@link
 * Normal} takes out; {@code -Devents=20000} for more of them, {@code -Dseed} for one.
 */
final class GeneratedEventsTest {
    private static final int EVENTS = Integer.getInteger("events", 500);

    @Test
    void comeBack() {
        each(RandomEvents::whole);
    }

    @Test
    void andWithWhatICalendarHardlyCanSay() {
        each(RicherEvents::of);
    }

    private static void each(Function<Random, ObjectNode> events) {
        long first = Long.getLong("seed", System.nanoTime());
        for (long seed = first; seed < first + EVENTS; seed++) {
            ObjectNode event = events.apply(new Random(seed));
            Bytes ics = Bytes.of(event);
            assertThat(difference(event, ics.back()))
                    .as("-Dseed=%d -Devents=1%n%s%n%s", seed, event.toPrettyString(), ics)
                    .isEmpty();
        }
    }

    /** What was written of an event. */
    static final class Bytes {
        private final byte[] ics;

        private Bytes(byte[] ics) {
            this.ics = ics;
        }

        static Bytes of(ObjectNode event) {
            ObjectNode group = Json.object().put("@type", "Group");
            group.putArray("entries").add(event);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] json = Json.write(group).getBytes(UTF_8);
            assertThat(GroupFile.convert(new ByteArrayInputStream(json), out)).isEmpty();
            return new Bytes(out.toByteArray());
        }

        ObjectNode back() {
            CalendarFile.Whole whole = CalendarFile.readGroup(new ByteArrayInputStream(ics));
            assertThat(whole.unreadable()).as(toString()).isEmpty();
            assertThat(whole.group().path("entries")).as(toString()).hasSize(1);
            return (ObjectNode) whole.group().path("entries").get(0);
        }

        @Override
        public String toString() {
            return new String(ics, UTF_8);
        }
    }

    static List<String> difference(ObjectNode before, ObjectNode after) {
        Map<String, String> was = Normal.of(Upgrade.toVersion2(before));
        Map<String, String> is = Normal.of(after);
        TreeSet<String> pointers = new TreeSet<>(was.keySet());
        pointers.addAll(is.keySet());
        List<String> lines = new ArrayList<>();
        for (String at : pointers) {
            String old = was.getOrDefault(at, "nothing");
            String now = is.getOrDefault(at, "nothing");
            if (!old.equals(now)) {
                lines.add(at + " was " + old + ", is " + now);
            }
        }
        return lines;
    }
}
