package app.linden.ical;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random calendar objects as real programs could write them, the same for the same seed. */
final class RandomIcs {
    private static final String[] IANA = {
        "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Sydney", "Etc/UTC"
    };
    private static final String[] NAMED = {
        "Eastern Standard Time", "/example.org/Tz/Europe/Paris", "US/Pacific", "UTC", "Kolkata Std"
    };

    private final Random random;
    private final RandomLine line;
    private final List<String> lines = new ArrayList<>();

    private RandomIcs(long seed) {
        this.random = new Random(seed);
        this.line = new RandomLine(random);
    }

    /** The lines, not folded. */
    static List<String> lines(long seed) {
        RandomIcs ics = new RandomIcs(seed);
        for (int i = ics.line.chance(10) ? 2 : 1; i > 0; i--) {
            ics.calendar(i);
        }
        return ics.lines;
    }

    private void calendar(int number) {
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//Example//" + line.text() + "//EN");
        line.once(lines, 30, () -> "CALSCALE:GREGORIAN");
        line.once(lines, 20, () -> "METHOD:" + line.any("PUBLISH", "REQUEST", "CANCEL"));
        line.once(lines, 20, () -> "NAME" + line.more("LANGUAGE") + ":" + line.text());
        line.once(lines, 30, () -> "X-WR-CALNAME:" + line.text());
        line.once(lines, 20, () -> "DESCRIPTION" + line.more("LANGUAGE") + ":" + line.text());
        line.once(lines, 10, () -> "REFRESH-INTERVAL;VALUE=DURATION:" + line.any("PT1H", "P1D"));
        line.once(lines, 10, () -> "SOURCE;VALUE=URI:" + line.uri());
        line.once(lines, 10, () -> "COLOR:" + line.any("red", "blue"));
        line.once(lines, 10, () -> "UID:calendar-" + number);
        line.many(lines, 10, () -> "CATEGORIES:" + line.text());
        line.many(lines, 10, () -> "IMAGE;VALUE=URI" + line.more("DISPLAY") + ":" + line.uri());
        line.many(lines, 20, () -> "X-WR-" + line.any("TIMEZONE", "CALDESC") + ":" + line.text());
        zone("Kolkata Std", "+0530");
        for (int i = 1 + line.below(3); i > 0; i--) {
            String uid = line.any("ev-", "{A}:", "x\\,y ") + number + "-" + i;
            if (line.chance(80)) {
                events(uid);
            } else {
                task(uid);
            }
        }
        if (line.chance(10)) {
            component(
                    "VJOURNAL",
                    "UID:j" + number,
                    "DTSTAMP:" + line.utc(),
                    "SUMMARY:" + line.text());
        }
        if (line.chance(10)) {
            component("X-COMP", "X-IN:" + line.text(), "DUE;VALUE=DATE:20200102");
        }
        lines.add("END:VCALENDAR");
    }

    private void component(String name, String... properties) {
        lines.add("BEGIN:" + name);
        lines.addAll(List.of(properties));
        lines.add("END:" + name);
    }

    private void zone(String name, String offset) {
        lines.add("BEGIN:VTIMEZONE");
        lines.add("TZID:" + name);
        line.once(lines, 30, () -> "X-LIC-LOCATION:Asia/Kolkata");
        component(
                "STANDARD",
                "DTSTART:19700101T000000",
                "TZOFFSETFROM:" + offset,
                "TZOFFSETTO:" + offset,
                "TZNAME:" + line.parameter().replace("\"", ""));
        lines.add("END:VTIMEZONE");
    }

    /** How times are written: as dates, in UTC, floating or in a zone. */
    private record Form(String parameters, String end, boolean dates) {
        String of(LocalDateTime at) {
            return dates
                    ? parameters + ":" + RandomLine.time(at).substring(0, 8)
                    : parameters + ":" + RandomLine.time(at) + end;
        }

        String list(List<LocalDateTime> all) {
            List<String> values = new ArrayList<>();
            all.forEach(at -> values.add(of(at).substring(parameters.length() + 1)));
            return parameters + ":" + String.join(",", values);
        }
    }

    private Form form() {
        return switch (line.below(6)) {
            case 0, 1 -> new Form(";VALUE=DATE", "", true);
            case 2 -> new Form("", "Z", false);
            case 3 -> new Form("", "", false);
            case 4 -> new Form(";TZID=" + line.any(IANA), "", false);
            default -> new Form(";TZID=" + line.any(NAMED), "", false);
        };
    }

