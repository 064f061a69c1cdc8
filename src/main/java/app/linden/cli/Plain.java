package app.linden.cli;

/** Makes text from elsewhere safe to print: a title must not move the cursor of a terminal. */
final class Plain {
    private Plain() {}

    /** One line without control characters and without marks that turn the writing direction. */
    static String line(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().map(c -> isSafe(c) ? c : ' ').forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    private static boolean isSafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
            case Character.FORMAT -> !isDirection(c);
            default -> true;
        };
    }

    /** Embeddings, overrides and isolates of the Unicode bidirectional algorithm. */
    private static boolean isDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
