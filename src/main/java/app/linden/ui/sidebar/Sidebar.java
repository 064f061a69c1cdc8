package app.linden.ui.sidebar;

import app.linden.base.Subscription;
import app.linden.calendar.Agenda;
import app.linden.calendar.CalendarList;
import app.linden.calendar.Commands;
import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Feed;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.MiniMonth;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A small month above the calendars of every account. Close it with the window. Lives on JavaFX's
 * thread.
 */
public final class Sidebar extends VBox implements Subscription {
    /** What the window does for the sidebar. */
    public interface Actions {
        void goTo(LocalDate day);

        void importInto(Calendar calendar);

        void export(Calendar calendar);

        /** Shows who is in a calendar and lets the person decide it. */
        void share(Calendar calendar);

        /** Where a subscribed calendar comes from, empty for others. */
        Optional<Feed> feed(Calendar calendar);

        CompletableFuture<Void> refresh(Calendar calendar);

        CompletableFuture<Void> unsubscribe(Calendar calendar);
    }

    private final Commands commands;
    private final Look look;
    private final Actions actions;
    private final MiniMonth month;
    private final VBox list = new VBox();
    private final Label failure = new Label();
    private final Button add;
    private final CalendarMenu menu;
    private final NewCalendar newCalendar;
    private final Subscription calendars;
    private final Subscription colors;
    private CalendarList shown;

    public Sidebar(Commands commands, Agenda agenda, Look look, Actions actions) {
        this.commands = commands;
        this.look = look;
        this.actions = actions;
        this.shown = agenda.calendars().get();
        this.month = new MiniMonth(actions::goTo);
        this.menu = new CalendarMenu(commands, agenda, look, actions, this::failed);
        this.newCalendar = new NewCalendar(commands, look);
        this.add = Icons.button(Feather.PLUS, Texts.text("sidebar.new"), this::create);
        add.setId("new-calendar");
        getStyleClass().add("sidebar");
        getStylesheets().add(Look.sheet("sidebar.css"));
        list.getStyleClass().add("calendar-list");
        failure.getStyleClass().add("sidebar-failure");
        failure.setWrapText(true);
        failure.managedProperty().bind(failure.visibleProperty());
        failure.setVisible(false);
        failure.setOnMouseClicked(e -> failure.setVisible(false));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("calendar-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(month, head(), scroll, failure);
        calendars = FxRelay.relay(agenda.calendars(), this::show);
        colors = FxRelay.relay(look.dark(), dark -> show(shown));
    }

    /** Shades the days that the window shows, both included. */
    public void showRange(LocalDate first, LocalDate last) {
        month.showRange(first, last);
    }

    /** Another day has begun. */
    public void setToday(LocalDate today) {
        month.setToday(today);
    }

    private HBox head() {
        Label title = new Label(Texts.text("sidebar.calendars"));
        title.getStyleClass().add("sidebar-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, add);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("sidebar-head");
        return head;
    }

    private void show(CalendarList all) {
        shown = all;
        if (rows().anyMatch(CalendarRow::isRenaming)) {
            return; // Shown when that has ended: nobody pulls the field away from a person.
        }
        String focused =
                rows().filter(CalendarRow::hasFocus)
                        .map(r -> r.calendar().id())
                        .findFirst()
                        .orElse(null);
        list.getChildren().clear();
        add.setDisable(takingCalendars().isEmpty());
        boolean several = all.accounts().stream().filter(a -> !all.of(a).isEmpty()).count() > 1;
        for (Account account : all.accounts()) {
            List<Calendar> own = all.of(account).stream().filter(Calendar::subscribed).toList();
            if (own.isEmpty()) {
                continue;
            }
            if (several) {
                Label name = new Label(account.name());
                name.getStyleClass().add("account-name");
                list.getChildren().add(name);
            }
            own.forEach(c -> list.getChildren().add(row(account, c)));
        }
        if (list.getChildren().isEmpty()) {
            list.getChildren().add(empty());
        }
        rows().filter(r -> r.calendar().id().equals(focused)).forEach(CalendarRow::focus);
    }

    private Stream<CalendarRow> rows() {
        return list.getChildren().stream()
                .filter(CalendarRow.class::isInstance)
                .map(CalendarRow.class::cast);
    }

    private CalendarRow row(Account account, Calendar calendar) {
        boolean locked = account.readOnly() || !calendar.rights().mayWrite();
        CalendarRow[] row = new CalendarRow[1];
        row[0] =
                new CalendarRow(
                        calendar,
                        locked,
                        !account.personal() || !calendar.shareWith().isEmpty(),
                        look,
                        visible ->
                                FxRelay.after(
                                        commands.showCalendar(calendar.id(), visible),
                                        done -> {},
                                        error -> failed(Sentences.of(error))),
                        at -> menu.show(row[0], account, () -> show(shown)));
        actions.feed(calendar).ifPresent(row[0]::follows);
        return row[0];
    }

    private Node empty() {
        Label none =
                new Label(
                        Texts.text(
                                takingCalendars().isEmpty()
                                        ? "sidebar.nothing"
                                        : "sidebar.none-yet"));
        none.setWrapText(true);
        none.getStyleClass().add("sidebar-empty");
        return none;
    }

    private List<Account> takingCalendars() {
        return shown.accounts().stream().filter(Account::takesCalendars).toList();
    }

    private void create() {
        String usual =
                Palette.COLORS.stream()
                        .filter(c -> shown.calendars().stream().noneMatch(k -> k.color().equals(c)))
                        .findFirst()
                        .orElse(Calendar.DEFAULT_COLOR);
        newCalendar.show(add, takingCalendars(), usual);
    }

    private void failed(String sentence) {
        failure.setText(sentence);
        failure.setVisible(true);
    }

    @Override
    public void close() {
        calendars.close();
        colors.close();
    }
}
