package app.linden.ui.shell;

import app.linden.calendar.Agenda;
import app.linden.calendar.Commands;
import app.linden.calendar.InAndOut;
import app.linden.calendar.SettingsFile;
import app.linden.calendar.care.Care;
import app.linden.calendar.port.Accounts;
import app.linden.calendar.port.Desktop;
import app.linden.calendar.port.Files;
import app.linden.calendar.remind.Reminders;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/**
 * What a window needs of one device.
 *
 * @param reminders null for a window that reminds of nothing
 * @param care null for a device that ends with the program
 */
public record Services(
        Commands commands,
        Agenda agenda,
        InAndOut inAndOut,
        Accounts accounts,
        Files files,
        Clock clock,
        SettingsFile settings,
        @Nullable Reminders reminders,
        Desktop desktop,
        @Nullable Care care) {

    /** With the usual settings, without reminders, on a system that offers nothing. */
    public Services(
            Commands commands,
            Agenda agenda,
            InAndOut inAndOut,
            Accounts accounts,
            Files files,
            Clock clock) {
        this(
                commands,
                agenda,
                inAndOut,
                accounts,
                files,
                clock,
                SettingsFile.ofThisRun(),
                null,
                Desktop.none(),
                null);
    }

    /** The same with settings and reminders of its own, on a desktop. */
    public Services on(SettingsFile own, @Nullable Reminders reminding, Desktop around) {
        return new Services(
                commands, agenda, inAndOut, accounts, files, clock, own, reminding, around, care);
    }

    /** The same, looked after. */
    public Services with(Care after) {
        return new Services(
                commands, agenda, inAndOut, accounts, files, clock, settings, reminders, desktop,
                after);
    }

    /** The same at the same time with days as they are in another zone. */
    Services at(Clock other) {
        return new Services(
                commands, agenda, inAndOut, accounts, files, other, settings, reminders, desktop,
                care);
    }
}
