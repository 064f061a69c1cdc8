package app.linden.cli;

import app.linden.desktop.Folders;
import app.linden.server.Backups;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code server restore}: a server put back to a backup. */
@Command(
        name = "restore",
        description = "Puts a server back to a backup, into a new folder or an empty database.")
final class RestoreServer extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The server's data.")
    private Path data = Path.of("");

    @Mixin private WhichDatabase database = new WhichDatabase();

    RestoreServer(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Backups.restore(file, Folders.make(data), database.address());
        terminal.out().println(Plain.line("Restored “" + file + "”."));
        return 0;
    }
}
