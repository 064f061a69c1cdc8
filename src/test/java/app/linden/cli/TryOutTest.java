package app.linden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Calendar;
import app.linden.model.Occurrence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

final class TryOutTest {
    private static final LocalDate TODAY = LocalDate.now();

    @Test
    void annaAndBenShareACalendarAndHaveTheirOwn() {
        try (TryOut tryOut = TryOut.start()) {
            tryOut.ready().orTimeout(60, TimeUnit.SECONDS).join();
            assertTrue(tryOut.address().toString().startsWith("http://127.0.0.1:"));
            Device anna = tryOut.device(TryOut.ANNA);
            Device ben = tryOut.device(TryOut.BEN);
            assertEquals(titles(anna, "Anna & Ben"), titles(ben, "Anna & Ben"));
            assertTrue(titles(anna, "Anna & Ben").size() > 10);
            assertEquals(2, anna.store().calendars().size());
            assertEquals(2, ben.store().calendars().size());
            assertEquals(0, anna.store().waiting().size());
            assertTrue(
                    ben.store().calendars().stream()
                            .filter(c -> c.name().equals("Anna & Ben"))
                            .allMatch(c -> c.rights().mayWrite()));
        }
    }

    @Test
    void keptDataIsTakenUpAgain(@TempDir Path data) {
        Set<String> before;
        try (TryOut tryOut = TryOut.start(data)) {
            tryOut.ready().orTimeout(60, TimeUnit.SECONDS).join();
            before = titles(tryOut.device(TryOut.BEN), "Anna & Ben");
        }
        try (TryOut tryOut = TryOut.start(data)) {
            tryOut.ready().orTimeout(60, TimeUnit.SECONDS).join();
            Device ben = tryOut.device(TryOut.BEN);
            assertEquals(before, titles(ben, "Anna & Ben"));
            assertEquals(2, ben.store().calendars().size());
            assertFalse(ben.store().accounts().stream().anyMatch(a -> a.isLocal()));
        }
    }

    private static Set<String> titles(Device device, String calendar) {
        List<String> ids =
                device.store().calendars().stream()
                        .filter(c -> c.name().equals(calendar))
                        .map(Calendar::id)
                        .toList();
        Set<String> titles = new TreeSet<>();
        for (Occurrence o :
                device.store()
                        .occurrences(
                                TODAY.minusDays(10), TODAY.plusDays(30), ZoneId.systemDefault())) {
            if (ids.contains(o.calendarId())) {
                titles.add(o.title() + " " + o.span());
            }
        }
        return titles;
    }
}
