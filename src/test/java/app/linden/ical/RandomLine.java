package app.linden.ical;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

/** Random content lines that RFC 5545, 7986 and 9073 allow, of every property and parameter. */
final class RandomLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final String[] WORDS = {
        "Team",
        "Café",
        "レビュー",
        "a\\;b",
        "x\\, y",
        "line\\nnext",
        "back\\\\slash",
        "quote\"d",
        "5:30",
        "=3D",
        "🎉",
        "Größe",
        "  two",
        "tab\tbed",
        "^n",
        "end ",
        "&lt;",
        "\\Nupper"
    };
    private static final String[] PARAMETERS = {
        "plain", "with space", "a,b", "c:d;e", "Zoë", "it^'s", "up^^down", "line^nbreak", "x"
    };

    private final Random random;

    RandomLine(Random random) {
        this.random = random;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    String any(String... of) {
        return of[random.nextInt(of.length)];
    }

    int below(int n) {
        return random.nextInt(n);
    }

    String text() {
        StringBuilder text = new StringBuilder(any(WORDS).strip());
        for (int i = below(chance(10) ? 40 : 4); i > 0; i--) {
            text.append(' ').append(any(WORDS));
        }
        return text.toString();
    }

    String parameter() {
        String value = any(PARAMETERS);
        return value.matches(".*[,:;].*") || chance(20) ? '"' + value + '"' : value;
    }

    LocalDateTime local() {
        return LocalDate.of(2000 + below(40), 1 + below(12), 1 + below(28))
                .atTime(chance(10) ? 0 : below(24), 5 * below(12), chance(10) ? below(60) : 0);
    }

    String utc() {
        return TIME.format(local()) + "Z";
    }

    static String time(LocalDateTime at) {
        return TIME.format(at);
    }

    String duration() {
        return any(
                "PT1H",
                "PT30M",
                "PT15M",
                "P1D",
                "P2D",
                "P1W",
                "PT1H30M",
                "P1DT2H",
                "PT90M",
                "PT0S",
                "PT24H",
                "PT1H0M0S",
                "P7D",
                "PT3600S");
    }

    String uri() {
        return any("https://example.com/a", "http://example.org/?q=1;2,3#f", "urn:x:1", "tel:+4930")
                + below(100);
    }

    String address() {
        String name = any("ann", "bob", "carol", "dave", "Erin.X") + below(3);
        return any("mailto:", "mailto:", "MAILTO:", "urn:uuid:") + name + "@example.com";
    }

    /** Now and then a parameter that nobody knows, and one that anybody may have. */
    String more(String... known) {
        StringBuilder text = new StringBuilder();
        for (String parameter : known) {
            if (chance(25)) {
                text.append(';').append(parameter).append('=').append(value(parameter));
            }
        }
        if (chance(8)) {
            text.append(";X-").append(any("FOO", "Bar", "LONG-NAME")).append('=');
            text.append(parameter()).append(chance(20) ? "," + parameter() : "");
        }
        return text.toString();
    }

    private String value(String parameter) {
        return switch (parameter) {
            case "LANGUAGE" -> any("en", "de-AT", "fr");
            case "ALTREP", "DIR", "SCHEMA" -> '"' + uri() + '"';
            case "FMTTYPE" -> any("text/plain", "application/pdf", "image/png", "text/html");
            case "CUTYPE" -> any("INDIVIDUAL", "GROUP", "RESOURCE", "ROOM", "UNKNOWN", "X-CAR");
            case "ROLE" ->
                    any("CHAIR", "REQ-PARTICIPANT", "OPT-PARTICIPANT", "NON-PARTICIPANT", "X-R");
            case "PARTSTAT" ->
                    any(
                            "NEEDS-ACTION",
                            "ACCEPTED",
                            "DECLINED",
                            "TENTATIVE",
                            "DELEGATED",
                            "X-MAYBE");
            case "RSVP" -> any("TRUE", "FALSE");
            case "RELTYPE" -> any("PARENT", "CHILD", "SIBLING", "NEXT", "X-LIKE");
            case "DELEGATED-TO", "DELEGATED-FROM", "MEMBER" ->
                    '"' + address() + '"' + (chance(20) ? ",\"mailto:second@example.com\"" : "");
            case "SENT-BY" -> '"' + address() + '"';
            case "EMAIL" -> "mail" + below(9) + "@example.com";
            case "SIZE" -> String.valueOf(below(9999));
            case "FILENAME", "LABEL", "CN" -> parameter();
            case "FEATURE" -> any("AUDIO", "VIDEO", "AUDIO,VIDEO", "CHAT");
            case "DISPLAY" -> any("BADGE", "GRAPHIC", "THUMBNAIL");
            case "LINKREL" -> any("describedby", "icon", "enclosure", "\"https://x.test/rel\"");
            default -> parameter();
        };
    }

    /** Properties that events, tasks and changed occurrences have; those of one kind only once. */
    void words(List<String> lines) {
        once(lines, 80, () -> "SUMMARY" + more("LANGUAGE", "ALTREP") + ":" + text());
        description(lines);
        once(lines, 40, () -> "LOCATION" + more("LANGUAGE", "ALTREP") + ":" + text());
        once(lines, 20, () -> "GEO:" + any("37.386013;-122.082932", "-1.5;3", "0;0.25"));
        once(lines, 20, () -> "CLASS:" + any("PUBLIC", "PRIVATE", "CONFIDENTIAL", "X-TEAM"));
        once(lines, 20, () -> "PRIORITY:" + below(10));
        once(lines, 30, () -> "SEQUENCE:" + below(5));
        once(lines, 30, () -> "CREATED:" + utc());
        once(lines, 30, () -> "LAST-MODIFIED:" + utc());
        once(lines, 15, () -> "COLOR:" + any("red", "teal", "lightgoldenrodyellow"));
        once(lines, 15, () -> "URL" + more() + ":" + uri());
        many(lines, 20, () -> "CATEGORIES" + more("LANGUAGE") + ":" + categories());
        many(lines, 10, () -> "CONCEPT:" + uri());
        many(lines, 15, () -> "COMMENT" + more("LANGUAGE", "ALTREP") + ":" + text());
        many(lines, 10, () -> "CONTACT" + more("LANGUAGE", "ALTREP") + ":" + text());
        many(lines, 10, () -> "RESOURCES" + more("LANGUAGE") + ":" + text());
        many(lines, 10, () -> "RELATED-TO" + more("RELTYPE") + ":rel-" + below(1000));
        many(lines, 8, () -> "REQUEST-STATUS:" + any("2.0;Success", "3.7;Invalid user;ATTENDEE:x"));
        many(lines, 10, () -> "REFID:" + text());
        many(
                lines,
                10,
                () -> "IMAGE;VALUE=URI" + more("FMTTYPE", "DISPLAY", "ALTREP") + ":" + uri());
        many(lines, 10, () -> "LINK;VALUE=URI" + more("LINKREL", "FMTTYPE", "LABEL") + ":" + uri());
        many(lines, 15, () -> "CONFERENCE;VALUE=URI" + more("FEATURE", "LABEL") + ":" + uri());
        attachments(lines);
        people(lines);
        many(lines, 20, () -> "X-" + any("APPLE-FOO", "Z", "MS-9") + more() + ":" + text());
        many(lines, 5, () -> "X-NUM;VALUE=INTEGER:" + below(100));
        many(lines, 5, () -> "X-WHEN;VALUE=DATE-TIME:" + utc());
        many(lines, 5, () -> "SOMETHING-NEW" + more() + ":" + text());
    }

    private void description(List<String> lines) {
        if (chance(15)) {
            lines.add("STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=text/html" + more() + ":<b>" + text());
            once(lines, 50, () -> "DESCRIPTION;DERIVED=TRUE:" + text());
        } else {
            once(lines, 50, () -> "DESCRIPTION" + more("LANGUAGE", "ALTREP") + ":" + text());
        }
    }

    private String categories() {
        StringBuilder all = new StringBuilder(text());
        for (int i = below(3); i > 0; i--) {
            all.append(',').append(text()).append(i);
        }
        return all.toString();
    }

    private void attachments(List<String> lines) {
        many(lines, 15, () -> "ATTACH" + more("FMTTYPE", "SIZE", "FILENAME") + ":" + uri());
        many(
                lines,
                8,
                () ->
                        "ATTACH"
                                + more("FMTTYPE", "FILENAME")
                                + ";ENCODING=BASE64;VALUE=BINARY:"
                                + any("AAEC", "SGFsbG8=", "Zm9vYg=="));
    }

    private void people(List<String> lines) {
        once(
                lines,
                35,
                () ->
                        "ORGANIZER"
                                + more("CN", "EMAIL", "SENT-BY", "DIR", "LANGUAGE")
                                + ":"
                                + address());
        for (int i = chance(35) ? 1 + below(4) : 0; i > 0; i--) {
            String parameters =
                    more(
                            "CN",
                            "CUTYPE",
                            "ROLE",
                            "PARTSTAT",
                            "RSVP",
                            "DELEGATED-TO",
                            "DELEGATED-FROM",
                            "MEMBER",
                            "SENT-BY",
                            "EMAIL",
                            "DIR",
                            "LANGUAGE");
            lines.add("ATTENDEE" + parameters + ":" + address());
        }
    }

    /** What makes a line. */
    interface Made {
        String line();
    }

    void once(List<String> lines, int percent, Made made) {
        if (chance(percent)) {
            lines.add(made.line());
        }
    }

    void many(List<String> lines, int percent, Made made) {
        while (chance(percent)) {
            lines.add(made.line());
        }
    }
}
