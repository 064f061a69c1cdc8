package app.linden.sync;

import app.linden.remote.Remote;
import app.linden.store.Login;
import app.linden.store.ServerSide;

import java.time.InstantSource;
import java.util.Map;

/** The loop's exchanges one by one, for a world that decides when they happen. */
public final class Stepped {
    private final Exchange exchange;

    public Stepped(ServerSide store, Login login, Remote remote, InstantSource clock) {
        this.exchange = new Exchange(store, login, remote, clock, () -> false, progress -> {});
    }

    /** Everything is pulled, then what waits is sent. */
    public boolean everything() {
        return exchange.run(new Signals.Round(true, Map.of()));
    }

    /** What the live channel spoke of is pulled, then what waits is sent. */
    public boolean hinted(Map<String, Map<String, String>> hints) {
        Signals.Round round = new Signals.Round(false, hints);
        return exchange.hasWork(round) && exchange.run(round);
    }
}
