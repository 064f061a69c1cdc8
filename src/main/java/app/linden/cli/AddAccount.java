package app.linden.cli;

import app.linden.desktop.Folders;
import app.linden.server.Reception;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code account add}: somebody new on a server, whether it runs or not. */
@Command(name = "add", description = "Makes an account; the password is read from standard input.")
final class AddAccount extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "The name to sign in with.")
    private String name = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The server's data.")
    private Path data = Path.of("");

    @Option(
            names = "--display-name",
            paramLabel = "N",
            description = "What others see (default: the name).")
    private @Nullable String displayName;

    @Mixin private WhichDatabase database = new WhichDatabase();

    AddAccount(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String password = terminal.secret("The password of " + name);
        try (Reception reception = Reception.at(Folders.make(data), database.address())) {
            reception.add(name, displayName == null ? name : displayName, password);
        }
        terminal.out().println(Plain.line("Added the account “" + name + "”."));
        return 0;
    }
}
