package app.linden.ui.share;

import app.linden.calendar.Agenda;
import app.linden.calendar.Commands;
import app.linden.calendar.port.Accounts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Opens the dialog of who is in a calendar. It shows what is so while it is open, whoever changes
 * it. Lives on JavaFX's thread.
 */
public final class ShareDialog {
    private final Commands commands;
    private final Agenda agenda;
    private final Accounts accounts;
    private final Look look;

    public ShareDialog(Commands commands, Agenda agenda, Accounts accounts, Look look) {
        this.commands = commands;
        this.agenda = agenda;
        this.accounts = accounts;
        this.look = look;
    }

    /** Shows who is in a calendar; closes by itself when the calendar goes. */
    public void show(Window owner, String calendarId) {
        SharePanel panel =
                new SharePanel(
                        commands,
                        agenda,
                        look,
                        calendarId,
                        role -> accounts.invite(calendarId, role));
        Stage stage = DialogWindow.modal(owner, look, Texts.text("app.name"), panel, "share.css");
        panel.closing(stage::close);
        panel.resizing(stage::sizeToScene);
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> panel.close());
        // Somebody may have come to the server since it was asked last.
        accounts.syncNow();
        DialogWindow.showCentered(stage);
        panel.begin();
    }
}