    private void events(String uid) {
        Form form = form();
        LocalDateTime start = line.local();
        boolean repeats = line.chance(40);
        lines.add("BEGIN:VEVENT");
        lines.add("UID:" + uid);
        line.once(lines, 90, () -> "DTSTAMP:" + line.utc());
        lines.add("DTSTART" + form.of(start));
        end(form, start);
        List<LocalDateTime> excluded = new ArrayList<>();
        if (repeats) {
            line.once(lines, 90, () -> "RRULE:" + rule(form));
            for (int i = line.below(3); i > 0; i--) {
                excluded.add(start.plusDays(i));
            }
            if (!excluded.isEmpty()) {
                lines.add("EXDATE" + form.list(excluded));
            }
            line.once(lines, 20, () -> "RDATE" + form.of(start.plusDays(100)));
            line.once(lines, 5, () -> "RDATE" + form.of(start));
            line.once(lines, 10, () -> "EXRULE:FREQ=WEEKLY;BYDAY=MO");
            if (!form.dates() && line.chance(10)) {
                lines.add(
                        "RDATE;VALUE=PERIOD"
                                + form.of(start.plusDays(50))
                                + "/"
                                + line.any("PT2H", "P1D"));
            }
        }
        rest("VEVENT");
        if (repeats && line.chance(5)) {
            careless(uid, form, start);
        }
        for (int i = repeats ? line.below(3) : 0; i > 0; i--) {
            LocalDateTime id = start.plusDays(10L * i);
            lines.add("BEGIN:VEVENT");
            lines.add("UID:" + uid);
            line.once(lines, 90, () -> "DTSTAMP:" + line.utc());
            String range = line.chance(10) ? ";RANGE=THISANDFUTURE" : "";
            lines.add("RECURRENCE-ID" + range + form.of(id));
            LocalDateTime moved = line.chance(50) ? id : line.local();
            Form other = line.chance(80) ? form : form();
            lines.add("DTSTART" + other.of(moved));
            end(other, moved);
            rest("VEVENT");
        }
    }

    /** A change of an occurrence that the series excludes, in a form of its own. */
    private void careless(String uid, Form form, LocalDateTime start) {
        LocalDateTime id = start.plusDays(1);
        lines.add("BEGIN:VEVENT");
        lines.add("UID:" + uid);
        lines.add("RECURRENCE-ID" + form.of(id));
        lines.add("DTSTART" + form.of(id));
        line.once(lines, 50, () -> "DTEND" + form.of(id));
        line.once(lines, 30, () -> "SUMMARY:");
        line.once(lines, 30, () -> "RELATED-TO:");
        line.once(lines, 30, () -> "PRIORITY:high");
        line.once(lines, 30, () -> "STATUS:NOT-SURE");
        line.once(lines, 30, () -> "GEO:somewhere");
        line.once(lines, 30, () -> "CREATED:yesterday");
        line.once(lines, 30, () -> "ATTENDEE:nobody@example.com");
        line.once(lines, 40, () -> "COLOR:not a color");
        line.once(lines, 40, () -> "LOCATION:" + line.any("", "  x  "));
        line.once(lines, 40, () -> "URL: " + line.uri());
        lines.add("END:VEVENT");
    }

    private void rest(String name) {
        line.once(lines, 30, () -> "STATUS:" + line.any("TENTATIVE", "CONFIRMED", "CANCELLED"));
        line.once(lines, 30, () -> "TRANSP:" + line.any("OPAQUE", "TRANSPARENT"));
        inner(name);
    }

    private void inner(String name) {
        line.words(lines);
        for (int i = line.chance(30) ? 1 + line.below(2) : 0; i > 0; i--) {
            alarm();
        }
        if (line.chance(8)) {
            component(
                    "VLOCATION",
                    "UID:loc" + line.below(100),
                    "NAME:" + line.text(),
                    "LOCATION-TYPE:office",
                    "X-FLOOR:" + line.below(9));
        }
        if (line.chance(8)) {
            component(
                    "PARTICIPANT",
                    "UID:part" + line.below(100),
                    "PARTICIPANT-TYPE:SPEAKER",
                    "CALENDAR-ADDRESS:mailto:speaker" + line.below(9) + "@example.com",
                    "SUMMARY:" + line.text());
        }
        if (line.chance(5)) {
            component("X-INNER", "X-A" + line.more() + ":" + line.text());
        }
        lines.add("END:" + name);
    }

