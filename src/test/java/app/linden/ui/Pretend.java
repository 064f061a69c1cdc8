package app.linden.ui;

import app.linden.base.Cell;
import app.linden.calendar.port.Accounts;
import app.linden.calendar.port.Invitation;
import app.linden.calendar.port.NewAccount;
import app.linden.calendar.port.OwnAccount;
import app.linden.calendar.port.Protection;
import app.linden.calendar.port.SignedIn;
import app.linden.model.Role;
import app.linden.model.SyncState;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sign-ins without a server: what was asked for stands in lists, answers are given by the test. */
public final class Pretend implements Accounts {
    public final Cell<SyncState> state = new Cell<>(SyncState.LOCAL);
    public final List<String> asked = new ArrayList<>();
    public final List<SignedIn> signIns = new ArrayList<>();
    public PretendProtection protection = new PretendProtection();
    public final PretendOwn own = new PretendOwn(asked);
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
    public List<SignedIn> signIns() {
        return signIns;
    }

    @Override
    public CompletableFuture<Void> register(NewAccount wish) {
        asked.add(wish.toString());
        return answer;
    }

    @Override
    public CompletableFuture<Void> forgotPassword(String address, String username) {
        asked.add("forgot " + address + " " + username);
        return answer;
    }

    @Override
    public CompletableFuture<Invitation> invitation(String link) {
        return CompletableFuture.completedFuture(
                new Invitation(link, "https://linden.example", "Anna", "Family", Role.EDIT, true));
    }

    @Override
    public CompletableFuture<Void> accept(String signInId, String link) {
        asked.add("accept " + signInId + " " + link);
        return answer;
    }

    @Override
    public CompletableFuture<String> invite(String calendarId, Role role) {
        asked.add("invite " + role);
        return CompletableFuture.completedFuture(
                "https://linden.example/invite/3q2-7wAAAAAAAAAAAAAAAA");
    }

    @Override
    public OwnAccount own(String signInId) {
        return own;
    }

    @Override
    public CompletableFuture<Void> signOut(String signInId) {
        asked.add("sign out " + signInId);
        return answer;
    }

    @Override
    public CompletableFuture<Void> signIn(String address, String username, String password) {
        asked.add(address + " " + username + " " + password);
        return answer;
    }
}
