package app.linden.store;

import app.linden.model.Act;
import app.linden.model.Json;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an act changes in one transaction: each object as it was before and as it became. */
final class Notes {
    private record Noted(
            String accountId, String type, @Nullable ObjectNode was, @Nullable ObjectNode became) {}

    private final Act act;
    private final Map<String, Noted> objects = new LinkedHashMap<>();
    private String title;

    Notes(Act act) {
        this.act = act;
        this.title = act.title();
    }

    void object(Stored stored, @Nullable ObjectNode became) {
        note(stored.id(), stored.accountId(), stored.type().name(), stored.work(), became);
        if (title.isEmpty()) {
            ObjectNode named = stored.work() == null ? became : stored.work();
            title =
                    named == null
                            ? ""
                            : named.path(stored.type() == Type.EVENT ? "title" : "name")
                                    .asString("");
        }
    }

    void card(String id, @Nullable ObjectNode was, @Nullable ObjectNode became) {
        note(id, "", HistoryRows.CARD, was, became);
        if (title.isEmpty()) {
            title = (was == null ? Objects.requireNonNull(became) : was).path("title").asString("");
        }
    }

    private void note(
            String id,
            String accountId,
            String type,
            @Nullable ObjectNode was,
            @Nullable ObjectNode became) {
        objects.merge(
                id,
                new Noted(accountId, type, was, became),
                (before, now) ->
                        new Noted(before.accountId(), before.type(), before.was(), now.became()));
    }

    void write(Desk desk) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        objects.forEach((id, n) -> {
            if (!Objects.equals(n.was(), n.became())) {
                rows.add(
                        new @Nullable Object[] {
                            act.id(), id, n.accountId(), n.type(), text(n.was()), text(n.became())
                        });
            }
        });
        if (!rows.isEmpty()) {
            HistoryRows.add(desk.sql, act, title, desk.now, rows);
            desk.changed.history();
        }
    }

    private static @Nullable String text(@Nullable ObjectNode document) {
        return document == null ? null : Json.write(document);
    }
}
