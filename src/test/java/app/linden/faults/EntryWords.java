package app.linden.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random JMAP requests, from nearly right to nonsense; the same for the same random numbers. */
final class EntryWords {
    private static final String SET = "accountId ifInState create update destroy";
    private static final String QUERY =
            "accountId filter sort position anchor anchorOffset limit calculateTotal";
    private static final String CHANGES = "accountId sinceState maxChanges";
    private static final Map<String, String> METHODS = new LinkedHashMap<>();

    static {
        METHODS.put("Core/echo", "a b");
        METHODS.put("Blob/copy", "fromAccountId accountId blobIds");
        for (String type :
                List.of(
                        "Calendar",
                        "CalendarEvent",
                        "CalendarEventNotification",
                        "Comment",
                        "Principal")) {
            METHODS.put(type + "/get", "accountId ids properties timeZone");
            METHODS.put(type + "/changes", CHANGES);
            METHODS.put(type + "/set", SET + " onDestroyRemoveEvents onSuccessSetIsDefault");
            METHODS.put(type + "/query", QUERY + " expandRecurrences timeZone");
            METHODS.put(type + "/queryChanges", "accountId sinceQueryState filter sort");
        }
        METHODS.put(
                "CalendarEvent/copy",
                "fromAccountId accountId create onSuccessDestroyOriginal destroyFromIfInState");
        METHODS.put("CalendarEvent/parse", "accountId blobIds properties");
        METHODS.put(
                "Principal/getAvailability",
                "accountId id utcStart utcEnd showDetails eventProperties");
        METHODS.put("Space/set", SET);
        METHODS.put("Invitation/get", "accountId ids properties");
        METHODS.put("Invitation/set", SET);
        METHODS.put("Invitation/accept", "accountId link");
    }

