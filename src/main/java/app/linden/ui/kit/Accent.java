package app.linden.ui.kit;

import javafx.scene.paint.Color;

import java.util.Locale;

/** The colours that the theme calls accent, made of one that a person chose; pure. */
final class Accent {
    private static final double READABLE = 4.5;

    private Accent() {}

    /** As an inline style; white text can be read on the emphasis. */
    static String style(String color, boolean dark) {
        Tint tint = Tint.of(color, dark);
        Color emphasis = Color.web(color);
        while (Tint.contrast(emphasis, Color.WHITE) < READABLE) {
            emphasis = emphasis.interpolate(Color.BLACK, 0.06);
        }
        return "-color-accent-emphasis: "
                + css(emphasis)
                + "; -color-accent-fg: "
                + css(tint.muted())
                + "; -color-accent-muted: "
                + css(tint.fill().interpolate(tint.accent(), 0.4))
                + "; -color-accent-subtle: "
                + css(tint.fill())
                + ";";
    }

    private static String css(Color c) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(c.getRed() * 255),
                Math.round(c.getGreen() * 255),
                Math.round(c.getBlue() * 255));
    }
}
