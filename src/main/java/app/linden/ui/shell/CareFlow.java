package app.linden.ui.shell;

import app.linden.base.Closer;
import app.linden.calendar.care.Care;
import app.linden.calendar.care.UpdateNotice;
import app.linden.calendar.port.Desktop;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Texts;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells once what a person should know about backups and newer versions. Lives on JavaFX's thread.
 */
final class CareFlow implements AutoCloseable {
    private final Closer closer = new Closer();

    CareFlow(Care care, Desktop desktop, Supplier<CalendarWindow> window) {
        closer.add(
                FxRelay.relay(
                        care.backups().told(),
                        sentence -> {
                            if (!sentence.isEmpty()) {
                                window.get().tell(sentence);
                            }
                        }));
        if (care.updates() != null) {
            closer.add(
                    FxRelay.relay(
                            care.updates().newer(), newer -> told(newer, desktop, window.get())));
        }
    }

    private static void told(Optional<UpdateNotice> newer, Desktop desktop, CalendarWindow window) {
        newer.ifPresent(notice ->
                window.tell(
                        Texts.text("update.there", notice.version()),
                        Texts.text("update.look"),
                        () -> desktop.browse(notice.link())));
    }

    @Override
    public void close() {
        closer.close();
    }
}
