package app.linden.ui.quick;

import app.linden.model.Calendar;
import app.linden.model.Length;
import app.linden.model.When;
import app.linden.ui.kit.Dot;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.RuleWords;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.WhenWords;
import app.linden.words.Understood;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** The event that was understood, a line for each thing. Lives on JavaFX's thread. */
final class Meaning extends VBox {
    private final ZoneId zone;

    Meaning(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("quick-meaning");
    }

    /**
     * Shows it.
     *
     * @param calendar the one in which it would be
     * @param today to say "today" and "tomorrow"
     */
    void show(Understood u, Calendar calendar, boolean dark, LocalDate today) {
        getChildren().clear();
        Label title = new Label(u.title().isEmpty() ? Texts.text("event.untitled") : u.title());
        title.getStyleClass().add("quick-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        if (u.title().isEmpty()) {
            title.getStyleClass().add("quick-assumed");
        }
        getChildren().add(title);
        When when = u.when();
        line(Icons.icon(Feather.CLOCK), when(when, today), assumed(u));
        if (u.rule() != null) {
            line(
                    Icons.icon(Feather.REPEAT),
                    RuleWords.of(u.rule(), when.start().toLocalDate()),
                    "");
        }
        String place = u.place();
        if (place != null) {
            line(Icons.icon(Feather.MAP_PIN), place, "");
        }
        if (!u.alerts().isEmpty()) {
            line(
                    Icons.icon(Feather.BELL),
                    u.alerts().stream().map(Meaning::before).collect(Collectors.joining(", ")),
                    "");
        }
        line(new Dot(calendar.color(), dark), calendar.name(), "");
    }

    private String when(When when, LocalDate today) {
        String line =
                when.allDay()
                        ? WhenWords.days(when, zone) + " · " + Texts.text("when.all-day")
                        : WhenWords.line(when, zone);
        LocalDate day = when.start().toLocalDate();
        boolean oneDay =
                when.allDay() ? when.length().days() == 1 : when.end().toLocalDate().equals(day);
        if (oneDay && day.equals(today)) {
            return Texts.text("search.today", line);
        }
        return oneDay && day.equals(today.plusDays(1)) ? Texts.text("search.tomorrow", line) : line;
    }

    /** What nobody said and is so because something must be. */
    private static String assumed(Understood u) {
        Understood.Said said = u.said();
        if (said.nothing()) {
            return Texts.text("quick.assumed.nothing");
        }
        if (u.when().allDay()) {
            return said.day() ? "" : Texts.text("quick.assumed.day");
        }
        if (!said.time()) {
            return Texts.text("quick.assumed.time");
        }
        if (!said.day() && !said.end()) {
            return Texts.text("quick.assumed.day-and-end");
        }
        return !said.day()
                ? Texts.text("quick.assumed.day")
                : said.end() ? "" : Texts.text("quick.assumed.end");
    }

    private static String before(Length length) {
        return Texts.text(
                "quick.before",
                WhenWords.length(Duration.ofDays(length.days()).plusSeconds(length.seconds())));
    }

    private void line(Node icon, String text, String assumed) {
        StackPane place = new StackPane(icon);
        place.getStyleClass().add("quick-icon");
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox line = new HBox(place, words);
        line.getStyleClass().add("quick-line");
        if (!assumed.isEmpty()) {
            Label hint = new Label(assumed);
            hint.getStyleClass().add("quick-assumed");
            hint.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(hint);
        }
        getChildren().add(line);
    }
}
