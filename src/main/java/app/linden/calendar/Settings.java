package app.linden.calendar;

import app.linden.model.Alert;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Length;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person chose on this computer; immutable. What is missing or makes no sense reads as its
 * default, and what Linden does not know (of a later version) is kept.
 *
 * @param json as the file has it; never changed by anybody
 */
public record Settings(ObjectNode json) {
    public static final Settings USUAL = new Settings(Json.object());

    /** No alert for new events. */
    public static final int NO_ALERT = -1;

    public static final int SMALLEST_TEXT = 11;
    public static final int USUAL_TEXT = 13;
    public static final int LARGEST_TEXT = 19;

    /** Light or dark. */
    public enum Brightness {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** How hours are written. */
    public enum Hours {
        SYSTEM,
        TWELVE,
        TWENTY_FOUR
    }

    /** The language of the window; the system's, or one that Linden speaks. */
    public enum Language {
        SYSTEM,
        ENGLISH,
        GERMAN
    }

    public Brightness look() {
        return choice("look", Brightness.SYSTEM);
    }

    public Settings withLook(Brightness look) {
        return with("look", look);
    }

    /** {@code #rrggbb}, empty for that of the theme. */
    public String accent() {
        String accent = json.path("accent").asString("");
        return accent.matches("#[0-9a-fA-F]{6}") ? accent : "";
    }

    public Settings withAccent(String accent) {
        return with("accent", accent.isEmpty() ? Json.nil() : Json.text(accent));
    }

    /** Of the window's text, in pixels. */
    public int textSize() {
        return number("textSize", USUAL_TEXT, SMALLEST_TEXT, LARGEST_TEXT);
    }

    public Settings withTextSize(int pixels) {
        return with("textSize", pixels);
    }

    public Language language() {
        return choice("language", Language.SYSTEM);
    }

    public Settings withLanguage(Language language) {
        return with("language", language);
    }

