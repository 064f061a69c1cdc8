package app.linden.store;

import app.linden.model.Fold;
import app.linden.model.Hit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * The words of many events in one text, since memory is read fast where it lies together. Lives
 * under the lock of {@link SearchIndex}.
 */
final class SearchBlock {
    /** So many events; longer texts take longer to copy when one is added. */
    private static final int FULL = 1_000;

    private static final int NOWHERE = Integer.MAX_VALUE;

    private final List<SearchEntry> entries = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final StringBuilder building = new StringBuilder();
    private String text = "";

    boolean isFull() {
        return entries.size() >= FULL;
    }

    /** Adds an entry with its words; {@link #finish} before the next search. */
    void add(SearchEntry entry, String words) {
        entries.add(entry);
        building.append(words);
        ends.add(building.length());
    }

    void finish() {
        if (building.length() != text.length()) {
            text = building.toString();
        }
        if (isFull()) {
            building.setLength(0);
            building.trimToSize();
        }
    }

    /**
     * Tells the entries that have all the words.
     *
     * @param words each form with a blank before it, which is the beginning of a word
     * @param found gets each with the number of the part in which the words are; of several words
     *     the least good part
     */
    void find(List<Fold.Word> words, ObjIntConsumer<SearchEntry> found) {
        Fold.Word rarest =
                words.stream()
                        .max(Comparator.comparingInt(w -> w.forms().getFirst().length()))
                        .orElseThrow();
        int from = 0;
        int entry = 0;
        while (true) {
            int at = first(rarest, from, text.length());
            if (at == NOWHERE) {
                return;
            }
            while (ends.get(entry) <= at) {
                entry++;
            }
            int start = entry == 0 ? 0 : ends.get(entry - 1);
            int end = ends.get(entry);
            from = end;
            if (!entries.get(entry).gone) {
                int worst = at;
                for (Fold.Word word : words) {
                    worst = Math.max(worst, word.equals(rarest) ? at : first(word, start, end));
                }
                if (worst != NOWHERE) {
                    found.accept(entries.get(entry), part(start, worst));
                }
            }
        }
    }

    private int first(Fold.Word word, int from, int to) {
        int first = NOWHERE;
        for (String form : word.forms()) {
            int at = text.indexOf(form, from, to);
            first = at < 0 ? first : Math.min(first, at);
        }
        return first;
    }

    /** The parts stand one after another, a line each. */
    private int part(int start, int at) {
        int part = 0;
        for (int line = text.indexOf('\n', start, at); line >= 0; ) {
            part++;
            line = text.indexOf('\n', line + 1, at);
        }
        return Math.min(part, Hit.Where.values().length - 1);
    }
}
