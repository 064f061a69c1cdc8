package app.linden.words;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The words of one language for numbers, days, months and units, each also as a part of a pattern.
 *
 * @param numbers word to number
 * @param ordinals word to number; -1 for the last
 * @param days name to day of the week
 * @param months name to number
 * @param units name to unit; minutes and hours among them
 */
record Vocabulary(
        Map<String, Integer> numbers,
        Map<String, Integer> ordinals,
        Map<String, DayOfWeek> days,
        Map<String, Integer> months,
        Map<String, ChronoUnit> units) {

    static final Vocabulary ENGLISH =
            new Vocabulary(
                    numbered("an? one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"),
                    ordinals("first 1st|second 2nd|third 3rd|fourth 4th|fifth 5th", "last"),
                    days(
                            "mon monday|tue tues tuesday|wed wednesday|thu thur thurs thursday|fri"
                                    + " friday|sat saturday|sun sunday"),
                    numbered(
                            "jan january|feb february|mar march|apr april|may|jun june|jul july|aug"
                                    + " august|sep sept september|oct october|nov november|dec"
                                    + " december"),
                    units(
                            "m min mins minute minutes|h hr hrs hour hours|day days|week weeks wk"
                                    + " wks|month months|year years yr yrs"));

    static final Vocabulary GERMAN =
            new Vocabulary(
                    numbered(
                            "eine? einen einem"
                                + " einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"),
                    ordinals(
                            "ersten erste erster 1.|zweiten zweite zweiter 2.|dritten dritte"
                                + " dritter 3.|vierten vierte vierter 4.|fünften fünfte fünfter 5.",
                            "letzten letzte letzter"),
                    days(
                            "mo montag|di dienstag|mi mittwoch|do donnerstag|fr freitag|sa samstag"
                                    + " sonnabend|so sonntag"),
                    numbered(
                            "jan jän januar jänner|feb februar feber|mär mrz märz maerz|apr"
                                + " april|mai|jun juni|jul juli|aug august|sep sept september|okt"
                                + " oktober|nov november|dez dezember"),
                    units(
                            "m min minute minuten|h std stunde stunden|tag tage tagen|woche"
                                    + " wochen|monat monate monaten|jahr jahre jahren"));

    private static Map<String, Integer> numbered(String groups) {
        Map<String, Integer> words = new LinkedHashMap<>();
        int number = 1;
        for (String group : List.of(groups.split("\\|"))) {
            for (String word : List.of(group.split(" "))) {
                if (word.endsWith("?")) {
                    words.put(word.substring(0, word.length() - 2), number);
                    words.put(word.substring(0, word.length() - 1), number);
                } else {
                    words.put(word, number);
                }
            }
            number++;
        }
        return words;
    }

    private static Map<String, Integer> ordinals(String groups, String last) {
        Map<String, Integer> words = numbered(groups);
        List.of(last.split(" ")).forEach(w -> words.put(w, -1));
        return words;
    }

    private static Map<String, DayOfWeek> days(String groups) {
        Map<String, DayOfWeek> days = new LinkedHashMap<>();
        numbered(groups).forEach((word, n) -> days.put(word, DayOfWeek.of(n)));
        return days;
    }

    private static Map<String, ChronoUnit> units(String groups) {
        List<ChronoUnit> all =
                List.of(
                        ChronoUnit.MINUTES,
                        ChronoUnit.HOURS,
                        ChronoUnit.DAYS,
                        ChronoUnit.WEEKS,
                        ChronoUnit.MONTHS,
                        ChronoUnit.YEARS);
        Map<String, ChronoUnit> units = new LinkedHashMap<>();
        numbered(groups).forEach((word, n) -> units.put(word, all.get(n - 1)));
        return units;
    }

    /** One of these words, the longest first; "dec" also as "dec.". */
    private static String any(Iterable<String> words) {
        List<String> sorted = new java.util.ArrayList<>();
        words.forEach(sorted::add);
        sorted.sort((a, b) -> b.length() - a.length());
        StringBuilder pattern = new StringBuilder("(?:");
        for (String word : sorted) {
            pattern.append(pattern.length() > 3 ? "|" : "").append(Pattern.quote(word));
        }
        return pattern.append(")").toString();
    }

    /** A number in digits or as a word. */
    String number() {
        return "(?:\\d{1,4}|" + any(numbers.keySet()) + ")";
    }

    String ordinal() {
        return any(ordinals.keySet());
    }

    String day() {
        return any(days.keySet());
    }

    String month() {
        return "(?:" + any(months.keySet()) + "\\b\\.?)";
    }

    String unit() {
        return "(?:" + any(units.keySet()) + "\\b\\.?)";
    }

    static Pattern pattern(String regex) {
        return Pattern.compile(
                regex,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static String key(String word) {
        String small = word.strip().toLowerCase(Locale.ROOT);
        return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }

    /** -1 for no number. */
    int number(String word) {
        String key = key(word);
        return key.matches("\\d{1,6}") ? Integer.parseInt(key) : numbers.getOrDefault(key, -1);
    }

    /** 0 for no ordinal. */
    int ordinal(String word) {
        String small = word.strip().toLowerCase(Locale.ROOT);
        Integer n = ordinals.get(small);
        return n == null ? 0 : n;
    }

    @Nullable DayOfWeek day(String word) {
        return days.get(key(word));
    }

    /** 0 for no month. */
    int month(String word) {
        return months.getOrDefault(key(word), 0);
    }

    @Nullable ChronoUnit unit(String word) {
        return units.get(key(word));
    }
}