    /** The first day of a week, null as the person's country has it. */
    public @Nullable DayOfWeek weekStart() {
        String name = json.path("weekStart").asString("").toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public Settings withWeekStart(@Nullable DayOfWeek day) {
        return with("weekStart", day == null ? Json.nil() : name(day));
    }

    public Hours hours() {
        return choice("hours", Hours.SYSTEM);
    }

    public Settings withHours(Hours hours) {
        return with("hours", hours);
    }

    public boolean weekNumbers() {
        return json.path("weekNumbers").asBoolean(true);
    }

    public Settings withWeekNumbers(boolean shown) {
        return with("weekNumbers", Json.bool(shown));
    }

    /** The zone in which days are shown, null for that of the system. */
    public @Nullable ZoneId zone() {
        return zone("zone");
    }

    public Settings withZone(@Nullable ZoneId zone) {
        return with("zone", zone == null ? Json.nil() : Json.text(zone.getId()));
    }

    /** Whose hours stand beside, null for none. */
    public @Nullable ZoneId secondZone() {
        return zone("secondZone");
    }

    public Settings withSecondZone(@Nullable ZoneId zone) {
        return with("secondZone", zone == null ? Json.nil() : Json.text(zone.getId()));
    }

    /** The hour at which the person's day begins, 0 to 23. */
    public int firstHour() {
        return number("firstHour", 7, 0, 23);
    }

    public Settings withFirstHour(int hour) {
        return with("firstHour", hour);
    }

    /** The hour at which it ends, after the first one, up to 24. */
    public int lastHour() {
        return Math.max(firstHour() + 1, number("lastHour", 19, 1, 24));
    }

    public Settings withLastHour(int hour) {
        return with("lastHour", hour);
    }

    /** Where new events go, by its local id; null for the account's own default. */
    public @Nullable String calendar() {
        String id = json.path("calendar").asString("");
        return id.isEmpty() ? null : id;
    }

    public Settings withCalendar(@Nullable String id) {
        return with("calendar", id == null ? Json.nil() : Json.text(id));
    }

    /** How long a new event is, in minutes. */
    public int length() {
        return number("length", 60, 5, 24 * 60);
    }

    public Settings withLength(int minutes) {
        return with("length", minutes);
    }

    /** So many minutes before a new event there is an alert, or {@link #NO_ALERT}. */
    public int alert() {
        return number("alert", NO_ALERT, NO_ALERT, 28 * 24 * 60);
    }

    public Settings withAlert(int minutes) {
        return with("alert", minutes);
    }

    /**
     * A new event with the usual alert; whole days, and what has alerts already, stay as they are.
     */
    public Event usually(Event event) {
        if (alert() == NO_ALERT || event.when().allDay() || !event.details().alerts().isEmpty()) {
            return event;
        }
        ObjectNode alerts = Json.object();
        alerts.set("1", Alert.before(Length.minutes(alert())).json());
        return event.with("alerts", alerts);
    }

    /** Whether the system shows reminders too, not the window alone. */
    public boolean notifications() {
        return json.path("notifications").asBoolean(true);
    }

    public Settings withNotifications(boolean shown) {
        return with("notifications", Json.bool(shown));
    }

    /** Local ids of calendars that remind nobody. */
    public Set<String> silentCalendars() {
        TreeSet<String> ids = new TreeSet<>();
        json.path("silentCalendars").forEach(id -> ids.add(id.asString("")));
        return ids;
    }

    public Settings withCalendarSilent(String id, boolean silent) {
        TreeSet<String> ids = new TreeSet<>(silentCalendars());
        boolean changed = silent ? ids.add(id) : ids.remove(id);
        var list = Json.array();
        ids.forEach(list::add);
        return changed ? with("silentCalendars", list) : this;
    }

    /** Whether Linden goes on when its window is closed. */
    public boolean tray() {
        return json.path("tray").asBoolean(false);
    }

    public Settings withTray(boolean on) {
        return with("tray", Json.bool(on));
    }

    /** Whether calendars that live only here are backed up once a day. */
    public boolean backups() {
        return json.path("backups").asBoolean(true);
    }

    public Settings withBackups(boolean on) {
        return with("backups", Json.bool(on));
    }

    /** Whether Linden may ask once a day if there is a newer one. */
    public boolean updates() {
        return json.path("updates").asBoolean(false);
    }

    public Settings withUpdates(boolean on) {
        return with("updates", Json.bool(on));
    }

    /** Whether the person was asked where to begin. */
    public boolean begun() {
        return json.path("begun").asBoolean(false);
    }

    public Settings withBegun() {
        return with("begun", Json.bool(true));
    }

    /** Where the window was, null when that is not known. */
    public @Nullable WindowPlace place() {
        JsonNode place = json.path("window");
        double width = place.path("width").asDouble(0);
        double height = place.path("height").asDouble(0);
        return width < 200 || height < 200 || width > 20_000 || height > 20_000
                ? null
                : new WindowPlace(
                        place.path("x").asDouble(0),
                        place.path("y").asDouble(0),
                        width,
                        height,
                        place.path("maximized").asBoolean(false));
    }

    public Settings withPlace(WindowPlace place) {
        return with(
                "window",
                Json.object()
                        .put("x", Math.round(place.x()))
                        .put("y", Math.round(place.y()))
                        .put("width", Math.round(place.width()))
                        .put("height", Math.round(place.height()))
                        .put("maximized", place.maximized()));
    }

    /** The view that was looked at last, by its name; empty when that is not known. */
    public String view() {
        return json.path("view").asString("");
    }

    public Settings withView(String view) {
        return with("view", Json.text(view));
    }

    private Settings with(String name, JsonNode value) {
        ObjectNode next = json.deepCopy();
        if (value.isNull()) {
            next.remove(name);
        } else {
            next.set(name, value);
        }
        return new Settings(next);
    }

    private Settings with(String name, int value) {
        return new Settings(json.deepCopy().put(name, value));
    }

    private Settings with(String name, Enum<?> value) {
        return with(name, name(value));
    }

    private static JsonNode name(Enum<?> value) {
        return Json.text(value.name().toLowerCase(Locale.ROOT));
    }

    private <E extends Enum<E>> E choice(String name, E usual) {
        String text = json.path(name).asString("").toUpperCase(Locale.ROOT);
        return Arrays.stream(usual.getDeclaringClass().getEnumConstants())
                .filter(e -> e.name().equals(text))
                .findFirst()
                .orElse(usual);
    }

    private int number(String name, int usual, int least, int most) {
        JsonNode number = json.path(name);
        return number.isInt() ? Math.clamp(number.asInt(), least, most) : usual;
    }

    private @Nullable ZoneId zone(String name) {
        String id = json.path(name).asString("");
        try {
            return id.isEmpty() ? null : ZoneId.of(id);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
