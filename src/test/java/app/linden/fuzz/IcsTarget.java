package app.linden.fuzz;

import app.linden.base.Problem;
import app.linden.ical.CalendarFile;
import app.linden.ical.CalendarFile.Reading;
import app.linden.ical.FuzzDoor;
import app.linden.ical.GroupFile;
import app.linden.model.Event;
import app.linden.model.Json;

import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Any bytes as an .ics file. Refused in a sentence, or read; what was read can be used, can be
 * written, and reads the same again.
 */
public final class IcsTarget {
    private IcsTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Reading first;
        try {
            first = CalendarFile.read(in(bytes));
        } catch (Problem refused) {
            Holds.refusal(refused);
            whole(bytes, true);
            return;
        }
        first.unreadable()
                .forEach(u -> Holds.that(!u.reason().isBlank(), "a remark says something"));
        first.events().forEach(e -> Uses.of(e.json()));
        again(first);
        whole(bytes, false);
    }

    /** Import, export, import. */
    private static void again(Reading first) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<CalendarFile.Unwritten> unwritten =
                CalendarFile.write(out, first.name(), first.events());
        FuzzDoor.calendar(out.toByteArray());
        Reading second = CalendarFile.read(in(out.toByteArray()));
        Holds.same(
                first.events().size() - unwritten.size(),
                second.events().size(),
                "events, with " + unwritten + " and " + second.unreadable());
        Map<String, ObjectNode> before = essentials(first.events());
        essentials(second.events())
                .forEach((key, essential) ->
                        Holds.same(before.get(key), essential, "what is essential of " + key));
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        CalendarFile.write(once, second.name(), second.events());
        Reading third = CalendarFile.read(in(once.toByteArray()));
        Holds.same(documents(second.events()), documents(third.events()), "a second round trip");
    }

    private static Map<String, ObjectNode> essentials(List<Event> events) {
        Map<String, ObjectNode> essentials = new TreeMap<>();
        for (Event event : events) {
            ObjectNode essential = Json.object();
            essential.put("title", event.title());
            essential.put("description", event.description());
            essential.put("status", event.status());
            essential.put("privacy", event.privacy());
            essential.put("when", Holds.orRefused(() -> event.wallTime().toString()));
            essential.put("rule", event.rule() == null ? "" : Json.canonical(event.rule().json()));
            essential.put("overrides", new TreeSet<>(event.overrides().keySet()).toString());
            essential.put("keywords", event.details().keywords().toString());
            essential.put("alerts", event.details().alerts().size());
            essential.put("people", event.details().participants().size());
            essentials.put(event.uid() + event.json().path("recurrenceId"), essential);
        }
        return essentials;
    }

    private static List<String> documents(List<Event> events) {
        return events.stream()
                .map(e -> {
                    ObjectNode json = e.json().deepCopy();
                    json.remove("updated");
                    return Json.canonical(json);
                })
                .sorted()
                .toList();
    }

    /** To a Group, by both ways, and back; a task without a calendar around it is a Group too. */
    private static void whole(byte[] bytes, boolean refused) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ObjectNode group;
        try {
            group = CalendarFile.readGroup(in(bytes)).group();
            CalendarFile.convert(in(bytes), json);
        } catch (Problem problem) {
            Holds.refusal(problem);
            Holds.that(refused, "refused as a group only: " + Problem.sentence(problem));
            return;
        }
        Holds.same(
                Json.canonical(group),
                Json.canonical(Json.parse(in(json.toByteArray()))),
                "both ways to a Group");
        ByteArrayOutputStream ics = new ByteArrayOutputStream();
        GroupFile.convert(in(json.toByteArray()), ics);
        FuzzDoor.calendars(ics.toByteArray());
    }

    private static ByteArrayInputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
