package app.linden.paper;

import app.linden.layout.WeekRow;
import app.linden.model.Occurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A page for each month, as it hangs on the wall: weeks in rows, the months beside it small. */
final class MonthPages {
    private static final int DAYS = 7;
    private static final double HEAD = 62;
    private static final double NAMES = 15;
    private static final double PAD = 4.5;

    /** Of a cell, what the number of the day takes. */
    private static final double NUMBER = 18.5;

    private final Source source;
    private final Manner manner;

    MonthPages(Source source) {
        this.source = source;
        this.manner = source.manner();
    }

    List<Page> pages() {
        YearMonth first = YearMonth.from(source.wanted().from());
        int months =
                (int) ChronoUnit.MONTHS.between(first, YearMonth.from(source.wanted().to())) + 1;
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            pages.add(page(first.plusMonths(i), i + 1, months));
        }
        return pages;
    }

    private Page page(YearMonth month, int number, int pages) {
        Sheet sheet = new Sheet(source.wanted());
        head(sheet, month);
        LocalDate first = Wanted.weekOf(month.atDay(1), manner.weekStart());
        LocalDate last = Wanted.weekOf(month.atEndOfMonth(), manner.weekStart());
        int weeks = (int) ChronoUnit.WEEKS.between(first, last) + 1;
        double left = Sheet.MARGIN + (manner.weekNumbers() ? 16 : 0);
        double top = Sheet.MARGIN + HEAD + NAMES;
        double column = (sheet.right() - left) / DAYS;
        double row = (sheet.bottom() - top) / weeks;
        ground(sheet, first, left, top, column, weeks * row);
        names(sheet, first, left, top, column);
        for (int w = 0; w < weeks; w++) {
            week(sheet, month, first.plusWeeks(w), left, top + w * row, column, row);
        }
        sheet.across(Sheet.MARGIN, sheet.right(), sheet.bottom(), 0.5, Ink.RULE);
        LocalDate after = last.plusWeeks(1);
        List<Occurrence> shown =
                source.occurrences().stream()
                        .filter(o -> source.range(o).firstDay().isBefore(after))
                        .filter(o -> !source.range(o).lastDay().isBefore(first))
                        .toList();
        Foot.draw(sheet, source, shown, number, pages);
        return sheet.page();
    }

    private void head(Sheet sheet, YearMonth month) {
        double base = Sheet.MARGIN + 27;
        double width =
                sheet.text(manner.month(month), Sheet.MARGIN - 1, base, 32, Face.BOLD, Ink.BLACK);
        sheet.text(
                Integer.toString(month.getYear()),
                Sheet.MARGIN + width + 9,
                base,
                32,
                Face.REGULAR,
                Ink.FAINT);
        SmallMonth small = new SmallMonth(sheet, manner);
        double right = sheet.right();
        small.draw(month.plusMonths(1), right - SmallMonth.WIDTH, Sheet.MARGIN + 4);
        small.draw(month.minusMonths(1), right - 2 * SmallMonth.WIDTH - 20, Sheet.MARGIN + 4);
    }

    private static void ground(
            Sheet sheet, LocalDate first, double left, double top, double column, double height) {
        for (int d = 0; d < DAYS; d++) {
            double x = left + d * column;
            if (isWeekend(first.plusDays(d))) {
                sheet.box(x, top, column, height, 0, Ink.SHADE);
            }
            if (d > 0) {
                sheet.down(x, top, top + height, 0.5, Ink.HAIR);
            }
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private void names(Sheet sheet, LocalDate first, double left, double top, double column) {
        for (int d = 0; d < DAYS; d++) {
            sheet.cut(
                    manner.fullName(first.plusDays(d).getDayOfWeek()),
                    left + d * column + PAD,
                    top - 5.5,
                    column - PAD,
                    8.4,
                    Face.REGULAR,
                    Ink.QUIET);
        }
    }

    private void week(
            Sheet sheet,
            YearMonth month,
            LocalDate first,
            double left,
            double top,
            double column,
            double height) {
        sheet.across(Sheet.MARGIN, sheet.right(), top, 0.5, Ink.RULE);
        if (manner.weekNumbers()) {
            String number = Integer.toString(manner.weekNumber(first));
            sheet.text(number, Sheet.MARGIN, top + 13.5, 6.6, Face.REGULAR, Ink.FAINT);
        }
        int lines = Math.max(1, (int) ((height - NUMBER - 1) / Chips.LINE));
        WeekRow.Fitted fitted =
                WeekRow.of(source.occurrences(), first, DAYS, manner.zone()).fit(lines);
        for (int d = 0; d < DAYS; d++) {
            LocalDate day = first.plusDays(d);
            boolean within = YearMonth.from(day).equals(month);
            double x = left + d * column + PAD;
            sheet.text(
                    Integer.toString(day.getDayOfMonth()),
                    x,
                    top + 13.5,
                    11.5,
                    within ? Face.BOLD : Face.REGULAR,
                    within ? Ink.BLACK : Ink.FAINT);
            if (fitted.more()[d] > 0) {
                double base = top + NUMBER + (lines - 1) * Chips.LINE + 7.8;
                String more = manner.say("more", fitted.more()[d]);
                sheet.text(more, x + 8, base, 6.8, Face.BOLD, Ink.QUIET);
            }
        }
        Chips chips = new Chips(source, sheet);
        for (WeekRow.Bar bar : fitted.bars()) {
            double x = left + bar.from() * column + 2.5;
            double y = top + NUMBER + bar.lane() * Chips.LINE;
            double width = (bar.to() - bar.from() + 1) * column - 5;
            if (bar.range().isBar()) {
                double before = bar.startsHere() ? 0 : 2.5;
                double after = bar.endsHere() ? 0 : 2.5;
                chips.bar(
                        bar.occurrence(),
                        x - before,
                        y,
                        width + before + after,
                        bar.startsHere(),
                        bar.endsHere());
            } else {
                String time = manner.time(bar.range().start().toLocalTime());
                chips.line(bar.occurrence(), time, x + PAD - 2.5, y, width - PAD + 2.5);
            }
        }
    }
}
