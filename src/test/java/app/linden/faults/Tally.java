package app.linden.faults;

import java.util.EnumMap;
import java.util.Map;

/** Counts what was done to a disk. Thread-safe. */
final class Tally {
    private final Map<Disk.Loss, Integer> losses = new EnumMap<>(Disk.Loss.class);
    private int cuts;
    private int encrypted;
    private int looks;
    private int edits;

    synchronized void cut(Disk.Loss loss, boolean inEncrypted) {
        cuts++;
        encrypted += inEncrypted ? 1 : 0;
        losses.merge(loss, 1, Integer::sum);
    }

    synchronized void looked() {
        looks++;
    }

    synchronized void edited() {
        edits++;
    }

    synchronized int cuts() {
        return cuts;
    }

    @Override
    public synchronized String toString() {
        return cuts
                + " cuts, "
                + encrypted
                + " of them of an encrypted file, "
                + losses
                + "; looked through "
                + looks
                + " times; edits acknowledged: "
                + edits;
    }
}
