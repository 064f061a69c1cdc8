package app.linden.cli;

import app.linden.calendar.port.Secrets;
import app.linden.desktop.Folders;
import app.linden.desktop.SealedSecrets;
import app.linden.desktop.SecretsOfThisRun;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** The folder of a device, and what opens its secrets. */
final class ProfileOption {
    static final String PASSPHRASE = "LINDEN_PASSPHRASE";

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description = "The folder of one device (default: Linden's own on this computer).")
    private @Nullable Path profile;

    Path path() {
        return profile == null ? Folders.ofThisPerson() : profile;
    }

    /** A device whose secrets are not needed. */
    Device open() {
        return Device.open(path(), new SecretsOfThisRun());
    }

    /**
     * The secrets as they are: opened by the passphrase in the environment, else by one that is
     * asked for, else, where nobody can say it, none.
     */
    Secrets secrets(Terminal terminal) {
        String passphrase =
                terminal.variable(PASSPHRASE)
                        .or(() ->
                                SealedSecrets.isIn(path())
                                        ? terminal.askUnseen("Passphrase of this profile")
                                        : java.util.Optional.empty())
                        .orElse(null);
        return SealedSecrets.of(Folders.make(path()), passphrase);
    }

    /** The same, and where there are no secrets yet a passphrase for them is asked for. */
    Secrets secretsToKeep(Terminal terminal) {
        if (terminal.variable(PASSPHRASE).isPresent() || SealedSecrets.isIn(path())) {
            return secrets(terminal);
        }
        String chosen =
                terminal.askUnseen("A new passphrase to seal the password (empty: do not keep it)")
                        .orElse(null);
        return SealedSecrets.of(Folders.make(path()), chosen);
    }
}
