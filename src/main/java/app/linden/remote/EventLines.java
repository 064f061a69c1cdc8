package app.linden.remote;

import org.jspecify.annotations.Nullable;

/**
 * Puts events together from the lines of an event stream (HTML Living Standard, 9.2.6). Of the
 * channel's thread.
 */
final class EventLines {
    /**
     * @param name "message" where the stream gives none
     * @param id the last one that the stream gave, to go on from; null before the first
     */
    record Event(String name, String data, @Nullable String id) {}

    private String name = "";
    private final StringBuilder data = new StringBuilder();
    private @Nullable String id;

    /** The event that this line ends, if it does. */
    @Nullable Event line(String line) {
        if (line.isEmpty()) {
            Event event =
                    data.isEmpty()
                            ? null
                            : new Event(
                                    name.isEmpty() ? "message" : name,
                                    data.substring(0, data.length() - 1),
                                    id);
            name = "";
            data.setLength(0);
            return event;
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        if (value.startsWith(" ")) {
            value = value.substring(1);
        }
        switch (field) {
            case "event" -> name = value;
            case "data" -> data.append(value).append('\n');
            case "id" -> id = value.indexOf('\0') >= 0 ? id : value;
            default -> {
                // A comment, a wish for the time to reconnect, or a field of the future.
            }
        }
        return null;
    }
}
