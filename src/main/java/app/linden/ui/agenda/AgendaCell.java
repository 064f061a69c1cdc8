package app.linden.ui.agenda;

import app.linden.calendar.Snapshot;
import app.linden.layout.Range;
import app.linden.model.Calendar;
import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Dot;
import app.linden.ui.kit.Previews;
import app.linden.ui.kit.Speech;
import app.linden.ui.kit.Texts;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Supplier;

/** Draws a row of the agenda. Lives on JavaFX's thread. */
final class AgendaCell extends ListCell<Row> {
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final PseudoClass CANCELLED = PseudoClass.getPseudoClass("cancelled");
    private static final PseudoClass TENTATIVE = PseudoClass.getPseudoClass("tentative");
    private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first-of-day");

    /** Of the name of a calendar no more is shown than so many pixels. */
    private static final double CALENDAR = 140;

    /** What cells need of the list around. */
    record Around(Snapshot snapshot, LocalDateTime now, boolean dark) {}

    private final Supplier<Around> around;

    AgendaCell(Supplier<Around> around) {
        this.around = around;
        getStyleClass().add("agenda-cell");
        // As wide as the list and no wider: long titles are cut.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        Row shown = empty ? null : row;
        setText(null);
        setAccessibleText(null);
        boolean event = shown instanceof Row.Event;
        pseudoClassStateChanged(PAST, shown instanceof Row.Event e && isPast(e));
        pseudoClassStateChanged(
                FIRST, shown instanceof Row.Free || (shown instanceof Row.Event e && e.first()));
        pseudoClassStateChanged(
                FRESH,
                shown instanceof Row.Event e
                        && around.get().snapshot.fresh().contains(e.occurrence().key()));
        setMouseTransparent(!event);
        setGraphic(
                switch (shown) {
                    case null -> null;
                    case Row.Month m -> label(Dates.month(m.month()), "agenda-month");
                    case Row.Free f -> free(f.day());
                    case Row.End e ->
                            label(Texts.text("agenda.end", Dates.date(e.last())), "agenda-end");
                    case Row.Event e -> event(e);
                });
    }

    private boolean isPast(Row.Event e) {
        LocalDateTime now = around.get().now;
        return e.range().allDay()
                ? e.range().lastDay().isBefore(now.toLocalDate())
                : !e.range().end().isAfter(now);
    }

    private HBox free(LocalDate day) {
        HBox row = new HBox(date(day, true), label(Texts.text("agenda.free"), "agenda-free"));
        row.getStyleClass().add("agenda-row");
        return row;
    }

    private AgendaLine event(Row.Event e) {
        Snapshot snapshot = around.get().snapshot;
        Occurrence o = e.occurrence();
        String color = o.color() == null ? Previews.color(snapshot, o) : o.color();
        Label title =
                label(
                        o.title().isBlank() ? Texts.text("event.untitled") : o.title(),
                        "agenda-title");
        title.pseudoClassStateChanged(CANCELLED, o.is(Mark.CANCELLED) || o.is(Mark.DECLINED));
        title.pseudoClassStateChanged(TENTATIVE, o.is(Mark.TENTATIVE));
        AgendaLine row = new AgendaLine();
        row.getChildren()
                .addAll(
                        date(e.day(), e.first()),
                        time(e),
                        new Dot(color, around.get().dark),
                        title);
        if (e.of() > 1) {
            row.getChildren()
                    .add(quiet(Texts.text("agenda.day-of", e.number(), e.of()), "agenda-note"));
        }
        String place = o.place();
        if (place != null) {
            Label where = label(place, "agenda-place");
            row.getChildren().add(where);
            row.givesWay(where, Double.MAX_VALUE);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row.getChildren().add(space);
        String badge = o.is(Mark.CONFLICT) ? "!" : o.is(Mark.UNSENT) ? "↑" : "";
        if (!badge.isEmpty()) {
            row.getChildren().add(quiet(badge, "agenda-note"));
        }
        String who = snapshot.news().get(o.key());
        String news = who == null ? "" : Texts.text("chip.news", who);
        if (!news.isEmpty()) {
            row.getChildren().add(quiet(news, "agenda-news"));
        }
        Calendar calendar = snapshot.calendars().get(o.calendarId());
        if (calendar != null) {
            Label name = quiet(calendar.name(), "agenda-calendar");
            row.getChildren().add(name);
            row.givesWay(name, CALENDAR);
        }
        row.givesWay(title, Double.MAX_VALUE);
        String spoken = Speech.of(o, e.range());
        setAccessibleText(news.isEmpty() ? spoken : spoken + ", " + news);
        return row;
    }

    /** The day stands before the first of its events. */
    private Node date(LocalDate day, boolean shown) {
        Label number = quiet(shown ? Integer.toString(day.getDayOfMonth()) : "", "agenda-number");
        number.pseudoClassStateChanged(TODAY, shown && day.equals(around.get().now.toLocalDate()));
        Label name = quiet(shown ? Dates.shortName(day.getDayOfWeek()) : "", "agenda-weekday");
        HBox box = new HBox(number, name);
        box.getStyleClass().add("agenda-date");
        return box;
    }

    private static Label time(Row.Event e) {
        Range range = e.range();
        String text;
        if (e.wholeDay()) {
            text = Texts.text("when.all-day");
        } else if (e.of() == 1) {
            text = Dates.times(range.start().toLocalTime(), range.end().toLocalTime());
        } else if (e.number() == 1) {
            text = Texts.text("agenda.from", Dates.shortTime(range.start().toLocalTime()));
        } else {
            text = Texts.text("agenda.until", Dates.shortTime(range.end().toLocalTime()));
        }
        return quiet(text, "agenda-time");
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }

    private static Label quiet(String text, String style) {
        Label label = label(text, style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
