package app.linden.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Alert;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.When;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;

/** Settings in their file, whatever is in it. */
final class SettingsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir private Path folder;

    @Test
    void whatIsChosenIsThereAfterARestartAndWhatIsUnknownStays() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"later\":{\"x\":1}}");
        WindowPlace place = new WindowPlace(10, 20, 900, 700, true);
        try (SettingsFile file = SettingsFile.of(folder)) {
            file.change(s ->
                    s.withLook(Settings.Brightness.DARK)
                            .withAccent("#c2487e")
                            .withTextSize(17)
                            .withLanguage(Settings.Language.GERMAN)
                            .withWeekStart(DayOfWeek.SATURDAY)
                            .withHours(Settings.Hours.TWENTY_FOUR)
                            .withWeekNumbers(false));
            file.change(s ->
                    s.withZone(BERLIN)
                            .withSecondZone(ZoneId.of("Asia/Tokyo"))
                            .withFirstHour(6)
                            .withLastHour(22)
                            .withCalendar("c")
                            .withLength(45)
                            .withAlert(15)
                            .withNotifications(false)
                            .withCalendarSilent("a", true)
                            .withCalendarSilent("b", true)
                            .withCalendarSilent("a", false)
                            .withTray(true)
                            .withPlace(place)
                            .withView("WEEK"));
        }
        try (SettingsFile file = SettingsFile.of(folder)) {
            Settings s = file.settings().get();
            assertEquals(Settings.Brightness.DARK, s.look());
            assertEquals("#c2487e", s.accent());
            assertEquals(17, s.textSize());
            assertEquals(Settings.Language.GERMAN, s.language());
            assertEquals(DayOfWeek.SATURDAY, s.weekStart());
            assertEquals(Settings.Hours.TWENTY_FOUR, s.hours());
            assertEquals(false, s.weekNumbers());
            assertEquals(BERLIN, s.zone());
            assertEquals(ZoneId.of("Asia/Tokyo"), s.secondZone());
            assertEquals(6, s.firstHour());
            assertEquals(22, s.lastHour());
            assertEquals("c", s.calendar());
            assertEquals(45, s.length());
            assertEquals(15, s.alert());
            assertEquals(false, s.notifications());
            assertEquals(Set.of("b"), s.silentCalendars());
            assertTrue(s.tray());
            assertEquals(place, s.place());
            assertEquals("WEEK", s.view());
            assertEquals(1, s.json().path("later").path("x").asInt());
            assertEquals("", file.told().get());
        }
    }

    @Test
    void whatMakesNoSenseReadsAsTheUsual() {
        Settings odd =
                new Settings(
                        Json.parseObject(
                                """
                                {"look":"purple","accent":"red; -fx-x: 1","textSize":400,"weekStart":7,
                                 "zone":"Moon/Base","firstHour":20,"lastHour":3,"length":"long",
                                 "silentCalendars":{"a":1},"window":{"width":"wide"},"language":[]}
                                """));
        assertEquals(Settings.Brightness.SYSTEM, odd.look());
        assertEquals("", odd.accent());
        assertEquals(Settings.LARGEST_TEXT, odd.textSize());
        assertNull(odd.weekStart());
        assertNull(odd.zone());
        assertEquals(21, odd.lastHour());
        assertEquals(60, odd.length());
        assertNull(odd.place());
        assertEquals(Settings.Language.SYSTEM, odd.language());
    }

    @Test
    void aBrokenFileIsToldAndKept() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"look\":");
        try (SettingsFile file = SettingsFile.of(folder)) {
            assertEquals(Settings.USUAL, file.settings().get());
            assertTrue(file.told().get().contains("settings.json.broken"), file.told().get());
            file.change(s -> s.withTextSize(15));
        }
        assertEquals("{\"look\":", Files.readString(folder.resolve("settings.json.broken")));
        assertTrue(Files.readString(folder.resolve("settings.json")).contains("15"));
    }

    @Test
    void aNewEventGetsTheUsualAlertButNotWholeDays() {
        Settings s = Settings.USUAL.withAlert(10);
        LocalDateTime from = LocalDateTime.parse("2026-11-24T10:00");
        Event timed = Event.create("", "c", "x", When.timed(from, from.plusHours(1), BERLIN));
        Alert alert = s.usually(timed).details().alerts().get("1");
        assertEquals(new Alert.Trigger.Offset(0, -600, false), alert.trigger());
        assertEquals(timed, Settings.USUAL.usually(timed));
        LocalDate day = from.toLocalDate();
        Event days = Event.create("", "c", "x", When.days(day, day));
        assertEquals(days, s.usually(days));
    }
}
