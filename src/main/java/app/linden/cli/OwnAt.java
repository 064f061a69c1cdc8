package app.linden.cli;

import app.linden.calendar.port.OwnAccount;
import app.linden.calendar.port.OwnDevice;
import app.linden.calendar.port.OwnEmail;
import app.linden.remote.OwnAccountOverHttp;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The account behind one sign-in of this device. Thread-safe. */
final class OwnAt implements OwnAccount {
    private final SyncedAccounts accounts;
    private final String signInId;

    OwnAt(SyncedAccounts accounts, String signInId) {
        this.accounts = accounts;
        this.signInId = signInId;
    }

    @Override
    public CompletableFuture<List<OwnDevice>> devices() {
        return SyncedAccounts.later(
                "devices", () -> accounts.at(signInId, OwnAccountOverHttp::devices));
    }

    @Override
    public CompletableFuture<Void> endDevice(String deviceId) {
        return SyncedAccounts.later(
                "end-device",
                () -> {
                    accounts.at(signInId, own -> done(() -> own.endDevice(deviceId)));
                    return null;
                });
    }

    @Override
    public CompletableFuture<Void> changePassword(String password, String newPassword) {
        return SyncedAccounts.later(
                "password",
                () -> {
                    accounts.at(
                            signInId, own -> done(() -> own.changePassword(password, newPassword)));
                    accounts.takeOver(signInId, newPassword);
                    return null;
                });
    }

    @Override
    public CompletableFuture<OwnEmail> email() {
        return SyncedAccounts.later(
                "email", () -> accounts.at(signInId, OwnAccountOverHttp::email));
    }

    @Override
    public CompletableFuture<Void> setEmail(String password, String address) {
        return SyncedAccounts.later(
                "email",
                () -> {
                    accounts.at(signInId, own -> done(() -> own.setEmail(password, address)));
                    return null;
                });
    }

    @Override
    public CompletableFuture<Void> export(Path file) {
        return SyncedAccounts.later(
                "export",
                () -> {
                    accounts.at(signInId, own -> done(() -> own.export(file)));
                    return null;
                });
    }

    @Override
    public CompletableFuture<List<String>> delete(String password, boolean giveUpShared) {
        return SyncedAccounts.later(
                "delete",
                () -> {
                    List<String> left =
                            accounts.at(signInId, own -> own.delete(password, giveUpShared));
                    if (left.isEmpty()) {
                        accounts.signOut(signInId).join();
                    }
                    return left;
                });
    }

    private static boolean done(Runnable work) {
        work.run();
        return true;
    }
}
