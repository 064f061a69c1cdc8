package app.linden.ui.attention;

import app.linden.calendar.port.Accounts;

import javafx.scene.control.Button;

public final class SyncLabel extends Button {
    public SyncLabel(Accounts a, Runnable r) {
        setText("All saved");
    }

    public void close() {}
}
