package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.calendar.Target;
import app.linden.cli.Device;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Occurrence;
import app.linden.model.Role;
import app.linden.model.SyncState;
import app.linden.model.When;
import app.linden.ui.Fx;
import app.linden.ui.kit.Chip;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;
import app.linden.ui.share.ShareDialog;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Writes the pictures of docs/screens.md: every screen in both looks and both languages, on a real
 * server, with a day of sixty events, long titles, a conflict, and offline. Takes its time, so it
 * is asked for: {@code -Dlinden.gallery=true}.
 */
@EnabledIfSystemProperty(named = "linden.gallery", matches = "true")
class GalleryTest {
    /** Always the same, since the accounts show it. */
    private static final int PORT = 28_541;

    private static final LocalDate FULL = Household.TODAY.plusDays(9);

    @TempDir private Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(Household.CLOCK.instant());
    private final InstantSource clock = now::get;
    private String end = "";
    private CalendarWindow window;
    private Scene scene;

    @AfterEach
    void close() {
        Fx.closeAll();
        Fx.run(() -> Texts.speak(Locale.US));
    }

    @Test
    void inEnglish() {
        all(Locale.US);
    }

    @Test
    void inGerman() {
        all(Locale.GERMANY);
    }

    private void all(Locale language) {
        Fx.run(() -> Texts.speak(language));
        try (Household household = new Household(folder, PORT, clock)) {
            Device laptop = household.device("laptop");
            Device ben = household.device("phone", "ben");
            FamilyWeek.fill(laptop);
            fillMore(laptop);
            share(laptop, Role.EDIT);
            Fx.until("Ben has it", () -> !Household.on(ben, Household.TODAY).isEmpty());
            settle();
            for (boolean dark : new boolean[] {false, true}) {
                open(household, laptop, dark, language);
                views();
                overlays();
                windows(laptop);
                Fx.closeAll();
            }
            conflict(household, laptop, ben);
            settle();
            share(laptop, Role.READ);
            Fx.until(
                    "Ben only reads",
                    () -> family(ben).map(c -> c.rights().mayWrite()).equals(Optional.of(false)));
            for (boolean dark : new boolean[] {false, true}) {
                open(household, laptop, dark, language);
                decide();
                open(household, ben, dark, language);
                readOnly();
                Fx.closeAll();
            }
            household.stopServer();
            retitle(laptop, "Lunch with Clara and Tom", "Lunch with Clara");
            for (boolean dark : new boolean[] {false, true}) {
                open(household, laptop, dark, language);
                offline(laptop);
                Fx.closeAll();
            }
            household.startServer();
        }
    }

    /** What is new to a device shines for some seconds; pictures are of calm screens. */
    private void settle() {
        now.updateAndGet(t -> t.plusSeconds(30));
    }

    private void open(Household household, Device device, boolean dark, Locale language) {
        Look look = Fx.look(dark);
        window = household.window(device, look);
        scene = Fx.on(() -> window.stage().getScene());
        end = "-" + language.getLanguage() + (dark ? "-dark" : "-light");
        Fx.run(() -> window.stage().setWidth(1120));
        Fx.run(() -> window.stage().setHeight(720));
        Fx.run(window::comeForward);
        Fx.until("in front", () -> window.stage().isFocused());
        Fx.until("events", () -> chips() > 3);
    }

    private void views() {
        Fx.picture(scene, "month" + end);
        Fx.keys(KeyCode.W);
        Fx.until("the week", () -> scene.getRoot().lookup(".week-hours") != null);
        Fx.picture(scene, "week" + end);
        Fx.keys(KeyCode.X);
        Fx.pulses(6);
        Fx.picture(scene, "work-week" + end);
        Fx.run(() -> window.turnTo(Mode.DAY, FULL));
        Fx.until("sixty", () -> chips() > 50);
        Fx.picture(scene, "day-of-sixty" + end);
        Fx.run(() -> window.turnTo(Mode.AGENDA, Household.TODAY));
        Fx.until("the agenda", () -> scene.getRoot().lookup(".agenda-title") != null);
        Fx.run(() -> window.stage().setWidth(860));
        Fx.picture(scene, "agenda-narrow" + end);
        Fx.run(() -> window.stage().setWidth(1120));
        Fx.keys(KeyCode.Y);
        Fx.until("the year", () -> scene.getRoot().lookup(".year-day") != null);
        Fx.pulses(10);
        Fx.picture(scene, "year" + end);
        Fx.run(() -> window.turnTo(Mode.MONTH, LocalDate.of(2029, 3, 1)));
        Fx.pulses(10);
        Fx.run(() -> window.turnTo(Mode.WEEK, Household.TODAY));
        Fx.until("chips", () -> chips() > 5);
    }

