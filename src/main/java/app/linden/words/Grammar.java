package app.linden.words;

import app.linden.words.Understood.Kind;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One language: its steps, each of which takes from the text what it understands. The order counts:
 * "every Monday" before "Monday", days before bare numbers, places last.
 */
record Grammar(
        Rules rules, Dates dates, Times times, Steps steps, Places places, Pattern starting) {

    /**
     * @param locale whose habits count where a language leaves it open: 3/12, 3:30
     */
    static Grammar english(Locale locale) {
        return new Grammar(
                new EnglishRules(),
                new EnglishDates(Habits.dayFirst(locale)),
                new EnglishTimes(Habits.halves(locale)),
                new Steps(
                        Vocabulary.ENGLISH,
                        "remind(?: me)?(?: at)?|(?:with )?(?:a )?reminder(?: at)?|alert(?: me)?(?:"
                                + " at)?|notify(?: me)?",
                        "before(?:hand)?|earlier|prior|in advance",
                        "all[ -]day|whole day|the whole day|full day",
                        "(?:for|lasting) (?:about )?",
                        "(half an? hour)|(three quarters of an hour)|(an? hour and a half|one and a"
                                + " half hours)",
                        "and"),
                new Places(
                        "at",
                        "with|for|on|from|every|remind|reminder|and then|about|to"
                                + " discuss|until|in"),
                Vocabulary.pattern("(?<!\\w)(?:starting|beginning|as of)(?: on| from)?(?!\\w)"));
    }

    /** See {@link #english}. */
    static Grammar german(Locale locale) {
        return new Grammar(
                new GermanRules(),
                new GermanDates(locale.getLanguage().equals("de")),
                new GermanTimes(),
                new Steps(
                        Vocabulary.GERMAN,
                        "erinner(?:e|n|ung)?(?: mich| uns)?(?: um)?|(?:mit )?erinnerung|(?:mit"
                                + " )?alarm|(?:mit )?wecker",
                        "vorher|davor|zuvor|im voraus|im vorraus",
                        "ganztägig|ganztaegig|den ganzen tag|ganzer tag",
                        "(?:für |lang |dauer:? |etwa |ca\\.? )+",
                        "(?:eine )?(halbe stunde)|(?:eine )?(dreiviertelstunde|dreiviertel"
                                + " stunde)|(anderthalb stunden|eineinhalb stunden)",
                        "und"),
                new Places(
                        "bei|beim|im|in der|in dem|ort:",
                        "mit|für|um|von|am|jeden|wegen|und dann|erinner\\w*|bis|bei|im|ab"),
                Vocabulary.pattern(
                        "(?<!\\w)(?:beginnend|startend|ab dem)(?: am| mit| ab)?(?!\\w)"));
    }

    void read(Scan scan, Draft draft) {
        steps.alerts(scan, draft);
        steps.allDay(scan, draft);
        rules.read(scan, draft);
        if (draft.repeat != null) {
            dates.until(scan, draft);
        }
        dates.read(scan, draft);
        if (draft.date != null) {
            scan.take(starting, Kind.DATE, m -> scan.touchesTaken(m.end(), m.end()));
        }
        // "15:00-16:30" before "30 min", "1h30" before "at 1".
        steps.lengths(scan, draft);
        if (draft.exact == null) {
            times.read(scan, draft);
        }
        places.read(scan, draft);
        draft.hint = Hints.of(scan.left());
    }
}
