package app.linden.words;

import app.linden.words.Understood.Kind;
import app.linden.words.Understood.Mark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of which piece after piece is taken as it is understood; what is left is the title. */
final class Scan {
    /** Stands where a piece was taken; nothing matches it. */
    private static final char TAKEN = '\u0001';

    /** Stands for a letter in quotation marks, which nobody interprets. */
    private static final char QUOTED = '\u0002';

    private static final Pattern QUOTES = Pattern.compile("[\"“„]([^\"“”„]{1,200})[\"”“]");
    private static final Pattern LOOSE = Pattern.compile("^[\\s,;:–—-]+|[\\s,;:–—-]+$");

    private final String text;
    private final StringBuilder rest;
    private final List<Mark> marks = new ArrayList<>();

    Scan(String text) {
        this.text = text;
        this.rest = new StringBuilder(text.replaceAll("[\\p{Z}\\p{Cc}]", " "));
        for (int i = 0; i < rest.length(); i++) {
            // Digits beyond the usual planes are no numbers to Java.
            if (Character.isSurrogate(rest.charAt(i))) {
                rest.setCharAt(i, QUOTED);
            }
        }
        for (Matcher m = QUOTES.matcher(text); m.find(); ) {
            for (int i = m.start(); i < m.end(); i++) {
                rest.setCharAt(i, i == m.start() || i == m.end() - 1 ? ' ' : QUOTED);
            }
        }
    }

    /**
     * Takes the first piece that matches and that the reader takes.
     *
     * @param reader notes what the piece says; false when it says nothing
     * @return whether one was taken
     */
    boolean take(Pattern pattern, Kind kind, Predicate<MatchResult> reader) {
        Matcher m = pattern.matcher(rest);
        int from = 0;
        while (from <= rest.length() && m.find(from)) {
            if (m.end() > m.start() && reader.test(m.toMatchResult())) {
                taken(m.start(), m.end(), kind);
                return true;
            }
            from = m.start() + 1;
        }
        return false;
    }

    /** Takes every piece that matches and that the reader takes. */
    void takeAll(Pattern pattern, Kind kind, Predicate<MatchResult> reader) {
        while (take(pattern, kind, reader)) {
            // One piece is one round.
        }
    }

    /**
     * Takes the first name of a calendar.
     *
     * @param pattern with the name and what follows it as group 1
     * @param reader says how many characters of the group are the name, 0 for none
     */
    void takeCalendar(Pattern pattern, ToIntFunction<String> reader) {
        for (Matcher m = pattern.matcher(rest); m.find(); ) {
            int length = reader.applyAsInt(m.group(1));
            if (length > 0) {
                taken(m.start(), m.start(1) + length, Kind.CALENDAR);
                return;
            }
        }
    }

    private void taken(int start, int end, Kind kind) {
        int first = start;
        int last = end;
        while (first < last && isBlank(first)) {
            first++;
        }
        while (last > first && isBlank(last - 1)) {
            last--;
        }
        for (int i = start; i < end; i++) {
            rest.setCharAt(i, TAKEN);
        }
        marks.add(new Mark(first, last, kind));
    }

    private boolean isBlank(int at) {
        return rest.charAt(at) == ' ' || rest.charAt(at) == ',';
    }

    /** The text of a piece as it was typed. */
    String typed(int start, int end) {
        return text.substring(start, end);
    }

    /** Whether nothing but blanks is between a place and something that was understood. */
    boolean touchesTaken(int start, int end) {
        int before = start - 1;
        while (before >= 0 && isBlank(before)) {
            before--;
        }
        int after = end;
        while (after < rest.length() && isBlank(after)) {
            after++;
        }
        return (before >= 0 && rest.charAt(before) == TAKEN)
                || (after < rest.length() && rest.charAt(after) == TAKEN);
    }

    /** Whether only blanks and what was understood come before. */
    boolean isFirst(int start) {
        return rest.substring(0, start).chars().allMatch(c -> c == ' ' || c == TAKEN);
    }

    /** Whether only blanks and what was understood follow. */
    boolean isLast(int end) {
        return rest.substring(end).chars().allMatch(c -> c == ' ' || c == TAKEN || c == '.');
    }

    /** The word before a place, in small letters; empty at the beginning and after a piece. */
    String wordBefore(int start) {
        int end = start;
        while (end > 0 && rest.charAt(end - 1) == ' ') {
            end--;
        }
        int first = end;
        while (first > 0 && Character.isLetter(rest.charAt(first - 1))) {
            first--;
        }
        return rest.substring(first, end).toLowerCase(java.util.Locale.ROOT);
    }

    /** The word on a place, in small letters; empty at the end and before a piece. */
    String wordAfter(int end) {
        int first = end;
        while (first < rest.length() && rest.charAt(first) == ' ') {
            first++;
        }
        int last = first;
        while (last < rest.length() && Character.isLetter(rest.charAt(last))) {
            last++;
        }
        return rest.substring(first, last).toLowerCase(java.util.Locale.ROOT);
    }

    /** The first letter of what follows on a place; a blank when nothing does. */
    char next(int end) {
        int at = end;
        while (at < rest.length() && rest.charAt(at) == ' ') {
            at++;
        }
        return at < rest.length() ? rest.charAt(at) : ' ';
    }

    List<Mark> marks() {
        return marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList();
    }

    /** What nobody took. */
    String left() {
        StringBuilder left = new StringBuilder();
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            left.append(c == TAKEN ? ' ' : c == QUOTED ? text.charAt(i) : c);
        }
        String title = left.toString().replaceAll(" +([,;])", "$1").replaceAll("\\s+", " ");
        return LOOSE.matcher(title.strip()).replaceAll("").strip();
    }
}
