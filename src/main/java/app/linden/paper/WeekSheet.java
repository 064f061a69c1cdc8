package app.linden.paper;

import app.linden.layout.DayColumn;
import app.linden.layout.Range;
import app.linden.layout.WeekRow;
import app.linden.model.Occurrence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A week with its hours; as many of them as the week needs, the day's usual ones at least. */
final class WeekSheet {
    private static final int DAYS = 7;
    private static final double HEAD = 40;
    private static final double NAMES = 30;
    private static final double HOURS = 26;
    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 20;
    private static final int MOST_LANES = 8;

    /** Narrower than this a title cannot be read. */
    private static final double READABLE = 30;

    private final Source source;
    private final Manner manner;
    private final LocalDate first;
    private final Sheet sheet;
    private final Chips chips;
    private final List<Occurrence> shown;
    private final List<LocalDate> overfull = new ArrayList<>();
    private final double left = Sheet.MARGIN + HOURS;
    private final double column;

    WeekSheet(Source source, LocalDate first) {
        this.source = source;
        this.manner = source.manner();
        this.first = first;
        this.sheet = new Sheet(source.wanted());
        this.chips = new Chips(source, sheet);
        this.column = (sheet.right() - left) / DAYS;
        LocalDate after = first.plusDays(DAYS);
        this.shown =
                source.occurrences().stream()
                        .filter(o -> source.range(o).firstDay().isBefore(after))
                        .filter(o -> !source.range(o).lastDay().isBefore(first))
                        .toList();
        head();
        double strip = Sheet.MARGIN + HEAD + NAMES;
        double top = strip + allDay(strip);
        hours(top);
    }

    Sheet sheet() {
        return sheet;
    }

    List<Occurrence> shown() {
        return shown;
    }

    /** Days whose events cannot all be read here. */
    List<LocalDate> overfull() {
        return overfull.stream().distinct().sorted().toList();
    }

    private void head() {
        double base = Sheet.MARGIN + 20;
        String days = manner.days(first, first.plusDays(DAYS - 1));
        sheet.text(days, Sheet.MARGIN - 1, base, 24, Face.BOLD, Ink.BLACK);
        if (manner.weekNumbers()) {
            String week = manner.say("week", manner.weekNumber(first));
            sheet.textTo(week, sheet.right(), base, 12, Face.REGULAR, Ink.QUIET);
        }
        for (int d = 0; d < DAYS; d++) {
            LocalDate day = first.plusDays(d);
            double x = left + d * column + 4.5;
            double y = Sheet.MARGIN + HEAD + 20;
            double width =
                    sheet.text(
                            Integer.toString(day.getDayOfMonth()), x, y, 17, Face.BOLD, Ink.BLACK);
            sheet.cut(
                    manner.fullName(day.getDayOfWeek()),
                    x + width + 5,
                    y,
                    column - width - 10,
                    8.4,
                    Face.REGULAR,
                    Ink.QUIET);
        }
    }

    /** Draws the bars and tells how high they are. */
    private double allDay(double top) {
        WeekRow row = WeekRow.barsOnly(shown, first, DAYS, manner.zone());
        int lanes = Math.min(MOST_LANES, row.lanes());
        WeekRow.Fitted fitted = row.fit(lanes);
        sheet.across(Sheet.MARGIN, sheet.right(), top, 0.5, Ink.RULE);
        if (lanes == 0) {
            return 0;
        }
        double y = top + 3;
        for (WeekRow.Bar bar : fitted.bars()) {
            double width = (bar.to() - bar.from() + 1) * column - 5;
            chips.bar(
                    bar.occurrence(),
                    left + bar.from() * column + 2.5,
                    y + bar.lane() * Chips.LINE,
                    width,
                    bar.startsHere(),
                    bar.endsHere());
        }
        for (int d = 0; d < DAYS; d++) {
            if (fitted.more()[d] > 0) {
                String more = manner.say("more", fitted.more()[d]);
                double base = y + (lanes - 1) * Chips.LINE + 7.8;
                sheet.text(more, left + d * column + 7, base, 6.8, Face.BOLD, Ink.QUIET);
                overfull.add(first.plusDays(d));
            }
        }
        double height = lanes * Chips.LINE + 6;
        sheet.across(Sheet.MARGIN, sheet.right(), top + height, 0.5, Ink.RULE);
        return height;
    }

