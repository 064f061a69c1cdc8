package app.linden.ui.attention;

import app.linden.calendar.*;
import app.linden.ui.kit.Look;

import javafx.stage.Window;

public final class Attention {
    public Attention(Commands c, Agenda a, Look l) {}

    public void show(Window w) {}
}
