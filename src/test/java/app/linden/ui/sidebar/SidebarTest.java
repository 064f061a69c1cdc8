package app.linden.ui.sidebar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Calendar;
import app.linden.model.Feed;
import app.linden.ui.Fx;
import app.linden.ui.Sample;
import app.linden.ui.kit.Look;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The sidebar by mouse and keyboard, seen from the store; pictures in {@code target/screens}. */
class SidebarTest {
    @TempDir private Path folder;
    private Sample sample;
    private Stage stage;
    private Sidebar sidebar;
    private final Map<String, Feed> feeds = new HashMap<>();
    private final List<LocalDate> days = new ArrayList<>();

    private void open(boolean full, boolean dark) {
        sample = full ? new Sample(folder).fill() : Sample.empty(folder);
        Look look = Fx.look(dark);
        Fx.run(() -> {
            sidebar =
                    new Sidebar(
                            sample.commands,
                            sample.agenda,
                            look,
                            new Sidebar.Actions() {
                                @Override
                                public void goTo(LocalDate day) {
                                    days.add(day);
                                }

                                @Override
                                public void importInto(Calendar calendar) {}

                                @Override
                                public void export(Calendar calendar) {}

                                @Override
                                public void share(Calendar calendar) {}

                                @Override
                                public Optional<Feed> feed(Calendar calendar) {
                                    return Optional.ofNullable(feeds.get(calendar.name()));
                                }

                                @Override
                                public CompletableFuture<Void> refresh(Calendar calendar) {
                                    return CompletableFuture.completedFuture(null);
                                }

                                @Override
                                public CompletableFuture<Void> unsubscribe(Calendar calendar) {
                                    return CompletableFuture.completedFuture(null);
                                }
                            });
            sidebar.setToday(Sample.TODAY);
            sidebar.showRange(Sample.TODAY.minusDays(2), Sample.TODAY.plusDays(4));
            BorderPane root = new BorderPane();
            root.setLeft(sidebar);
            stage = new Stage();
            stage.setScene(new Scene(root, 400, 640));
            look.dress(stage.getScene());
            stage.show();
        });
        Fx.pulses(2);
    }

    @AfterEach
    void close() {
        if (sidebar != null) {
            Fx.run(sidebar::close);
            Fx.closeAll();
            sample.close();
        }
    }

    private CalendarRow row(String name) {
        return Fx.on(() ->
                sidebar.lookupAll(".calendar-row").stream()
                        .map(CalendarRow.class::cast)
                        .filter(r -> r.calendar().name().startsWith(name))
                        .findFirst()
                        .orElseThrow());
    }

    private ContextMenu menu(String name) {
        CalendarRow row = row(name);
        Point2D edge = Fx.on(() -> row.localToScreen(2, 2));
        Fx.moveTo(edge.getX(), edge.getY());
        Fx.pulses(2);
        Fx.click(row.lookup(".calendar-more"));
        return (ContextMenu) Fx.topWindow();
    }

    private static MenuItem item(ContextMenu menu, String text) {
        return menu.getItems().stream()
                .filter(i -> text.equals(i.getText()))
                .findFirst()
                .orElseThrow();
    }

    private void choose(String calendar, String text) {
        ContextMenu menu = menu(calendar);
        Fx.run(() -> {
            MenuItem item = item(menu, text);
            menu.hide();
            item.fire();
        });
        Fx.pulses(2);
    }

    private static Feed feed(String problem) {
        Instant now = Instant.parse("2026-11-24T09:00:00Z");
        Duration every = Duration.ofHours(12);
        Feed feed = Feed.of("c", "https://example.org/a.ics", every, now);
        return feed.read(null, null, every, problem, now);
    }

