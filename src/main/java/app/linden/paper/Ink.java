package app.linden.paper;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The colours in which an event is printed, made from its own colour so that text can always be
 * read on it; each {@code 0xRRGGBB}.
 *
 * @param accent the colour itself, for edges and dots
 * @param fill a soft version for areas
 * @param text for text on {@code fill}, with a contrast of at least 6 (WCAG 2.2, 1.4.3)
 * @param muted for less important text on {@code fill}, at least 4.5
 */
record Ink(int accent, int fill, int text, int muted) {
    static final int BLACK = 0x1B1F24;
    static final int QUIET = 0x656D76;
    static final int FAINT = 0x9AA1A9;
    static final int RULE = 0xD5D9DE;
    static final int HAIR = 0xE6E9EC;
    static final int SHADE = 0xF6F7F9;
    static final int WHITE = 0xFFFFFF;

    private static final int FALLBACK = 0x3F8F5F;
    private static final Map<String, Ink> COLORED = new ConcurrentHashMap<>();
    private static final Map<String, Ink> GRAY = new ConcurrentHashMap<>();
    private static final ResourceBundle NAMES =
            ResourceBundle.getBundle("app.linden.paper.colors", Locale.ROOT);

    /** The ink of a CSS colour; what is none gets the default's. */
    static Ink of(String color, boolean gray) {
        return (gray ? GRAY : COLORED).computeIfAbsent(color, c -> make(parse(c), gray));
    }

    private static int parse(String color) {
        String c = color.strip().toLowerCase(Locale.ROOT);
        if (NAMES.containsKey(c)) {
            return Integer.parseInt(NAMES.getString(c), 16);
        }
        if (c.matches("#[0-9a-f]{3,4}")) {
            String r = c.substring(1, 2);
            String g = c.substring(2, 3);
            String b = c.substring(3, 4);
            return Integer.parseInt(r + r + g + g + b + b, 16);
        }
        return c.matches("#[0-9a-f]{6}([0-9a-f]{2})?")
                ? Integer.parseInt(c.substring(1, 7), 16)
                : FALLBACK;
    }

    private static Ink make(int own, boolean gray) {
        int color = gray ? grayOf(own) : own;
        int fill = mix(WHITE, color, 0.16);
        return new Ink(
                readable(color, WHITE, 1.8),
                fill,
                readable(color, fill, 6),
                readable(color, fill, 4.5));
    }

    /** A gray as light as the colour is. */
    private static int grayOf(int color) {
        double light = luminance(color);
        double channel =
                light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        int level = (int) Math.round(channel * 255);
        return level << 16 | level << 8 | level;
    }

    private static int readable(int color, int ground, double contrast) {
        for (double share = 0; share < 1; share += 0.05) {
            int mixed = mix(color, 0, share);
            if (contrast(mixed, ground) >= contrast) {
                return mixed;
            }
        }
        return 0;
    }

    private static int mix(int one, int other, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double a = one >> shift & 0xFF;
            double b = other >> shift & 0xFF;
            mixed |= (int) Math.round(a + (b - a) * share) << shift;
        }
        return mixed;
    }

    /** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
    static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int color) {
        return 0.2126 * linear(color >> 16 & 0xFF)
                + 0.7152 * linear(color >> 8 & 0xFF)
                + 0.0722 * linear(color & 0xFF);
    }

    private static double linear(int level) {
        double channel = level / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
