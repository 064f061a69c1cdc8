package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Json;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** Looks through the whole cache in one transaction, so that no edit comes in between. */
final class Inspection {
    private final Sql sql;
    private final Reach reach;
    private final List<String> index = new ArrayList<>();
    private final List<String> objects = new ArrayList<>();
    private long events;
    private long occurrences;

    private Inspection(Sql sql, Reach reach) {
        this.sql = sql;
        this.reach = reach;
    }

    static Check of(Sql sql, Reach reach) {
        Inspection all = new Inspection(sql, reach);
        String at = "";
        while (at != null) {
            at = IndexReview.some(sql, at, reach, all::event);
        }
        for (String orphan : IndexReview.orphans(sql)) {
            all.index.add("The index lists " + orphan + ", which is no event any more.");
        }
        Documents.ofType(sql, Type.CALENDAR).forEach(all::object);
        all.objects.addAll(
                sql.list(
                        "SELECT seq, object_id FROM outbox b WHERE NOT EXISTS (SELECT 1 FROM object"
                                + " o WHERE o.id = b.object_id)",
                        r ->
                                "The waiting change "
                                        + r.number(1)
                                        + " is of "
                                        + r.text(2)
                                        + ", which is gone."));
        return new Check(all.events, all.occurrences, all.index, all.objects);
    }

    private void event(Stored event, boolean right) {
        events += event.work() == null ? 0 : 1;
        occurrences += IndexReview.expected(event, reach).occurrences().size();
        if (!right) {
            index.add(
                    "The index of “"
                            + event.title()
                            + "” ("
                            + event.id()
                            + ") is not what the event says.");
        }
        object(event);
    }

    /** What is seen = what the server said with the waiting changes applied. */
    private void object(Stored object) {
        boolean synced =
                AccountRows.find(sql, object.accountId()).map(a -> !a.isLocal()).orElse(false);
        if (synced
                && !text(object.work())
                        .equals(text(Outbox.applied(object.base(), Outbox.of(sql, object.id()))))) {
            objects.add(
                    "“"
                            + object.title()
                            + "” ("
                            + object.id()
                            + ") is not what the server said with the waiting changes.");
        }
    }

    private static String text(@Nullable ObjectNode document) {
        return document == null ? "" : Json.canonical(document);
    }
}
