package app.linden.cli;

import app.linden.desktop.Folders;
import app.linden.server.Reception;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code account invite}: a link by which people make accounts of their own on a server. */
@Command(
        name = "invite",
        description = "Prints a link by which people make an account of their own.")
final class InviteWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The server's data.")
    private Path data = Path.of("");

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How long it is good for (default: ${DEFAULT-VALUE}).")
    private int days = 7;

    @Option(
            names = "--uses",
            paramLabel = "N",
            description = "How many people may use it (default: ${DEFAULT-VALUE}).")
    private int uses = 1;

    @Mixin private WhichDatabase database = new WhichDatabase();

    InviteWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Reception reception = Reception.at(Folders.make(data), database.address())) {
            terminal.out().println(reception.invite(days, uses));
        }
        return 0;
    }
}
