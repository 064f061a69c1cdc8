package app.linden.ui;

import app.linden.base.Problem;
import app.linden.calendar.port.OwnAccount;
import app.linden.calendar.port.OwnDevice;
import app.linden.calendar.port.OwnEmail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An account without a server; the right password is "correct horse". */
public final class PretendOwn implements OwnAccount {
    private final List<String> asked;
    public final List<OwnDevice> list = new ArrayList<>();
    public List<String> onlyTheirs = List.of();

    public OwnEmail email = new OwnEmail("anna@example.org", true, true);

    PretendOwn(List<String> asked) {
        this.asked = asked;
    }

    private CompletableFuture<Void> checked(String password, String act) {
        if (!password.equals("correct horse")) {
            return CompletableFuture.failedFuture(
                    new Problem(
                            Problem.Kind.SIGN_IN,
                            "The server does not accept this name and password."));
        }
        asked.add(act);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<List<OwnDevice>> devices() {
        return CompletableFuture.completedFuture(List.copyOf(list));
    }

    @Override
    public CompletableFuture<Void> endDevice(String deviceId) {
        asked.add("end " + deviceId);
        list.removeIf(d -> d.id().equals(deviceId));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> changePassword(String password, String newPassword) {
        return checked(password, "password " + newPassword);
    }

    @Override
    public CompletableFuture<OwnEmail> email() {
        return CompletableFuture.completedFuture(email);
    }

    @Override
    public CompletableFuture<Void> setEmail(String password, String address) {
        return checked(password, "email " + address)
                .thenAccept(ok -> email = new OwnEmail(address, false, true));
    }

    @Override
    public CompletableFuture<Void> export(Path file) {
        asked.add("export " + file.getFileName());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<List<String>> delete(String password, boolean giveUpShared) {
        return checked(password, "delete " + giveUpShared)
                .thenApply(ok -> giveUpShared ? List.of() : onlyTheirs);
    }
}
