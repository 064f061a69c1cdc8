package app.linden.cli;

import app.linden.base.Problem;
import app.linden.desktop.Folders;
import app.linden.desktop.Vault;
import app.linden.store.Store;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code secrets}: how passwords and calendars are protected on this computer. */
@Command(
        name = "secrets",
        description = "Says where passwords are kept and whether this device's copy is encrypted.")
final class SecretsWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @ArgGroup(exclusive = true)
    private Act act = new Act();

    private static final class Act {
        @Option(
                names = "--seal",
                description =
                        "Seals them by a new passphrase, read from standard input; then encrypts"
                                + " the copy.")
        private boolean seal;

        @Option(
                names = "--start-anew",
                description = "Sets an encrypted copy aside whose key is lost; nothing is deleted.")
        private boolean startAnew;
    }

    SecretsWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (act.startAnew) {
            setAside();
            return 0;
        }
        Vault vault = profile.secrets(terminal);
        if (act.seal) {
            vault.seal(terminal.secret("The new passphrase"));
        }
        try (Device device = Device.open(profile.path(), vault)) {
            terminal.out().println(Protected.sentences(device.accounts().protection()));
        }
        return 0;
    }

    private void setAside() {
        Path folder = Folders.make(profile.path());
        if (!Store.isEncrypted(folder)) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "This profile has no encrypted copy, so there is nothing to set aside.");
        }
        Path aside = Start.setAside(folder);
        terminal.out()
                .println(
                        "The old copy is kept as "
                                + aside.getFileName()
                                + ". Sign in again with linden connect to fetch the calendars"
                                + " anew; changes that no server has are in the old copy alone.");
    }
}
