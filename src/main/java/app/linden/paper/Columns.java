package app.linden.paper;

import java.util.ArrayList;
import java.util.List;

/** Where the next row of a list goes: down the page, to the next column, to the next page. */
final class Columns {
    private static final double HEAD = 40;
    private static final double HEAD_AGAIN = 22;
    private static final double GAP = 30;

    private final Wanted wanted;
    private final String title;
    private final List<Sheet> sheets = new ArrayList<>();
    private final int count;
    private Sheet sheet;
    private int column;
    private double top;
    private double y;

    Columns(Wanted wanted, String title) {
        this.wanted = wanted;
        this.title = title;
        this.count = wanted.landscape() ? 2 : 1;
        this.sheet = turn();
    }

    private Sheet turn() {
        Sheet next = new Sheet(wanted);
        boolean again = !sheets.isEmpty();
        double size = again ? 9 : 24;
        next.text(
                title,
                Sheet.MARGIN - (again ? 0 : 1),
                Sheet.MARGIN + (again ? 8 : 20),
                size,
                again ? Face.REGULAR : Face.BOLD,
                again ? Ink.QUIET : Ink.BLACK);
        sheets.add(next);
        column = 0;
        top = Sheet.MARGIN + (again ? HEAD_AGAIN : HEAD);
        y = top;
        return next;
    }

    /** Makes room for so much; true when that is at the top of another column or page. */
    boolean need(double height) {
        if (y + height <= sheet.bottom() || y == top) {
            return false;
        }
        if (column + 1 < count) {
            column++;
            y = top;
        } else {
            sheet = turn();
        }
        return true;
    }

    void skip(double height) {
        y += height;
    }

    /** A line above what follows; it is never the last one. */
    void heading(String text) {
        need(80);
        if (y > top) {
            y += 14;
        }
        sheet.text(text, x(), y + 10, 13, Face.BOLD, Ink.BLACK);
        y += 20;
    }

    Sheet sheet() {
        return sheet;
    }

    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    double x() {
        return Sheet.MARGIN + column * (width() + GAP);
    }

    double y() {
        return y;
    }

    double width() {
        return (wanted.width() - 2 * Sheet.MARGIN - (count - 1) * GAP) / count;
    }
}
