package app.linden.ui.shell;

import app.linden.model.Calendar;
import app.linden.model.Length;
import app.linden.ui.kit.Acts;
import app.linden.ui.kit.CalendarView;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Texts;
import app.linden.ui.palette.Command;
import app.linden.words.Sentence;
import app.linden.words.Understood;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything that the window can do, by name: what its keys do, what its menu holds, its calendars,
 * and its days. Lives on JavaFX's thread.
 */
final class WindowCommands {
    /** Of days side by side; more have keys too. */
    private static final int MOST_DAYS = 5;

    private final Services services;
    private final WindowKeys.Actions actions;
    private final Acts acts;
    private final List<MenuItem> menu;
    private final Consumer<LocalDate> goTo;
    private final Consumer<Calendar> share;
    private final Sentence sentence;

    /**
     * Commands of one window.
     *
     * @param menu the items of its menu, as they stand at each asking
     * @param goTo shows a day
     * @param share shows who is in a calendar
     */
    WindowCommands(
            Services services,
            WindowKeys.Actions actions,
            Acts acts,
            List<MenuItem> menu,
            Consumer<LocalDate> goTo,
            Consumer<Calendar> share) {
        this.services = services;
        this.actions = actions;
        this.acts = acts;
        this.menu = menu;
        this.goTo = goTo;
        this.share = share;
        this.sentence =
                new Sentence(
                        Locale.getDefault(),
                        List.of(),
                        services.clock().getZone(),
                        Length.hours(1));
    }

    /** All of them; of two with one name the first. */
    List<Command> all() {
        Map<String, Command> all = new LinkedHashMap<>();
        for (Command command : keys()) {
            all.putIfAbsent(command.name(), command);
        }
        for (Command command : ofMenu(Texts.text("menu.name"), menu)) {
            all.putIfAbsent(command.name(), command);
        }
        for (Command command : calendars()) {
            all.putIfAbsent(command.name(), command);
        }
        return List.copyOf(all.values());
    }

    private List<Command> keys() {
        List<Command> keys = new ArrayList<>();
        keys.add(event("quick", "N", actions::quickAdd));
        keys.add(event("create", "C", actions::create));
        keys.add(event("search", "/", actions::search));
        keys.add(event("next", "↓", () -> actions.walk(1, false)));
        keys.add(event("before", "↑", () -> actions.walk(-1, false)));
        String shift = Texts.text("key.shift") + "+";
        keys.add(event("next-too", shift + "↓", () -> actions.walk(1, true)));
        keys.add(event("before-too", shift + "↑", () -> actions.walk(-1, true)));
        keys.add(event("all", "Shortcut+A", actions::chooseAll));
        keys.add(event("card", Texts.text("key.space"), actions::peek));
        keys.add(event("open", Texts.text("key.enter"), () -> selected(acts::open)));
        keys.add(
                event(
                        "delete",
                        Texts.text("key.delete"),
                        () -> WindowKeys.delete(acts, actions.view())));
        keys.add(event("undo", "Shortcut+Z", actions::undo));
        keys.add(event("redo", "Shortcut+Shift+Z", actions::redo));
        keys.add(go("today", "T", actions::today));
        keys.add(go("back", "←", () -> actions.page(-1)));
        keys.add(go("forward", "→", () -> actions.page(1)));
        for (Mode mode : Mode.values()) {
            KeyCode key = mode.key();
            if (key != null) {
                keys.add(go(mode.word(), key.getName(), () -> actions.look(mode)));
            }
        }
        for (int count = 2; count < MOST_DAYS; count++) {
            int days = count;
            keys.add(
                    new Command(
                            Texts.text("command.go"),
                            Texts.text("command.go.days", days),
                            Integer.toString(days),
                            () -> actions.days(days)));
        }
        keys.add(window("palette", "Shortcut+K", actions::palette));
        keys.add(window("keys", "?", actions::keySheet));
        keys.add(window("sidebar", "B", actions::toggleSidebar));
        keys.add(window("print", "Shortcut+P", actions::print));
        keys.add(window("sync", "Shortcut+R", actions::syncNow));
        return keys;
    }

    private void selected(Consumer<app.linden.model.Occurrence> act) {
        CalendarView view = actions.view();
        if (view.selected() != null) {
            act.accept(view.selected());
        }
    }

    private static Command event(String name, String keys, Runnable act) {
        return command("command.events", name, keys, act);
    }

    private static Command go(String name, String keys, Runnable act) {
        return command("command.go", name, keys, act);
    }

    private static Command window(String name, String keys, Runnable act) {
        return command("command.window", name, keys, act);
    }

    private static Command command(String group, String name, String keys, Runnable act) {
        return new Command(
                Texts.text(group),
                Texts.text(group + "." + name),
                keys.startsWith("Shortcut+") ? caps(keys) : keys,
                act);
    }

    /** JavaFX names the keys in English, whatever the language. */
    private static String caps(String keys) {
        return KeyCombination.valueOf(keys)
                .getDisplayText()
                .replace("Ctrl+", Texts.text("key.ctrl") + "+")
                .replace("Shift+", Texts.text("key.shift") + "+");
    }

    /** What stands in a menu and can be done now, with the menu's name as the group. */
    private static List<Command> ofMenu(String group, List<MenuItem> items) {
        List<Command> found = new ArrayList<>();
        for (MenuItem item : items) {
            String text = item.getText();
            if (item instanceof Menu inner) {
                found.addAll(ofMenu(text, inner.getItems()));
            } else if (text != null
                    && !text.isBlank()
                    && !item.isDisable()
                    && item.isVisible()
                    && item.getAccelerator() == null) {
                found.add(new Command(group, text, "", item::fire));
            }
        }
        return found;
    }

    private List<Command> calendars() {
        String group = Texts.text("sidebar.calendars");
        List<Calendar> all = services.agenda().calendars().get().calendars();
        List<Command> found = new ArrayList<>();
        all.forEach(c -> found.add(new Command(group, toggle(c), "", () -> toggled(c))));
        for (Calendar c : all) {
            found.add(
                    new Command(
                            group,
                            Texts.text("command.share", c.name()),
                            "",
                            () -> share.accept(c)));
        }
        return found;
    }

    private static String toggle(Calendar calendar) {
        return Texts.text(calendar.visible() ? "command.hide" : "command.show", calendar.name());
    }

    private void toggled(Calendar calendar) {
        FxRelay.after(
                services.commands().showCalendar(calendar.id(), !calendar.visible()),
                done -> {},
                actions::tell);
    }

    /** A day that is typed: "12 March", "next Friday". */
    Optional<Command> typed(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Understood u = sentence.read(text, LocalDateTime.now(services.clock()));
        if (!u.said().day() || !u.title().isEmpty() || u.rule() != null) {
            return Optional.empty();
        }
        LocalDate day = u.when().start().toLocalDate();
        return Optional.of(
                new Command(
                        Texts.text("command.go"),
                        Texts.text("command.go.date", Dates.longDate(day)),
                        "",
                        () -> goTo.accept(day)));
    }
}
