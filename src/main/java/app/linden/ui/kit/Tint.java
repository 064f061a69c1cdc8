package app.linden.ui.kit;

import javafx.scene.paint.Color;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The colours in which an event is drawn, made from its own colour so that text can always be read
 * on it.
 *
 * @param accent the colour itself, for edges and dots
 * @param fill a soft version for areas
 * @param text for text on {@code fill}, with a contrast of at least 4.5 (WCAG 2.2, 1.4.3)
 * @param muted for less important text on {@code fill}
 */
public record Tint(Color accent, Color fill, Color text, Color muted) {
    private static final Color LIGHT_PAGE = Color.WHITE;
    private static final Color DARK_PAGE = Color.web("#0d1117");
    private static final Color FALLBACK = Color.web("#3f8f5f");
    private static final double READABLE = 4.5;
    private static final Map<String, Tint> LIGHT = new ConcurrentHashMap<>();
    private static final Map<String, Tint> DARK = new ConcurrentHashMap<>();

    /** The tint of a CSS colour; what is none gets the default's. */
    public static Tint of(String color, boolean dark) {
        return (dark ? DARK : LIGHT).computeIfAbsent(color, c -> make(parse(c), dark));
    }

    private static Color parse(String color) {
        try {
            return Color.web(color);
        } catch (IllegalArgumentException notAColour) {
            return FALLBACK;
        }
    }

    private static Tint make(Color color, boolean dark) {
        Color page = dark ? DARK_PAGE : LIGHT_PAGE;
        Color fill = page.interpolate(color, dark ? 0.30 : 0.16);
        Color ink = dark ? Color.WHITE : Color.BLACK;
        Color text = readable(color, ink, fill, READABLE + 1.5);
        Color muted = readable(color, ink, fill, READABLE);
        Color accent = readable(color, ink, page, 1.8);
        return new Tint(accent, fill, text, muted);
    }

    /** The colour, moved towards {@code ink} until it stands out from {@code ground} enough. */
    private static Color readable(Color color, Color ink, Color ground, double contrast) {
        for (double share = 0; share < 1; share += 0.05) {
            Color mixed = color.interpolate(ink, share);
            if (contrast(mixed, ground) >= contrast) {
                return mixed;
            }
        }
        return ink;
    }

    /** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
    public static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
