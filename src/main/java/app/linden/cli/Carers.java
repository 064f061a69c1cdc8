package app.linden.cli;

import app.linden.base.Closer;
import app.linden.calendar.JsonFile;
import app.linden.calendar.SettingsFile;
import app.linden.calendar.care.Backups;
import app.linden.calendar.care.Care;
import app.linden.calendar.care.Diagnostics;
import app.linden.calendar.care.UpdatePlace;
import app.linden.calendar.care.Updates;
import app.linden.remote.FileOverHttp;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** Puts together what looks after a device while its window is there. */
public final class Carers {
    private static final long LARGEST_NOTICE = 100_000;
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private Carers() {}

    /**
     * Begins to look after a device.
     *
     * @param closer ends it, before the device is closed
     */
    public static Care begin(Device device, Path profile, SettingsFile settings, Closer closer) {
        Backups backups =
                closer.add(
                        new Backups(
                                device.store(),
                                device.exports(),
                                settings,
                                profile,
                                Clock.systemDefaultZone()));
        backups.start();
        return new Care(
                backups,
                new Diagnostics(profile, settings.settings()::get, device.store()),
                updates(profile, settings, closer));
    }

    private static @Nullable Updates updates(Path profile, SettingsFile settings, Closer closer) {
        UpdatePlace place = UpdatePlace.ofThisBuild();
        String running = Carers.class.getPackage().getImplementationVersion();
        if (place == null || running == null) {
            return null;
        }
        Updates updates =
                closer.add(
                        new Updates(
                                place,
                                running,
                                () -> new FileOverHttp(LARGEST_NOTICE, SILENCE),
                                settings,
                                new JsonFile(profile.resolve("updates.json")),
                                InstantSource.system()));
        updates.start();
        return updates;
    }
}
