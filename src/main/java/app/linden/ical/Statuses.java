package app.linden.ical;

import java.util.Map;

/** STATUS and what it is in JSCalendar (conversion draft, 2.3.39). */
final class Statuses {
    static final Map<String, String> OF_EVENT =
            Map.of("confirmed", "confirmed", "tentative", "tentative", "cancelled", "cancelled");

    static final Map<String, String> OF_TASK =
            Map.of(
                    "needs-action", "needs-action",
                    "in-process", "in-process",
                    "completed", "completed",
                    "failed", "failed",
                    "pending", "pending",
                    "cancelled", "cancelled");

    private Statuses() {}
}
