package app.linden.desktop;

import app.linden.base.Worker;
import app.linden.calendar.port.Notifications;

import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Notifications of a Linux desktop: whoever speaks {@code org.freedesktop.Notifications} (Desktop
 * Notifications Specification 1.3) on the person's bus. Has a thread of its own; a bus that went
 * away is connected to again with the next notification.
 */
final class BusNotifications implements Notifications {
    private static final String SERVICE = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final Logger LOG = Logger.getLogger(BusNotifications.class.getName());

    /** What a click on the notification itself is called. */
    private static final String CLICK = "default";

    /** The person closed it; other reasons are that it ran out or was taken back. */
    private static final long BY_PERSON = 2;

    private static final byte NORMAL = 1;
    private static final int UNTIL_CLOSED = 0;

    private final String address;
    private final Worker worker = new Worker("notifications");
    private final Map<String, Note> notes = new HashMap<>();
    private final Map<String, UInt32> numbers = new HashMap<>();
    private Consumer<Answer> heard = answer -> {};
    private Set<String> abilities = Set.of();
    private @Nullable Bus bus;
    private volatile boolean works;

    /**
     * @param address of the bus
     */
    BusNotifications(String address) {
        this.address = address;
        worker.execute(this::connect);
    }

    @Override
    public boolean works() {
        return works;
    }

    @Override
    public void onAnswer(Consumer<Answer> hearer) {
        worker.execute(() -> heard = hearer);
    }

    @Override
    public void show(Note note) {
        worker.execute(() -> {
            Bus at = connect();
            if (at == null) {
                return;
            }
            try {
                Object[] answer =
                        at.call(
                                PATH,
                                SERVICE,
                                "Notify",
                                "susssasa{sv}i",
                                "Linden",
                                numbers.getOrDefault(note.key(), new UInt32(0)),
                                "x-office-calendar",
                                note.title(),
                                abilities.contains("body-markup")
                                        ? escaped(note.body())
                                        : note.body(),
                                actions(note),
                                Map.of(
                                        "desktop-entry", new Variant<>("linden"),
                                        "urgency", new Variant<>(NORMAL)),
                                UNTIL_CLOSED);
                numbers.put(note.key(), (UInt32) answer[0]);
                notes.put(note.key(), note);
            } catch (IOException e) {
                failed(e);
            }
        });
    }

    private String[] actions(Note note) {
        List<String> all = new ArrayList<>();
        if (abilities.contains("actions") && !note.actions().isEmpty()) {
            all.addAll(List.of(CLICK, note.actions().getFirst().text()));
            note.actions().forEach(a -> all.addAll(List.of(a.id(), a.text())));
        }
        return all.toArray(String[]::new);
    }

    @Override
    public void withdraw(String key) {
        worker.execute(() -> {
            UInt32 number = numbers.remove(key);
            notes.remove(key);
            Bus at = bus;
            if (number == null || at == null) {
                return;
            }
            try {
                at.call(PATH, SERVICE, "CloseNotification", "u", number);
            } catch (Bus.Refusal closedAlready) {
                LOG.log(Level.FINE, "was closed already", closedAlready);
            } catch (IOException e) {
                failed(e);
            }
        });
    }

    private @Nullable Bus connect() {
        if (bus != null && bus.isOpen()) {
            return bus;
        }
        Bus made = null;
        try {
            made = Bus.open(address, SERVICE);
            Object[] answer = made.call(PATH, SERVICE, "GetCapabilities", "");
            abilities = words(answer);
            made.listen(PATH, SERVICE, "ActionInvoked", this::invoked);
            made.listen(PATH, SERVICE, "NotificationClosed", this::closed);
            numbers.clear();
            notes.clear();
            bus = made;
            works = true;
            return made;
        } catch (IOException e) {
            if (made != null) {
                made.close();
            }
            failed(e);
            return null;
        }
    }

    private void failed(IOException e) {
        LOG.log(Level.FINE, "no notifications", e);
        works = false;
        if (bus != null) {
            bus.close();
            bus = null;
        }
    }

    private static Set<String> words(Object[] answer) {
        Object first = answer.length == 0 ? List.of() : answer[0];
        if (first instanceof List<?> list) {
            return Set.copyOf(list.stream().map(String::valueOf).toList());
        }
        return first instanceof String[] array ? Set.of(array) : Set.of();
    }

    private void invoked(Object[] signal) {
        worker.execute(() -> {
            Note note = note(signal[0]);
            if (note != null && !note.actions().isEmpty()) {
                String action = String.valueOf(signal[1]);
                String id = action.equals(CLICK) ? note.actions().getFirst().id() : action;
                heard.accept(new Answer(note.key(), id));
            }
        });
    }

    private void closed(Object[] signal) {
        worker.execute(() -> {
            Note note = note(signal[0]);
            if (note != null) {
                numbers.remove(note.key());
                notes.remove(note.key());
                if (((Number) signal[1]).longValue() == BY_PERSON) {
                    heard.accept(new Answer(note.key(), Answer.CLOSED));
                }
            }
        });
    }

    /** Numbers of other programs' notifications are heard too. */
    private @Nullable Note note(Object number) {
        return numbers.entrySet().stream()
                .filter(n -> n.getValue().equals(number))
                .map(n -> notes.get(n.getKey()))
                .findFirst()
                .orElse(null);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public void close() {
        worker.execute(() -> {
            if (bus != null) {
                bus.close();
                bus = null;
            }
        });
        worker.close();
    }
}
