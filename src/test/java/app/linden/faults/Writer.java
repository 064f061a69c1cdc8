package app.linden.faults;

import app.linden.calendar.Target;
import app.linden.cli.Device;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.When;
import app.linden.store.Store;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Creates and retitles events of its own on a device; a title is a key and a version. */
final class Writer {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final int MOST = 60;

    /** Hears of an edit. */
    @FunctionalInterface
    interface Heard {
        void of(String key, int version);
    }

    private final Device device;
    private final String prefix;
    private final Random random = new Random();
    private final Heard tries;
    private final Heard saved;

    Writer(Device device, String prefix, Heard tries, Heard saved) {
        this.device = device;
        this.prefix = prefix;
        this.tries = tries;
        this.saved = saved;
    }

    /** What is on a device, by key; nothing may be there twice. */
    static Map<String, Integer> look(Device device) {
        Map<String, Integer> there = new HashMap<>();
        for (Calendar calendar : device.store().calendars()) {
            for (Store.Found found : device.store().eventsIn(calendar.id())) {
                String[] words = found.event().title().split(" ", -1);
                if (there.put(words[0], Integer.parseInt(words[1])) != null) {
                    throw new AssertionError(words[0] + " is there twice");
                }
            }
        }
        return there;
    }

    /** One edit, saved when this returns. */
    void write() {
        Calendar calendar =
                device.store().calendars().stream()
                        .filter(Calendar::isDefault)
                        .findFirst()
                        .orElseThrow();
        List<Store.Found> own = new ArrayList<>(device.store().eventsIn(calendar.id()));
        own.removeIf(f -> !f.event().title().startsWith(prefix));
        if (own.size() < MOST || random.nextInt(20) == 0) {
            String key = prefix + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
            tries.of(key, 0);
            device.commands()
                    .create(
                            Event.create(
                                    "",
                                    calendar.id(),
                                    key + " 0",
                                    When.timed(
                                            DAY.atTime(9, 0),
                                            DAY.atTime(10, 0),
                                            ZoneId.of("Europe/Berlin"))))
                    .join();
            saved.of(key, 0);
            return;
        }
        Store.Found found = own.get(random.nextInt(own.size()));
        String[] words = found.event().title().split(" ", -1);
        int version = Integer.parseInt(words[1]) + 1;
        tries.of(words[0], version);
        Event after = found.event().with("title", Json.text(words[0] + " " + version));
        device.commands().edit(Target.whole(found.id()), found.event(), after).join();
        saved.of(words[0], version);
    }
}
