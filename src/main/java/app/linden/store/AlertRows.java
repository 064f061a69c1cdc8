package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Type;

import java.util.List;

/** Events that may remind, found without reading all the others. */
final class AlertRows {
    private AlertRows() {}

    /** A word of the document is enough to be looked at closely by whoever asks. */
    static List<Store.Found> after(Sql sql, String id, int atMost) {
        return sql.list(
                "SELECT id, work FROM object WHERE id > ? AND type = '"
                        + Type.EVENT.name()
                        + "' AND (work LIKE '%\"alerts%' OR work LIKE"
                        + " '%\"useDefaultAlerts\":true%') ORDER BY id LIMIT "
                        + atMost,
                row -> new Store.Found(row.text(1), Event.of(Json.parseObject(row.text(2)))),
                id);
    }
}
