package app.linden.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A page for each week, and behind it, for days with more events than can be read side by side,
 * pages with all of theirs.
 */
final class WeekPages {
    private final Source source;

    WeekPages(Source source) {
        this.source = source;
    }

    List<Page> pages() {
        List<WeekSheet> weeks = new ArrayList<>();
        LocalDate after = source.wanted().after(source.manner().weekStart());
        LocalDate first = source.wanted().first(source.manner().weekStart());
        for (; first.isBefore(after); first = first.plusWeeks(1)) {
            weeks.add(new WeekSheet(source, first));
        }
        List<Sheets> all = new ArrayList<>();
        for (WeekSheet week : weeks) {
            all.add(new Sheets(List.of(week.sheet()), week.shown()));
            for (LocalDate day : week.overfull()) {
                all.add(AgendaPages.ofDay(source, day));
            }
        }
        return Sheets.bind(source, all);
    }
}
