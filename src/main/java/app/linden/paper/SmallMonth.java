package app.linden.paper;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** A month as small as it can be read, to look up a day. */
final class SmallMonth {
    private static final double COLUMN = 11.4;
    private static final double ROW = 7;
    private static final double SIZE = 5.6;
    static final double WIDTH = 7 * COLUMN;

    private final Sheet sheet;
    private final Manner manner;

    SmallMonth(Sheet sheet, Manner manner) {
        this.sheet = sheet;
        this.manner = manner;
    }

    void draw(YearMonth month, double x, double y) {
        String name = manner.month(month) + " " + month.getYear();
        sheet.text(name, x + 2.2, y + 2, 6.4, Face.BOLD, Ink.QUIET);
        LocalDate first = Wanted.weekOf(month.atDay(1), manner.weekStart());
        for (int d = 0; d < 7; d++) {
            String letter = manner.narrowName(first.plusDays(d).getDayOfWeek());
            sheet.textTo(letter, end(x, d), y + 10.5, SIZE, Face.REGULAR, Ink.FAINT);
        }
        int before = (int) ChronoUnit.DAYS.between(first, month.atDay(1));
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            int at = before + day - 1;
            int row = at / 7;
            sheet.textTo(
                    Integer.toString(day),
                    end(x, at % 7),
                    y + 18 + row * ROW,
                    SIZE,
                    Face.REGULAR,
                    Ink.QUIET);
        }
    }

    private static double end(double x, int column) {
        return x + (column + 1) * COLUMN - 2;
    }
}
