package app.linden.store;

import app.linden.model.Json;
import app.linden.model.Merge;
import app.linden.model.Patch;
import app.linden.store.Outbox.Entry;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of waiting changes when the server's version of their object moved; a pure function.
 * It runs inside the transaction that accepts the new version, so that no local edit can come
 * between.
 */
final class Rebase {
    /**
     * @param work what the person sees now, null when their deletion stands
     * @param toSend what is left to be sent, empty when the server has everything; meaningless when
     *     deleted
     * @param clashes what of the person's is not in {@code work}
     */
    record Outcome(@Nullable ObjectNode work, Patch toSend, List<Merge.Clash> clashes) {}

    private Rebase() {}

    /**
     * One by one, each on top of the one before. A change that was sent with unknown outcome needs
     * no special case: where it arrived, the server's values equal mine and nothing is left to
     * send.
     */
    static Outcome of(@Nullable ObjectNode base, List<Entry> waiting, ObjectNode remote) {
        List<Merge.Clash> clashes = new ArrayList<>();
        ObjectNode before = base == null ? Json.object() : base;
        ObjectNode now = remote;
        for (Entry entry : waiting) {
            switch (entry.kind()) {
                case CREATE -> {
                    // Sent and the same: it arrived. Else the same uid came from elsewhere, as when
                    // two devices import one file: theirs stands and where mine differs there is a
                    // card.
                    if (!entry.sent() || Merge.differ(entry.patch(), now)) {
                        // An earlier try that came late is mine too, and older.
                        boolean late = !entry.pre().isEmpty() && !Merge.differ(entry.pre(), now);
                        ObjectNode from = late ? entry.pre() : Json.object();
                        Merge.Merged merged = Merge.merge(from, entry.patch(), now);
                        now = merged.result();
                        clashes.addAll(merged.clashes());
                    }
                    before = entry.patch();
                }
                case UPDATE -> {
                    ObjectNode mine = Patch.of(entry.patch()).applyLeniently(before);
                    Merge.Merged merged = Merge.merge(before, mine, now);
                    now = merged.result();
                    clashes.addAll(merged.clashes());
                    before = mine;
                }
                case DESTROY -> {
                    boolean untouchedThere =
                            !Merge.differ(before, remote)
                                    || (base != null && !Merge.differ(base, remote));
                    if (untouchedThere) {
                        return new Outcome(null, Patch.NONE, clashes);
                    }
                    // Deleted here, changed there: the change wins and the person is asked again.
                    clashes.add(new Merge.Clash(ConflictRows.DELETE, Json.object(), Json.object()));
                }
            }
        }
        return new Outcome(now, Merge.changesToSend(remote, now), clashes);
    }
}
