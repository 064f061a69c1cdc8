package app.linden.ical;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.Warning;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Builds components out of what the parser meets and hands over each event and time zone when it
 * ends, so that no more than one of them is held in this form.
 */
final class Components implements VObjectDataListener {
    private static final int DEEPEST = 50;
    private static final int MOST_EVENTS = 1_000_000;
    private static final Set<String> KEPT = Set.of("VCALENDAR", "VEVENT", "VTIMEZONE");
    private static final Set<String> LEFT_OUT = Set.of("VTODO", "VJOURNAL", "VFREEBUSY");

    private final Calendars calendars;
    private final Report report;
    private final CleanReader lines;
    private boolean kept;
    private final Deque<Component> open = new ArrayDeque<>();
    private final boolean all;
    private int events;

    /**
     * A builder of components.
     *
     * @param all whether also those are wanted that are no events
     */
    Components(Calendars calendars, Report report, CleanReader lines, boolean all) {
        this.all = all;
        this.calendars = calendars;
        this.report = report;
        this.lines = lines;
    }

    private int line(Context context) {
        return context.getLineNumber() + lines.leading();
    }

    @Override
    public void onComponentBegin(String name, Context context) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        if (open.size() >= DEEPEST) {
            report.add(
                    line(context),
                    null,
                    "Components are nested too deeply here; the rest of the file was not read.");
            context.stop();
            return;
        }
        if (!all && LEFT_OUT.contains(upper)) {
            report.leftOut(upper, line(context));
        }
        Component begun = new Component(upper, line(context));
        if (upper.equals("VCALENDAR")) {
            calendars.begin(begun);
        }
        open.push(begun);
        kept = isKept();
    }

    @Override
    public void onComponentEnd(String name, Context context) {
        end(context);
    }

    private void end(@Nullable Context context) {
        if (open.isEmpty()) {
            return;
        }
        Component done = open.pop();
        kept = isKept();
        switch (done.name) {
            case "VCALENDAR" -> calendars.end(done);
            case "VTIMEZONE" -> calendars.zone(done);
            case "VEVENT", "VTODO" -> {
                if (!all && done.name.equals("VTODO")) {
                    return;
                }
                if (++events == MOST_EVENTS + 1) {
                    report.add(
                            done.line,
                            null,
                            "The file holds more than a million events; the rest was not read.");
                    if (context != null) {
                        context.stop();
                    }
                } else if (events <= MOST_EVENTS) {
                    calendars.entry(done);
                }
            }
            default -> {
                Component parent = open.peek();
                if (parent != null && parent.name.equals("VCALENDAR")) {
                    calendars.other(done);
                } else if (parent != null && kept) {
                    parent.components.add(done);
                } else if (parent == null && all) {
                    calendars.other(done);
                }
            }
        }
    }

    /** The file is at its end; what is still open ends here. */
    void end() {
        if (!open.isEmpty()) {
            report.add(
                    open.peek().line,
                    null,
                    "The file ends in the middle of what begins in this line; what is there of it"
                            + " was read.");
        }
        while (!open.isEmpty()) {
            end(null);
        }
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        Component parent = open.peek();
        if (parent != null && kept) {
            parent.properties.add(
                    new Property(
                            property.getName().strip().toUpperCase(Locale.ROOT),
                            parameters(property),
                            withoutControls(property.getValue()),
                            line(context)));
        }
    }

    /** {@link CleanReader} took them out of the file, but quoted-printable can say them as well. */
    private static String withoutControls(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (isUnsayable(value.charAt(i))) {
                StringBuilder sayable = new StringBuilder(value.length());
                value.chars().filter(c -> !isUnsayable(c)).forEach(c -> sayable.append((char) c));
                return sayable.toString();
            }
        }
        return value;
    }

    private static boolean isUnsayable(int c) {
        return ContentLines.isControl(c) && c != '\n' && c != '\r';
    }

    static Map<String, List<String>> parameters(VObjectProperty property) {
        Map<String, List<String>> given = property.getParameters().getMap();
        if (given.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> parameters = new HashMap<>();
        // vCalendar 1.0 has parameters without a name; they say how the value was encoded.
        given.forEach((name, values) -> {
            if (name != null) {
                parameters.put(name.toUpperCase(Locale.ROOT), List.copyOf(values));
            }
        });
        return parameters;
    }

    @Override
    public void onVersion(String value, Context context) {
        calendars.version(value.strip());
    }

    @Override
    public void onWarning(
            Warning warning,
            @Nullable VObjectProperty property,
            @Nullable Exception cause,
            Context context) {
        if (isKept() || open.isEmpty()) {
            String what =
                    switch (warning) {
                        case MALFORMED_LINE ->
                                "This line has no “:” and was left out; it may belong to the one"
                                        + " above.";
                        case UNMATCHED_END -> "Something ends here that never began.";
                        case EMPTY_BEGIN, EMPTY_END -> "BEGIN or END stands here without a name.";
                        case UNKNOWN_VERSION, UNKNOWN_CHARSET, QUOTED_PRINTABLE_ERROR ->
                                "This line is encoded in a way that cannot be read; it was taken as"
                                        + " it stands.";
                    };
            report.add(line(context), null, what);
        }
    }

    /** Whether what stands here is part of something that is read. */
    private boolean isKept() {
        boolean within = false;
        for (Component c : open) {
            if (!all && LEFT_OUT.contains(c.name)) {
                return false;
            }
            within |= all || KEPT.contains(c.name);
        }
        return within;
    }
}