    @Test
    void howASubscriptionStandsIsSaidInWords() {
        Instant at = Instant.parse("2026-11-24T09:00:00Z");
        assertEquals("Updated just now", FeedWords.of(feed(null), at));
        assertEquals(
                "Updated 5 minutes ago", FeedWords.of(feed(null), at.plus(Duration.ofMinutes(5))));
        assertEquals("Updated 1 hour ago", FeedWords.of(feed(null), at.plus(Duration.ofHours(1))));
        assertEquals(
                "Gone.\nUpdated 3 days ago",
                FeedWords.of(feed("Gone."), at.plus(Duration.ofDays(3))));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void looks(boolean dark) {
        String shade = dark ? "-dark" : "-light";
        feeds.put("Hockey club", feed(null));
        feeds.put("Personal", feed("There is no file at this address."));
        open(true, dark);
        sample.commands.showCalendar(sample.calendar("Work").id(), false).join();
        Fx.until("hidden", () -> !row("Work").calendar().visible());
        Fx.picture(stage.getScene(), "sidebar" + shade);
        menu("Family");
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "sidebar-menu" + shade);
        Fx.closeAll(stage);
        Fx.click("#new-calendar");
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "sidebar-new" + shade);
        Fx.closeAll(stage);
        ContextMenu menu = menu("Family");
        Fx.run(() -> item(menu, "Delete…").fire());
        Fx.until("the question", () -> Fx.topWindow() instanceof Stage && Fx.topWindow() != stage);
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "sidebar-delete" + shade);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void looksInvitingWithoutCalendars(boolean dark) {
        open(false, dark);
        Fx.picture(stage.getScene(), "sidebar-empty" + (dark ? "-dark" : "-light"));
    }

    @Test
    void aClickHidesACalendarAndItsEvents() {
        open(true, false);
        Fx.click(Fx.on(() -> row("Work").lookup(".check-box")));
        Fx.until("hidden", () -> !row("Work").calendar().visible());

        assertFalse(sample.calendar("Work").visible());
        assertTrue(Fx.on(() -> row("Work").hasFocus()), "the focus stays where it was");
    }

    @Test
    void aCalendarIsMadeRenamedColouredAndDeleted() {
        open(true, false);
        Fx.click("#new-calendar");
        Fx.type("Garden");
        Fx.keys(KeyCode.ENTER);
        Fx.until("made", () -> sidebar.lookupAll(".calendar-row").size() == 6);
        assertEquals(sample.account("a1"), sample.calendar("Garden").accountId());

        choose("Garden", "Rename");
        Fx.pulses(2);
        Fx.type("Allotment");
        Fx.keys(KeyCode.ENTER);
        Fx.until("renamed", () -> names().contains("Allotment"));

        menu("Allotment");
        Node third =
                Fx.on(() ->
                        List.copyOf(Fx.topWindow().getScene().getRoot().lookupAll(".palette-color"))
                                .get(2));
        Fx.click(third);
        Fx.until("coloured", () -> Palette.COLORS.contains(row("Allot").calendar().color()));

        choose("Allotment", "Delete…");
        Fx.until("the question", () -> Fx.topWindow() instanceof Stage && Fx.topWindow() != stage);
        Fx.keys(KeyCode.ENTER);
        Fx.until("deleted", () -> !names().contains("Allotment"));
        assertEquals(5, sample.store.calendars().size());
    }

    private List<String> names() {
        return sidebar.lookupAll(".calendar-row").stream()
                .map(r -> ((CalendarRow) r).calendar().name())
                .toList();
    }

    @Test
    void somebodyElsesCalendarIsNotOfferedForDeletion() {
        open(true, false);
        ContextMenu menu = menu("Hockey");

        assertEquals(
                List.of("Rename", "Members…", "Export…"),
                menu.getItems().stream()
                        .map(MenuItem::getText)
                        .filter(t -> t != null && !t.isEmpty())
                        .toList());
    }

    @Test
    void aDayIsPickedByMouseAndByKeyboard() {
        open(true, false);
        Node day = Fx.on(() -> List.copyOf(sidebar.lookupAll(".mini-month-day")).get(10));
        Fx.click(day);
        assertEquals(1, days.size());
        Fx.run(() -> sidebar.lookup(".mini-month-days").requestFocus());
        Fx.keys(KeyCode.PAGE_DOWN);
        Fx.keys(KeyCode.RIGHT);
        Fx.keys(KeyCode.ENTER);
        assertEquals(days.getFirst().plusMonths(1).plusDays(1), days.get(1));
    }
}