    private void overlays() {
        Fx.keys(KeyCode.N);
        Fx.until("quick add", () -> scene.getRoot().lookup(".quick-field") != null);
        boolean german = Locale.getDefault().getLanguage().equals("de");
        write(
                german
                        ? "Zahnarzt nächsten Dienstag 15:30 für 45 min #Family"
                        : "Lunch with Ben tomorrow 12:30-14 at Luigi's every week");
        Fx.until("understood", () -> scene.getRoot().lookup(".quick-line") != null);
        Fx.picture(scene, "quick-add" + end);
        escape();
        Fx.keys(KeyCode.CONTROL, KeyCode.F);
        Fx.type("party");
        Fx.until("found", () -> scene.getRoot().lookup(".search-match") != null);
        Fx.picture(scene, "search" + end);
        escape();
        Fx.keys(KeyCode.CONTROL, KeyCode.K);
        Fx.pulses(4);
        Fx.picture(scene, "palette" + end);
        escape();
        Fx.run(() -> window.panels().keys());
        Fx.pulses(4);
        Fx.picture(scene, "keys" + end);
        escape();
    }

    private void windows(Device device) {
        Fx.click(chip("Presentation"));
        Fx.until("the card", () -> inTop("#card-edit") != null);
        Fx.picture(top(), "card" + end);
        Fx.click(inTop("#card-edit"));
        Fx.until("the editor", () -> inTop(".event-form") != null);
        Fx.pulses(4);
        Fx.picture(top(), "editor" + end);
        hideTop();
        menu("menu.settings");
        Fx.picture(top(), "settings" + end);
        hideTop();
        menu("menu.print");
        Fx.until("pages", () -> inTop(".print-paper") != null);
        Fx.pulses(10);
        Fx.picture(top(), "print" + end);
        hideTop();
        menu("menu.accounts");
        Fx.picture(top(), "accounts" + end);
        hideTop();
        menu("menu.join");
        Fx.picture(top(), "join" + end);
        hideTop();
        Look look = Fx.look(end.endsWith("dark"));
        Fx.run(() ->
                new ShareDialog(device.commands(), device.agenda(), device.accounts(), look)
                        .show(window.stage(), family(device).orElseThrow().id()));
        Fx.until("members", () -> inTop(".member-row") != null);
        Fx.pulses(10);
        Fx.picture(top(), "share" + end);
        hideTop();
    }

    private void decide() {
        Fx.run(() -> window.turnTo(Mode.WEEK, Household.TODAY));
        Fx.until("marked", () -> chip("Parents’ evening with") != null);
        // It is in the evening, below what is seen of the hours.
        Occurrence asked = ((Chip) chip("Parents’ evening with")).content().occurrence();
        Fx.run(() -> window.pages().reveal(asked));
        Fx.until("the card", () -> inTop("#card-decide") != null);
        Fx.click(inTop("#card-decide"));
        Fx.until("the choice", () -> inTop(".use-mine") != null);
        Fx.pulses(4);
        Fx.picture(top(), "conflict" + end);
        Fx.closeAll(window.stage());
    }

    private void readOnly() {
        Fx.run(() -> window.turnTo(Mode.WEEK, Household.TODAY));
        Fx.until("there", () -> chip("Grandma") != null);
        Fx.picture(scene, "shared-with-ben" + end);
        Fx.click(chip("Grandma"));
        Fx.until("the card", () -> inTop("#card-edit") != null);
        Fx.click(inTop("#card-edit"));
        Fx.until("an editor that is read", () -> inTop(".event-form") != null);
        Fx.pulses(4);
        Fx.picture(top(), "editor-read-only" + end);
        Fx.closeAll(window.stage());
    }

    private void offline(Device device) {
        Fx.until(
                "offline",
                () -> device.accounts().state().get().phase() == SyncState.Phase.OFFLINE);
        Fx.run(() -> window.turnTo(Mode.WEEK, Household.TODAY));
        Fx.pulses(6);
        Fx.picture(scene, "offline" + end);
        Fx.click(".sync-label");
        Fx.until("the outbox", () -> inTop(".waiting-row") != null);
        Fx.pulses(4);
        Fx.picture(top(), "outbox" + end);
    }

    private void fillMore(Device device) {
        String calendar = Household.calendar(device).id();
        for (int i = 0; i < 60; i++) {
            add(device, calendar, "Open day: visitor " + (i + 1), 9 + i % 9, i * 7 % 60, 45);
        }
        When when =
                When.timed(
                        Household.TODAY.plusDays(2).atTime(8, 0),
                        Household.TODAY.plusDays(2).atTime(8, 45),
                        Household.ZONE);
        device.commands()
                .create(
                        Event.create(
                                        "",
                                        calendar,
                                        "Talk with the teachers about the trip to the mountains,"
                                                + " the money that is still missing, and who"
                                                + " brings what",
                                        when)
                                .withPlace("Primary school, room 12, first floor on the left"))
                .join();
    }

