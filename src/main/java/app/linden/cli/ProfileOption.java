package app.linden.cli;

import app.linden.desktop.Folders;
import app.linden.desktop.Vault;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** The folder of a device, and what opens its secrets. */
final class ProfileOption {
    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description = "The folder of one device (default: Linden's own on this computer).")
    private @Nullable Path profile;

    Path path() {
        return profile == null ? Folders.ofThisPerson() : profile;
    }

    /**
     * The device, opened by the passphrase in the environment, the system's keychain or a
     * passphrase that is asked for.
     */
    Device open(Terminal terminal) {
        return Device.open(path(), secrets(terminal));
    }

    /** The secrets as they are. */
    Vault secrets(Terminal terminal) {
        return vault(new Typing(terminal, false));
    }

    /** The same, and where there is no place for them yet a passphrase is asked for. */
    Vault secretsToKeep(Terminal terminal) {
        return vault(new Typing(terminal, true));
    }

    private Vault vault(Typing asks) {
        Path folder = Folders.make(path());
        return Vault.open(
                folder, asks.terminal.environment()::get, Store.isEncrypted(folder), asks);
    }

    /** Asks whoever sits at the terminal, without echo. */
    private record Typing(Terminal terminal, boolean choosing) implements Vault.Asks {
        @Override
        public Optional<String> passphrase(boolean again) {
            return terminal.askUnseen(
                    again
                            ? "This is another one. The passphrase of this profile"
                            : "Passphrase of this profile");
        }

        @Override
        public Vault.Choice choose() {
            return choosing
                    ? new Vault.Choice(
                            terminal.askUnseen(
                                            "A new passphrase to seal the password (empty: do not"
                                                    + " keep it)")
                                    .orElse(null),
                            false)
                    : Vault.Choice.NONE;
        }
    }
}