    private void end(Form form, LocalDateTime start) {
        switch (line.below(4)) {
            case 0 -> {
                if (form.dates()) {
                    lines.add("DURATION:" + line.any("P1D", "P2D", "P1W", "P10D"));
                } else {
                    lines.add("DURATION:" + line.duration());
                }
            }
            case 1, 2 -> {
                if (line.chance(3)) {
                    lines.add("DTEND" + form.of(start.minusDays(line.below(2))));
                    return;
                }
                LocalDateTime end =
                        form.dates()
                                ? start.plusDays(1 + line.below(3))
                                : start.plusMinutes(30L * line.below(99));
                if (!form.parameters().isEmpty() && !form.dates() && line.chance(15)) {
                    String zone = line.any(IANA);
                    lines.add("DTEND;TZID=" + zone + ":" + RandomLine.time(end.plusDays(1)));
                } else {
                    lines.add("DTEND" + form.of(end));
                }
            }
            default -> {}
        }
    }

    private String rule(Form form) {
        String rule =
                line.any(
                        "FREQ=DAILY",
                        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
                        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
                        "FREQ=MONTHLY;BYMONTHDAY=1,-1",
                        "FREQ=MONTHLY;BYDAY=2TU,-1FR;BYSETPOS=1",
                        "FREQ=YEARLY;BYMONTH=3,4;BYDAY=SU",
                        "FREQ=YEARLY;BYWEEKNO=20;BYYEARDAY=100",
                        "BYHOUR=9,10;FREQ=DAILY;BYMINUTE=0,30",
                        "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD",
                        "FREQ=DAILY;INTERVAL=1");
        String until =
                form.dates()
                        ? RandomLine.time(line.local()).substring(0, 8)
                        : form.end().isEmpty() && form.parameters().isEmpty()
                                ? RandomLine.time(line.local())
                                : line.utc();
        return rule + line.any("", ";COUNT=" + (1 + line.below(20)), ";UNTIL=" + until);
    }

    private void alarm() {
        lines.add("BEGIN:VALARM");
        String action = line.any("DISPLAY", "DISPLAY", "AUDIO", "EMAIL", "X-SMS");
        lines.add("ACTION:" + action);
        lines.add(
                line.any(
                        "TRIGGER:-PT15M",
                        "TRIGGER" + line.more() + ":-P1DT2H",
                        "TRIGGER;RELATED=END:PT5M",
                        "TRIGGER;RELATED=START:PT0S",
                        "TRIGGER:-PT0S",
                        "TRIGGER:P1W",
                        "TRIGGER;VALUE=DURATION:-PT90M",
                        "TRIGGER;VALUE=DATE-TIME:" + line.utc()));
        line.once(lines, 80, () -> "DESCRIPTION" + line.more("LANGUAGE") + ":" + line.text());
        if (action.equals("EMAIL")) {
            lines.add("SUMMARY:" + line.text());
            line.many(lines, 50, () -> "ATTENDEE:" + line.address());
        }
        line.once(lines, 40, () -> "UID:alarm-" + line.below(10_000));
        line.once(lines, 20, () -> "ACKNOWLEDGED:" + line.utc());
        line.once(lines, 20, () -> "ATTACH;VALUE=URI:" + line.uri());
        line.once(lines, 15, () -> "PROXIMITY:ARRIVE");
        line.once(lines, 15, () -> "RELATED-TO;RELTYPE=SNOOZE:alarm-" + line.below(10));
        if (line.chance(20)) {
            lines.add("REPEAT:2");
            lines.add("DURATION:PT5M");
        }
        line.many(lines, 15, () -> "X-ALARM" + line.more() + ":" + line.text());
        lines.add("END:VALARM");
    }

    private void task(String uid) {
        Form form = form();
        LocalDateTime start = line.local();
        lines.add("BEGIN:VTODO");
        lines.add("UID:" + uid);
        lines.add("DTSTAMP:" + line.utc());
        boolean starts = line.chance(50);
        if (starts) {
            lines.add("DTSTART" + form.of(start));
        }
        if (line.chance(50)) {
            lines.add("DUE" + form.of(start.plusDays(line.below(5))));
        } else if (starts) {
            line.once(lines, 50, () -> "DURATION:" + line.any("P1D", "P2D", "P1W"));
        }
        line.once(
                lines,
                40,
                () -> "STATUS:" + line.any("NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"));
        line.once(lines, 40, () -> "PERCENT-COMPLETE:" + line.below(101));
        line.once(lines, 30, () -> "COMPLETED:" + line.utc());
        line.once(lines, 20, () -> "ESTIMATED-DURATION:" + line.any("PT3H", "P1D"));
        inner("VTODO");
    }

    /** The text in octets, folded where RFC 5545, 3.1 wants it or nowhere. */
    static byte[] bytes(List<String> lines, boolean folded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ContentLines content = new ContentLines(out);
            for (String line : lines) {
                if (folded) {
                    content.write(line);
                } else {
                    content.flush();
                    out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            content.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
