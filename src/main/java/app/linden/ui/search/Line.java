package app.linden.ui.search;

import app.linden.calendar.Search;
import app.linden.model.Hit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A line of the list of what was found. */
sealed interface Line {
    /**
     * What the lines beneath have in common.
     *
     * @param inTitle whether the words are in the titles
     * @param past whether they are over
     */
    record Section(boolean inTitle, boolean past) implements Line {}

    record Day(LocalDate day) implements Line {}

    record Event(Hit hit) implements Line {}

    /** The hits in their order beneath their days; pure. */
    static List<Line> of(Search.Found found, ZoneId zone) {
        List<Line> lines = new ArrayList<>();
        Section section = null;
        LocalDate day = null;
        for (boolean inTitle : new boolean[] {true, false}) {
            for (boolean past : new boolean[] {false, true}) {
                for (Hit hit : of(found.hits(), inTitle, past)) {
                    Section own = new Section(inTitle, past);
                    if (!own.equals(section)) {
                        section = own;
                        day = null;
                        lines.add(own);
                    }
                    LocalDate start = hit.occurrence().span().startIn(zone).toLocalDate();
                    if (!start.equals(day)) {
                        day = start;
                        lines.add(new Day(start));
                    }
                    lines.add(new Event(hit));
                }
            }
        }
        return lines;
    }

    private static List<Hit> of(List<Hit> hits, boolean inTitle, boolean past) {
        return hits.stream()
                .filter(h -> h.past() == past && (h.where() == Hit.Where.TITLE) == inTitle)
                .sorted((a, b) -> {
                    int order =
                            Long.compare(
                                    a.occurrence().span().start(), b.occurrence().span().start());
                    return past ? -order : order;
                })
                .toList();
    }
}
