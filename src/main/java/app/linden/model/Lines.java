package app.linden.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Three-way merge of a text by lines. Each side's change is the block between the lines that it
 * shares with the base at the beginning and at the end; two blocks that do not touch are both
 * taken.
 */
final class Lines {
    private record Block(int from, int to, List<String> lines) {}

    private Lines() {}

    /** The text with both changes, empty when they touch the same lines. */
    static Optional<String> merge(String base, String mine, String theirs) {
        List<String> b = split(base);
        Block l = change(b, split(mine));
        Block r = change(b, split(theirs));
        if (l.to < r.from) {
            return Optional.of(join(b, l, r));
        }
        return r.to < l.from ? Optional.of(join(b, r, l)) : Optional.empty();
    }

    private static List<String> split(String text) {
        return List.of(text.split("\n", -1));
    }

    private static Block change(List<String> base, List<String> other) {
        int most = Math.min(base.size(), other.size());
        int head = 0;
        while (head < most && base.get(head).equals(other.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && base.get(base.size() - 1 - tail).equals(other.get(other.size() - 1 - tail))) {
            tail++;
        }
        return new Block(head, base.size() - tail, other.subList(head, other.size() - tail));
    }

    private static String join(List<String> base, Block first, Block second) {
        List<String> lines = new ArrayList<>(base.subList(0, first.from));
        lines.addAll(first.lines);
        lines.addAll(base.subList(first.to, second.from));
        lines.addAll(second.lines);
        lines.addAll(base.subList(second.to, base.size()));
        return String.join("\n", lines);
    }
}
