package app.linden.paper;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/** A text as it is drawn, from the left to the right, in runs of one face each. */
final class Glyphs {
    /** Stands for a letter that no face has. */
    private static final int LACKING = 0x25A1;

    /**
     * Letters in the order of drawing.
     *
     * @param width as a share of the type's size
     */
    record Run(String text, Face face, double width) {}

    private Glyphs() {}

    static List<Run> of(String text, Face face) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        Face last = face;
        double width = 0;
        String visual = visual(text);
        for (int i = 0; i < visual.length(); ) {
            int c = visual.codePointAt(i);
            i += Character.charCount(c);
            int drawn = drawn(c, face);
            if (drawn < 0) {
                continue;
            }
            Face its = face.has(drawn) ? face : Face.OTHER;
            if (its != last && !run.isEmpty()) {
                runs.add(new Run(run.toString(), last, width));
                run.setLength(0);
                width = 0;
            }
            last = its;
            run.appendCodePoint(drawn);
            width += its.width(drawn);
        }
        if (!run.isEmpty()) {
            runs.add(new Run(run.toString(), last, width));
        }
        return runs;
    }

    /** Whether every letter is drawn as itself. */
    static boolean complete(String text, Face face) {
        return text.codePoints().allMatch(c -> face.has(c) || Face.OTHER.has(c));
    }

    /** What is drawn for a letter; below 0 for what is not seen, such as marks of direction. */
    private static int drawn(int c, Face face) {
        if (Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.SURROGATE) {
            return -1;
        }
        if (face.has(c) || Face.OTHER.has(c)) {
            return c;
        }
        return Character.isSpaceChar(c) ? ' ' : Character.isLetterOrDigit(c) ? LACKING : -1;
    }

    /** Right-to-left text turned round, so that it can be drawn from the left. */
    private static String visual(String text) {
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return text;
        }
        String joined = Arabic.join(text);
        Bidi bidi = new Bidi(joined, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Integer[] order = new Integer[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            order[i] = i;
        }
        Bidi.reorderVisually(levels, 0, order, 0, count);
        StringBuilder visual = new StringBuilder();
        for (int i : order) {
            String run = joined.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            visual.append(bidi.getRunLevel(i) % 2 == 0 ? run : turned(run));
        }
        return visual.toString();
    }

    private static String turned(String run) {
        StringBuilder turned = new StringBuilder();
        StringBuilder reversed = new StringBuilder(run).reverse();
        reversed.codePoints().map(Glyphs::mirror).forEach(turned::appendCodePoint);
        return turned.toString();
    }

    private static int mirror(int c) {
        int at = "()[]{}<>«»".indexOf(c);
        return at < 0 ? c : "()[]{}<>«»".charAt(at ^ 1);
    }
}
