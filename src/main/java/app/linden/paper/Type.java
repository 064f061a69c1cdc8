package app.linden.paper;

import app.linden.layout.Syllables;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How wide text is, and how it is cut or broken where it does not fit. */
final class Type {
    private static final String MORE = "…";

    private Type() {}

    static double width(String text, Face face, double size) {
        double width = 0;
        for (Glyphs.Run run : Glyphs.of(text, face)) {
            width += run.width();
        }
        return width * size;
    }

    /** As much as fits, with an ellipsis where something is missing. */
    static String fit(String text, Face face, double size, double room) {
        if (width(text, face, size) <= room) {
            return text;
        }
        double left = room - width(MORE, face, size);
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        int end = 0;
        for (int next = letters.next(); next != BreakIterator.DONE; next = letters.next()) {
            if (width(text.substring(0, next), face, size) > left) {
                break;
            }
            end = next;
        }
        return end == 0 ? "" : text.substring(0, end).stripTrailing() + MORE;
    }

    /** Broken between words into so many lines at most; the last one is cut where more follows. */
    static List<String> wrap(String text, Face face, double size, double room, int lines) {
        List<String> wrapped = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && wrapped.size() < lines) {
            if (wrapped.size() == lines - 1 || width(rest, face, size) <= room) {
                wrapped.add(fit(rest, face, size, room));
                break;
            }
            int end = breakAt(rest, face, size, room);
            String line = rest.substring(0, end).strip();
            if (end < rest.length() && isInWord(rest, end)) {
                int part = Syllables.end(word(rest), room, w -> width(w, face, size));
                line = part > 0 ? rest.substring(0, part) + "-" : line;
                end = part > 0 ? part : end;
            }
            wrapped.add(line);
            rest = rest.substring(end).strip();
        }
        return wrapped;
    }

    private static boolean isInWord(String text, int at) {
        return Character.isLetter(text.charAt(at - 1)) && Character.isLetter(text.charAt(at));
    }

    private static String word(String text) {
        return text.split("\\s", 2)[0];
    }

    private static int breakAt(String text, Face face, double size, double room) {
        int end = lastFitting(BreakIterator.getLineInstance(Locale.ROOT), text, face, size, room);
        return end > 0
                ? end
                : Math.max(
                        Character.charCount(text.codePointAt(0)),
                        lastFitting(
                                BreakIterator.getCharacterInstance(Locale.ROOT),
                                text,
                                face,
                                size,
                                room));
    }

    private static int lastFitting(
            BreakIterator places, String text, Face face, double size, double room) {
        places.setText(text);
        int end = 0;
        for (int next = places.next(); next != BreakIterator.DONE; next = places.next()) {
            if (width(text.substring(0, next).stripTrailing(), face, size) > room) {
                break;
            }
            end = next;
        }
        return end;
    }
}
