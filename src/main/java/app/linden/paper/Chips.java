package app.linden.paper;

import app.linden.model.Occurrence;

/** Draws occurrences as the window does: bars across days, lines with a dot. */
final class Chips {
    static final double SIZE = 7.6;
    static final double LINE = 11.6;
    private static final double TIME = 6.8;
    private static final double EDGE = 2;
    private static final double RADIUS = 1.8;

    private final Source source;
    private final Sheet sheet;

    Chips(Source source, Sheet sheet) {
        this.source = source;
        this.sheet = sheet;
    }

    /** A filled line that may go on at either end. */
    void bar(Occurrence o, double x, double y, double width, boolean begins, boolean ends) {
        Ink ink = source.ink(o);
        double height = LINE - 1.4;
        ground(o, ink, x, y, width, height);
        if (begins) {
            sheet.box(x, y, EDGE, height, 0, ink.accent());
        }
        double room = width - 8 - (ends ? 0 : 5);
        title(o, x + 5, y + height / 2 + 2.75, room, ink.text());
        if (!ends) {
            sheet.textTo("›", x + width - 2, y + height / 2 + 2.7, SIZE, Face.BOLD, ink.muted());
        }
    }

    void ground(Occurrence o, Ink ink, double x, double y, double width, double height) {
        if (Source.isOpen(o)) {
            sheet.dashed(x + 0.25, y + 0.25, width - 0.5, height - 0.5, RADIUS, ink.accent());
        } else {
            sheet.box(x, y, width, height, RADIUS, ink.fill());
        }
    }

    /** A dot, the time, the title. */
    void line(Occurrence o, String time, double x, double y, double width) {
        Ink ink = source.ink(o);
        double base = y + (LINE - 1.4) / 2 + 2.75;
        sheet.dot(x + 1, base - 2.75, 4.2, ink.accent());
        double at = x + 8;
        double taken = sheet.text(time, at, base, TIME, Face.REGULAR, Ink.QUIET);
        at += taken + 3;
        title(o, at, base, x + width - at, Ink.BLACK);
    }

    /** Cut where there is no room, struck through when it does not take place. */
    void title(Occurrence o, double x, double y, double room, int color) {
        boolean off = Source.isOff(o);
        double width =
                sheet.cut(source.title(o), x, y, room, SIZE, Face.REGULAR, off ? Ink.QUIET : color);
        if (off) {
            sheet.across(x, x + width, y - SIZE * 0.27, 0.5, Ink.QUIET);
        }
    }
}
