package app.linden.server;

import app.linden.base.Ids;
import app.linden.db.Sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a transaction works with: the database, one instant for all that it writes, and the change
 * logs of the accounts that it touches. Lives on the writer thread while the transaction runs.
 */
final class Desk {
    final Sql sql;
    final Ids ids;
    final Instant now;
    private final Map<String, ChangeLog> logs = new LinkedHashMap<>();
    private final List<News> news = new ArrayList<>();

    Desk(Sql sql, Ids ids, Instant now) {
        this.sql = sql;
        this.ids = ids;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    ChangeLog log(String accountId) {
        return logs.computeIfAbsent(accountId, id -> new ChangeLog(this, id));
    }

    /** Writes the logs of an account now, so that its states can be told. */
    void flush(String accountId) {
        log(accountId).write();
    }

    /** Tells this too when the transaction is safe. */
    void tell(News one) {
        news.add(one);
    }

    /** Writes all logs; answers what is to be told. */
    List<News> finish() {
        List<News> all = new ArrayList<>(news);
        logs.values()
                .forEach(log -> {
                    log.write();
                    all.addAll(log.notices());
                });
        return all;
    }
}
