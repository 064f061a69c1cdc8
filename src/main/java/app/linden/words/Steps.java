package app.linden.words;

import app.linden.model.Length;
import app.linden.words.Understood.Kind;

import org.jspecify.annotations.Nullable;

import java.time.temporal.ChronoUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What is read alike in both languages, with each language's words: alerts, lengths, whole days.
 */
final class Steps {
    private final Vocabulary words;
    private final Pattern alert;
    private final Pattern furtherAlert;
    private final Pattern allDay;
    private final Pattern hoursAndMinutes;
    private final Pattern amount;
    private final Pattern fraction;
    private final Pattern bare;
    private final String half;

    /**
     * @param remind words that begin an alert
     * @param before words that end one
     * @param all words for whole days
     * @param lasts a word before a length, "for"
     * @param half "half an hour" and the like, group 1 what is half of an hour, group 2 three
     *     quarters, group 3 one and a half
     */
    Steps(
            Vocabulary words,
            String remind,
            String before,
            String all,
            String lasts,
            String half,
            String and) {
        this.words = words;
        this.half = half;
        String amounts =
                "(\\d{1,4}(?:[.,]\\d{1,2})?|" + words.number() + ")[ -]?(" + words.unit() + ")";
        alert =
                Vocabulary.pattern(
                        "(?:" + remind + ")\\s+" + amounts + "\\s*(?:" + before + ")?(?!\\w)");
        furtherAlert =
                Vocabulary.pattern(
                        "(?:(?:" + and + "|,)\\s+)?" + amounts + "\\s*(?:" + before + ")(?!\\w)");
        allDay = Vocabulary.pattern("(?<!\\w)(?:" + all + ")(?!\\w)");
        hoursAndMinutes =
                Vocabulary.pattern(
                        "(?<!\\w)(?:"
                                + lasts
                                + ")?(\\d{1,2})\\s?(?:h|hrs?|hours?|std\\.?|stunden?)\\s?(?:"
                                + and
                                + ")?\\s?(\\d{1,2})\\s?(?:m|min\\.?|mins|minutes?|minuten)?(?!\\w|:)");
        amount = Vocabulary.pattern("(?<!\\w)(?:" + lasts + ")" + amounts + "(?!\\w)");
        fraction = Vocabulary.pattern("(?<!\\w)(?:" + lasts + ")?(?:" + half + ")(?!\\w)");
        bare =
                Vocabulary.pattern(
                        "(?<![\\w.,:/-])(\\d{1,4}(?:[.,]\\d{1,2})?)["
                            + " -]?(m|mins?\\b\\.?|minutes?|minuten?|h|hrs?|hours?|std\\b\\.?|stunden?)(?!\\w)");
    }

    void alerts(Scan scan, Draft draft) {
        boolean some = scan.take(alert, Kind.ALERT, m -> alert(draft, m));
        // "remind me a day and 10 min before"
        if (some) {
            scan.takeAll(
                    furtherAlert,
                    Kind.ALERT,
                    m -> scan.touchesTaken(m.start(), m.start()) && alert(draft, m));
        }
        scan.takeAll(alert, Kind.ALERT, m -> alert(draft, m));
    }

    private boolean alert(Draft draft, MatchResult m) {
        Length length = length(m.group(1), m.group(2));
        if (length == null || draft.alerts.size() > 4 || draft.alerts.contains(length)) {
            return false;
        }
        return draft.alerts.add(length);
    }

    private @Nullable Length length(String number, String unit) {
        double amount = Numbers.decimal(number);
        return Numbers.length(
                Double.isNaN(amount) ? words.number(number) : amount, words.unit(unit));
    }

    void allDay(Scan scan, Draft draft) {
        if (scan.take(allDay, Kind.TIME, m -> true)) {
            draft.allDay = true;
        }
    }

    /** "for 45 min", "1h30"; "for 3 weeks" of what repeats says how long it goes on. */
    void lengths(Scan scan, Draft draft) {
        boolean taken =
                scan.take(hoursAndMinutes, Kind.LENGTH, m -> hoursAndMinutes(draft, m))
                        || scan.take(fraction, Kind.LENGTH, m -> fraction(draft, m))
                        || scan.take(amount, Kind.LENGTH, m -> amount(draft, m))
                        || scan.take(
                                bare,
                                Kind.LENGTH,
                                m -> !isHour(m) && lasts(draft, length(m.group(1), m.group(2))));
        if (taken && draft.length != null && draft.repeat != null && draft.forSpan == null) {
            scan.take(amount, Kind.RULE, m -> goesOn(draft, m));
        }
    }

    /** "6h" is how long, "15h" is when. */
    private static boolean isHour(MatchResult m) {
        return m.group().matches("(?:[789]|1\\d|2[0-4])[hH]");
    }

    private boolean hoursAndMinutes(Draft draft, MatchResult m) {
        int minutes = Integer.parseInt(m.group(2));
        return minutes < 60
                && lasts(draft, Length.minutes(Integer.parseInt(m.group(1)) * 60L + minutes));
    }

    private boolean fraction(Draft draft, MatchResult m) {
        if (half.isEmpty()) {
            return false;
        }
        int minutes = m.group(1) != null ? 30 : m.group(2) != null ? 45 : 90;
        return lasts(draft, Length.minutes(minutes));
    }

    private boolean amount(Draft draft, MatchResult m) {
        return goesOn(draft, m) || lasts(draft, length(m.group(1), m.group(2)));
    }

    private boolean goesOn(Draft draft, MatchResult m) {
        ChronoUnit unit = words.unit(m.group(2));
        int number = words.number(m.group(1));
        if (unit == null
                || unit == ChronoUnit.MINUTES
                || unit == ChronoUnit.HOURS
                || number < 1
                || number > 1_000
                || draft.repeat == null
                || draft.forSpan != null) {
            return false;
        }
        draft.forSpan = new Draft.Span(number, unit);
        return true;
    }

    private static boolean lasts(Draft draft, @Nullable Length length) {
        if (length == null || draft.length != null || length.days() > 3_660) {
            return false;
        }
        draft.length = length;
        return true;
    }
}
