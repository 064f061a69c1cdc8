package app.linden.paper;

import app.linden.layout.Range;
import app.linden.model.Occurrence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Days one below the other, each with all that happens on it, over as many pages as it takes. */
final class AgendaPages {
    private static final double DAY = 74;
    private static final double ROW = 14.6;
    private static final double SIZE = 9;
    private static final double SMALL = 7.8;
    private static final int TITLE_LINES = 3;

    private final Source source;
    private final Manner manner;
    private final Columns columns;
    private final double time;

    private AgendaPages(Source source, String title) {
        this.source = source;
        this.manner = source.manner();
        this.columns = new Columns(source.wanted(), title);
        this.time = manner.twentyFour() ? 66 : 96;
    }

    AgendaPages(Source source) {
        this(source, source.manner().days(source.wanted().from(), source.wanted().to()));
    }

    List<Page> pages() {
        List<Occurrence> shown = new ArrayList<>();
        YearMonth month = YearMonth.from(source.wanted().from());
        LocalDate to = source.wanted().to();
        for (LocalDate day = source.wanted().from(); !day.isAfter(to); day = day.plusDays(1)) {
            List<Occurrence> on = on(day);
            if (on.isEmpty()) {
                continue;
            }
            if (!YearMonth.from(day).equals(month)) {
                month = YearMonth.from(day);
                columns.heading(manner.month(month) + " " + month.getYear());
            }
            day(day, on);
            shown.addAll(on);
        }
        if (shown.isEmpty()) {
            Sheet sheet = columns.sheet();
            String nothing = manner.say("nothing");
            sheet.text(nothing, Sheet.MARGIN, columns.y() + 14, 10, Face.REGULAR, Ink.QUIET);
        }
        return Sheets.bind(source, List.of(new Sheets(columns.sheets(), shown)));
    }

    /** Everything of one day. */
    static Sheets ofDay(Source source, LocalDate day) {
        String title = source.manner().longDate(day);
        AgendaPages pages = new AgendaPages(source, title);
        List<Occurrence> on = pages.on(day);
        pages.day(day, on);
        return new Sheets(pages.columns.sheets(), on);
    }

    /** What touches a day, what takes all of it first. */
    private List<Occurrence> on(LocalDate day) {
        List<Occurrence> bars = new ArrayList<>();
        List<Occurrence> timed = new ArrayList<>();
        for (Occurrence o : source.occurrences()) {
            Range range = source.range(o);
            if (!range.firstDay().isAfter(day) && !range.lastDay().isBefore(day)) {
                (range.isBar() ? bars : timed).add(o);
            }
        }
        bars.addAll(timed);
        return bars;
    }

    private void day(LocalDate day, List<Occurrence> on) {
        columns.need(Math.min(3, on.size() + 0.6) * ROW);
        label(day, false);
        for (Occurrence o : on) {
            double room = columns.width() - DAY - time;
            List<String> title = Type.wrap(source.title(o), Face.REGULAR, SIZE, room, TITLE_LINES);
            if (columns.need(title.size() * ROW - 2)) {
                label(day, true);
            }
            row(day, o, title);
        }
        columns.skip(5);
    }

    /** The day at the left of its first event, and again on the next page. */
    private void label(LocalDate day, boolean again) {
        Sheet sheet = columns.sheet();
        double x = columns.x();
        double y = columns.y();
        sheet.across(x, x + columns.width(), y, 0.5, Ink.RULE);
        double base = y + 16.3;
        String number = Integer.toString(day.getDayOfMonth());
        sheet.text(number, x, base, 17, Face.BOLD, again ? Ink.FAINT : Ink.BLACK);
        String name = manner.shortName(day.getDayOfWeek());
        sheet.text(name, x + 28, base - 6.4, 8, Face.REGULAR, again ? Ink.FAINT : Ink.BLACK);
        String below = again ? manner.say("continued") : manner.shortMonth(day);
        sheet.cut(below, x + 28, base + 0.9, DAY - 38, 6.6, Face.REGULAR, Ink.QUIET);
        columns.skip(6);
    }

    private void row(LocalDate day, Occurrence o, List<String> title) {
        Sheet sheet = columns.sheet();
        Ink ink = source.ink(o);
        double x = columns.x() + DAY;
        double base = columns.y() + 10.3;
        double height = (title.size() - 1) * (ROW - 3.2) + ROW;
        sheet.box(x - 8, columns.y() + 2, 2.4, height - 4, 1.2, ink.accent());
        sheet.cut(when(day, o), x, base, time - 4, SIZE - 0.6, Face.REGULAR, Ink.QUIET);
        double at = x + time;
        double end = at;
        for (String line : title) {
            boolean off = Source.isOff(o);
            end = at + sheet.text(line, at, base, SIZE, Face.REGULAR, off ? Ink.QUIET : Ink.BLACK);
            if (off) {
                sheet.across(at, end, base - SIZE * 0.27, 0.5, Ink.QUIET);
            }
            base += ROW - 3.2;
        }
        String place = o.place();
        double left = columns.x() + columns.width() - end - 8;
        if (place != null && left > 40) {
            double last = base - (ROW - 3.2);
            sheet.cut(place.strip(), end + 8, last, left, SMALL, Face.REGULAR, Ink.QUIET);
        }
        columns.skip(height);
    }

    private String when(LocalDate day, Occurrence o) {
        Range range = source.range(o);
        if (range.isBar()) {
            return manner.say("all-day");
        }
        boolean begins = !range.firstDay().isBefore(day);
        boolean ends = !range.lastDay().isAfter(day);
        String start = manner.time(range.start().toLocalTime());
        String end = manner.time(range.end().toLocalTime());
        if (begins && ends) {
            return range.start().equals(range.end()) ? start : start + " – " + end;
        }
        return begins ? manner.say("from", start) : manner.say("until", end);
    }
}
