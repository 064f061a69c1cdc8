package app.linden.fuzz;

import app.linden.base.Problem;
import app.linden.ical.FuzzDoor;
import app.linden.ical.GroupFile;
import app.linden.model.Json;
import app.linden.model.OccurrencePatch;
import app.linden.model.Patch;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Any bytes as JSCalendar: as the text of an Event or Group when they begin with a brace, else as a
 * {@link Recipe} for one. Refused in a sentence, or usable in every way.
 */
public final class JsCalendarTarget {
    private JsCalendarTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] != '{') {
            ObjectNode made = Recipe.events().cook(bytes);
            try {
                document(Json.write(made).getBytes(StandardCharsets.UTF_8));
            } catch (RuntimeException | Error e) {
                throw new AssertionError("Keep this for replay:\n" + Json.write(made) + "\n", e);
            }
        } else {
            document(bytes);
        }
    }

    private static void document(byte[] bytes) {
        converted(bytes);
        JsonNode json;
        try {
            json = Json.parse(new ByteArrayInputStream(bytes));
        } catch (Problem refused) {
            Holds.refusal(refused);
            return;
        }
        Holds.same(json, Json.parse(Json.write(json)), "JSON written and read");
        Holds.same(
                Json.canonical(json),
                Json.canonical(Json.parse(Json.canonical(json))),
                "canonical");
        if (json instanceof ObjectNode object) {
            Uses.of(object);
            patched(object);
            for (JsonNode entry : object.path("entries")) {
                if (entry instanceof ObjectNode event) {
                    Uses.of(event);
                }
            }
        }
    }

    /** As {@code linden convert} has it. */
    private static void converted(byte[] bytes) {
        ByteArrayOutputStream ics = new ByteArrayOutputStream();
        try {
            GroupFile.convert(new ByteArrayInputStream(bytes), ics);
        } catch (Problem refused) {
            Holds.refusal(refused);
            return;
        }
        FuzzDoor.calendars(ics.toByteArray());
    }

    /** The overrides, and the document itself, as patches of it. */
    private static void patched(ObjectNode event) {
        for (JsonNode patch : event.path("recurrenceOverrides")) {
            if (patch instanceof ObjectNode object) {
                patched(event, object);
            }
        }
        patched(event, event);
    }

    private static void patched(ObjectNode event, ObjectNode change) {
        // No pointer of a difference names a property of the event that has no name.
        if (event.has("")
                || change.propertyNames().stream()
                        .anyMatch(p -> p.isEmpty() || p.startsWith("/"))) {
            return;
        }
        OccurrencePatch own = new OccurrencePatch(change);
        boolean right = own.flaws(event).isEmpty();
        own.applyLeniently(event);
        ObjectNode after = Holds.orRefused(() -> own.apply(event));
        Holds.same(right, after != null, "a patch without flaws applies");
        Patch patch = Holds.orRefused(() -> Patch.of(change));
        if (patch == null) {
            return;
        }
        ObjectNode lenient = patch.applyLeniently(event);
        ObjectNode strict = Holds.orRefused(() -> patch.apply(event));
        Holds.that(strict == null || strict.equals(lenient), "both ways to apply a patch");
        Patch difference = Patch.between(event, lenient);
        Holds.same(lenient, difference.apply(event), "the difference");
        Patch undo = difference.valuesIn(event);
        if (event.findValues("").isEmpty() && !Json.write(event).contains(":null")) {
            Holds.same(event, undo.applyLeniently(lenient), "taken back");
        }
        Patch twice = patch.then(patch);
        Holds.same(lenient, twice.applyLeniently(event), "a patch and then itself");
    }
}
