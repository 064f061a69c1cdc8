package app.linden.server;

import app.linden.ical.CalendarFile;
import app.linden.model.Event;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes everything that is somebody's as a zip: each calendar of their account as iCalendar and as
 * a JSCalendar group, with what they keep for themselves, and what the server knows of them.
 */
final class Export {
    private static final int PAGE = 500;
    private final ServerData data;

    Export(ServerData data) {
        this.data = data;
    }

    void write(Principal person, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        put(zip, "person.json", person(person));
        Access access = data.database().read(sql -> Access.of(sql, person, person.id()));
        Set<String> names = new HashSet<>();
        for (CalendarRows.Stored c :
                data.database().read(sql -> CalendarRows.ofAccount(sql, person.id()))) {
            String title = c.json().path("name").asString("");
            String name = free(fileName(title), names);
            List<Event> events = events(access, c);
            zip.putNextEntry(new ZipEntry(name + ".ics"));
            CalendarFile.write(unclosed(zip), title, events);
            zip.closeEntry();
            put(zip, name + ".json", group(access, c, events));
        }
        zip.finish();
        zip.flush();
    }

    private ObjectNode person(Principal person) {
        ObjectNode json =
                Json.object()
                        .put("login", person.login())
                        .put("name", person.name())
                        .put("address", person.address());
        data.database()
                .read(sql -> MailAddresses.of(sql, person.id()))
                .ifPresent(m -> json.put("email", m.email()));
        ArrayNode devices = json.putArray("devices");
        data.database()
                .read(sql -> DeviceRows.of(sql, person.id()))
                .forEach(d -> devices.add(d.name()));
        return json;
    }

    private List<Event> events(Access access, CalendarRows.Stored calendar) {
        return data.database()
                .read(sql -> {
                    List<Event> events = new ArrayList<>();
                    List<EventRows.Stored> rows = EventRows.in(sql, calendar.id());
                    for (int i = 0; i < rows.size(); i += PAGE) {
                        var page = rows.subList(i, Math.min(rows.size(), i + PAGE));
                        Map<String, ObjectNode> mine =
                                EventRows.personal(
                                        sql,
                                        access.principal.id(),
                                        page.stream().map(EventRows.Stored::id).toList());
                        for (EventRows.Stored row : page) {
                            events.add(event(row, mine.get(row.id()), access));
                        }
                    }
                    return events;
                });
    }

    /** Without what means something to this server only. */
    private static Event event(EventRows.Stored row, @Nullable ObjectNode personal, Access access) {
        ObjectNode json = EventView.of(row, personal, access).deepCopy();
        json.remove(List.of("id", "calendarIds", "isDraft", "isOrigin", "baseEventId"));
        return Event.of(json);
    }

    private ObjectNode group(Access access, CalendarRows.Stored calendar, List<Event> events) {
        ObjectNode settings =
                data.database()
                        .read(sql ->
                                CalendarView.of(
                                        calendar,
                                        CalendarRows.personalOf(
                                                sql, calendar.id(), access.principal.id()),
                                        Map.of(),
                                        access));
        ObjectNode group =
                Json.object()
                        .put("@type", "Group")
                        .put("title", calendar.json().path("name").asString(""));
        settings.remove(List.of("id", "shareWith", "myRights"));
        group.set("linden:calendar", settings);
        ArrayNode entries = group.putArray("entries");
        events.forEach(e -> entries.add(e.json()));
        return group;
    }

    private static void put(ZipOutputStream zip, String name, ObjectNode json) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Json.write(json).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** A name that every file system takes. */
    private static String fileName(String title) {
        String plain = title.replaceAll("[^\\p{L}\\p{N} _-]", "_").strip();
        return plain.isEmpty() ? "calendar" : plain.substring(0, Math.min(60, plain.length()));
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
            free = name + " " + n;
        }
        return free;
    }

    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
