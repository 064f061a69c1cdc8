package app.linden.desktop;

import app.linden.calendar.port.Desktop.TrayEntry;
import app.linden.calendar.port.Notifications;

import org.jspecify.annotations.Nullable;

import java.awt.AWTException;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.Toolkit;
import java.awt.TrayIcon;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Linden's icon in the tray, where the system has one, and the notifications that come from it on
 * Windows and macOS; these two were not tried on such a system. Thread-safe.
 */
final class Tray implements Notifications {
    private static final Logger LOG = Logger.getLogger(Tray.class.getName());

    private @Nullable TrayIcon icon;
    private boolean forNotes;
    private Consumer<Answer> heard = answer -> {};
    private @Nullable Note last;

    /** Whether there is one; the first call starts AWT. */
    static boolean isThere() {
        try {
            return !GraphicsEnvironment.isHeadless() && SystemTray.isSupported();
        } catch (LinkageError | RuntimeException noAwt) {
            LOG.log(Level.FINE, "no tray", noAwt);
            return false;
        }
    }

    /** Puts the icon there with these entries, or takes it away when there are none. */
    synchronized boolean put(String name, List<TrayEntry> entries) {
        if (entries.isEmpty()) {
            remove();
            return true;
        }
        if (!isThere()) {
            return false;
        }
        remove();
        TrayIcon made = made(name);
        PopupMenu menu = new PopupMenu();
        for (TrayEntry entry : entries) {
            MenuItem item = new MenuItem(entry.text());
            item.addActionListener(e -> entry.action().run());
            menu.add(item);
        }
        made.setPopupMenu(menu);
        made.addActionListener(e -> {
            if (!answered()) {
                entries.getFirst().action().run();
            }
        });
        forNotes = false;
        return add(made);
    }

    private static TrayIcon made(String name) {
        URL picture = Objects.requireNonNull(Tray.class.getResource("/app/linden/ui/icon.png"));
        Image image = Toolkit.getDefaultToolkit().getImage(picture);
        TrayIcon made = new TrayIcon(image, name);
        made.setImageAutoSize(true);
        return made;
    }

    private boolean add(TrayIcon made) {
        try {
            SystemTray.getSystemTray().add(made);
            icon = made;
            return true;
        } catch (AWTException e) {
            LOG.log(Level.FINE, "the tray takes no icon", e);
            return false;
        }
    }

    private void remove() {
        if (icon != null) {
            SystemTray.getSystemTray().remove(icon);
            icon = null;
        }
    }

    @Override
    public boolean works() {
        return isThere();
    }

    @Override
    public synchronized void onAnswer(Consumer<Answer> hearer) {
        heard = hearer;
    }

    @Override
    public synchronized void show(Note note) {
        if (icon == null && isThere()) {
            TrayIcon made = made("Linden");
            made.addActionListener(e -> answered());
            forNotes = add(made);
        }
        if (icon != null) {
            last = note;
            icon.displayMessage(note.title(), note.body(), TrayIcon.MessageType.NONE);
        }
    }

    /** A click on a message and one on the icon are told alike. */
    private boolean answered() {
        Note note;
        Consumer<Answer> hearer;
        synchronized (this) {
            note = last;
            last = null;
            hearer = heard;
        }
        if (note == null || note.actions().isEmpty()) {
            return false;
        }
        hearer.accept(new Answer(note.key(), note.actions().getFirst().id()));
        return true;
    }

    @Override
    public synchronized void withdraw(String key) {
        if (last != null && last.key().equals(key)) {
            last = null;
        }
        if (forNotes && last == null) {
            remove();
            forNotes = false;
        }
    }

    @Override
    public synchronized void close() {
        if (icon != null) {
            remove();
        }
    }
}
