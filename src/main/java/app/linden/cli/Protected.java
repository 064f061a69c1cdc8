package app.linden.cli;

import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.calendar.port.Protection;
import app.linden.calendar.port.Secrets;
import app.linden.desktop.Vault;
import app.linden.store.Store;

import java.util.concurrent.CompletableFuture;

/** The protection of a device: of its secrets, and of its cache. Thread-safe. */
record Protected(Store store, Secrets secrets) implements Protection {
    @Override
    public Place place() {
        if (secrets instanceof Vault vault) {
            return vault.place();
        }
        return secrets.lasting() ? Place.PASSPHRASE : Place.THIS_RUN;
    }

    @Override
    public boolean encrypted() {
        return store.encrypted();
    }

    @Override
    public CompletableFuture<Void> seal(String passphrase) {
        if (!(secrets instanceof Vault vault)) {
            return CompletableFuture.failedFuture(
                    new Problem(Problem.Kind.BAD_INPUT, "This profile keeps nothing."));
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        Loop.start(
                "seal",
                () -> {
                    try {
                        vault.seal(passphrase);
                        done.complete(null);
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }

    /** The same in two sentences, for somebody who reads them on a terminal. */
    static String sentences(Protection protection) {
        String passwords =
                switch (protection.place()) {
                    case KEYCHAIN -> "Passwords are in the system's keychain.";
                    case PASSPHRASE -> "Passwords are sealed by a passphrase.";
                    case THIS_RUN -> "Passwords are not kept.";
                };
        if (protection.encrypted()) {
            return passwords + " The copy of the calendars on this computer is encrypted.";
        }
        return passwords
                + " The copy of the calendars on this computer is not encrypted"
                + (protection.place() == Place.THIS_RUN
                        ? "; a passphrase (linden secrets --seal) or a keychain would change that."
                        : " yet; it will be at the next start.");
    }
}
