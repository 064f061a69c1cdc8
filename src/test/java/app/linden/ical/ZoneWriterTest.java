package app.linden.ical;

import static org.assertj.core.api.Assertions.assertThat;

import app.linden.ical.SmallParser.Part;
import app.linden.ical.SmallParser.Prop;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.component.VTimeZone;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A VTIMEZONE that is written means the same as Java's zone, read by two others. */
class ZoneWriterTest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final int LAST_YEAR = 2060;
    private static final int TRIALS = 400;

    private static byte[] written(String zone, int from) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ContentLines out = new ContentLines(bytes);
        out.write("BEGIN:VCALENDAR");
        out.write("VERSION:2.0");
        out.write("PRODID:x");
        ZoneWriter.write(out, zone, ZoneId.of(zone), from);
        out.write("END:VCALENDAR");
        out.flush();
        return bytes.toByteArray();
    }

    /** Instant of each onset to the offset that holds from then on. */
    private static TreeMap<Instant, ZoneOffset> onsets(Part vtimezone) throws Exception {
        TreeMap<Instant, ZoneOffset> onsets = new TreeMap<>();
        for (Part part : vtimezone.parts()) {
            ZoneOffset before = offset(part.value("TZOFFSETFROM"));
            ZoneOffset after = offset(part.value("TZOFFSETTO"));
            LocalDateTime start = LocalDateTime.parse(part.value("DTSTART"), TIME);
            onsets.put(start.toInstant(before), after);
            for (Prop rdate : part.all("RDATE")) {
                for (String one : rdate.value().split(",")) {
                    onsets.put(LocalDateTime.parse(one, TIME).toInstant(before), after);
                }
            }
            for (Prop rule : part.all("RRULE")) {
                RecurrenceRuleIterator all =
                        new RecurrenceRule(rule.value())
                                .iterator(DateTime.parse(part.value("DTSTART")));
                while (all.hasNext()) {
                    DateTime at = all.nextDateTime();
                    if (at.getYear() > LAST_YEAR) {
                        break;
                    }
                    onsets.put(LocalDateTime.parse(at.toString(), TIME).toInstant(before), after);
                }
            }
        }
        return onsets;
    }

    private static ZoneOffset offset(String text) {
        StringBuilder id = new StringBuilder(text).insert(3, ':');
        return ZoneOffset.of(id.length() > 6 ? id.insert(6, ':').toString() : id.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin", "Europe/Dublin", "Europe/London", "Europe/Lisbon",
                "Europe/Moscow", "Europe/Istanbul", "Africa/Casablanca", "Africa/El_Aaiun",
                "Africa/Cairo", "Africa/Lagos", "America/New_York", "America/Sao_Paulo",
                "America/Nuuk", "America/Santiago", "America/Asuncion", "America/Havana",
                "America/St_Johns", "America/Caracas", "Asia/Tehran", "Asia/Gaza",
                "Asia/Jerusalem", "Asia/Beirut", "Asia/Kathmandu", "Asia/Pyongyang",
                "Asia/Kolkata", "Australia/Lord_Howe", "Australia/Sydney", "Pacific/Apia",
                "Pacific/Easter", "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Norfolk",
                "Antarctica/Troll", "America/Scoresbysund", "Etc/UTC", "Etc/GMT+12"
            })
    void meansWhatJavaMeans(String name) throws Exception {
        long seed = Long.getLong("linden.seed", name.hashCode());
        Random random = new Random(seed);
        ZoneId zone = ZoneId.of(name);
        int from = 1970 + random.nextInt(60);
        byte[] bytes = written(name, from);
        Part vtimezone = SmallParser.parse(bytes).getFirst().parts("VTIMEZONE").getFirst();
        TreeMap<Instant, ZoneOffset> onsets = onsets(vtimezone);
        TimeZone other = ical4j(bytes);
        Instant first = LocalDateTime.of(from, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
        Instant last = LocalDateTime.of(LAST_YEAR, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
        long span = last.getEpochSecond() - first.getEpochSecond();
        for (int i = 0; i < TRIALS; i++) {
            Instant at = first.plusSeconds((long) (random.nextDouble() * span));
            ZoneOffset expected = zone.getRules().getOffset(at);
            Map.Entry<Instant, ZoneOffset> onset = onsets.floorEntry(at);
            assertThat(onset).as("%s from %s, seed %s", at, from, seed).isNotNull();
            assertThat(onset.getValue())
                    .as("%s from %s, seed %s", at, from, seed)
                    .isEqualTo(expected);
            if (!isFarFromChange(zone, at)) {
                // ical4j 4.4 takes onsets for times of UTC, and so is wrong on those days.
                continue;
            }
            assertThat(other.getOffset(at.toEpochMilli()) / 1000)
                    .as("ical4j: %s from %s, seed %s", at, from, seed)
                    .isEqualTo(expected.getTotalSeconds());
        }
        assertThat(bytes.length).isLessThan(8_000);
    }

    private static boolean isFarFromChange(ZoneId zone, Instant at) {
        ZoneOffset before = zone.getRules().getOffset(at.minusSeconds(2 * 86_400));
        return before.equals(zone.getRules().getOffset(at.plusSeconds(2 * 86_400)));
    }

    private static TimeZone ical4j(byte[] bytes) throws Exception {
        net.fortuna.ical4j.model.Calendar calendar =
                new CalendarBuilder()
                        .build(
                                new ByteArrayInputStream(
                                        new String(bytes, StandardCharsets.UTF_8)
                                                .getBytes(StandardCharsets.UTF_8)));
        VTimeZone vtimezone = (VTimeZone) calendar.getComponents().getFirst();
        return new TimeZone(vtimezone);
    }
}
