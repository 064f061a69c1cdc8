package app.linden.ui.shell;

import app.linden.calendar.Agenda;
import app.linden.calendar.Commands;
import app.linden.calendar.InAndOut;
import app.linden.calendar.port.Accounts;
import app.linden.calendar.port.Files;

import java.time.Clock;

/** What a window needs of one device. */
public record Services(
        Commands commands,
        Agenda agenda,
        InAndOut inAndOut,
        Accounts accounts,
        Files files,
        Clock clock) {}
