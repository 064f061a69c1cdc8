package app.linden.ui.search;

import app.linden.calendar.Search;
import app.linden.layout.Range;
import app.linden.model.Calendar;
import app.linden.model.Fold;
import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Dot;
import app.linden.ui.kit.Speech;
import app.linden.ui.kit.Texts;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Draws a line of what was found. Lives on JavaFX's thread. */
final class LineCell extends ListCell<Line> {
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final PseudoClass CANCELLED = PseudoClass.getPseudoClass("cancelled");
    private static final double TIME = 118;

    /** What cells need of the panel around. */
    record Around(
            Supplier<Search.Found> found,
            Supplier<LocalDate> today,
            ZoneId zone,
            Supplier<Boolean> dark) {}

    private final Around around;

    LineCell(Around around, Consumer<Occurrence> chosen) {
        this.around = around;
        getStyleClass().add("search-cell");
        // As wide as the list and no wider: long titles are cut.
        setPrefWidth(0);
        setOnMouseClicked(e -> {
            if (getItem() instanceof Line.Event event) {
                chosen.accept(event.hit().occurrence());
            }
        });
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        Line shown = empty ? null : line;
        setText(null);
        setAccessibleText(null);
        pseudoClassStateChanged(PAST, shown instanceof Line.Event e && e.hit().past());
        setMouseTransparent(!(shown instanceof Line.Event));
        setGraphic(
                switch (shown) {
                    case null -> null;
                    case Line.Section s -> label(section(s), "search-section");
                    case Line.Day d -> label(day(d.day()), "search-day");
                    case Line.Event e -> event(e.hit().occurrence());
                });
    }

    private static String section(Line.Section section) {
        return Texts.text(
                "search."
                        + (section.inTitle() ? "title" : "other")
                        + (section.past() ? ".past" : ".coming"));
    }

    private String day(LocalDate day) {
        LocalDate today = around.today.get();
        String date = Dates.longDate(day);
        if (day.equals(today)) {
            return Texts.text("search.today", date);
        }
        return day.equals(today.plusDays(1)) ? Texts.text("search.tomorrow", date) : date;
    }

    private HBox event(Occurrence o) {
        Range range = Range.of(o, around.zone);
        Search.Found found = around.found.get();
        Calendar calendar = found.calendars().get(o.calendarId());
        String color =
                o.color() != null
                        ? o.color()
                        : calendar == null ? Calendar.DEFAULT_COLOR : calendar.color();
        String title = o.title().isBlank() ? Texts.text("event.untitled") : o.title();
        Marked marked = new Marked(title, found.words());
        marked.pseudoClassStateChanged(CANCELLED, o.is(Mark.CANCELLED));
        HBox row = new HBox(time(range), new Dot(color, around.dark.get()), marked);
        row.getStyleClass().add("search-row");
        String place = o.place();
        if (place != null) {
            row.getChildren().add(place(place, found));
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row.getChildren().add(space);
        if (calendar != null) {
            Label name = label(calendar.name(), "search-calendar");
            name.setMaxWidth(110);
            name.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(name);
        }
        setAccessibleText(Speech.of(o, range));
        return row;
    }

    private static Label time(Range range) {
        Label time =
                label(
                        range.allDay() || range.lastDay().isAfter(range.firstDay())
                                ? range.lastDay().isAfter(range.firstDay())
                                        ? Dates.days(range.firstDay(), range.lastDay())
                                        : Texts.text("when.all-day")
                                : Dates.times(
                                        range.start().toLocalTime(), range.end().toLocalTime()),
                        "search-time");
        time.setMinWidth(TIME);
        time.setPrefWidth(TIME);
        time.setMaxWidth(TIME);
        return time;
    }

    private static HBox place(String place, Search.Found found) {
        boolean matches =
                Fold.words(place).stream()
                        .anyMatch(w -> found.words().stream().anyMatch(w::startsWith));
        HBox box =
                matches ? new Marked(place, found.words()) : new HBox(label(place, "search-plain"));
        box.getStyleClass().setAll("search-place");
        box.setMinWidth(0);
        return box;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }
}
