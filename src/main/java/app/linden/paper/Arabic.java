package app.linden.paper;

/**
 * Joins Arabic letters: each becomes the form that it has beside its neighbours (Unicode, Arabic
 * Presentation Forms), since a PDF names shapes, not letters.
 */
final class Arabic {
    private static final char FIRST = '\u0621';

    /** How many forms each letter from U+0621 on has; they stand in this order from U+FE80 on. */
    private static final String FORMS = "12222424244444222244444444" + "00000" + "04444444224";

    /** Letters of Persian and Urdu: the letter, its isolated form, how many forms. */
    private static final int[][] MORE = {
        {0x067E, 0xFB56, 4}, {0x0686, 0xFB7A, 4}, {0x0698, 0xFB8A, 2},
        {0x06A9, 0xFB8E, 4}, {0x06AF, 0xFB92, 4}, {0x06CC, 0xFBFC, 4}
    };

    private static final char TATWEEL = '\u0640';
    private static final char LAM = '\u0644';

    private Arabic() {}

    static String join(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int forms = forms(c);
            if (forms == 0) {
                joined.append(c);
                continue;
            }
            boolean before = joinsOn(previous(text, i));
            int next = next(text, i);
            int alef = c == LAM && next < text.length() ? "آأإا".indexOf(text.charAt(next)) : -1;
            if (alef >= 0) {
                joined.append((char) (0xFEF5 + 2 * alef + (before ? 1 : 0)));
                joined.append(text, i + 1, next);
                i = next;
                continue;
            }
            boolean after = forms == 4 && next < text.length() && takes(text.charAt(next));
            boolean linked = before && forms > 1;
            joined.append((char) (isolated(c) + (after ? (linked ? 3 : 2) : (linked ? 1 : 0))));
        }
        return joined.toString();
    }

    /** The letter before, marks above and below left out; 0 for none. */
    private static char previous(String text, int at) {
        int i = at - 1;
        while (i >= 0 && isMark(text.charAt(i))) {
            i--;
        }
        return i < 0 ? 0 : text.charAt(i);
    }

    private static int next(String text, int at) {
        int i = at + 1;
        while (i < text.length() && isMark(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean joinsOn(char c) {
        return c == TATWEEL || forms(c) == 4;
    }

    private static boolean takes(char c) {
        return c == TATWEEL || forms(c) > 1;
    }

    private static int forms(char c) {
        int at = c - FIRST;
        if (at >= 0 && at < FORMS.length()) {
            return FORMS.charAt(at) - '0';
        }
        for (int[] more : MORE) {
            if (more[0] == c) {
                return more[2];
            }
        }
        return 0;
    }

    private static int isolated(char c) {
        for (int[] more : MORE) {
            if (more[0] == c) {
                return more[1];
            }
        }
        int form = 0xFE80;
        for (int i = 0; i < c - FIRST; i++) {
            form += FORMS.charAt(i) - '0';
        }
        return form;
    }
}
