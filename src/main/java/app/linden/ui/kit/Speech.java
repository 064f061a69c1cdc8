package app.linden.ui.kit;

import app.linden.layout.Range;
import app.linden.model.Occurrence;

/** What a screen reader says of an occurrence. */
public final class Speech {
    private Speech() {}

    /** Title, day, times and place in one sentence. */
    public static String of(Occurrence o, Range range) {
        String title = o.title().isBlank() ? Texts.text("event.untitled") : o.title();
        StringBuilder said = new StringBuilder(title).append(", ");
        if (range.allDay()) {
            said.append(Dates.longDate(range.firstDay()));
            if (range.lastDay().isAfter(range.firstDay())) {
                said.append(" – ").append(Dates.longDate(range.lastDay()));
            }
        } else {
            said.append(Dates.longDate(range.firstDay()))
                    .append(", ")
                    .append(Dates.times(range.start().toLocalTime(), range.end().toLocalTime()));
        }
        String place = o.place();
        return place == null ? said.toString() : said.append(", ").append(place).toString();
    }
}
