package app.linden.ui;

import app.linden.base.Cell;
import app.linden.calendar.port.Accounts;
import app.linden.calendar.port.Protection;
import app.linden.model.SyncState;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sign-ins without a server: what was asked for stands in lists, answers are given by the test. */
public final class Pretend implements Accounts {
    public final Cell<SyncState> state = new Cell<>(SyncState.LOCAL);
    public final List<String> asked = new ArrayList<>();
    public PretendProtection protection = new PretendProtection();
    public CompletableFuture<Void> answer = new CompletableFuture<>();

    @Override
    public Cell<SyncState> state() {
        return state;
    }

    @Override
    public Protection protection() {
        return protection;
    }

    @Override
    public void syncNow() {}

    @Override
    public CompletableFuture<Void> signIn(String address, String username, String password) {
        asked.add(address + " " + username + " " + password);
        return answer;
    }
}
