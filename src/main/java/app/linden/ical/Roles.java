package app.linden.ical;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** The ROLE of an attendee and the role of a participant (conversion draft, 2.3.4). */
final class Roles {
    private static final Map<String, String> FROM =
            Map.of(
                    "chair", "chair",
                    "req-participant", "required",
                    "opt-participant", "optional",
                    "non-participant", "informational",
                    "owner", "owner");

    private Roles() {}

    /** For a word in lower case; null for a role that JSCalendar does not have. */
    static @Nullable String fromIcal(String role) {
        return FROM.get(role);
    }
}
