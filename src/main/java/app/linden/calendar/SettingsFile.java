package app.linden.calendar;

import app.linden.base.Cell;
import app.linden.base.Problem;
import app.linden.base.Worker;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * The settings of a profile in its file {@code settings.json}, read before the cache is opened: a
 * window that asks for the passphrase has a look and a language already. It holds no secret, and a
 * person can read, copy and mend it. Any thread; writing goes on in the background.
 */
public final class SettingsFile implements AutoCloseable {
    private final @Nullable JsonFile file;
    private final Worker worker = new Worker("settings");
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Cell<Settings> settings;
    private final Cell<String> told = new Cell<>("");

    private SettingsFile(@Nullable JsonFile file) {
        this.file = file;
        this.settings = new Cell<>(file == null ? Settings.USUAL : new Settings(file.read()));
        Path broken = file == null ? null : file.setAside();
        if (broken != null) {
            told.set(
                    "The settings could not be read, so Linden starts with the usual ones. The"
                            + " old file is kept as "
                            + broken
                            + ".");
        }
    }

    /** Those of a profile folder, which exists; the usual ones where there are none yet. */
    public static SettingsFile of(Path profile) {
        return new SettingsFile(new JsonFile(profile.resolve("settings.json")));
    }

    /** Settings that end with the program. */
    public static SettingsFile ofThisRun() {
        return new SettingsFile(null);
    }

    public Cell<Settings> settings() {
        return settings;
    }

    /** A sentence that the person should hear, empty when all is well. */
    public Cell<String> told() {
        return told;
    }

    /** Takes effect at once. */
    public void change(UnaryOperator<Settings> edit) {
        Settings before = settings.get();
        settings.update(edit);
        if (file != null && !settings.get().equals(before) && waiting.compareAndSet(false, true)) {
            worker.execute(() -> write(file));
        }
    }

    private void write(JsonFile to) {
        waiting.set(false);
        try {
            to.write(settings.get().json());
        } catch (Problem e) {
            told.set(Problem.sentence(e));
        }
    }

    /** Waits until everything is written. */
    @Override
    public void close() {
        worker.close();
    }
}
