package app.linden.words;

import app.linden.model.Fold;
import app.linden.model.Length;
import app.linden.words.Understood.Said;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads a sentence about an event in English or German, whichever understands more of it. Whatever
 * is typed, it answers, and loses nothing: what is not understood is the title.
 */
public final class Sentence {
    /** What is longer is no sentence; its rest is taken into the title as it is. */
    private static final int LONGEST = 400;

    /** The person's own language understands as much with a little less. */
    private static final int OWN = 2;

    private static final Pattern CALENDAR =
            Pattern.compile("(?<![\\p{L}\\p{N}#])#([\\p{L}\\p{N}][^#]{0,99})");

    private final Grammar english;
    private final Grammar german;
    private final boolean germanFirst;
    private final List<String> calendars;
    private final ZoneId zone;
    private final Length usual;

    /**
     * @param locale the person's: its language counts first, and its habits where a language leaves
     *     something open
     * @param calendars names of the calendars that {@code #name} may mean
     * @param zone in which times are meant
     * @param usual how long an event is when nobody says
     */
    public Sentence(Locale locale, List<String> calendars, ZoneId zone, Length usual) {
        this.english = Grammar.english(locale);
        this.german = Grammar.german(locale);
        this.germanFirst = locale.getLanguage().equals("de");
        this.calendars = List.copyOf(calendars);
        this.zone = zone;
        this.usual = usual;
    }

    /**
     * Understands a sentence.
     *
     * @param now the wall time in the zone of this
     */
    public Understood read(String text, LocalDateTime now) {
        String sentence = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String rest = text.substring(sentence.length());
        Understood inEnglish = read(english, sentence, rest, now);
        Understood inGerman = read(german, sentence, rest, now);
        int forGerman = inGerman.covered() + (germanFirst ? OWN : 0);
        int forEnglish = inEnglish.covered() + (germanFirst ? 0 : OWN);
        return forGerman > forEnglish ? inGerman : inEnglish;
    }

    private Understood read(Grammar grammar, String text, String rest, LocalDateTime now) {
        Scan scan = new Scan(text);
        Draft draft = new Draft(now, zone);
        calendar(scan, draft);
        grammar.read(scan, draft);
        var when = draft.when(usual);
        var rule = draft.rule(when.start().toLocalDate());
        List<Length> alerts = new ArrayList<>(draft.alerts);
        return new Understood(
                (scan.left() + rest).strip(),
                when,
                rule,
                draft.place,
                draft.calendar,
                alerts,
                new Said(
                        draft.date != null || (draft.repeat != null && !isDaily(draft.repeat)),
                        draft.saysTime() && !when.allDay(),
                        draft.end != null || draft.length != null || draft.lastDate != null),
                scan.marks());
    }

    private static boolean isDaily(Repeat repeat) {
        return repeat.days().isEmpty() && repeat.monthDay() == 0;
    }

    /** Takes the longest name of a calendar after a {@code #}, however it is spelled. */
    private void calendar(Scan scan, Draft draft) {
        scan.takeCalendar(
                CALENDAR,
                name -> {
                    List<Fold.Word> typed = Fold.words(name);
                    int best = -1;
                    int bestEnd = 0;
                    boolean exact = false;
                    for (int i = 0; i < calendars.size(); i++) {
                        int end = matched(typed, Fold.words(calendars.get(i)));
                        boolean whole = end > 0 && isWhole(typed, Fold.words(calendars.get(i)));
                        if (end > bestEnd || (end == bestEnd && end > 0 && whole && !exact)) {
                            best = i;
                            bestEnd = end;
                            exact = whole;
                        }
                    }
                    draft.calendar = best;
                    return best < 0 ? 0 : bestEnd;
                });
    }

    /** Where in the typed text the name ends, 0 when it is another one. */
    private static int matched(List<Fold.Word> typed, List<Fold.Word> name) {
        int words = 0;
        while (words < typed.size()
                && words < name.size()
                && typed.get(words).forms().stream().anyMatch(name.get(words).forms()::contains)) {
            words++;
        }
        if (words == 0 && !typed.isEmpty() && !name.isEmpty()) {
            Fold.Word first = typed.getFirst();
            boolean begins =
                    first.forms().getFirst().length() >= 2 && name.getFirst().startsWith(first);
            return begins ? first.end() : 0;
        }
        return words == 0 ? 0 : typed.get(words - 1).end();
    }

    private static boolean isWhole(List<Fold.Word> typed, List<Fold.Word> name) {
        return typed.size() >= name.size()
                && typed.getFirst().forms().stream().anyMatch(name.getFirst().forms()::contains);
    }
}