    private static final List<String> NAMES =
            List.of(
                    ("id calendarIds start duration timeZone title description uid privacy alerts"
                         + " recurrenceRule recurrenceOverrides recurrenceId participants keywords"
                         + " color locations links utcStart utcEnd isDraft isOrigin updated created"
                         + " sequence status showWithoutTime freeBusyStatus useDefaultAlerts name"
                         + " shareWith sortOrder isVisible isSubscribed defaultAlertsWithTime"
                         + " myRights includeInAvailability frequency interval count until byDay"
                         + " byMonth rscale skip bySetPosition @type day nthOfPeriod operator"
                         + " conditions after before text inCalendar property isAscending collation"
                         + " calendarId role expires usesLeft mayReadItems mayWriteAll mayShare"
                         + " trigger offset relativeTo calendarAddress roles excluded"
                         + " virtualLocations eventId text blobId attachments href")
                            .split(" "));
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "#",
                    "#k",
                    "0",
                    "-1",
                    "2026-03-02T09:00:00",
                    "2026-03-02T09:00:00Z",
                    "0000-01-01T00:00:00",
                    "9999-12-31T23:59:59Z",
                    "2026-02-30T25:61:61",
                    "PT1H",
                    "P999999999999D",
                    "-P1D",
                    "PT0.000000001S",
                    "Europe/Berlin",
                    "Etc/UTC",
                    "Mars/Olympus",
                    "daily",
                    "secondly",
                    "yearly",
                    "AND",
                    "NOT",
                    "private",
                    "secret",
                    "Event",
                    "\\u0000",
                    "\\ud83d\\udc1d",
                    "%_!'\\\"\\\\",
                    "urn:uuid:x",
                    "https://[",
                    "\\u202e",
                    "a/b~1~0/");
    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "1",
                    "-1",
                    "2147483648",
                    "-2147483648",
                    "9007199254740993",
                    "1e9",
                    "1e308",
                    "1e400",
                    "-0.0",
                    "123456789012345678901234567890123456789",
                    "1" + "0".repeat(60),
                    "0.1");

    private final Random random;
    private final List<String> ids = new ArrayList<>();

    EntryWords(Random random, List<String> ids) {
        this.random = random;
        this.ids.addAll(ids);
    }

    /** An id that an answer told. */
    void learn(String id) {
        if (ids.size() > 200) {
            ids.set(3 + random.nextInt(ids.size() - 3), id);
        } else {
            ids.add(id);
        }
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String quoted(String text) {
        return "\"" + text + "\"";
    }

    private String text() {
        return quoted(
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> one(ids);
                    case 3 -> one(NAMES);
                    case 4 -> chance(5) ? "x".repeat(1 << random.nextInt(20)) : "x";
                    default -> one(TEXTS);
                });
    }

    /** Any JSON value, most of them small. */
    String value(int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 8)) {
            case 0 -> one(List.of("null", "true", "false"));
            case 1 -> one(NUMBERS);
            case 2, 3, 4 -> text();
            case 5 -> list(() -> value(depth + 1), 4);
            default -> object(depth);
        };
    }

    private String list(java.util.function.Supplier<String> item, int most) {
        List<String> items = new ArrayList<>();
        for (int i = random.nextInt(most); i > 0; i--) {
            items.add(item.get());
        }
        return "[" + String.join(",", items) + "]";
    }

    private String object(int depth) {
        List<String> members = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String name = chance(60) ? one(NAMES) : one(TEXTS);
            if (chance(20)) {
                name += "/" + one(NAMES);
            }
            members.add(quoted(name) + ":" + value(depth + 1));
        }
        return "{" + String.join(",", members) + "}";
    }

    private String event() {
        List<String> members =
                new ArrayList<>(
                        List.of(
                                "\"calendarIds\":{" + quoted(one(ids)) + ":true}",
                                "\"start\":\"2026-03-02T09:00:00\"",
                                "\"duration\":\"PT1H\"",
                                "\"timeZone\":\"Europe/Berlin\"",
                                "\"name\":\"N\""));
        if (chance(40)) {
            members.add(
                    "\"recurrenceRule\":{\"@type\":\"RecurrenceRule\",\"frequency\":"
                            + quoted(one(List.of("daily", "weekly", "monthly", "yearly", "hourly")))
                            + ",\"count\":"
                            + random.nextInt(1, 50)
                            + "}");
        }
        if (chance(60)) {
            members.set(random.nextInt(members.size()), quoted(one(NAMES)) + ":" + value(0));
        }
        if (chance(40)) {
            members.add(quoted(one(NAMES)) + ":" + value(0));
        }
        return "{" + String.join(",", members) + "}";
    }

    private String filter(int depth) {
        if (chance(30) && depth < 6) {
            return "{\"operator\":"
                    + quoted(one(List.of("AND", "OR", "NOT")))
                    + ",\"conditions\":"
                    + list(() -> filter(depth + 1), 4)
                    + "}";
        }
        return "{\"after\":\"2026-01-01T00:00:00\",\"before\":\"2026-09-01T00:00:00\","
                + quoted(one(NAMES))
                + ":"
                + value(3)
                + "}";
    }

    private String good(String name) {
        return switch (name) {
            case "accountId", "fromAccountId" -> quoted(ids.get(random.nextInt(2)));
            case "ids", "destroy", "blobIds" -> chance(20) ? "null" : list(this::text, 6);
            case "properties", "eventProperties" ->
                    chance(50) ? "null" : list(() -> quoted(one(NAMES)), 4);
            case "create" -> "{\"k\":" + event() + ",\"l\":" + event() + "}";
            case "update" -> "{" + quoted(one(ids)) + ":" + object(2) + "}";
            case "filter" -> filter(0);
            case "sort" ->
                    "[{\"property\":"
                            + quoted(one(List.of("start", "uid", "updated", "title", "created")))
                            + ",\"isAscending\":"
                            + random.nextBoolean()
                            + "}]";
            case "sinceState", "sinceQueryState" -> quoted("" + random.nextInt(50));
            case "utcStart" -> "\"2026-03-01T00:00:00Z\"";
            case "utcEnd" -> "\"2026-04-01T00:00:00Z\"";
            case "timeZone" -> "\"Europe/Berlin\"";
            case "position", "limit", "anchorOffset", "maxChanges" -> "" + random.nextInt(20);
            case "calculateTotal",
                    "expandRecurrences",
                    "showDetails",
                    "onDestroyRemoveEvents",
                    "onSuccessDestroyOriginal" ->
                    "" + random.nextBoolean();
            default -> "null";
        };
    }

    private String reference() {
        return "{\"resultOf\":\"c"
                + random.nextInt(4)
                + "\",\"name\":"
                + quoted(one(List.copyOf(METHODS.keySet())))
                + ",\"path\":"
                + quoted(one(List.of("/ids", "/list/*/id", "/list", "/a", "/*", "", "/a/*/a", "/")))
                + "}";
    }

    private String call(int number) {
        String method = one(List.copyOf(METHODS.keySet()));
        List<String> members = new ArrayList<>();
        for (String name : METHODS.getOrDefault(method, "").split(" ")) {
            if (name.equals("accountId") || chance(55)) {
                if (chance(10)) {
                    members.add(quoted("#" + name) + ":" + reference());
                } else {
                    members.add(quoted(name) + ":" + (chance(12) ? value(0) : good(name)));
                }
            }
        }
        if (chance(3)) {
            members.add(quoted(one(NAMES)) + ":" + value(0));
        }
        return "[" + quoted(method) + ",{" + String.join(",", members) + "},\"c" + number + "\"]";
    }

    /** The members of a request, without the braces. */
    String request() {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            calls.add(chance(2) ? value(0) : call(i));
        }
        String using =
                chance(2)
                        ? value(0)
                        : "[\"urn:ietf:params:jmap:core\",\"urn:ietf:params:jmap:calendars\","
                                + "\"urn:ietf:params:jmap:calendars:parse\","
                                + "\"urn:ietf:params:jmap:principals\","
                                + "\"urn:ietf:params:jmap:principals:availability\","
                                + "\"urn:linden:params:jmap:spaces\","
                                + "\"urn:linden:params:jmap:comments\","
                                + "\"urn:linden:params:jmap:invitations\"]";
        return "\"using\":"
                + using
                + ",\"methodCalls\":["
                + String.join(",", calls)
                + "]"
                + (chance(10)
                        ? ",\"createdIds\":" + (chance(50) ? "{\"k\":\"x\"}" : value(1))
                        : "");
    }

    /** A body that costs much, or is none. */
    String bomb() {
        int n = 1 << random.nextInt(8, 20);
        return switch (random.nextInt(9)) {
            case 0 -> "[".repeat(n);
            case 1 -> "{\"a\":".repeat(n) + "1" + "}".repeat(n);
            case 2 -> "[" + "[],".repeat(n) + "[]]";
            case 3 ->
                    "{\"using\":[],\"methodCalls\":["
                            + "[\"Core/echo\",{},\"0\"],".repeat(n)
                            + "]}";
            case 4 -> "1".repeat(n);
            case 5 -> "\"" + "\\u0041".repeat(n);
            case 6 ->
                    "{\"using\":[\"urn:ietf:params:jmap:core\"],\"methodCalls\":[[\"Core/echo\",{\"a\":["
                            + "{},".repeat(n)
                            + "{}]},\"0\"]]}";
            case 7 -> "{" + "\"a\":1,".repeat(n) + "\"a\":1}";
            default -> " ".repeat(n) + "{}";
        };
    }

    /** The same bytes with some of them other, doubled or gone. */
    byte[] mutated(byte[] bytes) {
        byte[] other = bytes.clone();
        for (int i = random.nextInt(1, 6); i > 0 && other.length > 1; i--) {
            int at = random.nextInt(other.length);
            switch (random.nextInt(4)) {
                case 0 -> other[at] = (byte) random.nextInt(256);
                case 1 -> other = java.util.Arrays.copyOf(other, at);
                case 2 -> {
                    byte[] longer = java.util.Arrays.copyOf(other, other.length + 1);
                    System.arraycopy(other, at, longer, at + 1, other.length - at);
                    other = longer;
                }
                default -> other[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return other;
    }
}
