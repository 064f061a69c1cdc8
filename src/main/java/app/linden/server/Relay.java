package app.linden.server;

import app.linden.db.Ear;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Passes on what other processes on the same database say, as if it had happened here. Called on
 * the database's listening thread; returns at once.
 */
final class Relay implements Ear {
    private final ServerData data;
    private final Hub hub;
    private final Attempts attempts;

    /** The last change that another process told of, or that was there when this one began. */
    private final AtomicLong heard;

    Relay(ServerData data, Hub hub, Attempts attempts) {
        this.data = data;
        this.hub = hub;
        this.attempts = attempts;
        this.heard =
                new AtomicLong(
                        data.database()
                                .read(sql ->
                                        sql.number("SELECT COALESCE(MAX(n), 0) FROM change_log")));
    }

    @Override
    public void heard(String word) {
        List<News> news = Telegrams.read(word);
        for (News one : news) {
            switch (one) {
                case News.Tried tried -> attempts.tried(tried.cost());
                case Notice notice -> heard.accumulateAndGet(notice.pushState(), Math::max);
                case News.DeviceEnded _, News.OthersEnded _ -> {}
            }
        }
        hub.tell(news);
    }

    /**
     * Tells everybody what changed since, which may be told twice; and ends whom it does not know
     * any more. Who came with a password is sent away politely, to show it again.
     */
    @Override
    public void missed() {
        String since = "" + heard.get();
        hub.catchUp(
                principalId ->
                        data.database()
                                .read(sql ->
                                        Principal.find(sql, principalId)
                                                .map(p -> CatchUp.since(sql, p, since))
                                                .orElse(List.of())),
                deviceId ->
                        data.database().read(sql -> DeviceRows.find(sql, deviceId).isPresent()));
    }
}
