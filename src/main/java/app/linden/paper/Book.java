package app.linden.paper;

import app.linden.model.Calendar;
import app.linden.model.Occurrence;

import java.util.List;
import java.util.Map;

/** All pages of what somebody wants to print. */
public final class Book {
    private Book() {}

    /**
     * Lays out the pages; at least one.
     *
     * @param occurrences of {@link Wanted#first} to {@link Wanted#after}, in the order in which a
     *     day shows them
     * @param calendars by their local ids
     */
    public static List<Page> pages(
            Wanted wanted,
            Manner manner,
            List<Occurrence> occurrences,
            Map<String, Calendar> calendars) {
        Source source = new Source(wanted, manner, occurrences, calendars);
        return switch (wanted.view()) {
            case MONTH -> new MonthPages(source).pages();
            case WEEK -> new WeekPages(source).pages();
            case AGENDA -> new AgendaPages(source).pages();
        };
    }
}
