package app.linden.ui.sidebar;

import app.linden.calendar.Agenda;
import app.linden.calendar.Commands;
import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Rights;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Question;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What can be done with a calendar, as its rights allow. Lives on JavaFX's thread. */
final class CalendarMenu {
    private final Commands commands;
    private final Agenda agenda;
    private final Look look;
    private final Sidebar.Actions actions;
    private final Consumer<String> failed;

    /**
     * @param failed told the sentence when a command fails
     */
    CalendarMenu(
            Commands commands,
            Agenda agenda,
            Look look,
            Sidebar.Actions actions,
            Consumer<String> failed) {
        this.commands = commands;
        this.agenda = agenda;
        this.look = look;
        this.actions = actions;
        this.failed = failed;
    }

    /**
     * @param renamed called when a renaming has ended
     */
    void show(CalendarRow row, Account account, Runnable renamed) {
        Calendar calendar = row.calendar();
        ContextMenu menu = new ContextMenu();
        menu.getStyleClass().add("calendar-menu");
        // Colours are looked up before the menu is shown and takes the theme of its owner.
        menu.getScene().setUserAgentStylesheet(row.getScene().getUserAgentStylesheet());
        menu.getItems()
                .add(
                        item(
                                "sidebar.rename",
                                () ->
                                        row.rename(
                                                name ->
                                                        run(
                                                                commands.renameCalendar(
                                                                        calendar.id(), name)),
                                                renamed)));
        if (calendar.rights().mayWrite() && !account.readOnly()) {
            menu.getItems().add(item("sidebar.import", () -> actions.importInto(calendar)));
        }
        boolean follows = actions.feed(calendar).isPresent();
        List<Account> servers =
                agenda.calendars().get().accounts().stream()
                        .filter(a -> !a.isLocal() && a.personal() && !a.readOnly())
                        .toList();
        if (account.isLocal() && !follows && !servers.isEmpty()) {
            menu.getItems().add(relocation(calendar, servers));
        }
        if (!account.isLocal()) {
            boolean decides = calendar.rights().may(Rights.Right.SHARE);
            menu.getItems()
                    .add(
                            1,
                            item(
                                    decides ? "sidebar.share" : "sidebar.members",
                                    () -> actions.share(calendar)));
        }
        if (follows) {
            menu.getItems().add(item("sidebar.refresh", () -> run(actions.refresh(calendar))));
        }
        menu.getItems().add(item("sidebar.export", () -> actions.export(calendar)));
        CustomMenuItem colors =
                new CustomMenuItem(
                        new Palette(
                                look,
                                calendar.color(),
                                color -> {
                                    menu.hide();
                                    run(commands.colorCalendar(calendar.id(), color));
                                }),
                        false);
        colors.getStyleClass().add("palette-item");
        menu.getItems().addAll(new SeparatorMenuItem(), colors);
        if (follows) {
            MenuItem end =
                    item(
                            "sidebar.unsubscribe",
                            () -> askToEnd(row.getScene().getWindow(), calendar));
            menu.getItems().addAll(new SeparatorMenuItem(), end);
        } else if (mayDelete(calendar, account)) {
            MenuItem delete =
                    item("sidebar.delete", () -> askToDelete(row.getScene().getWindow(), calendar));
            delete.getStyleClass().add("danger");
            menu.getItems().addAll(new SeparatorMenuItem(), delete);
        }
        menu.show(row, Side.BOTTOM, 0, 0);
    }

    /** To which server a calendar of this computer can go. */
    private Menu relocation(Calendar calendar, List<Account> servers) {
        Menu to = new Menu(Texts.text("sidebar.relocate"));
        for (Account server : servers) {
            MenuItem item = new MenuItem(server.name());
            item.setOnAction(
                    e -> run(commands.relocate(calendar.id(), server.id()).thenAccept(made -> {})));
            to.getItems().add(item);
        }
        return to;
    }

    /** Not somebody else's, and not where the server allows no one to. */
    private static boolean mayDelete(Calendar calendar, Account account) {
        return account.personal()
                && !account.readOnly()
                && calendar.rights().may(Rights.Right.DELETE);
    }

    private void askToEnd(Window owner, Calendar calendar) {
        Question.ask(
                owner,
                look,
                Texts.text("sidebar.unsubscribe-question", calendar.name()),
                Texts.text("sidebar.unsubscribe-what"),
                List.of(
                        new Question.Answer(
                                Texts.text("sidebar.unsubscribe-yes"),
                                "accent",
                                () -> run(actions.unsubscribe(calendar)))));
    }

    private void askToDelete(Window owner, Calendar calendar) {
        FxRelay.after(
                agenda.countEvents(calendar.id()),
                count -> ask(owner, calendar, Texts.text("sidebar.delete-what", count)),
                error -> ask(owner, calendar, Texts.text("sidebar.delete-all")));
    }

    private void ask(Window owner, Calendar calendar, String lost) {
        String detail =
                calendar.shareWith().isEmpty()
                        ? lost
                        : lost + " " + Texts.text("sidebar.delete-shared");
        Question.ask(
                owner,
                look,
                Texts.text("sidebar.delete-question", calendar.name()),
                detail,
                List.of(
                        new Question.Answer(
                                Texts.text("sidebar.delete-yes"),
                                "danger",
                                () -> run(commands.deleteCalendar(calendar.id())))));
    }

    private void run(CompletableFuture<Void> command) {
        FxRelay.after(command, done -> {}, error -> failed.accept(Sentences.of(error)));
    }

    private static MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(Texts.text(key));
        item.setOnAction(e -> act.run());
        return item;
    }
}