    private static void add(
            Device device, String calendar, String title, int hour, int minute, int length) {
        When when =
                When.timed(
                        FULL.atTime(hour, minute),
                        FULL.atTime(hour, minute).plusMinutes(length),
                        Household.ZONE);
        device.commands().create(Event.create("", calendar, title, when)).join();
    }

    private static Optional<Calendar> family(Device device) {
        return device.agenda().calendars().get().calendars().stream()
                .filter(c -> c.name().equals("Family"))
                .findFirst();
    }

    private static void share(Device device, Role role) {
        var account = device.agenda().calendars().get().accounts().getFirst();
        Fx.until("Ben is known", () -> !matching(device, account).isEmpty());
        String ben = matching(device, account).getFirst().id();
        device.commands().sharing().give(family(device).orElseThrow().id(), ben, role).join();
    }

    private static List<app.linden.model.Person> matching(
            Device device, app.linden.model.Account account) {
        return device.agenda().people().get().matching(account, "ben");
    }

    /** Both give one event another title while there is no server; Ben may only read then. */
    private static void conflict(Household household, Device anna, Device ben) {
        String title = "Parents’ evening";
        for (boolean asked = false; !asked; ) {
            Fx.until("Ben has it", () -> !with(ben, title).isEmpty());
            household.stopServer();
            retitle(ben, title + " with the new teacher", title);
            retitle(anna, title + ", room 14", title);
            household.startServer();
            Fx.until("both are sent", () -> sent(ben) && sent(anna));
            Fx.until("one is asked", () -> isAsked(anna) || isAsked(ben));
            asked = isAsked(anna);
            if (!asked) {
                // Hers was faster; the pictures are of his.
                ben.commands().keepTheirs(ben.store().conflicts().getFirst().id()).join();
                retitle(anna, title, title + ", room 14");
            }
        }
    }

    private static boolean sent(Device device) {
        syncIfOffline(device);
        return device.store().waiting().isEmpty();
    }

    private static boolean isAsked(Device device) {
        syncIfOffline(device);
        return !device.store().conflicts().isEmpty();
    }

    private static void syncIfOffline(Device device) {
        if (device.accounts().state().get().phase() == SyncState.Phase.OFFLINE) {
            device.accounts().syncNow();
        }
    }

    private static List<Occurrence> with(Device device, String title) {
        return device
                .store()
                .occurrences(
                        Household.TODAY.minusDays(7), Household.TODAY.plusDays(7), Household.ZONE)
                .stream()
                .filter(o -> o.title().equals(title))
                .toList();
    }

    private static void retitle(Device device, String to, String from) {
        String id = with(device, from).getFirst().eventId();
        Event before = device.store().findEvent(id).orElseThrow();
        device.commands()
                .edit(Target.whole(id), before, before.with("title", Json.text(to)))
                .join();
    }

    private void menu(String key) {
        WindowMenu menu = (WindowMenu) scene.getRoot().lookup(".window-menu");
        Fx.run(() ->
                menu.getItems().stream()
                        .filter(i -> Texts.text(key).equals(i.getText()))
                        .findFirst()
                        .ifPresent(MenuItem::fire));
        Fx.until(key, () -> top() != scene);
        Fx.pulses(6);
    }

    private void write(String text) {
        Fx.run(() -> ((TextField) scene.getRoot().lookup(".quick-field")).setText(text));
        Fx.pulses(3);
    }

    private void escape() {
        Fx.keys(KeyCode.ESCAPE);
        Fx.pulses(3);
    }

    private void hideTop() {
        Fx.closeAll(window.stage());
        Fx.pulses(3);
        assertTrue(Fx.on(() -> top() == scene));
    }

    private static Scene top() {
        Window top = Fx.topWindow();
        return Fx.on(top::getScene);
    }

    private static Node inTop(String selector) {
        return Fx.on(() -> top().getRoot().lookup(selector));
    }

    private long chips() {
        return scene.getRoot().lookupAll(".chip").stream().filter(Node::isVisible).count();
    }

    private Node chip(String title) {
        return Fx.on(() ->
                scene.getRoot().lookupAll(".chip").stream()
                        .filter(n ->
                                n instanceof Chip chip
                                        && chip.isVisible()
                                        && chip.content() != null
                                        && chip.content().occurrence().title().startsWith(title))
                        .findFirst()
                        .orElse(null));
    }
}
