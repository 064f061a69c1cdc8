package app.linden.paper;

import app.linden.model.Calendar;
import app.linden.model.Occurrence;

import java.util.List;

/** The foot of a page: which colour is which calendar, and the page's number. */
final class Foot {
    private static final double SIZE = 7;

    private Foot() {}

    /**
     * Draws it.
     *
     * @param pages of the whole book, 1 for no numbers
     */
    static void draw(Sheet sheet, Source source, List<Occurrence> shown, int number, int pages) {
        double right = sheet.right();
        if (pages > 1) {
            String page = source.manner().say("page", number, pages);
            sheet.textTo(page, right, sheet.foot(), SIZE, Face.REGULAR, Ink.QUIET);
            right -= Type.width(page, Face.REGULAR, SIZE) + 20;
        }
        double x = Sheet.MARGIN;
        for (Calendar calendar : source.calendarsOf(shown)) {
            String name = Type.fit(calendar.name(), Face.REGULAR, SIZE, 130);
            double width = 8 + Type.width(name, Face.REGULAR, SIZE);
            if (x + width > right) {
                break;
            }
            Ink ink = Ink.of(calendar.color(), source.wanted().gray());
            sheet.dot(x, sheet.foot() - 2.5, 4.6, ink.accent());
            sheet.text(name, x + 8, sheet.foot(), SIZE, Face.REGULAR, Ink.QUIET);
            x += width + 14;
        }
    }
}
