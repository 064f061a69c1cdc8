package app.linden.cli;

import app.linden.base.Problem;
import app.linden.calendar.CalendarList;
import app.linden.model.Calendar;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/** Which calendar a person means: by name or id, or the one for new events; a pure choice. */
final class ChosenCalendar {
    private ChosenCalendar() {}

    /**
     * @param wanted null for the usual one
     * @throws Problem BAD_INPUT when there is none, several, or one that takes no events
     */
    static Calendar of(Store store, @Nullable String wanted) {
        List<Calendar> all = store.calendars();
        if (wanted == null) {
            return new CalendarList(store.accounts(), all)
                    .forNewEvents()
                    .orElseThrow(() ->
                            new Problem(
                                    Problem.Kind.BAD_INPUT, "No calendar here takes new events."));
        }
        Calendar chosen = toRead(all, wanted);
        if (!chosen.rights().mayWrite()) {
            throw new Problem(
                    Problem.Kind.REFUSED, "You may not add to “" + chosen.name() + "”.");
        }
        return chosen;
    }

    /**
     * @throws Problem BAD_INPUT when there is none, or several
     */
    static Calendar toRead(List<Calendar> all, String wanted) {
        List<Calendar> matching =
                all.stream()
                        .filter(c -> c.id().equals(wanted) || c.name().equalsIgnoreCase(wanted))
                        .toList();
        if (matching.isEmpty()) {
            String names =
                    all.stream().map(c -> "“" + c.name() + "”").collect(Collectors.joining(", "));
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "There is no calendar “"
                            + wanted
                            + "”"
                            + (all.isEmpty() ? "." : ", only " + names + "."));
        }
        if (matching.size() > 1) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "There are "
                            + matching.size()
                            + " calendars “"
                            + wanted
                            + "”; say the id, which calendars --json tells.");
        }
        return matching.getFirst();
    }
}
