package app.linden.ui.start;

import app.linden.calendar.port.Accounts;
import app.linden.ui.kit.Look;

import javafx.stage.Window;

public final class SignIn {
    public SignIn(Accounts a, Look l) {}

    public void show(Window w, Runnable r) {}
}
