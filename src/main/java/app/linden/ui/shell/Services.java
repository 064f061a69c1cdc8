package app.linden.ui.shell;

import app.linden.calendar.Agenda;
import app.linden.calendar.Commands;
import app.linden.calendar.Imports;
import app.linden.calendar.port.Accounts;
import app.linden.calendar.port.Files;

import java.time.Clock;

/** What a window needs of one device. */
public record Services(
        Commands commands,
        Agenda agenda,
        Imports imports,
        Accounts accounts,
        Files files,
        Clock clock) {}