    private void hours(double top) {
        int from = FIRST_HOUR * 60;
        int to = LAST_HOUR * 60;
        for (int d = 0; d < DAYS; d++) {
            DayColumn day = DayColumn.of(shown, first.plusDays(d), manner.zone(), 1);
            for (DayColumn.Box box : day.boxes()) {
                from = Math.min(from, box.top());
                to = Math.max(to, box.bottom());
            }
        }
        int firstHour = from / 60;
        int lastHour = (to + 59) / 60;
        double bottom = sheet.bottom();
        double minute = (bottom - top) / ((lastHour - firstHour) * 60);
        lines(top, bottom, firstHour, lastHour, minute * 60);
        int shortest = (int) Math.ceil((Chips.LINE + 0.5) / minute);
        for (int d = 0; d < DAYS; d++) {
            DayColumn day = DayColumn.of(shown, first.plusDays(d), manner.zone(), shortest);
            for (DayColumn.Box box : day.boxes()) {
                double y = top + (box.top() - firstHour * 60) * minute;
                double height = Math.min((box.bottom() - box.top()) * minute, bottom - y);
                double room = column - 5;
                double width = Math.max(1.2, box.width() * room - 1);
                double x = left + d * column + 2.5 + box.left() * room;
                if (width < READABLE) {
                    overfull.add(day.day());
                }
                box(box.occurrence(), box.range(), x, y + 0.5, width, height - 1);
            }
        }
    }

    private void lines(double top, double bottom, int firstHour, int lastHour, double hour) {
        for (int d = 0; d < DAYS; d++) {
            double x = left + d * column;
            if (first.plusDays(d).getDayOfWeek().getValue() > 5) {
                sheet.box(x, top, column, bottom - top, 0, Ink.SHADE);
            }
        }
        for (int h = firstHour; h <= lastHour; h++) {
            double y = top + (h - firstHour) * hour;
            sheet.across(left, sheet.right(), y, 0.5, h == lastHour ? Ink.RULE : Ink.HAIR);
            if (h < lastHour) {
                sheet.textTo(manner.hour(h), left - 5, y + 7.5, 6.6, Face.REGULAR, Ink.FAINT);
            }
        }
        for (int d = 0; d < DAYS; d++) {
            sheet.down(left + d * column, top, bottom, 0.5, Ink.HAIR);
        }
    }

    private void box(Occurrence o, Range range, double x, double y, double width, double height) {
        Ink ink = source.ink(o);
        chips.ground(o, ink, x, y, width, height);
        sheet.box(x, y, Math.min(2, width), height, 0, ink.accent());
        if (width < READABLE) {
            return;
        }
        double room = width - 7;
        double base = y + 8.2;
        boolean low = height < 2 * 9.4;
        int lines = Math.max(1, (int) ((height - 1) / 9.4));
        int forTitle = low ? 1 : Math.min(lines - 1, 4);
        String time =
                manner.time(range.start().toLocalTime())
                        + (low ? "" : " – " + manner.time(range.end().toLocalTime()));
        int color = Source.isOff(o) ? Ink.QUIET : ink.text();
        for (String line : Type.wrap(source.title(o), Face.BOLD, Chips.SIZE, room, forTitle)) {
            double end = x + 5 + sheet.text(line, x + 5, base, Chips.SIZE, Face.BOLD, color);
            if (Source.isOff(o)) {
                sheet.across(x + 5, end, base - 2.1, 0.5, Ink.QUIET);
            }
            if (low) {
                double left = x + width - 4 - end;
                if (Type.width(time, Face.REGULAR, 6.8) + 4 <= left) {
                    sheet.text(time, end + 4, base, 6.8, Face.REGULAR, ink.muted());
                }
                return;
            }
            base += 9.4;
        }
        if (base <= y + height - 1.5) {
            sheet.cut(time, x + 5, base, room, 6.8, Face.REGULAR, ink.muted());
            base += 9;
        }
        String place = o.place();
        if (place != null && base <= y + height - 1.5) {
            sheet.cut(place, x + 5, base, room, 6.8, Face.REGULAR, ink.muted());
        }
    }
}
